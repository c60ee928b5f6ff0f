// The same packet as a binary-parser that a person writes for it; marks, lengths and the check value are in its result too.
import { Parser } from "binary-parser/dist/binary_parser.js";
import { sumOf } from "./bytes.ts";
import { noteIn, timeAt } from "./gb26875.ts";

const refuse = (what: string): never => {
  throw new RangeError(what);
};

const time = (bytes: Uint8Array) => {
  const label = timeAt(bytes, 0);
  return label === undefined ? refuse("no time") : label;
};

const status = (word: number) => ({
  normal: (word & 1) !== 0,
  fire: (word & 2) !== 0,
  fault: (word & 4) !== 0,
  shielded: (word & 8) !== 0,
  supervised: (word & 16) !== 0,
  started: (word & 32) !== 0,
  feedback: (word & 64) !== 0,
  delayed: (word & 128) !== 0,
  powerFault: (word & 256) !== 0,
  reserved: word & 0xfe00,
});

const address = new Parser().uint32le("low").uint16le("high");
const whole = ({ low, high }: { readonly low: number; readonly high: number }): number => low + high * 4_294_967_296;

const item = new Parser()
  .uint8("systemType")
  .uint8("systemAddress")
  .uint8("componentType")
  .uint32le("componentAddress")
  .uint16le("status", { formatter: status })
  .buffer("note", { length: 31, formatter: (bytes: Uint8Array) => noteIn(bytes, 0) ?? refuse("stale bytes") })
  .buffer("time", { length: 6, formatter: time });

const message = new Parser()
  .uint8("kind", { assert: 2, formatter: () => "componentStatus" })
  .uint8("count", { assert: 1 })
  .array("items", { type: item, length: "count" });

/** The parser as anybody would write it. */
export const packetParser = new Parser()
  .uint16le("start", { assert: 0x4040 })
  .uint16le("serial")
  .nest("version", { type: new Parser().uint8("main").uint8("user") })
  .buffer("time", { length: 6, formatter: time })
  .nest("source", { type: address, formatter: whole })
  .nest("destination", { type: address, formatter: whole })
  .uint16le("length", { assert: 48 })
  .uint8("command")
  .nest("message", { type: message })
  .uint8("sum")
  .uint16le("end", { assert: 0x2323 });

/** Reads with a parse function; binary-parser has no check values, so they are looked at first. */
export const readWith =
  (parse: (bytes: Uint8Array) => unknown) =>
  (bytes: Uint8Array): unknown =>
    bytes.length === 78 && (sumOf(bytes, 2, 75) & 255) === bytes[75] ? parse(bytes) : null;

type Inside = { getContext(importPath: string): { readonly code: string; readonly imports: readonly unknown[] } };

/**
 * The parse function of a parser without the four lines that are always in its code: two members that it puts into every result
 * and deletes again, which makes a slow object of it.
 */
export const withoutContextLines = (parser: Parser): ((bytes: Uint8Array) => unknown) => {
  const { code, imports } = (parser as unknown as Inside).getContext("imports");
  const lines = code
    .split("\n")
    .filter((line) => !/^(vars\.\$(parent|root) = |delete vars\.\$(parent|root);)/.test(line));
  if (code.split("\n").length - lines.length !== 4)
    throw new TypeError("binary-parser writes other code than expected");
  return new Function("imports", "TextDecoder", `return function (buffer) { ${lines.join("\n")} };`)(
    imports,
    TextDecoder,
  );
};
