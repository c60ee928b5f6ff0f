import { randomUUID } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import type { Sighting } from "../core/alert-rules.ts";
import type { AccessStore } from "../ports/access-store.ts";
import { told } from "../ports/act.ts";
import type { SecurityAlert, SecurityAlerts } from "../ports/audit.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Store } from "../ports/store.ts";
import { StoreError } from "../ports/store-error.ts";
import type { Write } from "../ports/write.ts";

/** Alerts are read so many at a time. */
const AT_ONCE = 500;
const TIME_END = 10 ** 14;

/** Ids in whose order the newest comes first. */
const newId = (now: Instant): string => `${String(TIME_END - now).padStart(15, "0")}-${randomUUID().slice(0, 8)}`;

export type Alerts = SecurityAlerts & {
  /** One alert for each rule and subject while it is open: seen again, its count grows. `also` is committed with it. */
  raise(tenant: TenantId, seen: readonly Sighting[], now: Instant, also?: readonly Write[]): Promise<void>;
};

export const createAlerts = (
  { store, access }: { readonly store: Pick<Store, "commit">; readonly access: AccessStore },
  log: (line: string) => void,
): Alerts => {
  const alertOf = (body: JsonObject): SecurityAlert => body as unknown as SecurityAlert;
  const write = (alert: SecurityAlert, ifVersion: number): Write => ({
    kind: "item",
    item: {
      kind: "securityAlert",
      id: alert.id,
      body: alert as unknown as JsonObject,
      lookup: null,
      expiresAt: null,
    },
    ifVersion,
  });

  /** Among the newest: an alert that is open for long is followed by a new one. */
  const openAlert = async (tenant: TenantId, { rule, subject }: Sighting) =>
    (await access.items(tenant, "securityAlert", "", AT_ONCE)).find(({ body }) => {
      const alert = alertOf(body);
      return alert.state === "open" && alert.rule === rule && alert.subject === subject;
    });

  const raiseOne = async (tenant: TenantId, seen: Sighting, now: Instant): Promise<readonly Write[]> => {
    const open = await openAlert(tenant, seen);
    if (open !== undefined) {
      const alert = alertOf(open.body);
      return [write({ ...alert, count: alert.count + seen.count }, open.version)];
    }
    const { rule, subject, actor, source, count, text } = seen;
    const alert: SecurityAlert = {
      ...{ id: newId(now), rule, subject, at: now, actor, source, count, text, state: "open", handledBy: null },
    };
    log(`security alert ${rule}: ${text} 安全告警`);
    const at = { now, source: "", requestId: "" };
    return [write(alert, 0), told("hub", "securityAlert.raise", `securityAlert:${alert.id}`, "done", at, rule)];
  };

  return {
    raise: async (tenant, seen, now, also = []) => {
      const writes: Write[] = [...also];
      // Sightings of one subject in one go are one: the batch could not see the alert that it makes itself.
      const together = new Map<string, Sighting>();
      for (const one of seen) {
        const key = `${one.rule} ${one.subject}`;
        together.set(key, { ...one, count: one.count + (together.get(key)?.count ?? 0) });
      }
      for (const one of together.values()) writes.push(...(await raiseOne(tenant, one, now)));
      if (writes.length > 0) await store.commit({ tenant, writes });
    },
    list: async (tenant, { after, from, to, limit }) => {
      const items: SecurityAlert[] = [];
      let at = after ?? "";
      for (;;) {
        const some = await access.items(tenant, "securityAlert", at, AT_ONCE);
        items.push(
          ...some
            .map(({ body }) => alertOf(body))
            .filter((one) => (from === null || one.at >= from) && (to === null || one.at < to)),
        );
        if (items.length > limit) return { items: items.slice(0, limit), next: items[limit - 1]?.id ?? null };
        if (some.length < AT_ONCE) return { items, next: null };
        at = some.at(-1)?.id ?? "";
      }
    },
    handle: async (who, id, reason, at) => {
      const item = await access.item(who.tenant, "securityAlert", id);
      if (item === null) return "absent";
      const alert = alertOf(item.body);
      if (alert.state === "handled") return "handled";
      const handled: SecurityAlert = {
        ...alert,
        state: "handled",
        handledBy: { actor: who.actor, name: who.name },
      };
      const entry = told(who, "securityAlert.handle", `securityAlert:${id}`, "done", at, reason);
      try {
        await store.commit({ tenant: who.tenant, writes: [write(handled, item.version), entry] });
      } catch (error) {
        if (error instanceof StoreError && error.code === "conflict") return "conflict";
        throw error;
      }
      return handled;
    },
  };
};
