import fc from "fast-check";
import { expect, test } from "vitest";
import { packPeriod, summarise, unpackPeriod } from "./reading-hours.ts";
import {
  byTime,
  HOUR_MS,
  mergeRows,
  type PackedRow,
  packHour,
  packRow,
  rowsOf,
  unpackHour,
  unpackRow,
} from "./reading-pack.ts";
import { createVarintReader, createVarintWriter, VARINT_MAX } from "./varints.ts";

const value = fc.oneof(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -VARINT_MAX, max: VARINT_MAX }));
const hour = fc.integer({ min: -1_000, max: 800_000 });
const rowIn = (of: number): fc.Arbitrary<PackedRow> =>
  fc
    .record({
      layout: fc.integer({ min: 1, max: 4 }),
      within: fc.oneof(fc.integer({ min: 0, max: HOUR_MS - 1 }), fc.constantFrom(0, 60_000, 120_000)),
      part: fc.integer({ min: 0, max: 65_535 }),
      lateMs: fc.oneof(fc.integer({ min: -60_000, max: 5_000 }), fc.integer({ min: -1e12, max: 4e12 })),
      values: fc.array(value, { minLength: 4, maxLength: 4 }),
    })
    // A layout says how many values its rows have.
    .map(({ layout, within, part, lateMs, values }) => {
      const at = of * HOUR_MS + within;
      return { layout, at, part, receivedAt: at + lateMs, values: values.slice(0, layout) };
    });
const anHour = hour.chain((of) => fc.tuple(fc.constant(of), fc.array(rowIn(of), { maxLength: 80 })));

test("law: a whole number survives, whatever its size and sign", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -(2 ** 52), max: 2 ** 52 - 1 })), (numbers) => {
      const writer = createVarintWriter();
      for (const one of numbers) writer.putSigned(one);
      const reader = createVarintReader(writer.take());
      expect(numbers.map(() => reader.nextSigned())).toEqual(numbers);
      expect(reader.isAtEnd()).toBe(true);
    }),
  );
});

test("law: rows and hours come out as they went in; bytes that are cut are refused", () => {
  fc.assert(
    fc.property(anHour, ([of, rows]) => {
      for (const { layout, at, part, receivedAt, values } of rows)
        expect(unpackRow(layout, receivedAt, packRow(at, part, receivedAt, values))).toEqual({
          ...{ layout, at, part, receivedAt, values },
        });
      const sorted = mergeRows([], rows);
      const packed = packHour(of, sorted);
      expect(rowsOf(unpackHour(of, packed)).sort(byTime)).toEqual(sorted);
      if (sorted.length > 0) expect(() => unpackHour(of, packed.subarray(0, packed.length - 1))).toThrow();
    }),
  );
});

test("law: rows added twice, or in another order of parts, are there once; what stands first stays", () => {
  fc.assert(
    fc.property(anHour, fc.nat(80), ([, rows], cut) => {
      const once = mergeRows([], rows);
      expect(mergeRows(mergeRows([], rows.slice(0, cut)), rows.slice(cut))).toEqual(once);
      expect(mergeRows(once, rows)).toEqual(once);
      expect(new Set(once.map(({ at, part }) => `${at} ${part}`)).size).toBe(once.length);
    }),
  );
});

test("law: summaries of hours come out as they went in", () => {
  const small = fc.tuple(
    fc.integer({ min: -20, max: 20 }),
    fc.array(
      fc.tuple(fc.integer({ min: 1, max: 3 }), fc.array(fc.integer({ min: -1e12, max: 1e12 }), { maxLength: 4 })),
    ),
  );
  fc.assert(
    fc.property(small, ([period, rows]) => {
      const nameOf = (layout: number, index: number) => ({ name: `${layout}/${index}`, isGood: index < 3 });
      const hours = new Map(
        [0, 3, 7].map((n) => [
          period * 8 + n,
          summarise(
            rows.slice(n).map(([layout, values]) => ({ layout, at: 0, part: 0, receivedAt: 0, values })),
            nameOf,
          ),
        ]),
      );
      const kept = [...hours].filter(([, summaries]) => summaries.size > 0);
      expect(unpackPeriod(period, packPeriod(hours))).toEqual(new Map(kept));
    }),
  );
});
