import type { DatabaseSync } from "node:sqlite";
import type { PackedWrite } from "./message.ts";
import { shardOf } from "./shard.ts";

/** Values of a row as they are stored. */
export type PackedValues = readonly (readonly [
  component: string | null,
  quantity: string,
  value: number,
  quality: string,
])[];

/** Writes down the newest value of each component and quantity (最新测量值). */
export type LatestWriter = (tenant: string, write: Extract<PackedWrite, readonly ["reading", ...unknown[]]>) => void;

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
  return (tenant, [, deviceId, at, , receivedAt, values]) => {
    const shard = shardOf(deviceId);
    for (const [component, quantity, value, quality] of JSON.parse(values) as PackedValues)
      put.run(shard, tenant, deviceId, component ?? "", quantity, at, receivedAt, value, quality);
  };
};
