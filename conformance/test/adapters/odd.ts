// Adapters that are unusual and right ("variant"), or that break the adapter protocol itself ("fault"): named by the first argument.
import { createInterface } from "node:readline";
import { gb26875 } from "@dianan/codec";
import { hexBytes, hexText, vectorValue } from "@dianan/testkit";

type Members = { readonly [member: string]: unknown };
type Ask = {
  readonly op: string;
  readonly id?: number;
  readonly hex?: string;
  readonly direction?: "up" | "down";
  readonly value?: Members;
};

const name = process.argv[2] ?? "none";
const byteMembers = new Set(["raw", "bytes", "unparsed"]);
let carry: Uint8Array = new Uint8Array(0);

const decode = (bytes: Uint8Array, direction: "up" | "down"): Members => {
  const frame = gb26875.decodeFrame(bytes, { direction });
  if (!frame.ok) {
    const { code, offset, path, clause } = frame.error;
    if (name === "says-need" && code === "truncated") return { ok: false, need: 1 };
    if (name === "says-no-place") return { ok: false, error: code };
    return { ok: false, error: code, offset, path, clause };
  }
  const value = vectorValue(frame.value) as Members;
  if (name === "refuses-odd-times" && JSON.stringify(value.time).includes('"raw"'))
    return { ok: false, error: "bad-value", offset: 6, path: "time" };
  const members = name === "members-in-another-order" ? Object.fromEntries(Object.entries(value).toReversed()) : value;
  return { ok: true, used: bytes.length, value: members };
};

const encode = (value: Members): Members => {
  const frame = JSON.parse(JSON.stringify(value), (member, one: unknown) =>
    byteMembers.has(member) && typeof one === "string" ? hexBytes(one) : one,
  ) as Parameters<typeof gb26875.encodeFrame>[0];
  try {
    return { ok: true, hex: hexText(gb26875.encodeFrame(frame)) };
  } catch {
    return { ok: false, error: name === "refuses-by-length" ? "bad-length" : "bad-value" };
  }
};

const features = name === "decodes-only" ? ["decode"] : ["decode", "encode", "stream"];

const answer = ({ op, hex = "", direction = "up", value = {} }: Ask): Members => {
  switch (op) {
    case "hello":
      return name === "no-features" ? { ok: true, name: "x" } : { ok: true, name, version: "1", lang: "any", features };
    case "decode":
      return decode(hexBytes(hex), direction);
    case "encode":
      return encode(value);
    case "open":
      carry = new Uint8Array(0);
      return { ok: true };
    case "feed": {
      const step = gb26875.cutFrames(carry, hexBytes(hex));
      carry = step.carry;
      const events = step.frames.map((bytes) => decode(bytes, "up"));
      const skipped = step.skipped.map(({ bytes }) => ({ error: "bad-magic", bytes: bytes.length }));
      return { ok: true, events: name === "tells-what-it-skips" ? [...skipped, ...events] : events };
    }
    default:
      return { ok: true };
  }
};

/** Breaks the protocol at the third question. @returns whether the answer was given in its stead */
const misbehave = async (): Promise<boolean> => {
  switch (name) {
    case "crashes":
      console.error("segmentation fault (pretended)");
      process.exit(134);
      break;
    case "hangs":
      await new Promise(() => setInterval(() => undefined, 1_000));
      break;
    case "prints-garbage":
      console.log("DEBUG decoding frame");
      return true;
    case "prints-a-list":
      console.log("[1]");
      return true;
    case "answers-another-id":
      console.log(JSON.stringify({ id: -1, ok: true }));
      return true;
    case "no-shape":
      console.log(JSON.stringify({ id: asked, fine: true }));
      return true;
    case "floods":
      process.stdout.write("x".repeat(6 * 1024 * 1024));
      await new Promise(() => setInterval(() => undefined, 1_000));
  }
  return false;
};

const line = (reply: Members): string => {
  if (name === "spaces-in-its-lines") return JSON.stringify(reply, null, 1).replaceAll("\n", " ");
  if (name === "more-members") return JSON.stringify({ ...reply, elapsedUs: 12, note: "随附" });
  if (name === "carriage-returns") return `${JSON.stringify(reply)}\r`;
  return JSON.stringify(reply);
};

let asked = 0;
if (name === "banner") console.log("welcome");
for await (const text of createInterface({ input: process.stdin })) {
  const ask = JSON.parse(text) as Ask;
  if (ask.op === "stop") break;
  asked = ask.id ?? 0;
  if (name === "talks-on-standard-error") console.error(`got ${ask.op}`);
  if (name === "takes-its-time") await new Promise((resolve) => setTimeout(resolve, 2));
  if (asked === 3 && (await misbehave())) continue;
  const reply = { ...(ask.id === undefined ? {} : { id: ask.id }), ...answer(ask) };
  if (name === "writes-in-pieces") {
    const whole = `${line(reply)}\n`;
    process.stdout.write(whole.slice(0, 5));
    process.stdout.write(whole.slice(5));
  } else console.log(line(reply));
}
process.stdin.destroy();
