import type { DatabaseSync } from "node:sqlite";
import type { Layouts } from "./reading-layouts.ts";
import { HOUR_MS, type PackedRow, unpackRow } from "./reading-pack.ts";

/** Rows that are not yet packed into hours, by device and hour, as of the last call. */
export type ReadingTail = {
  /** Reads what came since. Before the hours are read: a row may then be in both, never in none. */ refresh(): void;
  /** In the order of arrival. */ rowsOf(tenant: string, device: string, hour: number): readonly PackedRow[];
  /** In no order. */ hoursOf(tenant: string, device: string): readonly number[];
};

type TailRow = PackedRow & { readonly seq: number };

/** The tail in memory: it has no order but that of arrival, so that a commit of many devices writes to one page. */
export const createReadingTail = (database: DatabaseSync, layouts: Layouts): ReadingTail => {
  const first = database.prepare("SELECT min(seq) AS seq FROM reading_tail");
  const read = database.prepare("SELECT seq, layout, received_at, packed FROM reading_tail WHERE seq > ? ORDER BY seq");
  const devices = new Map<string, Map<number, TailRow[]>>();
  let from = 0;
  let last = 0;

  const forget = (before: number): void => {
    for (const [name, hours] of devices) {
      for (const [hour, rows] of hours) {
        const kept = rows.filter(({ seq }) => seq >= before);
        if (kept.length === 0) hours.delete(hour);
        else if (kept.length < rows.length) hours.set(hour, kept);
      }
      if (hours.size === 0) devices.delete(name);
    }
  };
  const take = (tenant: string, device: string, row: TailRow): void => {
    const name = `${tenant} ${device}`;
    let hours = devices.get(name);
    if (hours === undefined) {
      hours = new Map();
      devices.set(name, hours);
    }
    const hour = Math.floor(row.at / HOUR_MS);
    const rows = hours.get(hour);
    if (rows === undefined) hours.set(hour, [row]);
    else rows.push(row);
  };

  return {
    refresh: () => {
      const least = Number(first.get()?.seq ?? last + 1);
      if (least > from) forget(least);
      from = least;
      for (const row of read.iterate(last)) {
        const { layout, received_at: receivedAt, packed } = row;
        const { tenant, device } = layouts.of(Number(layout));
        const one = unpackRow(Number(layout), Number(receivedAt), packed as Uint8Array);
        last = Number(row.seq);
        take(tenant, device, { ...one, seq: last });
      }
    },
    rowsOf: (tenant, device, hour) => devices.get(`${tenant} ${device}`)?.get(hour) ?? [],
    hoursOf: (tenant, device) => [...(devices.get(`${tenant} ${device}`)?.keys() ?? [])],
  };
};
