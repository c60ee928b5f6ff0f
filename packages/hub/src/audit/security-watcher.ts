import type { Instant, TenantId } from "@dianan/model";
import { createSecurityWatch, SECURITY_LOOK_BACK_MS, type SecurityWatch } from "../core/alert-rules.ts";
import type { AccessStore } from "../ports/access-store.ts";
import type { Store } from "../ports/store.ts";
import type { Write } from "../ports/write.ts";
import type { Alerts } from "./alerts.ts";
import { entriesOf, entriesSince, newestEntry } from "./audit-deps.ts";

/** Unregistered addresses that came within the time below are somebody who tries addresses. */
const STRANGERS_LIMIT = 20;
const STRANGERS_MS = 10 * 60_000;
const STRANGERS_LISTED = 500;
const STATE = "securityWatch";

type Followed = { readonly watch: SecurityWatch; readonly sequence: number };

/** Follows the audit log of each tenant and raises what the rules see in it (SEC-AUD-10). */
export type SecurityWatcher = { look(tenant: TenantId, now: Instant): Promise<void> };

export const createSecurityWatcher = (
  { store, access }: { readonly store: Pick<Store, "strangers">; readonly access: AccessStore },
  alerts: Alerts,
  utcOffsetMinutes: number,
): SecurityWatcher => {
  const followed = new Map<TenantId, Followed>();
  const strangersToldAt = new Map<TenantId, number>();

  /** What was looked at before a restart is not told again, but counts: a window does not begin anew with the hub. */
  const begin = async (tenant: TenantId, now: Instant): Promise<Followed> => {
    const from = (now - SECURITY_LOOK_BACK_MS) as Instant;
    const kept = (await access.item(tenant, "setting", STATE))?.body.sequence;
    // Looked at for the first time: what is older than any window is history, and no alert of today.
    const sequence =
      typeof kept === "number" ? kept : ((await newestEntry(access, tenant, { to: from }))?.sequence ?? 0);
    const watch = createSecurityWatch(utcOffsetMinutes);
    for await (const entries of entriesSince(access, tenant, from, sequence))
      for (const entry of entries) watch.see(entry);
    return { watch, sequence };
  };
  const positionWrite = (sequence: number): Write => ({
    kind: "item",
    item: { kind: "setting", id: STATE, body: { sequence }, lookup: null, expiresAt: null },
    ifVersion: null,
  });

  const lookAtEntries = async (tenant: TenantId, now: Instant): Promise<void> => {
    const before = followed.get(tenant) ?? (await begin(tenant, now));
    followed.set(tenant, before);
    const head = (await newestEntry(access, tenant))?.sequence ?? 0;
    for await (const entries of entriesOf(access, tenant, before.sequence, head)) {
      const seen = entries.flatMap((entry) => before.watch.see(entry));
      const sequence = entries.at(-1)?.sequence ?? before.sequence;
      await alerts.raise(tenant, seen, now, [positionWrite(sequence)]);
      followed.set(tenant, { watch: before.watch, sequence });
    }
  };

  const lookAtStrangers = async (tenant: TenantId, now: Instant): Promise<void> => {
    if (now - (strangersToldAt.get(tenant) ?? 0) < STRANGERS_MS) return;
    const rows = await store.strangers(tenant, STRANGERS_LISTED);
    const count = rows.filter(({ firstSeenAt }) => firstSeenAt > now - STRANGERS_MS).length;
    if (count < STRANGERS_LIMIT) return;
    strangersToldAt.set(tenant, now);
    const text = `10 分钟内出现 ${count} 个未登记设备地址。 ${count} unregistered device addresses within 10 minutes.`;
    const about = { subject: "devices", actor: null, source: null };
    await alerts.raise(tenant, [{ rule: "unknownDevices", ...about, count, text }], now);
  };

  return {
    look: async (tenant, now) => {
      await lookAtEntries(tenant, now);
      await lookAtStrangers(tenant, now);
    },
  };
};
