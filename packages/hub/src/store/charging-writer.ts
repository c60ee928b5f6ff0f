import type { DatabaseSync } from "node:sqlite";
import type { SessionRow } from "../ports/charging.ts";
import type { ExpiryPart } from "../ports/retention.ts";

const HOUR_MS = 3_600_000;

/** What a session adds to the sums of the hour in which it began. */
type Share = {
  readonly hour: number;
  readonly unit: string;
  readonly component: string;
  readonly abnormal: number;
  readonly energy: number;
  readonly chargedMs: number;
  readonly end: string | null;
};

const shareOf = (row: SessionRow): Share => ({
  hour: Math.floor(row.startedAt / HOUR_MS) * HOUR_MS,
  unit: row.unitId,
  component: row.componentId,
  abnormal: row.isAbnormal ? 1 : 0,
  energy: row.energy ?? 0,
  chargedMs: row.endedAt === null ? 0 : row.endedAt - row.startedAt,
  end: row.end,
});

export const sessionOfRow = (row: { readonly [column: string]: unknown }): SessionRow =>
  ({
    id: row.id,
    deviceId: row.device,
    componentId: row.component,
    unitId: row.unit,
    order: row.order_number,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    energy: row.energy,
    amount: row.amount,
    maxPower: row.max_power,
    end: row.end_reason,
    isAbnormal: row.is_abnormal === 1,
    rawCode: row.raw_code,
  }) as SessionRow;

export type ChargingWriter = {
  put(tenant: string, row: SessionRow, receivedAt: number): void;
  /** Removes sessions that were told of, and had ended, before a limit; how many. */
  removeOld(part: Pick<ExpiryPart, "tenant" | "before" | "limit">): number;
};

/**
 * Writes sessions and keeps their sums: what a session was is taken off before what it is is added, so that writing it again changes
 * nothing, and the sums are always those of the sessions that are there.
 */
export const createChargingWriter = (database: DatabaseSync): ChargingWriter => {
  const read = database.prepare("SELECT * FROM charging_session WHERE tenant = ? AND id = ?");
  const write = database.prepare(
    "INSERT OR REPLACE INTO charging_session VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const readHour = database.prepare(
    "SELECT * FROM charging_hour WHERE tenant = ? AND hour = ? AND unit = ? AND component = ?",
  );
  const writeHour = database.prepare("INSERT OR REPLACE INTO charging_hour VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");

  const dropHour = database.prepare(
    "DELETE FROM charging_hour WHERE tenant = ? AND hour = ? AND unit = ? AND component = ? AND sessions = 0",
  );
  // The last two of a port say what it does now, and what was told of them may come again.
  const old = database.prepare(
    `SELECT * FROM charging_session AS old INDEXED BY charging_session_received
     WHERE tenant = ?1 AND received_at < ?2 AND started_at < ?2 AND coalesce(ended_at, started_at) < ?2
       AND id NOT IN (SELECT id FROM charging_session AS new INDEXED BY charging_session_component
         WHERE new.tenant = old.tenant AND new.component = old.component ORDER BY started_at DESC, id DESC LIMIT 2)
     ORDER BY received_at LIMIT ?3`,
  );
  const drop = database.prepare("DELETE FROM charging_session WHERE tenant = ? AND id = ?");

  const add = (tenant: string, share: Share, sign: 1 | -1): void => {
    const { hour, unit, component } = share;
    const before = readHour.get(tenant, hour, unit, component);
    const ends = JSON.parse(String(before?.ends ?? "{}")) as Record<string, number>;
    if (share.end !== null) ends[share.end] = (ends[share.end] ?? 0) + sign;
    const text = JSON.stringify(Object.fromEntries(Object.entries(ends).filter(([, count]) => count > 0)));
    const sum = (column: string, value: number): number => Number(before?.[column] ?? 0) + sign * value;
    writeHour.run(
      ...([tenant, hour, unit, component, sum("sessions", 1), sum("abnormal", share.abnormal)] as const),
      ...([sum("energy", share.energy), sum("charged_ms", share.chargedMs), text] as const),
    );
  };

  const put: ChargingWriter["put"] = (tenant, row, receivedAt) => {
    const before = read.get(tenant, row.id);
    if (before !== undefined) add(tenant, shareOf(sessionOfRow(before)), -1);
    add(tenant, shareOf(row), 1);
    const toldAt = Math.max(receivedAt, Number(before?.received_at ?? 0));
    write.run(
      ...([tenant, row.id, row.deviceId, row.componentId, row.unitId, row.order, row.startedAt, row.endedAt] as const),
      ...([row.energy, row.amount, row.maxPower, row.end, row.isAbnormal ? 1 : 0, row.rawCode, toldAt] as const),
    );
  };
  const removeOld: ChargingWriter["removeOld"] = ({ tenant, before, limit }) => {
    // Chosen before any goes: else the last two of a port would be others with each that goes.
    const rows = old.all(tenant, before, limit).map(sessionOfRow);
    for (const row of rows) {
      const share = shareOf(row);
      add(tenant, share, -1);
      dropHour.run(tenant, share.hour, share.unit, share.component);
      drop.run(tenant, row.id);
    }
    return rows.length;
  };
  return { put, removeOld };
};
