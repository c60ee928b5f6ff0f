// An adapter with one fault, named by its first argument: what the vectors and the runner must catch.
import { createInterface } from "node:readline";
import { gb26875 } from "@dianan/codec";
import { hexBytes, vectorValue } from "@dianan/testkit";

type Ask = { readonly op: string; readonly id?: number; readonly hex?: string };
type Members = { readonly [member: string]: unknown };

const fault = process.argv[2] ?? "";
const VICTIM = Number(process.argv[3] ?? 3);

const decoded = (bytes: Uint8Array): Members => {
  const frame = gb26875.decodeFrame(bytes);
  return frame.ok
    ? { ok: true, used: bytes.length, value: vectorValue(frame.value) }
    : { ok: false, error: frame.error.code };
};

/** The same bytes with the checksum that they should have. */
const summed = (bytes: Uint8Array): Uint8Array => {
  const repaired = bytes.slice();
  if (bytes.length >= 30) repaired[bytes.length - 3] = bytes.slice(2, -3).reduce((sum, byte) => sum + byte, 0);
  return repaired;
};

/** Changes each member of this name, wherever it is. */
const changed = (reply: Members, name: string, change: (value: unknown) => unknown): Members =>
  JSON.parse(JSON.stringify(reply), (key, value: unknown) => (key === name ? change(value) : value)) as Members;

const decode = (hex: string): Members => {
  const bytes = hexBytes(hex);
  const reply = decoded(bytes);
  switch (fault) {
    case "big-endian-serial":
      return changed(reply, "serial", (serial) => ((Number(serial) & 255) << 8) | (Number(serial) >> 8));
    case "checksum-ignored":
      return decoded(summed(bytes));
    case "source-of-32-bits":
      return changed(reply, "source", (source) => Number(source) % 2 ** 32);
    case "unsigned-analog":
      return changed(reply, "value", (value) => (typeof value === "number" ? value & 0xffff : value));
    case "text-cut-at-the-first-nul":
      return changed(reply, "text", () => "");
    case "unknown-types-refused":
      return JSON.stringify(reply).includes('"unknown"') ? { ok: false, error: "bad-value" } : reply;
    case "says-only-wrong":
      return reply.ok === true ? reply : { ok: false, error: "bad-magic" };
    case "wrong-offset":
      return reply.ok === true ? reply : { ...reply, offset: 999 };
    case "used-too-much":
      return { ...reply, used: 1054 };
    case "no-shape":
      return { fine: true };
    default:
      return reply;
  }
};

const HELLO = { ok: true, name: "faulty", version: fault, lang: "typescript", features: ["decode"] };

const misbehave = async (): Promise<void> => {
  switch (fault) {
    case "crashes":
      console.error("segmentation fault (pretended)");
      process.exit(134);
      break;
    case "hangs":
      await new Promise(() => setInterval(() => undefined, 1_000));
      break;
    case "prints-garbage":
      console.log("DEBUG decoding frame");
      break;
    case "prints-a-list":
      console.log("[1]");
      break;
    case "answers-another-id":
      console.log(JSON.stringify({ id: -1, ok: true }));
      break;
    case "floods":
      process.stdout.write("x".repeat(6 * 1024 * 1024));
      await new Promise(() => setInterval(() => undefined, 1_000));
  }
};

let asked = 0;
if (fault === "banner") console.log("welcome");
for await (const line of createInterface({ input: process.stdin })) {
  const ask = JSON.parse(line) as Ask;
  if (ask.op === "stop") break;
  if (ask.op === "hello") {
    console.log(JSON.stringify(fault === "no-features" ? { ok: true, name: "x" } : HELLO));
    continue;
  }
  asked += 1;
  if (asked === VICTIM) await misbehave();
  console.log(JSON.stringify({ id: ask.id, ...decode(ask.hex ?? "") }));
}
process.stdin.destroy();
