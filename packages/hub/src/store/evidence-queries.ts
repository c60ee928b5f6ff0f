import type { DatabaseSync } from "node:sqlite";
import type { FrameQuery } from "../ports/evidence.ts";
import { idBytes, idText } from "./evidence-writer.ts";
import { PositionError } from "./page-query.ts";

type Row = { readonly [column: string]: unknown };

/** Frames that one page looks through: they have no index but their time, so that storing one stays cheap. */
const SCAN_MAX = 50_000;
/** An id's time is that of its making, which follows the receipt. Milliseconds. */
const MADE_WITHIN_MS = 60_000;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";
const LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** Reads what arrived as it arrived, as plain functions of plain arguments. */
export const createEvidenceQueries = (database: DatabaseSync) => {
  const all = (sql: string): ((...args: (string | number | null | Uint8Array)[]) => Row[]) => {
    const statement = database.prepare(sql);
    return (...args) => statement.all(...args) as Row[];
  };
  const strangers = all(
    `SELECT * FROM stranger WHERE tenant = ? AND dismissed_at IS NULL
     ORDER BY last_seen_at DESC, wire_address LIMIT ?`,
  );
  const stranger = all("SELECT * FROM stranger WHERE tenant = ? AND protocol = ? AND wire_address = ?");
  const unclaimed = all(
    "SELECT body FROM unclaimed_alarm WHERE tenant = ? AND protocol = ? AND wire_address = ? ORDER BY id LIMIT 100",
  );
  const undecodable = all("SELECT * FROM undecodable WHERE tenant = ? ORDER BY id DESC LIMIT ?");
  const refused = all("SELECT * FROM undecodable WHERE tenant = ? AND id = ?");
  const frame = all("SELECT * FROM frame WHERE tenant = ? AND id = ?");
  const frames = database.prepare(
    `SELECT * FROM (SELECT * FROM frame WHERE id < :before AND id >= :first ORDER BY id DESC LIMIT ${SCAN_MAX})
     WHERE tenant = :tenant AND (:device IS NULL OR device = :device) AND (:protocol IS NULL OR protocol = :protocol)
       AND received_at >= :from AND received_at < :to LIMIT :limit`,
  );
  const scanned = all(`SELECT id FROM frame WHERE id < ? AND id >= ? ORDER BY id DESC LIMIT 1 OFFSET ${SCAN_MAX - 1}`);

  const strangerRow = (row: Row) => ({
    protocol: row.protocol,
    wireAddress: row.wire_address,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    frames: row.frames,
    alarms: unclaimed(row.tenant as string, row.protocol as string, row.wire_address as string).map((alarm) =>
      JSON.parse(alarm.body as string),
    ),
    dismissedAt: row.dismissed_at,
  });
  const refusedRow = (row: Row) => ({
    id: idText(row.id as Uint8Array),
    protocol: row.protocol,
    receivedAt: row.received_at,
    remote: row.remote,
    bytes: row.bytes,
    error: JSON.parse(row.error as string),
  });
  const frameRow = (row: Row) => ({
    id: idText(row.id as Uint8Array),
    protocol: row.protocol,
    wireAddress: row.wire_address,
    deviceId: row.device,
    receivedAt: row.received_at,
    remote: row.remote,
    bytes: row.bytes,
  });

  return {
    strangers: (tenant: string, limit: number) => strangers(tenant, limit).map(strangerRow),
    stranger: (tenant: string, protocol: string, address: string) =>
      stranger(tenant, protocol, address).map(strangerRow)[0] ?? null,
    undecodable: (tenant: string, limit: number) => undecodable(tenant, limit).map(refusedRow),
    refusedFrame: (tenant: string, id: string) => refused(tenant, idBytes(id)).map(refusedRow)[0] ?? null,
    frame: (tenant: string, id: string) => frame(tenant, idBytes(id)).map(frameRow)[0] ?? null,
    frames: (tenant: string, { deviceId, protocol, from, to, after, limit }: FrameQuery) => {
      const before = idBytes(after === null ? (to === null ? LAST_ID : idAt(to + MADE_WITHIN_MS)) : positionId(after));
      const first = idBytes(from === null ? FIRST_ID : idAt(from));
      const rows = frames.all({
        before,
        first,
        tenant,
        device: deviceId,
        protocol,
        from: from ?? Number.MIN_SAFE_INTEGER,
        to: to ?? Number.MAX_SAFE_INTEGER,
        limit: limit + 1,
      }) as Row[];
      const kept = rows.slice(0, limit).map(frameRow);
      const end =
        rows.length > limit ? kept.at(-1)?.id : scanned(before, first).map(({ id }) => idText(id as Uint8Array))[0];
      return { items: kept, next: end ?? null };
    },
  };
};

/** The least UUIDv7 of an instant. */
const idAt = (at: number): string => {
  const hex = Math.max(0, Math.min(at, 0xffff_ffff_ffff)).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
};

const positionId = (text: string): string => {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text))
    throw new PositionError(`frames: ${JSON.stringify(text)} is no position`);
  return text;
};
