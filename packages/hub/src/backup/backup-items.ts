import type { Instant, TenantId } from "@dianan/model";
import type { AccessStore } from "../ports/access-store.ts";
import { allOf } from "../ports/act.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Backup } from "../ports/upkeep.ts";
import type { Write } from "../ports/write.ts";

/** Backups as items, newest first: their ids grow with their times. */
export const listBackups = async (access: AccessStore, tenant: TenantId): Promise<readonly Backup[]> =>
  (await allOf(access, tenant, "backup")).map(({ body }) => body as unknown as Backup).reverse();

export const backupItem = (backup: Backup): Write => ({
  kind: "item",
  item: { kind: "backup", id: backup.id, body: backup as unknown as JsonObject, lookup: null, expiresAt: null },
  ifVersion: null,
});

export const isUsable = ({ state }: Backup): boolean => state === "good" || state === "restoredGood";

/** What was made or proven in vain, or never finished. */
export const failedBackup = (backup: Backup, now: Instant, error: string): Backup => ({
  ...backup,
  state: "failed",
  endedAt: backup.endedAt ?? now,
  error: error.slice(0, 500),
});
