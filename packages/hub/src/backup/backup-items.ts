import type { Instant, TenantId } from "@dianan/model";
import type { AccessStore } from "../ports/access-store.ts";
import { allOf } from "../ports/act.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Backup } from "../ports/upkeep.ts";
import type { Write } from "../ports/write.ts";

/** Backups as items, newest first: their ids grow with their times. */
export const listBackups = async (access: AccessStore, tenant: TenantId): Promise<readonly Backup[]> =>
  // Those of former releases were all whole and did not say so.
  (await allOf(access, tenant, "backup")).map(({ body }) => ({ base: null, ...body }) as unknown as Backup).reverse();

export const backupItem = (backup: Backup): Write => ({
  kind: "item",
  item: { kind: "backup", id: backup.id, body: backup as unknown as JsonObject, lookup: null, expiresAt: null },
  ifVersion: null,
});

export const isUsable = ({ state }: Backup): boolean => state === "good" || state === "restoredGood";

/** A whole backup serves increments for so long. */
const BASE_MAX_MS = 7 * 86_400_000;

/**
 * On which the next backup is made as an increment; null: it becomes a whole one, because there is none, it is a week old, or what changed
 * since is more than half of it.
 *
 * @param backups - newest first
 */
export const baseFor = (backups: readonly Backup[], now: Instant): Backup | null => {
  const base = backups.find((one) => isUsable(one) && one.base === null);
  if (base === undefined || base.createdAt > now || now - base.createdAt >= BASE_MAX_MS) return null;
  const last = backups.find((one) => isUsable(one) && one.base === base.id);
  return last !== undefined && last.bytes * 2 > base.bytes ? null : base;
};

/**
 * When the last backup goes that has what is there now, as backups are made; null: there is none, or the hub makes none by itself. An
 * increment may be made on the newest whole one for a week yet, and is kept until so many newer ones are there.
 *
 * @param backups - newest first
 */
export const lastGoneAt = (backups: readonly Backup[], keep: number, everyMs: number): Instant | null => {
  const newest = backups.find(isUsable);
  if (newest === undefined || everyMs === 0) return null;
  const whole = backups.find(({ id }) => id === newest.base) ?? newest;
  return (whole.createdAt + BASE_MAX_MS + keep * everyMs) as Instant;
};

/** One that cannot be restored. */
export const badBackup = (backup: Backup, error: string): Backup => ({
  ...backup,
  state: "restoredBad",
  error: error.slice(0, 500),
});

/** What was made or proven in vain, or never finished. */
export const failedBackup = (backup: Backup, now: Instant, error: string): Backup => ({
  ...backup,
  state: "failed",
  endedAt: backup.endedAt ?? now,
  error: error.slice(0, 500),
});
