import type { Instant, TenantId } from "@dianan/model";
import type { Alerts } from "./audit/alerts.ts";
import { type CourierDebt, stuckSince } from "./core/courier-stuck.ts";
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

const words = (zh: string, en: string, minutes: number): string =>
  `${zh}已有 ${minutes} 分钟未能送达,请检查对方地址、凭证和网络。 Nothing has got through to the ${en} for ${minutes} minutes: check its address, credentials and the network.`;

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

  const found = (tenant: TenantId, subject: string, zh: string, en: string, debt: CourierDebt): readonly Found[] => {
    const now = clock();
    const since = stuckSince(debt, now);
    if (since === null) return [];
    return [{ tenant, subject, text: words(zh, en, Math.floor((now - since) / MINUTE_MS)) }];
  };

  const destinations = async (tenant: TenantId): Promise<readonly Found[]> => {
    const all: Found[] = [];
    for (const { id, body } of await destinationItems(access, tenant)) {
      if (body.pausedReason !== null) continue;
      const debt = { ...(await outbox.debt(tenant, id)), recordsEveryMs: body.periodSeconds * 1_000 };
      all.push(...found(tenant, `destination:${id}`, `共享目的地 ${id} `, `sharing destination ${id}`, debt));
    }
    return all;
  };
  const subscriptions = async (): Promise<readonly Found[]> => {
    const all: Found[] = [];
    for (const { tenant, id, failingSince, lastOkAt, endedBecause } of await webhooks.states()) {
      if (failingSince === null || endedBecause === "owner" || endedBecause === "gone") continue;
      const item = (await access.item(tenant, "webhook", id)) as WebhookItem | null;
      if (item === null || item.body.isDisabled) continue;
      const debt = { alarmsSince: failingSince, recordsSince: null, lastOkAt, recordsEveryMs: 0 };
      all.push(...found(tenant, `webhook:${id}`, `推送订阅 ${id} `, `webhook ${id}`, debt));
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
