import { randomUUID } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import {
  type Dataset,
  datasets,
  defaultDays,
  type ExpiringDataset,
  expiring,
  expiryLimit,
  type Hold,
  isExpiring,
  nextExpiry,
  retentionTime,
} from "../core/retention.ts";
import type { AccessStore } from "../ports/access-store.ts";
import { told, tryCommit } from "../ports/act.ts";
import type { JsonObject } from "../ports/records.ts";
import type { DatasetFigures, Expiry, ExpiryPart, Retention, RetentionChange, Retentions } from "../ports/retention.ts";
import type { Store } from "../ports/store.ts";
import type { Write } from "../ports/write.ts";

const ID = "retention";
const CLOCK_ID = "retention-clock";
/** How often what is old is removed. */
export const RETENTION_RUN_MS = 86_400_000;
/** Rows of one transaction. */
const ROWS_AT_ONCE = 5_000;
const NOTHING: DatasetFigures = { rows: 0, bytes: 0, oldestAt: null };

/** As stored: days by data set, and what is held. */
type Settings = { readonly [D in ExpiringDataset]?: number } & {
  readonly holds?: { readonly [D in ExpiringDataset]?: Hold | null };
};

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
  const stored = async (tenant: TenantId): Promise<{ readonly set: Settings; readonly version: number }> => {
    const item = await access.item(tenant, "setting", ID);
    return { set: (item?.body ?? {}) as Settings, version: item?.version ?? 0 };
  };
  const daysOf = (set: Settings, dataset: Dataset): number =>
    (isExpiring(dataset) ? set[dataset] : undefined) ?? defaultDays(dataset);
  const holdOf = ({ holds }: Settings, dataset: Dataset): Hold | null =>
    (isExpiring(dataset) ? holds?.[dataset] : undefined) ?? null;
  const shown = async (tenant: TenantId, set: Settings, version: number): Promise<Retention> => {
    const counted = await figures(tenant);
    const items = datasets.map((dataset) => {
      const known = counted[dataset] ?? NOTHING;
      const days = daysOf(set, dataset);
      const hold = holdOf(set, dataset);
      const ends = isExpiring(dataset) && known.oldestAt !== null;
      const nextExpiryAt = ends ? (nextExpiry(Number(known.oldestAt), days, hold) as Instant | null) : null;
      return { dataset, days, hold, ...known, nextExpiryAt };
    });
    return { items, version };
  };

  /** For the audit log. */
  const changeText = (before: Settings, dataset: ExpiringDataset, { days, hold }: RetentionChange): string => {
    const text = `${dataset}: ${daysOf(before, dataset)} to ${days}`;
    if (hold === undefined) return text;
    if (hold !== null) return `${text}, held since ${new Date(hold.since).toISOString()} (${hold.reason})`;
    return holdOf(before, dataset) === null ? text : `${text}, hold lifted`;
  };

  const timeNow = async (): Promise<number | null> =>
    ((await access.item(home, "setting", CLOCK_ID))?.body.at as number | undefined) ?? null;
  /** The part that is being removed. */
  let removing: Promise<unknown> = Promise.resolve();
  const removeOld = async (tenant: TenantId, dataset: ExpiringDataset, time: number, now: Instant): Promise<void> => {
    const entryOf = (reason: string) => {
      const at = { now: clock(), source: "", requestId: randomUUID() };
      return told("hub", "retention.expire", dataset, "done", at, reason) as Extract<Write, { kind: "audit" }>;
    };
    let removed = 0;
    let after: ExpiryPart["after"] = null;
    let before = Number.POSITIVE_INFINITY as Instant;
    /** Goes by what is set now: a hold may have come since the last part. The limit never rises, as the log names the first. */
    const removePart = async () => {
      const { set } = await stored(tenant);
      before = Math.min(before, expiryLimit(time, daysOf(set, dataset), holdOf(set, dataset))) as Instant;
      const entry = removed === 0 ? entryOf(`before ${new Date(before).toISOString()}`).entry : null;
      const part = { tenant, dataset, before, now, after, limit: ROWS_AT_ONCE, entry };
      return expiry.expire(part);
    };
    for (;;) {
      const part = removePart();
      removing = part.catch(() => {});
      const done = await part;
      removed += done.removed;
      if (done.next === null) break;
      if (done.next !== "again") after = done.next;
    }
    if (removed > 0) await store.commit({ tenant, writes: [entryOf(`removed: ${removed}`)] });
  };

  return {
    find: async (tenant) => {
      const { set, version } = await stored(tenant);
      return shown(tenant, set, version);
    },
    put: async (who, version, changes, at) => {
      const { set: before } = await stored(who.tenant);
      const named = [...changes];
      const held = named.flatMap(([dataset, { hold }]) => (hold === undefined ? [] : [[dataset, hold] as const]));
      const next: Settings = {
        ...{ ...before, ...Object.fromEntries(named.map(([dataset, { days }]) => [dataset, days])) },
        holds: { ...before.holds, ...Object.fromEntries(held) },
      };
      const reason = named.map((change) => changeText(before, ...change)).join(", ");
      const outcome = await tryCommit(deps, who.tenant, [
        setting(ID, next, version),
        told(who, "retention.put", `setting:${ID}`, "done", at, reason),
      ]);
      if (outcome === "conflict") return "conflict";
      // It may have begun under what was set before.
      await removing;
      return shown(who.tenant, next, version + 1);
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
        for (const dataset of expiring) await removeOld(tenant, dataset, time, now);
      }
    },
  };
};
