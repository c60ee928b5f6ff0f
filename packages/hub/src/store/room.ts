import type { DatabaseSync } from "node:sqlite";
import type { Job, PackedWrite } from "./message.ts";

/** What SQLite takes for no bound. */
const PAGES_MAX = 4_294_967_294;
const PAGE_BYTES = 4_096;
/** At most so much is kept for alarms: 64 MiB. */
const RESERVE_PAGES = 16_384;
/** A small disk keeps this part of itself. */
const RESERVE_PART = 16;
/** No transaction takes as much as this: 256 MiB. With so much room no bound need be set. */
const PLENTY_PAGES = 65_536;

/** Up to how many pages the file may grow, for what is no alarm and for everything. */
export type PageBounds = { readonly ordinary: number; readonly all: number };

/**
 * Alarms come last when room ends (EF-4.4.3, SEC-BAK-07): what is no alarm must leave a reserve. Pure.
 *
 * @param maxPages - bound of the file in pages; 0: the disk alone bounds it
 * @param pages - pages of the file now
 * @param freeBytes - what the disk has left
 */
export const pageBounds = (maxPages: number, pages: number, freeBytes: number): PageBounds => {
  const all = maxPages > 0 ? maxPages : PAGES_MAX;
  const most = Math.min(all, pages + Math.floor(freeBytes / PAGE_BYTES));
  return { ordinary: most - Math.min(RESERVE_PAGES, Math.ceil(most / RESERVE_PART)), all };
};

/**
 * Whether a job may take of the reserve: one with an alarm in it, with whatever comes along, and what keeps people and
 * couriers at work (sign-in, audit, queues). Frames, readings and other records may not.
 */
export const mayTakeReserve = (job: Job): boolean =>
  job.kind !== "batch" || job.writes.some(hasAlarm) || !job.writes.some(([op]) => ORDINARY.has(op));

const hasAlarm = (write: PackedWrite): boolean =>
  (write[0] === "put" && write[1] === "alarm") ||
  (write[0] === "stranger" && write[5].length > 0) ||
  write[0] === "claim";

/** What makes the file grow and can wait. */
const ORDINARY = new Set<PackedWrite[0]>([
  "frame",
  "reading",
  "session",
  "state",
  "undecodable",
  "stranger",
  "put",
  "sent",
]);

/**
 * Bounds one database's growth. `ordinary` and `all` say what the next transaction may take.
 *
 * @param freeBytes - what the disk has left
 */
export const createRoom = (database: DatabaseSync, freeBytes: () => number, maxPages: number) => {
  const count = database.prepare("PRAGMA page_count");
  let bounds = pageBounds(maxPages, 0, Number.MAX_SAFE_INTEGER);
  let bound = 0;
  const set = (pages: number): void => {
    // SQLite itself never goes below the pages that are there.
    if (pages !== bound) database.exec(`PRAGMA max_page_count = ${Math.max(1, pages)}`);
    bound = pages;
  };
  return {
    ordinary: (): void => {
      const free = freeBytes();
      // With so much room the pages that are there need not be counted.
      const isPlenty = maxPages === 0 && free > (PLENTY_PAGES + RESERVE_PAGES) * PAGE_BYTES;
      const pages = isPlenty ? 0 : Number(count.get()?.page_count);
      bounds = pageBounds(maxPages, pages, free);
      set(bounds.ordinary - pages > PLENTY_PAGES ? bounds.all : bounds.ordinary);
    },
    all: (): void => set(bounds.all),
  };
};
