import { randomUUID } from "node:crypto";
import type { Instant } from "@dianan/model";
import type { AccessItem } from "../ports/access-store.ts";
import type { Caller } from "../ports/caller.ts";
import type { Grant, Keys, KeyView } from "../ports/machines.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Write } from "../ports/write.ts";
import { type AccessDeps, allOf, tryCommit } from "./access-deps.ts";
import { told } from "./act.ts";
import { newSecret, secretHash } from "./secrets.ts";

/** How long the old secret works beside the new one. */
const OVERLAP_MS = 24 * 3_600_000;
const USED_EVERY_MS = 3_600_000;
const HINT_LENGTH = 7;

type KeyBody = Omit<Grant, "expiresAt"> & { readonly hint: string; readonly lastUsedAt: Instant | null };
/** The secret before the last rotation: an item of its own, so that both are found by their hashes. */
type OldSecret = { readonly key: string };
const OLD = "old.";

/** API keys: a secret in a header, stored as its hash (SEC-API-02, -04). */
export const createKeys = (deps: AccessDeps): Keys => {
  const { access, store } = deps;
  const bodyOf = (item: AccessItem): KeyBody => item.body as unknown as KeyBody;
  const viewOf = (item: AccessItem): KeyView => ({
    ...bodyOf(item),
    id: item.id,
    version: item.version,
    expiresAt: item.expiresAt as Instant,
  });
  const write = (
    id: string,
    body: KeyBody | OldSecret,
    lookup: Uint8Array | null,
    expiresAt: Instant,
    ifVersion: number | null,
  ): Write => ({
    kind: "item",
    item: { kind: "key", id, body: body as unknown as JsonObject, lookup, expiresAt },
    ifVersion,
  });
  const keyItem = async (tenant: AccessItem["tenant"], id: string): Promise<AccessItem | null> =>
    id.startsWith(OLD) ? null : access.item(tenant, "key", id);

  const used = (item: AccessItem, now: Instant): void => {
    const body = bodyOf(item);
    if (body.lastUsedAt !== null && now - body.lastUsedAt < USED_EVERY_MS) return;
    const again = write(item.id, { ...body, lastUsedAt: now }, item.lookup, item.expiresAt as Instant, item.version);
    void tryCommit(deps, item.tenant, [again]).catch(() => {});
  };

  return {
    add: async (who, tenant, { expiresAt, ...grant }, at) => {
      const secret = newSecret("da_");
      const id = randomUUID();
      const body: KeyBody = {
        ...grant,
        createdAt: at.now,
        createdBy: who === "hub" ? "hub" : who.actor,
        hint: secret.slice(0, HINT_LENGTH),
        lastUsedAt: null,
      };
      await store.commit({
        tenant,
        writes: [
          write(id, body, secretHash(secret), expiresAt, 0),
          told(who, "key.create", `key:${id}`, "done", at, grant.role),
        ],
      });
      return { view: { ...body, id, version: 1, expiresAt }, secret };
    },
    list: async (tenant) => (await allOf(access, tenant, "key")).filter(({ id }) => !id.startsWith(OLD)).map(viewOf),
    find: async (tenant, id) => {
      const item = await keyItem(tenant, id);
      return item === null ? null : viewOf(item);
    },
    rotate: async (who, id, at) => {
      const item = await keyItem(who.tenant, id);
      if (item === null || item.lookup === null) return null;
      const secret = newSecret("da_");
      const body: KeyBody = { ...bodyOf(item), hint: secret.slice(0, HINT_LENGTH) };
      const until = Math.min(at.now + OVERLAP_MS, item.expiresAt ?? 0) as Instant;
      const outcome = await tryCommit(deps, who.tenant, [
        // First the key lets go of its old hash, then that hash becomes the old secret's.
        write(id, body, secretHash(secret), item.expiresAt as Instant, item.version),
        write(`${OLD}${id}`, { key: id }, item.lookup, until, null),
        told(who, "key.rotate", `key:${id}`, "done", at),
      ]);
      return outcome === "conflict" ? null : { view: { ...viewOf(item), ...body, version: item.version + 1 }, secret };
    },
    remove: async (who, id, at) => {
      if (id.startsWith(OLD)) return "absent";
      const outcome = await tryCommit(deps, who.tenant, [
        { kind: "dropItem", item: "key", id, must: true },
        { kind: "dropItem", item: "key", id: `${OLD}${id}`, must: false },
        told(who, "key.revoke", `key:${id}`, "done", at),
      ]);
      return outcome === "done" ? "done" : "absent";
    },
    bySecret: async (secret, now): Promise<Caller | null> => {
      const found = await access.find("key", secretHash(secret));
      if (found === null || (found.expiresAt ?? 0) <= now) return null;
      const item = found.id.startsWith(OLD)
        ? await access.item(found.tenant, "key", (found.body as unknown as OldSecret).key)
        : found;
      if (item === null || (item.expiresAt ?? 0) <= now) return null;
      used(item, now);
      const { name, role, scope, scopes } = bodyOf(item);
      const actor = `key:${item.id}`;
      const until = Math.min(found.expiresAt ?? 0, item.expiresAt ?? 0) as Instant;
      const credential = item.id;
      return { tenant: item.tenant, actor, name, role, scope, scopes, by: "key", credential, factorAt: null, until };
    },
  };
};
