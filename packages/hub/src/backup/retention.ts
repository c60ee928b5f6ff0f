import { randomUUID } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import {
  type Dataset,
  datasets,
  defaultDays,
  type ExpiringDataset,
  expiring,
  expiryLimit,
  isExpiring,
  retentionTime,
} from "../core/retention.ts";
import type { AccessStore } from "../ports/access-store.ts";
import { told, tryCommit } from "../ports/act.ts";
import type { JsonObject } from "../ports/records.ts";
import type { DatasetFigures, Expiry, ExpiryPart, Retention, Retentions } from "../ports/retention.ts";
import type { Store } from "../ports/store.ts";
import type { Write } from "../ports/write.ts";

const ID = "retention";
const CLOCK_ID = "retention-clock";
/** How often what is old is removed. */
export const RETENTION_RUN_MS = 86_400_000;
/** Rows of one transaction. */
const ROWS_AT_ONCE = 5_000;
const NOTHING: DatasetFigures = { rows: 0, bytes: 0, oldestAt: null };

type Days = { readonly [D in ExpiringDataset]?: number };

export type RetentionDeps = {
  readonly store: Pick<Store, "commit">;
  readonly access: AccessStore;
  readonly expiry: Expiry;
  /** The hub's own tenant. */ readonly home: TenantId;
  readonly tenantsNow: () => Promise<readonly TenantId[]>;
  /** What there is, as last counted. */
  readonly figures: (tenant: TenantId) => Promise<{ readonly [D in Dataset]?: DatasetFigures }>;
  readonly clock: () => Instant;
};

const setting = (id: string, body: JsonObject, ifVersion: number | null): Write => ({
  kind: "item",
  item: { kind: "setting", id, body, lookup: null, expiresAt: null },
  ifVersion,
});

/** How long data are kept (保存期限), and the daily removal of what is older (EF-4.4.3, SEC-BAK-08). */
export const createRetentions = (
  deps: RetentionDeps,
): Retentions & { readonly advance: (elapsedMs: number) => Promise<void>; readonly run: () => Promise<void> } => {
  const { store, access, expiry, home, tenantsNow, figures, clock } = deps;
  const stored = async (tenant: TenantId): Promise<{ readonly days: Days; readonly version: number }> => {
    const item = await access.item(tenant, "setting", ID);
    return { days: (item?.body ?? {}) as Days, version: item?.version ?? 0 };
  };
  const daysOf = (days: Days, dataset: Dataset): number =>
    (isExpiring(dataset) ? days[dataset] : undefined) ?? defaultDays(dataset);
  const shown = async (tenant: TenantId, days: Days, version: number): Promise<Retention> => {
    const counted = await figures(tenant);
    const items = datasets.map((dataset) => {
      const known = counted[dataset] ?? NOTHING;
      const kept = daysOf(days, dataset);
      const ends = isExpiring(dataset) && known.oldestAt !== null;
      // The inverse of the limit: when the limit reaches the oldest row.
      const nextExpiryAt = ends
        ? ((2 * Number(known.oldestAt) - expiryLimit(Number(known.oldestAt), kept)) as Instant)
        : null;
      return { dataset, days: kept, ...known, nextExpiryAt };
    });
    return { items, version };
  };

  const timeNow = async (): Promise<number | null> =>
    ((await access.item(home, "setting", CLOCK_ID))?.body.at as number | undefined) ?? null;
  const removeOld = async (
    tenant: TenantId,
    dataset: ExpiringDataset,
    before: Instant,
    now: Instant,
  ): Promise<void> => {
    const entryOf = (reason: string) => {
      const at = { now: clock(), source: "", requestId: randomUUID() };
      return told("hub", "retention.expire", dataset, "done", at, reason) as Extract<Write, { kind: "audit" }>;
    };
    let removed = 0;
    let after: ExpiryPart["after"] = null;
    for (;;) {
      const entry = removed === 0 ? entryOf(`before ${new Date(before).toISOString()}`).entry : null;
      const part = { tenant, dataset, before, now, after, limit: ROWS_AT_ONCE, entry };
      const done = await expiry.expire(part);
      removed += done.removed;
      if (done.next === null) break;
      if (done.next !== "again") after = done.next;
    }
    if (removed > 0) await store.commit({ tenant, writes: [entryOf(`removed: ${removed}`)] });
  };

  return {
    find: async (tenant) => {
      const { days, version } = await stored(tenant);
      return shown(tenant, days, version);
    },
    put: async (who, version, days, at) => {
      const before = await stored(who.tenant);
      const next: Days = { ...before.days, ...Object.fromEntries(days) };
      const reason = [...days].map(([dataset, n]) => `${dataset}: ${daysOf(before.days, dataset)} to ${n}`).join(", ");
      const outcome = await tryCommit(deps, who.tenant, [
        setting(ID, next, version),
        told(who, "retention.put", `setting:${ID}`, "done", at, reason),
      ]);
      return outcome === "conflict" ? "conflict" : shown(who.tenant, next, version + 1);
    },
    advance: async (elapsedMs) => {
      const at = retentionTime(await timeNow(), clock(), elapsedMs);
      await store.commit({ tenant: home, writes: [setting(CLOCK_ID, { at }, null)] });
    },
    run: async () => {
      const now = clock();
      const known = await timeNow();
      if (known === null) return;
      const time = Math.min(known, now);
      for (const tenant of await tenantsNow()) {
        const { days } = await stored(tenant);
        for (const dataset of expiring) {
          const limit = expiryLimit(time, daysOf(days, dataset)) as Instant;
          await removeOld(tenant, dataset, limit, now);
        }
      }
    },
  };
};
