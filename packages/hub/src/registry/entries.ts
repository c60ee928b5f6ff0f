import { isDeepStrictEqual } from "node:util";
import type { Instant, TenantId } from "@dianan/model";
import { searchText } from "../core/search-text.ts";
import type { AccessItem } from "../ports/access-store.ts";
import { told } from "../ports/act.ts";
import type { Caller, Circumstance } from "../ports/caller.ts";
import type { JsonObject, Page } from "../ports/records.ts";
import type {
  Entries,
  Entry,
  EntryChange,
  EntryKind,
  EntryQuery,
  EntryRefusal,
  EntryResult,
} from "../ports/registry.ts";
import type { Write } from "../ports/write.ts";
import type { RegistryDeps } from "./registry-deps.ts";
import { createTurns } from "./turns.ts";

type Kept = { readonly entry: JsonObject; readonly updatedAt: Instant; readonly deleted: boolean };

/** Items read at once, and how often for one page. */
const CHUNK = 500;
const CHUNKS_MAX = 20;

const entryOf = ({ id, version, body }: AccessItem): Entry => {
  const { entry, updatedAt, deleted } = body as Kept & JsonObject;
  return { id, body: entry, version, updatedAt, deleted };
};

const isAsked = ({ id, body, updatedAt, deleted }: Entry, query: EntryQuery): boolean => {
  if (deleted && !query.withDeleted) return false;
  if (query.updatedFrom !== null && updatedAt < query.updatedFrom) return false;
  if (query.updatedTo !== null && updatedAt >= query.updatedTo) return false;
  const text = searchText([id, body.name]);
  return query.words.every((word) => text.includes(word));
};

/** Vendors and device models: few, read whole, and changed one request at a time. */
export const createEntries = ({ store, access }: RegistryDeps): Entries => {
  const turns = createTurns();

  const find: Entries["find"] = async (tenant, kind, id) => {
    const item = await access.item(tenant, kind, id);
    return item === null ? null : entryOf(item);
  };

  /** Whether a model is of this vendor, as the changes before in the same request leave it. */
  const hasModels = async (tenant: TenantId, vendor: string): Promise<boolean> => {
    for (let after = ""; ; ) {
      const items = await access.items(tenant, "deviceModel", after, CHUNK);
      if (items.map(entryOf).some(({ body, deleted }) => !deleted && body.vendorId === vendor)) return true;
      after = items.at(-1)?.id ?? "";
      if (items.length < CHUNK) return false;
    }
  };
  const hasDevices = async (tenant: TenantId, model: string): Promise<boolean> => {
    const range = { updatedFrom: null, updatedTo: null, withDeleted: false };
    let after: string | null = null;
    do {
      const page: Page<unknown> = await store.page(tenant, {
        ...{ kind: "device", after, limit: 1, where: { modelId: model } },
        ...range,
      });
      if (page.items.length > 0) return true;
      after = page.next;
    } while (after !== null);
    return false;
  };

  const refusalOf = async (
    tenant: TenantId,
    kind: EntryKind,
    { id, body }: EntryChange,
  ): Promise<EntryRefusal | null> => {
    if (body === null) {
      const isUsed = kind === "vendor" ? await hasModels(tenant, id) : await hasDevices(tenant, id);
      return isUsed ? "in-use" : null;
    }
    if (kind === "vendor") return null;
    const vendor = await find(tenant, "vendor", String(body.vendorId));
    return vendor === null || vendor.deleted ? "unknown-vendor" : null;
  };

  const applyNow = async (
    who: Caller,
    kind: EntryKind,
    changes: readonly EntryChange[],
    at: Circumstance,
  ): Promise<readonly EntryResult[]> => {
    const { tenant } = who;
    const writes: Write[] = [];
    const results: EntryResult[] = [];
    /** As this request leaves them: an id may come twice. */ const left = new Map<string, Entry | null>();
    for (const change of changes) {
      const { id, body } = change;
      const before = left.has(id) ? (left.get(id) ?? null) : await find(tenant, kind, id);
      const isThere = before !== null && !before.deleted;
      if (body === null && !isThere) {
        results.push({ id, status: "refused", code: "not-found" });
        continue;
      }
      const refusal = await refusalOf(tenant, kind, change);
      if (refusal !== null) {
        results.push({ id, status: "refused", code: refusal });
        continue;
      }
      if (isThere && body !== null && isDeepStrictEqual(before.body, body)) {
        results.push({ id, status: "unchanged", version: before.version });
        continue;
      }
      const version = (before?.version ?? 0) + 1;
      const kept: Kept = { entry: body ?? before?.body ?? {}, updatedAt: at.now, deleted: body === null };
      left.set(id, { id, body: kept.entry, version, updatedAt: at.now, deleted: kept.deleted });
      writes.push(
        { kind: "item", item: { kind, id, body: kept, lookup: null, expiresAt: null }, ifVersion: version - 1 },
        told(who, `${kind}.${body === null ? "delete" : "put"}`, `${kind}:${id}`, "done", at),
      );
      results.push({ id, status: isThere ? "updated" : "created", version });
    }
    if (writes.length > 0) await store.commit({ tenant, writes });
    return results;
  };

  return {
    find,
    list: async (tenant, kind, query) => {
      const found: Entry[] = [];
      let after = query.after ?? "";
      for (let i = 0; i < CHUNKS_MAX; i += 1) {
        const items = await access.items(tenant, kind, after, CHUNK);
        found.push(...items.map(entryOf).filter((entry) => isAsked(entry, query)));
        after = items.at(-1)?.id ?? after;
        const shown = found.slice(0, query.limit);
        if (found.length > query.limit) return { items: shown, next: shown.at(-1)?.id ?? null };
        if (items.length < CHUNK) return { items: shown, next: null };
      }
      return { items: found, next: after };
    },
    apply: (who, kind, changes, at) => turns.take(() => applyNow(who, kind, changes, at)),
  };
};
