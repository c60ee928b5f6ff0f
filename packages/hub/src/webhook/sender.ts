import type { Delivery } from "../ports/webhook-store.ts";
import { TEST_TYPE } from "./event-of.ts";
import { type Known, type LineShared, LOOK_MS } from "./line-shared.ts";
import { circuitAfter, deliveryAfter } from "./outcome.ts";
import { isTaken, sendOnce } from "./sending.ts";
import type { WebhookDeps } from "./webhook-deps.ts";

/** Requests to one receiver at once; it grows from one while the receiver answers. */
const WIDTH_MAX = 16;

/** Sends what is in a webhook's queue: alarms first, of one record one at a time, and a failing receiver is tried by one event. */
export const createSender = (
  deps: WebhookDeps,
  shared: LineShared,
  stop: AbortSignal,
  ended: () => void,
): { readonly round: () => Promise<number>; idle(): Promise<void> } => {
  /** By subject: versions of one record go one after the other. */ const underWay = new Map<string, Promise<void>>();
  let width = 1;

  const tryOnce = async ({ item, right }: Known, delivery: Delivery): Promise<void> => {
    const startedAt = deps.clock();
    const attempt = await sendOnce(deps, item, right, delivery, stop);
    if (attempt === null) return;
    const now = deps.clock();
    const before = shared.circuit();
    const isTest = delivery.type === TEST_TYPE;
    const next = circuitAfter(before, attempt, isTest, startedAt, now, Math.random());
    width = isTaken(attempt) ? Math.min(WIDTH_MAX, width + 1) : 1;
    deps.figures.add(isTaken(attempt) ? "webhookDeliveriesTotal" : "webhookFailuresTotal");
    const set = deliveryAfter(delivery, attempt, now, before, Math.random());
    const write = { kind: "webhook", id: item.id, act: { do: "attempt", sequence: delivery.sequence, set } } as const;
    await shared.settle(next, [write], attempt.error);
  };

  const start = (known: Known, delivery: Delivery): void => {
    const work = tryOnce(known, delivery)
      .catch((error: unknown) => {
        deps.log(`webhook ${known.item.id}: failed 推送出错: ${error instanceof Error ? error.message : "?"}`);
        // Not at once again: what failed is ours, such as a full disk.
        return new Promise<void>((resolve) => void deps.timer(resolve, 1_000));
      })
      .finally(() => {
        underWay.delete(delivery.subject);
        ended();
      });
    underWay.set(delivery.subject, work);
  };

  return {
    round: async () => {
      const known = await shared.known();
      if (known === null) return LOOK_MS;
      const { fails, nextAt, isVerified } = shared.circuit();
      const now = deps.clock();
      // In slices: a clock that is set back must not silence us for longer.
      if (fails > 0 && nextAt > now) return Math.min(nextAt - now, LOOK_MS);
      const free = (fails > 0 ? 1 : width) - underWay.size;
      if (free <= 0) return LOOK_MS;
      const { tenant, id } = known.item;
      // What ends while the queue is read is still in what was read.
      const busy = new Set(underWay.keys());
      // Until the address has answered a test, nothing else goes there.
      const due = await deps.webhooks.due(tenant, id, now, free + 2 * underWay.size + WIDTH_MAX, !isVerified);
      let started = 0;
      for (const delivery of due) {
        if (started >= free || shared.isClosing()) break;
        if (busy.has(delivery.subject) || underWay.has(delivery.subject)) continue;
        start(known, delivery);
        started += 1;
      }
      if (started > 0 || underWay.size > 0) return LOOK_MS;
      const nextDue = await deps.webhooks.nextDue(tenant, id, !isVerified);
      return nextDue === null ? LOOK_MS : Math.max(0, Math.min(LOOK_MS, nextDue - deps.clock()));
    },
    idle: async () => {
      await Promise.all(underWay.values());
    },
  };
};
