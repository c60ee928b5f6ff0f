import type { TenantId } from "@dianan/model";
import type { Webhooks } from "../ports/webhooks.ts";
import { type Line, startLine } from "./line.ts";
import { createFeedReader } from "./queueing.ts";
import type { WebhookDeps } from "./webhook-deps.ts";
import { createWebhooks } from "./webhooks.ts";

/** Webhooks at work: their API, and a line to each receiver. */
export type RunningWebhooks = { readonly webhooks: Webhooks; close(): Promise<void> };

/** Goes on where the hub stopped: queues and places in the feed are in the store. */
export const startWebhooks = async (deps: WebhookDeps): Promise<RunningWebhooks> => {
  const lines = new Map<string, Line>();
  const ending = new Set<Promise<void>>();
  const readFeed = createFeedReader(deps.store);
  let isClosing = false;
  const start = (tenant: TenantId, id: string): void => {
    if (!isClosing) lines.set(id, startLine(deps, readFeed, { tenant, id }));
  };
  const end = (id: string): void => {
    const line = lines.get(id);
    if (line === undefined) return;
    lines.delete(id);
    const ended = line.close().finally(() => void ending.delete(ended));
    ending.add(ended);
  };
  const webhooks = createWebhooks(deps, {
    started: start,
    changed: (id) => lines.get(id)?.poke(),
    ended: end,
    queued: () => {
      for (const line of lines.values()) line.queued();
    },
  });
  // Queues of fire centres have lines of their own.
  for (const { tenant, id } of await deps.webhooks.states())
    if ((await deps.access.item(tenant, "webhook", id)) !== null) start(tenant, id);
  deps.figures.gauge("webhooks", () => lines.size);
  deps.figures.gauge("webhooksFailing", () => [...lines.values()].filter((line) => line.isFailing()).length);
  const stopHints = deps.hints.onHint(() => {
    for (const line of lines.values()) line.wake();
  });
  return {
    webhooks,
    close: async () => {
      isClosing = true;
      stopHints();
      for (const id of [...lines.keys()]) end(id);
      await Promise.all(ending);
    },
  };
};
