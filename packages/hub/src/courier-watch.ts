import type { Instant, TenantId } from "@dianan/model";
import type { Alerts } from "./audit/alerts.ts";
import { ALARMS_STUCK_MS, type CourierDebt, RECORDS_STUCK_MS, stuckSince } from "./core/courier-stuck.ts";
import type { AccessStore } from "./ports/access-store.ts";
import type { Outbox } from "./ports/outbox.ts";
import type { WebhookStore } from "./ports/webhook-store.ts";
import { destinationItems } from "./share/destination-item.ts";
import type { WebhookItem } from "./webhook/webhook-item.ts";

/** Looks whether what others are owed gets through, and raises an alarm about the hub itself when it does not (自身告警). */
export type CourierWatch = {
  /** Now and then. What is stuck at two looks in a row is told; the same again after a day. */ look(): Promise<void>;
  /** What of the hub's own organisation is stuck, Chinese, then English. */ troubles(): readonly string[];
};

type Found = { readonly tenant: TenantId; readonly subject: string; readonly text: string };

const TELL_MS = 24 * 3_600_000;
const MINUTE_MS = 60_000;

/** What is not getting through, and to whom. */
type Whom = { readonly subject: string; readonly zh: string; readonly en: string };

const words = ({ zh, en }: Whom, minutes: number): string =>
  `${zh}已有 ${minutes} 分钟未能送达,请检查对方地址、凭证和网络。 ${en} for ${minutes} minutes: check its address, credentials and the network.`;

export const createCourierWatch = (deps: {
  readonly access: AccessStore;
  readonly outbox: Pick<Outbox, "debt">;
  readonly webhooks: Pick<WebhookStore, "states">;
  readonly alerts: Pick<Alerts, "raise">;
  /** The hub's own. */ readonly tenant: TenantId;
  readonly clock: () => Instant;
  /** Milliseconds of time that passed, whatever the clock is set to. */ readonly steady: () => number;
}): CourierWatch => {
  const { access, outbox, webhooks, alerts, tenant: home, clock, steady } = deps;
  let before = new Map<string, Found>();
  const toldAt = new Map<string, number>();
  const keyOf = ({ tenant, subject }: Found): string => `${tenant} ${subject}`;

  const found = (tenant: TenantId, whom: Whom, debt: CourierDebt, limitMs: number): readonly Found[] => {
    const now = clock();
    const since = stuckSince(debt, limitMs, now);
    if (since === null) return [];
    return [{ tenant, subject: whom.subject, text: words(whom, Math.floor((now - since) / MINUTE_MS)) }];
  };

  const destinations = async (tenant: TenantId): Promise<readonly Found[]> => {
    const all: Found[] = [];
    for (const { id, body } of await destinationItems(access, tenant)) {
      if (body.pausedReason !== null) continue;
      // Each way for itself: that alarms get through says nothing of records.
      const { alarms, records } = await outbox.debt(tenant, id);
      const whom = (way: string, zh: string, en: string): Whom => ({
        subject: `destination:${id} ${way}`,
        zh: `发往共享目的地 ${id} 的${zh}`,
        en: `No ${en} has got through to the sharing destination ${id}`,
      });
      const recordsMs = body.periodSeconds * 1_000 + RECORDS_STUCK_MS;
      all.push(...found(tenant, whom("alarms", "告警", "alarm"), alarms, ALARMS_STUCK_MS));
      all.push(...found(tenant, whom("records", "记录", "record but alarms"), records, recordsMs));
    }
    return all;
  };
  const subscriptions = async (): Promise<readonly Found[]> => {
    const all: Found[] = [];
    for (const { tenant, id, failingSince, lastOkAt, endedBecause } of await webhooks.states()) {
      if (failingSince === null || endedBecause === "owner" || endedBecause === "gone") continue;
      const item = (await access.item(tenant, "webhook", id)) as WebhookItem | null;
      if (item === null || item.body.isDisabled) continue;
      const en = `Nothing has got through to the webhook ${id}`;
      const whom = { subject: `webhook:${id}`, zh: `推送订阅 ${id} `, en };
      all.push(...found(tenant, whom, { since: failingSince, lastOkAt }, ALARMS_STUCK_MS));
    }
    return all;
  };

  return {
    look: async () => {
      const tenants = new Set([home, ...(await access.tenants()).map(({ tenant }) => tenant)]);
      const stuck = [...(await subscriptions())];
      for (const tenant of tenants) stuck.push(...(await destinations(tenant)));
      const now = new Map(stuck.map((one) => [keyOf(one), one]));
      for (const [key, { tenant, subject, text }] of now) {
        // A clock that was set forward makes what was owed a moment ago look old: by the next look it has gone.
        if (!before.has(key) || steady() - (toldAt.get(key) ?? Number.NEGATIVE_INFINITY) < TELL_MS) continue;
        const sighting = { rule: "courierStuck", subject, actor: null, source: null, count: 1, text } as const;
        await alerts.raise(tenant, [sighting], clock());
        toldAt.set(key, steady());
      }
      for (const key of toldAt.keys()) if (!now.has(key)) toldAt.delete(key);
      before = now;
    },
    troubles: () => [...before.values()].filter(({ tenant }) => tenant === home).map(({ text }) => text),
  };
};
