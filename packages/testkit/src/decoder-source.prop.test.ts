import { decode, decoderSource, type Field, type WrittenDecoder, withDecoder } from "@dianan/layout";
import { expect, test } from "vitest";
import { frame, rest } from "../test/every-kind.ts";
import { createFuzzSource } from "./fuzz-source.ts";
import { createGrower } from "./grow.ts";
import { sameValue } from "./same-value.ts";
import { hexText } from "./vectors.ts";

const writtenOut = (layout: Field<unknown>): Field<unknown> =>
  withDecoder(layout, new Function(`return ${decoderSource(layout)}`)() as WrittenDecoder);

const layouts: readonly (readonly [string, Field<unknown>])[] = [
  ["of every kind", frame as Field<unknown>],
  ["whose sizes the region decides", rest as Field<unknown>],
];

test.each(layouts)("a decoder written out from a table %s reads what the table reads", (_, layout) => {
  const written = writtenOut(layout);
  const grow = createGrower(layout, 1);
  const source = createFuzzSource({ seed: 2, valid: [grow(false)], layouts: [layout], sizeMax: 912 });
  let taken = 0;
  for (let i = 0; i < 20_000; i++) {
    const bytes = source.next();
    const expected = decode(layout, bytes);
    if (!sameValue(decode(written, bytes), expected)) expect(`${hexText(bytes)} ${JSON.stringify(expected)}`).toBe("");
    if (written.fast?.(bytes) !== undefined) taken += 1;
    if (expected.ok) source.keep(bytes);
    // What it does not take the table reads; it must take what is right.
    expect(written.fast?.(bytes) !== undefined).toBe(expected.ok);
  }
  expect(taken).toBeGreaterThan(4_000);
});

test.each(layouts)("what it gives of a layout %s shares no memory with the input", (_, layout) => {
  const written = writtenOut(layout);
  const grow = createGrower(layout, 3);
  for (let i = 0; i < 500; i++) {
    const bytes = Buffer.from(grow(false));
    const before = JSON.stringify(decode(written, bytes));
    const read = decode(written, bytes);
    bytes.fill(0x55);
    expect(JSON.stringify(read)).toBe(before);
  }
});
