import type { DatabaseSync } from "node:sqlite";
import type { PackedWrite } from "./message.ts";
import type { Series } from "./reading-layouts.ts";
import { unpackRow } from "./reading-pack.ts";
import { shardOf } from "./shard.ts";

/** Writes down the newest value of each component and quantity (最新测量值). */
export type LatestWriter = (
  tenant: string,
  write: Extract<PackedWrite, readonly ["reading", ...unknown[]]>,
  packed: Uint8Array,
) => void;

export const createLatestWriter = (database: DatabaseSync): LatestWriter => {
  // A late value is no newest one; but from then on it is known again that none came before.
  const put = database.prepare(
    `INSERT INTO latest_reading VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?7)
     ON CONFLICT (shard, tenant, device, component, quantity) DO UPDATE SET
       received_at = iif(excluded.at >= at, excluded.received_at, received_at),
       value = iif(excluded.at >= at, excluded.value, value),
       quality = iif(excluded.at >= at, excluded.quality, quality),
       at = max(excluded.at, at), written_at = max(excluded.written_at, written_at)`,
  );
  return (tenant, [, deviceId, at, , receivedAt, series], packed) => {
    const shard = shardOf(deviceId);
    const { values } = unpackRow(0, receivedAt, packed);
    for (const [n, [component, quantity, quality]] of (JSON.parse(series) as Series[]).entries()) {
      const value = values[n] as number;
      put.run(shard, tenant, deviceId, component ?? "", quantity, at, receivedAt, value, quality);
    }
  };
};
