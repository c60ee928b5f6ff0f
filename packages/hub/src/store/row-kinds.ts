import type { ReadingRow } from "../ports/readings.ts";
import { seriesText } from "./reading-layouts.ts";
import { shardOf } from "./shard.ts";

/** The newest value of a component's quantity is written down about this often, not with each reading. Milliseconds. */
const WRITE_MS = 10 * 60_000;
/**
 * A value that came later than this after one that was written down was written down itself: twice {@link WRITE_MS}, as a batch may
 * fail, and what the clock may be off. Milliseconds.
 */
export const LATEST_WITHIN_MS = 25 * 60_000;
/** Kinds of rows remembered: a device sends a few of them. */
const KINDS_MAX = 200_000;
/** A device that has another kind each time is not searched through for long. */
const OF_DEVICE_MAX = 32;
const NONE: readonly RowKind[] = [];

/** What rows of one device with the same components, quantities and qualities have in common. */
export type RowKind = {
  readonly like: ReadingRow["values"];
  /** Text of their layout. */ readonly series: string;
  /** The same as it travels. */ readonly seriesBytes: Uint8Array;
  /** When the values of one were written down as newest. */ latestAt: number;
};

export type RowKinds = {
  /** @throws StoreError bad-text for a layout that cannot be stored */ of(row: ReadingRow): RowKind;
  /** Whether the values of this row are to be written down as newest; asked once for each. */
  isLatestDue(kind: RowKind, row: ReadingRow): boolean;
};

/** Whether two rows have the same components, quantities and qualities in the same places. */
const isLike = (one: ReadingRow["values"], other: ReadingRow["values"]): boolean => {
  if (one.length !== other.length) return false;
  for (let n = 0; n < one.length; n += 1) {
    const [a, b] = [one[n], other[n]];
    if (a?.component !== b?.component || a?.quantity !== b?.quantity || a?.quality !== b?.quality) return false;
  }
  return true;
};

export const createRowKinds = (): RowKinds => {
  const known = new Map<string, readonly RowKind[]>();
  let count = 0;
  return {
    of: ({ deviceId, values }) => {
      const own = known.get(deviceId) ?? NONE;
      for (const kind of own) if (isLike(kind.like, values)) return kind;
      const series = seriesText(values);
      const seriesBytes = Buffer.from(series, "utf8");
      const kind: RowKind = { like: values, series, seriesBytes, latestAt: Number.NEGATIVE_INFINITY };
      if (count >= KINDS_MAX) {
        known.clear();
        count = 0;
      }
      count += 1;
      known.set(deviceId, own.length < OF_DEVICE_MAX ? [...own, kind] : [kind]);
      return kind;
    },
    isLatestDue: (kind, { deviceId, receivedAt }) => {
      // Devices that report at the same time are not due at the same time.
      if (Math.abs(receivedAt - kind.latestAt) < WRITE_MS - shardOf(deviceId) * 1_000) return false;
      kind.latestAt = receivedAt;
      return true;
    },
  };
};
