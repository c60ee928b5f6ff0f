import type { DatabaseSync } from "node:sqlite";
import type { PackedWrite } from "./message.ts";
import type { Series } from "./reading-layouts.ts";
import { unpackRow } from "./reading-pack.ts";
import { shardOf } from "./shard.ts";

/** Writes down the newest value of each component and quantity (最新测量值). */
export type LatestWriter = {
  put(tenant: string, write: Extract<PackedWrite, readonly ["reading", ...unknown[]]>, packed: Uint8Array): void;
  /** What a clock that was ahead has stamped counts as measured and received at this time: what comes now is newer. */
  notAfter(tenant: string, at: number): void;
};

export const createLatestWriter = (database: DatabaseSync): LatestWriter => {
  // A late value is no newest one; but from then on it is known again that none came before.
  const newest = database.prepare(
    `INSERT INTO latest_reading VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?7)
     ON CONFLICT (shard, tenant, device, component, quantity) DO UPDATE SET
       received_at = iif(excluded.at >= at, excluded.received_at, received_at),
       value = iif(excluded.at >= at, excluded.value, value),
       quality = iif(excluded.at >= at, excluded.quality, quality),
       at = max(excluded.at, at), written_at = max(excluded.written_at, written_at)`,
  );
  const back = database.prepare(
    `UPDATE latest_reading SET at = min(at, ?2), received_at = min(received_at, ?2), written_at = min(written_at, ?2)
     WHERE tenant = ?1 AND max(at, received_at, written_at) > ?2`,
  );
  const put: LatestWriter["put"] = (tenant, [, deviceId, at, , receivedAt, series], packed) => {
    const shard = shardOf(deviceId);
    const { values } = unpackRow(0, receivedAt, packed);
    for (const [n, [component, quantity, quality]] of (JSON.parse(series) as Series[]).entries()) {
      const value = values[n] as number;
      newest.run(shard, tenant, deviceId, component ?? "", quantity, at, receivedAt, value, quality);
    }
  };
  return { put, notAfter: (tenant, at) => void back.run(tenant, at) };
};
