import { randomUUID } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import { newestFirstId } from "../core/newest-first-id.ts";
import type { AccessItem } from "../ports/access-store.ts";
import type { Actor } from "../ports/act.ts";
import type { Circumstance } from "../ports/caller.ts";
import type { DeviceKeys, DeviceKeyView, NewDeviceKey } from "../ports/device-keys.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Write } from "../ports/write.ts";
import { type AccessDeps, tryCommit } from "./access-deps.ts";
import { told } from "./act.ts";
import { newSecret, secretHash } from "./secrets.ts";

/** Keys of one device that work at the same time. */
const WORKING_MAX = 5;
/** Keys of one device that are kept, revoked ones too. */
const KEPT_MAX = 20;
const USED_EVERY_MS = 3_600_000;
/** SEC-DEV-16 asks for 24 hours at most. */
const ENROLMENT_MS = 24 * 3_600_000;

type Body = DeviceKeyView & JsonObject;

/** Keys of a device lie together, newest first: ids of devices hold no slash. */
const itemId = (deviceId: string, id: string): string => `${deviceId}/${id}`;
const viewOf = ({ body }: AccessItem): DeviceKeyView => body as Body;

const keyWrite = (view: DeviceKeyView, lookup: Uint8Array | null, ifVersion: number): Write => ({
  kind: "item",
  item: { kind: "deviceKey", id: itemId(view.deviceId, view.id), body: view, lookup, expiresAt: null },
  ifVersion,
});

/** Keys of devices: secrets stored as their hashes. */
export const createDeviceKeys = (deps: AccessDeps): DeviceKeys => {
  const { access } = deps;

  const itemsOf = async (tenant: TenantId, deviceId: string): Promise<readonly AccessItem[]> => {
    const found = await access.items(tenant, "deviceKey", itemId(deviceId, ""), KEPT_MAX + 1);
    return found.filter(({ body }) => body.deviceId === deviceId);
  };

  const issue = async (
    who: Actor,
    tenant: TenantId,
    deviceId: string,
    at: Circumstance,
    also: readonly Write[],
  ): Promise<NewDeviceKey | "full" | "conflict"> => {
    const kept = await itemsOf(tenant, deviceId);
    if (kept.filter((one) => viewOf(one).revokedAt === null).length >= WORKING_MAX) return "full";
    const oldest = kept.length < KEPT_MAX ? undefined : kept.findLast((one) => viewOf(one).revokedAt !== null);
    const secret = newSecret("dd_");
    const id = `${newestFirstId("key", at.now)}-${randomUUID().slice(0, 8)}`;
    const view: DeviceKeyView = { id, deviceId, createdAt: at.now, lastUsedAt: null, revokedAt: null };
    const outcome = await tryCommit(deps, tenant, [
      ...(oldest === undefined ? [] : [{ kind: "dropItem", item: "deviceKey", id: oldest.id, must: false } as const]),
      keyWrite(view, secretHash(secret), 0),
      ...also,
      told(who, "deviceKey.issue", `device:${deviceId}`, "done", at, id),
    ]);
    return outcome === "conflict" ? "conflict" : { view, secret };
  };

  const used = (item: AccessItem, now: Instant): void => {
    const view = viewOf(item);
    if (view.lastUsedAt !== null && now - view.lastUsedAt < USED_EVERY_MS) return;
    const again = keyWrite({ ...view, lastUsedAt: now }, item.lookup, item.version);
    void tryCommit(deps, item.tenant, [again]).catch(() => {});
  };

  return {
    list: async (tenant, deviceId) => (await itemsOf(tenant, deviceId)).map(viewOf),
    issue: async (who, deviceId, at) => {
      const issued = await issue(who, who.tenant, deviceId, at, []);
      // Its id is new: nothing can stand in its way.
      if (issued === "conflict") throw new Error("a new device key was taken already");
      return issued;
    },
    revoke: async (who, deviceId, id, at) => {
      for (;;) {
        const item = await access.item(who.tenant, "deviceKey", itemId(deviceId, id));
        if (item === null || viewOf(item).revokedAt !== null) return "absent";
        const outcome = await tryCommit(deps, who.tenant, [
          keyWrite({ ...viewOf(item), revokedAt: at.now }, null, item.version),
          told(who, "deviceKey.revoke", `device:${deviceId}`, "done", at, id),
        ]);
        // It was used at this very moment, which is noted once an hour.
        if (outcome === "done") return "done";
      }
    },
    invite: async (who, deviceId, at) => {
      const secret = newSecret("de_");
      const expiresAt = (at.now + ENROLMENT_MS) as Instant;
      const item = {
        kind: "enrolment",
        id: randomUUID(),
        body: { deviceId },
        lookup: secretHash(secret),
        expiresAt,
      } as const;
      const audit = told(who, "deviceKey.invite", `device:${deviceId}`, "done", at);
      await deps.store.commit({ tenant: who.tenant, writes: [{ kind: "item", item, ifVersion: 0 }, audit] });
      return { secret, expiresAt };
    },
    enrol: async (secret, at) => {
      const item = await access.find("enrolment", secretHash(secret));
      if (item === null || (item.expiresAt ?? 0) <= at.now) return null;
      const deviceId = String(item.body.deviceId);
      const who = { actor: `device:${deviceId}`, role: "device" };
      // Of two at once one finds the secret gone.
      const once = { kind: "dropItem", item: "enrolment", id: item.id, must: true } as const;
      const issued = await issue(who, item.tenant, deviceId, at, [once]);
      return issued === "conflict" ? null : issued;
    },
    bySecret: async (secret, now) => {
      const item = await access.find("deviceKey", secretHash(secret));
      if (item === null || viewOf(item).revokedAt !== null) return null;
      used(item, now);
      const { id, deviceId } = viewOf(item);
      return {
        ...{ tenant: item.tenant, actor: `device:${deviceId}`, name: deviceId, role: "device", scope: { units: [] } },
        ...{ scopes: null, by: "device", credential: id, factorAt: null },
      };
    },
  };
};
