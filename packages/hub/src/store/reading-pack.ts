import { deflateRawSync, inflateRawSync } from "node:zlib";
import { createVarintReader, createVarintWriter } from "./varints.ts";

export const HOUR_MS = 3_600_000;

/** A row as it is packed: its layout says what its values are. Times in milliseconds UTC. */
export type PackedRow = {
  /** Id of the layout: which component, quantity and quality each value has. */ readonly layout: number;
  readonly at: number;
  readonly part: number;
  readonly receivedAt: number;
  readonly values: readonly number[];
};

/** Rows of one layout, column by column, in the order of their times. */
export type PackedColumns = {
  readonly layout: number;
  readonly at: Float64Array;
  readonly part: Float64Array;
  readonly receivedAt: Float64Array;
  readonly values: readonly Float64Array[];
};

const writer = createVarintWriter();

/** One row as it stands until its hour is packed, good until the next call. The time of receipt is beside it. */
export const packRow = (at: number, part: number, receivedAt: number, values: readonly number[]): Uint8Array => {
  writer.putSigned(receivedAt - at);
  writer.put(part);
  for (const value of values) writer.putSigned(value);
  return writer.take();
};

export const unpackRow = (layout: number, receivedAt: number, bytes: Uint8Array): PackedRow => {
  const reader = createVarintReader(bytes);
  const at = receivedAt - reader.nextSigned();
  const part = reader.next();
  const values: number[] = [];
  while (!reader.isAtEnd()) values.push(reader.nextSigned());
  return { layout, at, part, receivedAt, values };
};

/** Before and after in time; rows of one instant by their part. */
export const byTime = (a: PackedRow, b: PackedRow): number => a.at - b.at || a.part - b.part;

const PLAIN = 0;
const DEFLATED = 1;

/**
 * An hour of a device: for each layout its columns, each number as the difference to the one before it; deflated where that is shorter.
 *
 * @param rows - in the order of their times
 */
export const packHour = (hour: number, rows: readonly PackedRow[]): Uint8Array => {
  const groups = new Map<number, PackedRow[]>();
  for (const row of rows) {
    const group = groups.get(row.layout);
    if (group === undefined) groups.set(row.layout, [row]);
    else group.push(row);
  }
  for (const [layout, group] of groups) {
    const width = group[0]?.values.length ?? 0;
    writer.put(layout);
    writer.put(group.length);
    writer.put(width);
    let [before, step] = [hour * HOUR_MS, 0];
    for (const { at } of group) {
      writer.putSigned(at - before - step);
      [before, step] = [at, at - before];
    }
    differences(group, (row) => row.part);
    differences(group, (row) => row.receivedAt - row.at);
    for (let column = 0; column < width; column += 1) differences(group, (row) => row.values[column] as number);
  }
  const plain = writer.take();
  const deflated = deflateRawSync(plain);
  const [kind, body] = deflated.length < plain.length ? [DEFLATED, deflated] : [PLAIN, plain];
  const bytes = new Uint8Array(body.length + 1);
  bytes[0] = kind;
  bytes.set(body, 1);
  return bytes;
};

const differences = (rows: readonly PackedRow[], of: (row: PackedRow) => number): void => {
  let before = 0;
  for (const row of rows) {
    const value = of(row);
    writer.putSigned(value - before);
    before = value;
  }
};

export const unpackHour = (hour: number, bytes: Uint8Array): readonly PackedColumns[] => {
  const body = bytes.subarray(1);
  const reader = createVarintReader(bytes[0] === DEFLATED ? inflateRawSync(body) : body);
  const groups: PackedColumns[] = [];
  while (!reader.isAtEnd()) {
    const [layout, count, width] = [reader.next(), reader.next(), reader.next()];
    const at = reader.nextSums(count);
    let before = hour * HOUR_MS;
    for (let n = 0; n < count; n += 1) {
      before += at[n] as number;
      at[n] = before;
    }
    const part = reader.nextSums(count);
    const receivedAt = reader.nextSums(count);
    for (let n = 0; n < count; n += 1) receivedAt[n] = (receivedAt[n] as number) + (at[n] as number);
    const values = Array.from({ length: width }, () => reader.nextSums(count));
    groups.push({ layout, at, part, receivedAt, values });
  }
  return groups;
};

/** Rows of an hour, in the order of their times. */
export const rowsOf = (groups: readonly PackedColumns[]): PackedRow[] => {
  const rows: PackedRow[] = [];
  for (const { layout, at, part, receivedAt, values } of groups)
    for (let n = 0; n < at.length; n += 1)
      rows.push({
        layout,
        at: at[n] as number,
        part: part[n] as number,
        receivedAt: receivedAt[n] as number,
        values: values.map((column) => column[n] as number),
      });
  return groups.length > 1 ? rows.sort(byTime) : rows;
};

/** Rows of both, each time and part once: what is in `kept` stands, then what comes first in `more`. */
export const mergeRows = (kept: readonly PackedRow[], more: readonly PackedRow[]): PackedRow[] => {
  const found = new Map<string, PackedRow>();
  for (const rows of [kept, more])
    for (const row of rows) {
      const place = `${row.at} ${row.part}`;
      if (!found.has(place)) found.set(place, row);
    }
  return [...found.values()].sort(byTime);
};
