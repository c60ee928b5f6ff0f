// Every layout of every protocol, read by its table, by the decoder that is written out from the table, and by the
// binary-parser that the same table gives: what one takes the others take, with the same value.
import { decode, decoderSource, type Field, type WrittenDecoder, withDecoder } from "@dianan/layout";
import { parserOf } from "@dianan/layout/binary-parser";
import { createFuzzSource, createGrower, hexBytes, hexText, sameValue } from "@dianan/testkit";
import { beforeAll, expect, test } from "vitest";
import type { Protocol } from "../src/protocol.ts";
import { protocols } from "../src/protocols.ts";
import { layoutsOf } from "./protocol-laws.ts";
import { contextOf, vectorsOf } from "./protocol-vectors.ts";

const SEED = 20_261_125;
const INPUTS = Number(process.env.DIANAN_ORACLE_INPUTS ?? 10_000);
const INPUTS_AT_ONCE = 10_000;
const SEED_INPUTS = 200;
/** Layouts beside those of the specification page: by which vectors of a dialect are read. */
const OTHERS_MAX = 32;

beforeAll(() => {
  // binary-parser refuses by throwing; the stacks of a million errors are most of the time.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  return () => {
    Error.stackTraceLimit = stackTraceLimit;
  };
});

const allLayouts = <F>(protocol: Protocol<F>): ReadonlyMap<Field<unknown>, string> => {
  const layouts = new Map(layoutsOf(protocol).map(([name, layout]) => [layout, name]));
  const listed = layouts.size;
  for (const vector of vectorsOf(protocol.id)) {
    const layout = protocol.layoutOf(hexBytes(vector.hex), contextOf(protocol, vector));
    if (!layouts.has(layout) && layouts.size < listed + OTHERS_MAX) layouts.set(layout, `of "${vector.name}"`);
  }
  return layouts;
};

/** Inputs on which the two differ, at most three, and the share that decodes. */
const compare = async (layout: Field<unknown>, sizeMax: number) => {
  const parser = parserOf(layout);
  const read = (bytes: Uint8Array): { readonly value: unknown } | null => {
    try {
      const parsed = parser.parse(bytes);
      return layout.shape.kind === "struct" ? { value: parsed } : parsed;
    } catch {
      return null;
    }
  };
  const { fast: _, ...table } = layout;
  const written: Field<unknown> = withDecoder(
    table,
    new Function(`return ${decoderSource(table)}`)() as WrittenDecoder,
  );
  const grow = createGrower(layout, SEED);
  const valid = Array.from({ length: SEED_INPUTS }, () => grow(false)).filter((bytes) => decode(layout, bytes).ok);
  const source = createFuzzSource({ seed: SEED, valid, layouts: [layout], sizeMax });
  const differing: string[] = [];
  let decoded = 0;
  for (let done = 0; done < INPUTS && differing.length < 3; done += 1) {
    if (done % INPUTS_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
    const bytes = source.next();
    const byTable = decode(table, bytes);
    const byParser = read(bytes);
    if (byTable.ok) {
      decoded += 1;
      source.keep(bytes);
    }
    const byWritten = written.fast?.(bytes);
    if (byTable.ok ? !sameValue(byTable.value, byWritten) : byWritten !== undefined)
      differing.push(`${hexText(bytes)}: ${JSON.stringify(byTable)} or, written out, ${JSON.stringify(byWritten)}`);
    const agree = byTable.ok ? byParser !== null && sameValue(byTable.value, byParser.value) : byParser === null;
    if (!agree) differing.push(`${hexText(bytes)}: ${JSON.stringify(byTable)} or ${JSON.stringify(byParser)}`);
  }
  return { differing, decodedShare: decoded / INPUTS };
};

test.each(Object.values(protocols) as readonly Protocol<never>[])(
  "$id: binary-parser, the tables and what is written out from them agree on every layout",
  { timeout: 120_000 + INPUTS * 20 },
  async (protocol) => {
    const layouts = allLayouts(protocol);
    let share = 0;
    for (const [layout, name] of layouts) {
      const { differing, decodedShare } = await compare(layout, protocol.frameMax);
      expect(differing, name).toEqual([]);
      expect(decodedShare, name).toBeGreaterThan(0.1);
      share += decodedShare / layouts.size;
    }
    expect(layouts.size).toBeGreaterThan(0);
    console.log(
      `oracle: ${protocol.id}: ${layouts.size} layouts, ${INPUTS} inputs each, ${(share * 100).toFixed(0)} % decoded; table, written-out decoder and binary-parser agree`,
    );
  },
);
