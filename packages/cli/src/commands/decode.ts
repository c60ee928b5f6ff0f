import { type DialectOptions, type Direction, type FrameContext, treeOf } from "@dianan/codec";
import { applyProfile, dialectOf, type Profile, type Shown, showEvent } from "@dianan/profile";
import { dialectOption, dialectOrExit } from "../frames/dialect-text.ts";
import { printedError } from "../frames/error-words.ts";
import { parseHex, toHex } from "../frames/hex-text.ts";
import { linesOf } from "../frames/input-lines.ts";
import { toJson } from "../frames/json-form.ts";
import { protocolIds, protocolOf } from "../frames/protocols.ts";
import { treeText } from "../frames/tree-text.ts";
import type { Options, Values } from "../options/option.ts";
import { findingsText, loadProfile } from "../profiles/load-profile.ts";
import { both, type ExitCode, type Terminal } from "../terminal.ts";

// biome-ignore format: a table is read by its rows
export const decodeOptions = [
  { name: "protocol", kind: "text", default: "gb26875", oneOf: protocolIds, zh: "设备协议。", en: "Device protocol." },
  { name: "direction", kind: "text", default: "up", oneOf: ["up", "down"], zh: "up 设备到平台,down 平台到设备。", en: "up: device to platform; down: platform to device." },
  { name: "request", kind: "text", default: "", zh: "所应答的请求帧(十六进制),轮询协议需要。", en: "The frame that it answers, in hex: polled protocols need it." },
  dialectOption,
  { name: "profile", kind: "text", default: "", zh: "设备档案(文件或标识):协议和方言以它为准,并列出事件。", en: "Device profile (file or id): it says protocol and dialect, and the events are printed too." },
  { name: "lenient", kind: "flag", zh: "有错也尽量解码,错处列在 odd 里。", en: "Decode what can be decoded of a wrong frame; what was odd is listed in `odd`." },
  { name: "stream", kind: "flag", zh: "输入是字节流:切出帧,跳过的字节也列出。", en: "The input is a byte stream: frames are cut from it, skipped bytes are listed." },
  { name: "raw", kind: "flag", zh: "标准输入是原始字节,不是十六进制(与 --stream 同用)。", en: "Standard input is raw bytes, not hex (with --stream)." },
  { name: "tree", kind: "flag", zh: "逐字节显示,带字段名、中文术语和条款。", en: "Show it byte by byte, with field names, Chinese terms and clauses." },
] as const satisfies Options;
type DecodeValues = Values<typeof decodeOptions>;

type Sink = {
  readonly frame: (bytes: Uint8Array) => void;
  readonly badHex: (column: number, zh: string, en: string) => void;
  failed: boolean;
};

/** What the options say of the frame beside its bytes; null when `--request` is no hex. */
const contextOf = ({ direction, request }: DecodeValues, dialect: DialectOptions): FrameContext | null => {
  const asked = parseHex(request);
  if (!asked.ok) return null;
  return { direction: direction as Direction, dialect, ...(asked.bytes.length === 0 ? {} : { request: asked.bytes }) };
};

type Events = (frame: unknown) => { readonly events?: readonly Shown[] };

const createSink = (
  { protocol, tree, lenient }: DecodeValues,
  context: FrameContext,
  eventsOf: Events,
  terminal: Terminal,
): Sink => {
  const { decodeFrame, decodeLenient } = protocolOf(protocol);
  const refuse = (error: object): void => {
    sink.failed = true;
    terminal.out(`${toJson({ ok: false, error })}\n`);
  };
  const sink: Sink = {
    failed: false,
    frame: (bytes) => {
      const result = decodeFrame(bytes, context);
      if (tree) {
        terminal.out(treeText(treeOf(protocolOf(protocol), bytes, context)));
        if (result.ok) return;
      }
      if (result.ok)
        return void terminal.out(`${toJson({ ok: true, frame: result.value, ...eventsOf(result.value) })}\n`);
      const { frame, odd } = lenient && decodeLenient ? decodeLenient(bytes, context) : { frame: null, odd: [] };
      if (frame === null) refuse(printedError(result.error));
      else terminal.out(`${toJson({ ok: true, frame, odd: odd.map(printedError) })}\n`);
    },
    badHex: (column, zh, en) =>
      refuse({
        code: "bad-hex",
        offset: column - 1,
        path: "",
        clause: "",
        message: `第 ${column} 个字符:${zh} Character ${column}: ${en}`,
      }),
  };
  return sink;
};

const badRequest = {
  code: "bad-hex",
  offset: 0,
  path: "--request",
  clause: "",
  message: "--request 不是十六进制。 --request is no hex.",
};

/** The profile that was asked for: null for none, an exit code when there is none to be had. */
const profileOrExit = ({ profile, dialect }: DecodeValues, terminal: Terminal): Profile | ExitCode | null => {
  if (profile === "") return null;
  if (dialect !== "") {
    terminal.err(
      both("--profile 已经说明方言,不要再写 --dialect。", "--profile says the dialect: leave --dialect out."),
    );
    return 2;
  }
  const loaded = loadProfile(profile);
  if (loaded.ok) return loaded.profile;
  terminal.err(both(loaded.zh, loaded.en) + findingsText(loaded.findings));
  return 1;
};

const eventsBy =
  (profile: Profile | null, { direction, request }: FrameContext): Events =>
  (frame) => {
    if (profile === null) return {};
    const context = {
      receivedAt: Date.now(),
      ...(direction === undefined ? {} : { direction }),
      ...(request === undefined ? {} : { request }),
    };
    return { events: applyProfile(profile, frame, context).map(showEvent) };
  };

/** `dianan decode`: hex from the command line, or lines of standard input; one JSON object per frame. */
export const decodeCommand = async (
  given: DecodeValues,
  words: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> => {
  const profile = profileOrExit(given, terminal);
  if (typeof profile === "number") return profile;
  const values = profile === null ? given : { ...given, protocol: profile.transport.protocol };
  const protocol = protocolOf(values.protocol);
  const dialect = profile === null ? dialectOrExit(protocol, values.dialect, terminal) : dialectOf(profile.transport);
  if (typeof dialect === "number") return dialect;
  if (values.lenient && protocol.decodeLenient === undefined) {
    terminal.err(both(`${protocol.id} 没有宽松解码。`, `${protocol.id} has no lenient reading.`));
    return 2;
  }
  const context = contextOf(values, dialect);
  if (context === null) {
    terminal.out(`${toJson({ ok: false, error: badRequest })}\n`);
    return 1;
  }
  const sink = createSink(values, context, eventsBy(profile, context), terminal);
  if (values.stream) await decodeStream(values, context, words, terminal, sink);
  else for await (const line of words.length > 0 ? [words.join(" ")] : linesOf(terminal.input)) decodeLine(line, sink);
  return sink.failed ? 1 : 0;
};

/** One line is one frame; what follows the frame is its decoder's to refuse. */
const decodeLine = (line: string, sink: Sink): void => {
  const hex = parseHex(line);
  if (hex.ok) sink.frame(hex.bytes);
  else sink.badHex(hex.column, hex.why.zh, hex.why.en);
};

const decodeStream = async (
  values: DecodeValues,
  context: FrameContext,
  words: readonly string[],
  terminal: Terminal,
  sink: Sink,
): Promise<void> => {
  const { cutFrames } = protocolOf(values.protocol);
  let carry: Uint8Array = new Uint8Array(0);
  const skip = (bytes: Uint8Array, why: string): void =>
    terminal.out(`${toJson({ ok: true, skipped: { length: bytes.length, bytes: toHex(bytes), why } })}\n`);
  const take = (chunk: Uint8Array): void => {
    const cut = cutFrames(carry, chunk, context);
    carry = cut.carry;
    for (let index = 0; index <= cut.frames.length; index += 1) {
      for (const run of cut.skipped) if (run.before === index) skip(run.bytes, run.name ?? "no-frame");
      const frame = cut.frames[index];
      if (frame !== undefined) sink.frame(frame);
    }
  };
  if (words.length === 0 && values.raw) for await (const chunk of terminal.input) take(chunk);
  else
    for await (const line of words.length > 0 ? [words.join(" ")] : linesOf(terminal.input)) {
      const hex = parseHex(line);
      if (hex.ok) take(hex.bytes);
      else sink.badHex(hex.column, hex.why.zh, hex.why.en);
    }
  if (carry.length > 0) skip(carry, "unfinished");
};
