import type { DatabaseSync } from "node:sqlite";
import type { JsonObject } from "../ports/records.ts";
import { keptValue } from "./record-table.ts";
import { shardOf } from "./shard.ts";

/** Keeps what became of each device's presence (在线状态), in the transaction that changes its record. */
export type PresenceWriter = {
  /** @param body - the record as it will be; null: it is deleted. @param old - as it was; null: it was not there */
  follow(
    tenant: string,
    device: string,
    version: number,
    at: number,
    body: JsonObject | null,
    old: JsonObject | null,
  ): void;
};

export const createPresenceWriter = (database: DatabaseSync): PresenceWriter => {
  const last = database.prepare(
    `SELECT presence, unit FROM presence_change WHERE shard = ? AND tenant = ? AND device = ?
     ORDER BY version DESC LIMIT 1`,
  );
  const insert = database.prepare("INSERT INTO presence_change VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  return {
    follow: (tenant, device, version, at, body, old) => {
      const shard = shardOf(device);
      const before = last.get(shard, tenant, device) as { presence: string; unit: string } | undefined;
      const presence = body === null ? "" : keptValue(body, "presence");
      const unit = keptValue(body ?? old ?? {}, "unitId");
      const was = before?.presence ?? "";
      // Another unit has its own account from there on, whatever the presence.
      if (presence === was && (was === "" || unit === before?.unit)) return;
      // Online again: when it was heard before is what the record said until now.
      const heardAt = heardAtOf(presence === "online" ? old : body);
      insert.run(shard, tenant, device, version, at, unit, presence, was, heardAt);
    },
  };
};

const heardAtOf = (body: JsonObject | null): number | null => {
  const at = Date.parse(body === null ? "" : keptValue(body, "lastSeenAt"));
  return Number.isNaN(at) ? null : at;
};
