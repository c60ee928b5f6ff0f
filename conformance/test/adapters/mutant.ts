// An adapter of the reference codec with one mistake, named by its first argument; "none" for none.
import { createInterface } from "node:readline";
import { dianan, gb26875 } from "@dianan/codec";
import { hexBytes, hexText, vectorValue } from "@dianan/testkit";
import { allMutants } from "../mutants/all.ts";
import { diananCodecMutants } from "../mutants/dianan-codec-mutants.ts";
import type { Codec, Members } from "../mutants/mutant.ts";

const byteMembers = new Set(["raw", "bytes", "unparsed"]);

const name = process.argv[2] ?? "none";
/** Mistakes of the open device protocol are called PC-… */
const isDianan = name.startsWith("PC-");
const protocol = (isDianan ? dianan : gb26875) as typeof gb26875;

const reference: Codec = {
  decode: (bytes, direction) => {
    const frame = protocol.decodeFrame(bytes, { direction: direction === "down" ? "down" : "up" });
    return frame.ok
      ? { ok: true, used: bytes.length, value: vectorValue(frame.value) }
      : { ok: false, error: frame.error.code };
  },
  encode: (value) => {
    const frame = JSON.parse(JSON.stringify(value), (name, member: unknown) =>
      byteMembers.has(name) && typeof member === "string" ? hexBytes(member) : member,
    ) as Parameters<typeof gb26875.encodeFrame>[0];
    try {
      return { ok: true, hex: hexText(protocol.encodeFrame(frame)) };
    } catch {
      return { ok: false, error: "bad-value" };
    }
  },
  open: (direction) => {
    let carry: Uint8Array = new Uint8Array(0);
    return (chunk) => {
      const step = protocol.cutFrames(carry, chunk);
      carry = step.carry;
      return step.frames.map((bytes) => codec.decode(bytes, direction));
    };
  },
};

const mutant = (isDianan ? diananCodecMutants : allMutants)[name];
const codec: Codec = { ...reference, ...mutant?.change(reference) };
const HELLO = {
  ...{ ok: true, name: "mutant", version: name, lang: "typescript", features: ["decode", "encode", "stream"] },
  specs: [isDianan ? "DP" : "F3"],
};

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
