#!/usr/bin/env node
// The adapter of @dianan/codec: the shortest honest one, and an example for other languages.
import { createInterface } from "node:readline";
import { dianan, type FrameContext, gb26875 } from "@dianan/codec";
import { hexBytes, hexText, vectorValue } from "@dianan/testkit";

/** What both protocols have alike, as far as it is needed here. */
type Codec = {
  decodeFrame(bytes: Uint8Array, context: FrameContext): ReturnType<typeof gb26875.decodeFrame>;
  encodeFrame(frame: unknown, context: FrameContext): Uint8Array;
  cutFrames(carry: Uint8Array, chunk: Uint8Array, context: FrameContext): ReturnType<typeof dianan.cutFrames>;
};
const codecs = { F3: gb26875, DP: dianan } as unknown as Readonly<Record<string, Codec>>;
type Ask = {
  readonly op: string;
  readonly id?: number;
  readonly hex?: string;
  readonly spec?: string;
  readonly direction?: "up" | "down";
  readonly dialect?: keyof typeof gb26875.dialects;
  readonly value?: unknown;
};

/** Members that are bytes in a frame and hex in JSON. */
const byteMembers = new Set(["raw", "bytes", "unparsed"]);

const decode = (codec: Codec, bytes: Uint8Array, context: FrameContext): object => {
  const frame = codec.decodeFrame(bytes, context);
  if (frame.ok) return { ok: true, used: bytes.length, value: vectorValue(frame.value) };
  const { code, offset, path, clause } = frame.error;
  return { ok: false, error: code, offset, path, clause };
};

const encode = (codec: Codec, value: unknown, context: FrameContext): object => {
  const frame: unknown = JSON.parse(JSON.stringify(value), (name, member: unknown) =>
    byteMembers.has(name) && typeof member === "string" ? hexBytes(member) : member,
  );
  try {
    return { ok: true, hex: hexText(codec.encodeFrame(frame, context)) };
  } catch (error) {
    return { ok: false, error: "bad-value", path: (error as Error).message };
  }
};

/** The connection that is open: how its frames are read, and bytes that are no whole frame yet. */
let stream = { codec: codecs.F3 as Codec, context: {} as FrameContext, carry: new Uint8Array(0) as Uint8Array };

const feed = (chunk: Uint8Array): object => {
  const { frames, carry } = stream.codec.cutFrames(stream.carry, chunk, stream.context);
  stream = { ...stream, carry };
  return { ok: true, events: frames.map((bytes) => decode(stream.codec, bytes, stream.context)) };
};

const features = ["decode", "encode", "stream", "dialects"];

const answer = ({ op, id, hex = "", spec = "F3", direction = "up", dialect, value }: Ask): object => {
  const codec = codecs[spec] as Codec;
  const context = { direction, ...(dialect === undefined ? {} : { dialect: gb26875.dialects[dialect].options }) };
  switch (op) {
    case "hello":
      return { ok: true, name: "@dianan/codec", version: "0", lang: "typescript", features, specs: ["F3", "DP"] };
    case "decode":
      return { id, ...decode(codec, hexBytes(hex), context) };
    case "encode":
      return { id, ...encode(codec, value, context) };
    case "open":
      stream = { codec, context, carry: new Uint8Array(0) };
      return { id, ok: true };
    case "feed":
      return { id, ...feed(hexBytes(hex)) };
    case "close":
      return { id, ok: true };
    default:
      return { id, ok: false, error: "bad-value" };
  }
};

for await (const line of createInterface({ input: process.stdin })) {
  const ask = JSON.parse(line) as Ask;
  if (ask.op === "stop") break;
  console.log(JSON.stringify(answer(ask)));
}
process.stdin.destroy();
