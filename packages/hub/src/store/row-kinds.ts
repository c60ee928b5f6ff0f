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

/** What rows of one device with the same components, quantities and qualities have in common. */
export type RowKind = {
  /** Text of their layout. */ readonly series: string;
  /** When the values of one were written down as newest. */ latestAt: number;
};

export type RowKinds = {
  /** @throws StoreError bad-text for a layout that cannot be stored */ of(row: ReadingRow): RowKind;
  /** Whether the values of this row are to be written down as newest; asked once for each. */
  isLatestDue(kind: RowKind, row: ReadingRow): boolean;
};

export const createRowKinds = (): RowKinds => {
  const known = new Map<string, RowKind>();
  return {
    of: ({ deviceId, values }) => {
      let name = deviceId;
      for (const { component, quantity, quality } of values) name += ` ${component ?? ""} ${quantity} ${quality}`;
      const found = known.get(name);
      if (found !== undefined) return found;
      if (known.size >= KINDS_MAX) known.clear();
      const kind: RowKind = { series: seriesText(values), latestAt: Number.NEGATIVE_INFINITY };
      known.set(name, kind);
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
