// Decoding and encoding of every protocol against the floor, code written by hand, and binary-parser.
// pnpm bench codec [-- --write]: --write puts the tables into docs/speed.md
import { writeFileSync } from "node:fs";
import type { Field } from "@dianan/layout";
import { putChecksum, sum8 } from "@dianan/layout";
import { parserOf } from "@dianan/layout/binary-parser";
import { bundleSizes } from "./bundle-sizes.ts";
import { type Measured, measuredFrames } from "./frames.ts";
import { compare, medianOf, medianRatio, type Timings, type Way } from "./timing.ts";

type Algorithm = Parameters<typeof putChecksum>[0];

/** Check values of a table, wherever they are. */
const algorithmOf = ({ shape }: Field<unknown>): Algorithm | null => {
  if (shape.kind === "checksum") return shape.algorithm;
  if (shape.kind !== "struct") return null;
  for (const field of Object.values(shape.fields)) {
    const found = algorithmOf(field);
    if (found !== null) return found;
  }
  return null;
};

/** The least that can be done with a frame: its check value, and a copy. */
const floorOf = (layout: Field<unknown>, inputs: readonly Uint8Array[]): Way => {
  const algorithm = algorithmOf(layout);
  const scratch = new Uint8Array(4);
  return (turn) => {
    const bytes = inputs[turn % inputs.length] as Uint8Array;
    const copy = new Uint8Array(bytes);
    if (algorithm === null) return copy;
    if (algorithm === "sum8") scratch[0] = sum8(bytes);
    else putChecksum(algorithm, copy, copy.length - 2, 0, copy.length - 2);
    return copy;
  };
};

type Row = {
  readonly measured: Measured;
  readonly decode: Timings;
  readonly encode: Timings;
};

const measure = (measured: Measured): Row => {
  const { protocol, context, inputs, byHand } = measured;
  const layout = protocol.layoutOf(inputs[0] as Uint8Array, context);
  const parser = parserOf(layout);
  const input = (turn: number): Uint8Array => inputs[turn % inputs.length] as Uint8Array;
  const request = context.request ?? new Uint8Array(0);
  const frames = inputs.map((bytes) => {
    const frame = protocol.decodeFrame(bytes, context);
    if (!frame.ok) throw new TypeError(`bench: ${measured.id}, ${measured.name} does not decode`);
    return frame.value;
  });
  const write = byHand?.encode ?? null;
  return {
    measured,
    decode: compare({
      floor: floorOf(layout, inputs),
      ...(byHand === null ? {} : { hand: (turn: number) => byHand.decode(input(turn), request) }),
      ours: (turn: number) => protocol.decodeFrame(input(turn), context),
      parser: (turn: number) => parser.parse(input(turn)),
    }),
    encode: compare({
      ...(write === null ? {} : { hand: (turn: number) => write(frames[turn % frames.length] as never) }),
      ours: (turn: number) => protocol.encodeFrame(frames[turn % frames.length], context),
    }),
  };
};

const ns = (timings: Timings, name: string): string => medianOf(timings, name)?.toFixed(0) ?? "";
const ratio = (timings: Timings, name: string, base: string): string =>
  medianRatio(timings, name, base)?.toFixed(2) ?? "";

const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  `| ${head.join(" | ")} |`,
  `|${head.map((_, i) => (i < 2 ? "---" : "---:")).join("|")}|`,
  ...rows.map((row) => `| ${row.join(" | ")} |`),
];

const frameCells = ({ id, name, inputs }: Measured): readonly string[] => [
  `\`${id}\``,
  `${name}, ${inputs[0]?.length} B`,
];

const rows = measuredFrames().map(measure);
const sizes = await bundleSizes();
const kB = (bytes: number): string => (bytes / 1_000).toFixed(1);

const lines = [
  "Decoding, ns a frame 解码,每帧纳秒:",
  "",
  ...table(
    [
      "protocol 协议",
      "frame 帧",
      "floor 下限",
      "by hand 手写",
      "ours 本库",
      "binary-parser",
      "ours / hand",
      "ours / binary-parser",
    ],
    rows.map(({ measured, decode: t }) => [
      ...frameCells(measured),
      ...["floor", "hand", "ours", "parser"].map((name) => ns(t, name)),
      ratio(t, "ours", "hand"),
      ratio(t, "ours", "parser"),
    ]),
  ),
  "",
  "Encoding, ns a frame 编码:",
  "",
  ...table(
    ["protocol 协议", "frame 帧", "by hand 手写", "ours 本库", "ours / hand"],
    rows.map(({ measured, encode: t }) => [
      ...frameCells(measured),
      ns(t, "hand"),
      ns(t, "ours"),
      ratio(t, "ours", "hand"),
    ]),
  ),
  "",
  "Bundle of one protocol alone, kB minified and gzipped 单协议打包体积:",
  "",
  ...table(
    ["protocol 协议", "entry 入口", "cut, decode, encode 收发编解码", "everything 全部"],
    sizes.map(({ id, wire, everything }) => [`\`${id}\``, `\`@dianan/codec/wire/${id}\``, kB(wire), kB(everything)]),
  ),
];
console.log(lines.join("\n"));
if (process.env.DIANAN_BENCH_OUT) writeFileSync(process.env.DIANAN_BENCH_OUT, lines.join("\n"));
