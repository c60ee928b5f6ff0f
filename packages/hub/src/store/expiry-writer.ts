import type { DatabaseSync } from "node:sqlite";
import { RETENTION_LEAST_MS } from "../core/retention.ts";
import type { ExpiryPart, ExpiryPosition } from "../ports/retention.ts";
import { StoreError } from "../ports/store-error.ts";
import type { ChargingWriter } from "./charging-writer.ts";
import { createOldNotices } from "./old-notices.ts";
import { HOUR_MS } from "./reading-pack.ts";
import type { ReadingWriter } from "./reading-writer.ts";

/** Devices looked at in one transaction: it must not hold up frames. */
const DEVICES_AT_ONCE = 500;
/** Each takes its part off the sums. */
const SESSIONS_AT_ONCE = 500;
const SHARDS = 256;

export type ExpiryResult = { readonly removed: number; readonly next: ExpiryPosition | "again" };

/** Removes rows that are older than a limit, within the transaction of the job (SEC-BAK-08). */
export const createExpiryWriter = (
  database: DatabaseSync,
  { removeOld }: Pick<ReadingWriter, "removeOld">,
  charging: Pick<ChargingWriter, "removeOld">,
): ((part: ExpiryPart) => ExpiryResult) => {
  const nextDevice = database.prepare(
    "SELECT device FROM reading_block WHERE shard = ? AND tenant = ? AND device > ? ORDER BY device LIMIT 1",
  );
  // A device whose clock stands in 1970 reported yesterday: it is the receipt that counts, and the time that it says as well.
  const oldHours = database.prepare(
    `SELECT hour FROM reading_block WHERE shard = ? AND tenant = ? AND device = ? AND hour <= ? AND received_from < ?
     ORDER BY hour`,
  );
  // Ids begin with the time of receipt (UUIDv7), so that this is a walk from the oldest.
  const frames = database.prepare(
    `DELETE FROM frame WHERE id IN (SELECT id FROM frame WHERE id < ? AND tenant = ? AND received_at < ?
     ORDER BY id LIMIT ?)`,
  );
  // The last change of a device before the limit says what it was from then on.
  const presence = database.prepare(
    `DELETE FROM presence_change WHERE (shard, tenant, device, version) IN (
       SELECT shard, tenant, device, version FROM presence_change AS old WHERE tenant = ?1 AND at < ?2 AND EXISTS (
         SELECT 1 FROM presence_change AS new WHERE new.shard = old.shard AND new.tenant = old.tenant
           AND new.device = old.device AND new.version > old.version AND new.at <= ?2) LIMIT ?3)`,
  );
  const notices = createOldNotices(database);
  const counted = (changes: number | bigint, limit: number): ExpiryResult => ({
    removed: Number(changes),
    next: Number(changes) === limit ? "again" : null,
  });

  const fromReadings = ({ tenant, before, after, limit }: ExpiryPart): ExpiryResult => {
    let [shard, device] = after === null ? [0, ""] : [after.shard, after.device];
    let removed = 0;
    for (let looks = 0; looks < DEVICES_AT_ONCE; looks += 1) {
      const row = nextDevice.get(shard, tenant, device);
      if (row === undefined) {
        [shard, device] = [shard + 1, ""];
        if (shard === SHARDS) return { removed, next: null };
        continue;
      }
      const found = String(row.device);
      for (const { hour } of oldHours.all(shard, tenant, found, Math.floor(before / HOUR_MS), before)) {
        removed += removeOld(tenant, found, Number(hour), before);
        if (removed >= limit) break;
      }
      // Of this device there may be more.
      if (removed >= limit) return { removed, next: { shard, device } };
      device = found;
    }
    return { removed, next: { shard, device } };
  };

  return (part) => {
    const { tenant, dataset, before, now, limit } = part;
    // Whatever asks: the floor is here.
    if (before > now - RETENTION_LEAST_MS) throw new StoreError("failed", "a limit of expiry within the last year");
    switch (dataset) {
      case "readings":
        return fromReadings(part);
      case "sessions": {
        const most = Math.min(limit, SESSIONS_AT_ONCE);
        return counted(charging.removeOld({ tenant, before, limit: most }), most);
      }
      case "frames":
        return counted(frames.run(uuidFloor(before), tenant, before, limit).changes, limit);
      case "notifications":
        return counted(notices(tenant, before, limit), limit);
      case "presence":
        return counted(presence.run(tenant, before, limit).changes, limit);
    }
  };
};

/** Below every UUIDv7 of a time. */
const uuidFloor = (at: number): Uint8Array => {
  const bytes = Buffer.alloc(6);
  bytes.writeUIntBE(Math.max(0, at), 0, 6);
  return bytes;
};
