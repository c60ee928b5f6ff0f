import type { ReadingRow } from "../ports/readings.ts";
import { shardOf } from "./shard.ts";

/** The newest value of a component's quantity is written down about this often, not with each reading. Milliseconds. */
const WRITE_MS = 10 * 60_000;
/**
 * A value that came later than this after one that was written down was written down itself: twice {@link WRITE_MS}, as a batch may
 * fail, and what the clock may be off. Milliseconds.
 */
export const LATEST_WITHIN_MS = 25 * 60_000;
/** Kinds of rows watched: a device sends a few of them. */
const KINDS_MAX = 200_000;

/** Whether the values of a row are to be written down as newest. */
export type LatestDue = (row: ReadingRow) => boolean;

export const createLatestDue = (): LatestDue => {
  const written = new Map<string, number>();
  return ({ deviceId, receivedAt, values }) => {
    let kind = deviceId;
    for (const { component, quantity } of values) kind += ` ${component ?? ""} ${quantity}`;
    const before = written.get(kind);
    // Devices that report at the same time are not due at the same time.
    const everyMs = WRITE_MS - shardOf(deviceId) * 1_000;
    if (before !== undefined && Math.abs(receivedAt - before) < everyMs) return false;
    if (written.size >= KINDS_MAX) written.clear();
    written.set(kind, receivedAt);
    return true;
  };
};
