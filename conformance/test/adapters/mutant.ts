// An adapter of the reference codec with one mistake, named by its first argument; "none" for none.
import { createInterface } from "node:readline";
import { gb26875 } from "@dianan/codec";
import { hexBytes, hexText, vectorValue } from "@dianan/testkit";
import { allMutants } from "../mutants/all.ts";
import type { Codec, Members } from "../mutants/mutant.ts";

const byteMembers = new Set(["raw", "bytes", "unparsed"]);

const reference: Codec = {
  decode: (bytes, direction) => {
    const frame = gb26875.decodeFrame(bytes, { direction: direction === "down" ? "down" : "up" });
    return frame.ok
      ? { ok: true, used: bytes.length, value: vectorValue(frame.value) }
      : { ok: false, error: frame.error.code };
  },
  encode: (value) => {
    const frame = JSON.parse(JSON.stringify(value), (name, member: unknown) =>
      byteMembers.has(name) && typeof member === "string" ? hexBytes(member) : member,
    ) as Parameters<typeof gb26875.encodeFrame>[0];
    try {
      return { ok: true, hex: hexText(gb26875.encodeFrame(frame)) };
    } catch {
      return { ok: false, error: "bad-value" };
    }
  },
  open: (direction) => {
    let carry: Uint8Array = new Uint8Array(0);
    return (chunk) => {
      const step = gb26875.cutFrames(carry, chunk);
      carry = step.carry;
      return step.frames.map((bytes) => codec.decode(bytes, direction));
    };
  },
};

const name = process.argv[2] ?? "none";
const codec: Codec = { ...reference, ...allMutants[name]?.change(reference) };
const HELLO = { ok: true, name: "mutant", version: name, lang: "typescript", features: ["decode", "encode", "stream"] };

type Ask = {
  readonly op: string;
  readonly id?: number;
  readonly hex?: string;
  readonly direction?: string;
  readonly value?: Members;
};
let feed = codec.open("up");
const answer = ({ op, hex = "", direction = "up", value = {} }: Ask): object => {
  switch (op) {
    case "hello":
      return HELLO;
    case "decode":
      return codec.decode(hexBytes(hex), direction);
    case "encode":
      return codec.encode(value, direction);
    case "open":
      feed = codec.open(direction);
      return { ok: true };
    case "feed":
      return { ok: true, events: feed(hexBytes(hex)) };
    default:
      return { ok: true };
  }
};

for await (const line of createInterface({ input: process.stdin })) {
  const ask = JSON.parse(line) as Ask;
  if (ask.op === "stop") break;
  console.log(JSON.stringify({ id: ask.id, ...answer(ask) }));
}
process.stdin.destroy();
