import type { PackedRow } from "./reading-pack.ts";
import { createVarintReader, createVarintWriter } from "./varints.ts";

/** Hours whose summaries are one row of the store. Eight: a day of any zone whose offset divides by 8 h is three rows. */
export const PERIOD_HOURS = 8;

/** What the good values of one component's quantity were in a time. */
export type Summary = {
  readonly count: number;
  readonly min: number;
  readonly max: number;
  readonly sum: number;
  readonly last: number;
};

export const summaryWith = (before: Summary | undefined, value: number): Summary =>
  before === undefined
    ? { count: 1, min: value, max: value, sum: value, last: value }
    : {
        count: before.count + 1,
        min: Math.min(before.min, value),
        max: Math.max(before.max, value),
        sum: before.sum + value,
        last: value,
      };

/** A place in a layout as one number: layouts have at most as many values. */
export const PLACES = 65_536;

/** What a place stands for, and whether its values count: those that are good. */
export type NameOf = (layout: number, index: number) => { readonly name: string; readonly isGood: boolean };

/** An hour's rows as summaries, each named by the first place in a layout that it has. `rows` in the order of their times. */
export const summarise = (rows: readonly PackedRow[], nameOf: NameOf): ReadonlyMap<number, Summary> => {
  const places = new Map<string, number>();
  const found = new Map<number, Summary>();
  for (const { layout, values } of rows)
    for (const [index, value] of values.entries()) {
      const { name, isGood } = nameOf(layout, index);
      if (!isGood) continue;
      let place = places.get(name);
      if (place === undefined) {
        place = layout * PLACES + index;
        places.set(name, place);
      }
      found.set(place, summaryWith(found.get(place), value));
    }
  return found;
};

/** Summaries of the hours of a period. */
export type PeriodSummaries = ReadonlyMap<number, ReadonlyMap<number, Summary>>;

const writer = createVarintWriter();

/** @param hours - by hour since 1970 */
export const packPeriod = (hours: PeriodSummaries): Uint8Array => {
  for (const [hour, summaries] of [...hours].sort(([a], [b]) => a - b)) {
    if (summaries.size === 0) continue;
    writer.put(((hour % PERIOD_HOURS) + PERIOD_HOURS) % PERIOD_HOURS);
    writer.put(summaries.size);
    let before = 0;
    for (const [place, { count, min, max, sum, last }] of [...summaries].sort(([a], [b]) => a - b)) {
      writer.put(place - before);
      before = place;
      writer.put(count);
      writer.putSigned(min);
      writer.put(max - min);
      writer.put(last - min);
      writer.put(sum - count * min);
    }
  }
  return writer.take().slice();
};

/** Reads the summaries of a period one by one: hours in their order, places in theirs. */
export const eachSummary = (
  period: number,
  bytes: Uint8Array,
  take: (hour: number, place: number, summary: Summary) => void,
): void => {
  const reader = createVarintReader(bytes);
  while (!reader.isAtEnd()) {
    const hour = period * PERIOD_HOURS + reader.next();
    let place = 0;
    for (let left = reader.next(); left > 0; left -= 1) {
      place += reader.next();
      const [count, min] = [reader.next(), reader.nextSigned()];
      const [max, last] = [reader.next() + min, reader.next() + min];
      take(hour, place, { count, min, max, last, sum: reader.next() + count * min });
    }
  }
};

export const unpackPeriod = (period: number, bytes: Uint8Array): Map<number, Map<number, Summary>> => {
  const hours = new Map<number, Map<number, Summary>>();
  eachSummary(period, bytes, (hour, place, summary) => {
    const summaries = hours.get(hour) ?? new Map<number, Summary>();
    hours.set(hour, summaries.set(place, summary));
  });
  return hours;
};
