#!/usr/bin/env node
// The adapter of @dianan/codec: the shortest honest one, and an example for other languages.
import { createInterface } from "node:readline";
import { type FrameContext, gb26875 } from "@dianan/codec";
import { hexBytes, hexText, vectorValue } from "@dianan/testkit";

type Frame = Parameters<typeof gb26875.encodeFrame>[0];
type Ask = {
  readonly op: string;
  readonly id?: number;
  readonly hex?: string;
  readonly direction?: "up" | "down";
  readonly dialect?: keyof typeof gb26875.dialects;
  readonly value?: unknown;
};

/** Members that are bytes in a frame and hex in JSON. */
const byteMembers = new Set(["raw", "bytes", "unparsed"]);

const decode = (hex: string, context: FrameContext): object => {
  const bytes = hexBytes(hex);
  const frame = gb26875.decodeFrame(bytes, context);
  if (frame.ok) return { ok: true, used: bytes.length, value: vectorValue(frame.value) };
  const { code, offset, path, clause } = frame.error;
  return { ok: false, error: code, offset, path, clause };
};

const encode = (value: unknown, context: FrameContext): object => {
  const frame = JSON.parse(JSON.stringify(value), (name, member: unknown) =>
    byteMembers.has(name) && typeof member === "string" ? hexBytes(member) : member,
  ) as Frame;
  try {
    return { ok: true, hex: hexText(gb26875.encodeFrame(frame, context)) };
  } catch (error) {
    return { ok: false, error: "bad-value", path: (error as Error).message };
  }
};

const features = ["decode", "encode", "dialects"];

const answer = ({ op, id, hex, direction = "up", dialect, value }: Ask): object => {
  if (op === "hello") return { ok: true, name: "@dianan/codec", version: "0", lang: "typescript", features };
  const context = { direction, ...(dialect === undefined ? {} : { dialect: gb26875.dialects[dialect].options }) };
  if (op === "decode") return { id, ...decode(hex ?? "", context) };
  if (op === "encode") return { id, ...encode(value, context) };
  return { id, ok: false, error: "bad-value" };
};

for await (const line of createInterface({ input: process.stdin })) {
  const ask = JSON.parse(line) as Ask;
  if (ask.op === "stop") break;
  console.log(JSON.stringify(answer(ask)));
}
process.stdin.destroy();
