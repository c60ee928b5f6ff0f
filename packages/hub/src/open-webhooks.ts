import type { TenantId } from "@dianan/model";
import { feedCursorText } from "./http/cursor.ts";
import { createTenantView } from "./http/tenant-view.ts";
import type { People } from "./ports/access-engine.ts";
import type { Machines } from "./ports/machines.ts";
import type { Store } from "./ports/store.ts";
import { createRights } from "./webhook/rights.ts";
import { type RunningWebhooks, startWebhooks } from "./webhook/start-webhooks.ts";
import type { WebhookDeps } from "./webhook/webhook-deps.ts";

/** Webhooks on the parts of a hub. */
export const openWebhooks = async ({
  store,
  machines,
  people,
  parties,
  tenant,
  platformCode,
  utcOffsetMinutes,
  ...deps
}: Omit<WebhookDeps, "store" | "rights" | "sightOf" | "source" | "timer"> & {
  readonly store: Store;
  readonly machines: Machines;
  readonly people: Pick<People, "find">;
  readonly parties: Parameters<typeof createRights>[2];
  /** The hub's own. */ readonly tenant: TenantId;
  readonly platformCode: string;
  readonly utcOffsetMinutes: number;
}): Promise<RunningWebhooks> => {
  const { epoch } = await store.feed(tenant);
  const cursorOf = (position: number): string => feedCursorText({ epoch, positions: [position] });
  return startWebhooks({
    ...deps,
    store,
    rights: createRights(machines, people, parties),
    sightOf: (of, scope) => createTenantView(store, { tenant: of, scope, by: "key", scopes: [] }),
    source: { platformCode, utcOffsetMinutes, home: tenant, cursorOf },
    timer: (run, ms) => {
      const timeout = setTimeout(run, ms);
      return () => clearTimeout(timeout);
    },
  });
};
