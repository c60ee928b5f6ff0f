import type { TenantId } from "@dianan/model";
import { feedCursorText } from "./http/cursor.ts";
import { schemaFindings } from "./http/document-schemas.ts";
import { createTenantView } from "./http/tenant-view.ts";
import type { People } from "./ports/access-engine.ts";
import type { Machines } from "./ports/machines.ts";
import type { Store } from "./ports/store.ts";
import type { TenantBook } from "./ports/tenants.ts";
import { createRights } from "./webhook/rights.ts";
import { type RunningWebhooks, startWebhooks } from "./webhook/start-webhooks.ts";
import type { WebhookDeps } from "./webhook/webhook-deps.ts";

/** Webhooks on the parts of a hub. */
export const openWebhooks = async ({
  store,
  machines,
  people,
  parties,
  tenants,
  tenant,
  platformCode,
  utcOffsetMinutes,
  ...deps
}: Omit<WebhookDeps, "store" | "rights" | "sightOf" | "source" | "timer" | "findings"> & {
  readonly store: Store;
  readonly machines: Machines;
  readonly people: Pick<People, "find">;
  readonly parties: Parameters<typeof createRights>[2];
  readonly tenants: Pick<TenantBook, "isActive">;
  /** The hub's own. */ readonly tenant: TenantId;
  readonly platformCode: string;
  readonly utcOffsetMinutes: number;
}): Promise<RunningWebhooks> => {
  const { epoch } = await store.feed(tenant);
  const cursorOf = (position: number): string => feedCursorText({ epoch, positions: [position] });
  const ownRights = createRights(machines, people, parties);
  return startWebhooks({
    ...deps,
    store,
    findings: schemaFindings,
    // What a suspended organisation may not read, its webhooks do not send; it waits.
    rights: async (of, owner, now) => ((await tenants.isActive(of)) ? ownRights(of, owner, now) : "paused"),
    sightOf: (of, scope) => createTenantView(store, { tenant: of, scope, by: "key", scopes: [] }),
    source: { platformCode, utcOffsetMinutes, home: tenant, cursorOf },
    timer: (run, ms) => {
      const timeout = setTimeout(run, ms);
      return () => clearTimeout(timeout);
    },
  });
};
