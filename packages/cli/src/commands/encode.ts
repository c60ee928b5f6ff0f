import { dialectOption, dialectOrExit } from "../frames/dialect-text.ts";
import { toHex } from "../frames/hex-text.ts";
import { linesOf } from "../frames/input-lines.ts";
import { fromJson, memberFormsOf, toJson } from "../frames/json-form.ts";
import { protocolIds, protocolOf } from "../frames/protocols.ts";
import type { Options, Values } from "../options/option.ts";
import type { ExitCode, Terminal } from "../terminal.ts";

export const encodeOptions = [
  { name: "protocol", kind: "text", default: "gb26875", oneOf: protocolIds, zh: "设备协议。", en: "Device protocol." },
  dialectOption,
] as const satisfies Options;

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `dianan encode`: JSON lines as `decode` prints them, or bare frames; one line of hex each. */
export const encodeCommand = async (
  values: Values<typeof encodeOptions>,
  words: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> => {
  const protocol = protocolOf(values.protocol);
  const dialect = dialectOrExit(protocol, values.dialect, terminal);
  if (typeof dialect === "number") return dialect;
  const forms = memberFormsOf(protocol);
  let code: ExitCode = 0;
  for await (const line of words.length > 0 ? [words.join(" ")] : linesOf(terminal.input)) {
    try {
      const given = fromJson(line, forms);
      const frame = isObject(given) && isObject(given.frame) ? given.frame : given;
      if (!isObject(frame)) throw new TypeError("a frame is a JSON object");
      terminal.out(`${toHex(protocol.encodeFrame(frame, { dialect }))}\n`);
    } catch (error) {
      code = 1;
      terminal.out(`${toJson({ ok: false, error: refusalOf(error) })}\n`);
    }
  }
  return code;
};

/** The codec's errors begin with the path of the member that does not fit. */
const refusalOf = (error: unknown): { readonly code: string; readonly path: string; readonly message: string } => {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof SyntaxError) return { code: "bad-json", path: "", message: `不是 JSON:${message}` };
  const path = /^([A-Za-z0-9_.[\]]+): /.exec(message)?.[1] ?? "";
  return { code: error instanceof RangeError ? "bad-value" : "bad-type", path, message };
};
