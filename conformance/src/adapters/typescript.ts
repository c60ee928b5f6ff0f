#!/usr/bin/env node
// The adapter of @dianan/codec: the shortest honest one, and an example for other languages.
import { createInterface } from "node:readline";
import { gb26875 } from "@dianan/codec";
import { hexBytes, hexText, vectorValue } from "@dianan/testkit";

type Frame = Parameters<typeof gb26875.encodeFrame>[0];
type Ask = {
  readonly op: string;
  readonly id?: number;
  readonly hex?: string;
  readonly direction?: "up" | "down";
  readonly value?: unknown;
};

/** Members that are bytes in a frame and hex in JSON. */
const byteMembers = new Set(["raw", "bytes"]);

const decode = (hex: string, direction: "up" | "down" = "up"): object => {
  const bytes = hexBytes(hex);
  const frame = gb26875.decodeFrame(bytes, { direction });
  if (frame.ok) return { ok: true, used: bytes.length, value: vectorValue(frame.value) };
  const { code, offset, path, clause } = frame.error;
  return { ok: false, error: code, offset, path, clause };
};

const encode = (value: unknown): object => {
  const frame = JSON.parse(JSON.stringify(value), (name, member: unknown) =>
    byteMembers.has(name) && typeof member === "string" ? hexBytes(member) : member,
  ) as Frame;
  try {
    return { ok: true, hex: hexText(gb26875.encodeFrame(frame)) };
  } catch (error) {
    return { ok: false, error: "bad-value", path: (error as Error).message };
  }
};

const answer = ({ op, id, hex, direction, value }: Ask): object => {
  if (op === "hello")
    return { ok: true, name: "@dianan/codec", version: "0", lang: "typescript", features: ["decode", "encode"] };
  if (op === "decode") return { id, ...decode(hex ?? "", direction) };
  if (op === "encode") return { id, ...encode(value) };
  return { id, ok: false, error: "bad-value" };
};

for await (const line of createInterface({ input: process.stdin })) {
  const ask = JSON.parse(line) as Ask;
  if (ask.op === "stop") break;
  console.log(JSON.stringify(answer(ask)));
}
process.stdin.destroy();
