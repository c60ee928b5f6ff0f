import type { DatabaseSync } from "node:sqlite";
import type { SessionRow } from "../ports/charging.ts";

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

/** Writes sessions and keeps their sums: what a session was is taken off before what it is is added, so that writing it again changes nothing. */
export const createChargingWriter = (database: DatabaseSync): ((tenant: string, row: SessionRow) => void) => {
  const read = database.prepare("SELECT * FROM charging_session WHERE tenant = ? AND id = ?");
  const write = database.prepare(
    "INSERT OR REPLACE INTO charging_session VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const readHour = database.prepare(
    "SELECT * FROM charging_hour WHERE tenant = ? AND hour = ? AND unit = ? AND component = ?",
  );
  const writeHour = database.prepare("INSERT OR REPLACE INTO charging_hour VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");

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

  return (tenant, row) => {
    const before = read.get(tenant, row.id);
    if (before !== undefined) add(tenant, shareOf(sessionOfRow(before)), -1);
    add(tenant, shareOf(row), 1);
    write.run(
      ...([tenant, row.id, row.deviceId, row.componentId, row.unitId, row.order, row.startedAt, row.endedAt] as const),
      ...([row.energy, row.amount, row.maxPower, row.end, row.isAbnormal ? 1 : 0, row.rawCode] as const),
    );
  };
};
