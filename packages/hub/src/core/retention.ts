import type { Instant } from "@dianan/model";

/** Data sets with a time for which they are kept (保存期限). Public: one may be added. */
export const datasets = [
  "alarms",
  "readings",
  "presence",
  "sessions",
  "frames",
  "audit",
  "notifications",
  "reports",
  "files",
] as const;
export type Dataset = (typeof datasets)[number];

/** Those of which what is old is removed: they grow with time. Everything else is kept. */
export const expiring = [
  "readings",
  "presence",
  "sessions",
  "frames",
  "notifications",
] as const satisfies readonly Dataset[];
export type ExpiringDataset = (typeof expiring)[number];
export const isExpiring = (dataset: Dataset): dataset is ExpiringDataset =>
  (expiring as readonly Dataset[]).includes(dataset);

const DAY_MS = 86_400_000;
/** EF-4.4.3, CP-3.4.3: nothing younger than a year is ever removed. A leap year has 366 days. */
export const RETENTION_LEAST_MS = 366 * DAY_MS;
/** Days until somebody sets others: three years of what expires, and five of charging sessions, which is how far statistics reach. */
const DEFAULT_DAYS: { readonly [D in ExpiringDataset]: number } = {
  ...{ readings: 1_095, presence: 1_095, sessions: 1_826, frames: 1_095, notifications: 1_095 },
};
/** Longest that can be said; for what is kept without end. */
const DAYS_MAX = 36_500;

export const defaultDays = (dataset: Dataset): number => (isExpiring(dataset) ? DEFAULT_DAYS[dataset] : DAYS_MAX);

/**
 * The time by which it is judged what is old. It goes no faster than time does, so that a clock that leaps ahead removes nothing; while
 * the hub is down it stands, and everything is kept that much longer.
 *
 * @param before - what it was; null: it begins now
 * @param elapsedMs - since then, by a clock that nobody sets
 */
export const retentionTime = (before: number | null, now: number, elapsedMs: number): number =>
  before === null ? now : Math.min(now, before + elapsedMs);

/** Legal hold (证据保全): what was received or measured at `since` or later stays until somebody lifts it. */
export type Hold = { readonly since: Instant; readonly reason: string };

/** What was received before this may go. Milliseconds UTC. */
export const expiryLimit = (time: number, days: number, hold: Hold | null): number =>
  Math.min(time - Math.max(days * DAY_MS, RETENTION_LEAST_MS), hold?.since ?? Number.POSITIVE_INFINITY);

/** When the oldest row may go; null: not before a hold is lifted. */
export const nextExpiry = (oldestAt: number, days: number, hold: Hold | null): number | null =>
  hold !== null && oldestAt >= hold.since ? null : oldestAt + Math.max(days * DAY_MS, RETENTION_LEAST_MS);
