import type { DatabaseSync } from "node:sqlite";
import { type BlockWriter, createBlockWriter } from "./reading-blocks.ts";
import { createLayoutIds, createLayouts } from "./reading-layouts.ts";
import { HOUR_MS, type PackedRow, unpackRow } from "./reading-pack.ts";

/** So many rows in the tail are due to be packed, and as soon as the oldest has been there for an hour. */
const DUE_ROWS = 50_000;
/** Rows that one pass packs: they are in memory meanwhile. */
const PASS_ROWS = 100_000;
// What one step does: frames wait for it.
const READ_ROWS = 2_000;
const PACK_HOURS = 20;
const DROP_ROWS = 10_000;

const SEQ = "reading-seq";

/** Appends readings, and packs what was appended into hours of devices. */
export type ReadingWriter = {
  append(tenant: string, device: string, receivedAt: number, series: string, packed: Uint8Array): void;
  /**
   * One step of packing, part of a transaction. A pass reads the oldest rows, packs them device by device, then drops them from the
   * tail; readers take a row once that is in both. Cut off anywhere, a pass begins anew and comes to the same.
   *
   * @param isAll - whether all there is is due
   * @returns whether there is more to do
   */
  pack(now: number, isAll: boolean): boolean;
  /** Of what is packed: the rows of an hour that are older. Returns how many are gone. */
  readonly removeOld: BlockWriter["removeOld"];
  /** Begins anew, after a rollback. */ reset(): void;
};

type Hour = { readonly tenant: string; readonly device: string; readonly hour: number; readonly rows: PackedRow[] };
type Pass = { readonly until: number; next: number; readonly hours: Map<string, Hour> };

export const createReadingWriter = (database: DatabaseSync): ReadingWriter => {
  const ids = createLayoutIds(database);
  const layouts = createLayouts(database);
  const blocks = createBlockWriter(database, layouts);
  const insert = database.prepare("INSERT INTO reading_tail VALUES (?, ?, ?, ?)");
  const oldest = database.prepare("SELECT seq, received_at FROM reading_tail ORDER BY seq LIMIT 1");
  const highest = database.prepare(
    "SELECT max((SELECT coalesce(max(seq), 0) FROM reading_tail), coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE name = ?), 0)) AS seq",
  );
  const read = database.prepare(
    "SELECT seq, layout, received_at, packed FROM reading_tail WHERE seq >= ? AND seq <= ? ORDER BY seq LIMIT ?",
  );
  const drop = database.prepare("DELETE FROM reading_tail WHERE seq <= ?");
  // A place in the tail is never given twice: readers go on behind the last that they have seen.
  const keepSeq = database.prepare(
    "INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
  );
  let seq: number | null = null;
  let pass: Pass | null = null;

  const lastSeq = (): number => {
    seq ??= Number(highest.get(SEQ)?.seq);
    return seq;
  };
  const readMore = (now: Pass): void => {
    const rows = read.all(now.next, now.until, READ_ROWS);
    for (const row of rows) {
      const layout = Number(row.layout);
      const packed = unpackRow(layout, Number(row.received_at), row.packed as Uint8Array);
      const { tenant, device } = layouts.of(layout);
      const hour = Math.floor(packed.at / HOUR_MS);
      const name = `${tenant} ${device} ${hour}`;
      const found = now.hours.get(name);
      if (found === undefined) now.hours.set(name, { tenant, device, hour, rows: [packed] });
      else found.rows.push(packed);
    }
    now.next = rows.length < READ_ROWS ? now.until + 1 : Number(rows.at(-1)?.seq) + 1;
  };
  const packSome = ({ hours }: Pass): void => {
    let packed = 0;
    for (const [name, { tenant, device, hour, rows }] of hours) {
      blocks.add(tenant, device, hour, rows);
      hours.delete(name);
      packed += 1;
      if (packed === PACK_HOURS) return;
    }
  };
  /** @returns whether all are gone */
  const dropSome = ({ until }: Pass): boolean => {
    const first = Number(oldest.get()?.seq ?? until);
    const upTo = Math.min(until, first + DROP_ROWS);
    drop.run(upTo);
    keepSeq.run(SEQ, String(lastSeq()));
    return upTo === until;
  };

  return {
    append: (tenant, device, receivedAt, series, packed) => {
      const layout = ids.idOf(tenant, device, series);
      seq = lastSeq() + 1;
      insert.run(seq, layout, receivedAt, packed);
    },
    pack: (now, isAll) => {
      if (pass === null) {
        const first = oldest.get();
        if (first === undefined) return false;
        const from = Number(first.seq);
        const isDue = isAll || lastSeq() - from >= DUE_ROWS || Number(first.received_at) <= now - HOUR_MS;
        if (!isDue) return false;
        pass = { until: Math.min(lastSeq(), from + PASS_ROWS - 1), next: from, hours: new Map() };
      }
      if (pass.next <= pass.until) readMore(pass);
      else if (pass.hours.size > 0) packSome(pass);
      else if (dropSome(pass)) pass = null;
      return true;
    },
    removeOld: blocks.removeOld,
    reset: () => {
      ids.reset();
      layouts.reset();
      seq = null;
      pass = null;
    },
  };
};
