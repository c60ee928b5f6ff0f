// Ways of making a decoder from one description, on one frame: what docs/decisions/0008-decode-engine.md was decided by.
// node --conditions=@dianan/source packages/codec/bench/engines.bench.ts
import { decode } from "@dianan/layout";
import { parserOf } from "@dianan/layout/binary-parser";
import { sameValue } from "@dianan/testkit";
import * as byHand from "./by-hand/gb26875.ts";
import { packetParser, readWith, withoutContextLines } from "./by-hand/gb26875-parser.ts";
import { measuredFrames } from "./frames.ts";
import { compare, medianOf, medianRatio, type Way } from "./timing.ts";

const measured = measuredFrames().filter(({ id }) => id === "gb26875");

for (const { name, inputs, protocol, context } of measured) {
  const first = inputs[0] as Uint8Array;
  const layout = protocol.layoutOf(first, context);
  const { fast: _, ...table } = layout;
  const fromTable = parserOf(layout);
  const input = (turn: number): Uint8Array => inputs[turn % inputs.length] as Uint8Array;
  const shipped = readWith((bytes) => packetParser.parse(bytes));
  const trimmed = readWith(withoutContextLines(packetParser));
  const fromTableTrimmed = withoutContextLines(fromTable);
  const expected = decode(table, first);
  const ways: Readonly<Record<string, Way>> = {
    "written by hand": (turn) => byHand.decode(input(turn)),
    "table, walked": (turn) => decode(table, input(turn)),
    "table, written out when the package is made": (turn) => decode(layout, input(turn)),
    "binary-parser 2.3.0 written by hand": (turn) => shipped(input(turn)),
    "the same without its four context lines": (turn) => trimmed(input(turn)),
    "binary-parser from the table": (turn) => fromTable.parse(input(turn)),
    "the same without its four context lines, from the table": (turn) => fromTableTrimmed(input(turn)),
  };
  for (const exact of ["table, written out when the package is made", "binary-parser from the table"]) {
    const got = ways[exact]?.(0);
    const value = exact.startsWith("table") ? (got as { readonly value?: unknown }).value : got;
    if (!expected.ok || !sameValue(value, expected.value)) throw new TypeError(`engines: ${exact} reads otherwise`);
  }
  const timings = compare(ways);
  console.log(`\n${name}, ${first.length} B\n\n| way | ns | x by hand |\n|---|---:|---:|`);
  for (const way of Object.keys(ways))
    console.log(
      `| ${way} | ${medianOf(timings, way)?.toFixed(0)} | ${medianRatio(timings, way, "written by hand")?.toFixed(2)} |`,
    );
}
