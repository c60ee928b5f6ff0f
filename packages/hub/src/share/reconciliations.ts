import { randomUUID } from "node:crypto";
import type { TenantId } from "@dianan/model";
import { actorNamed } from "../core/record-actor.ts";
import { told } from "../ports/act.ts";
import type { Reconciliations } from "../ports/reconciliation.ts";
import type { Write } from "../ports/write.ts";
import type { Couriers } from "./couriers.ts";
import { destinationItem } from "./destination-item.ts";
import { runReconciliation } from "./reconcile-job.ts";
import {
  differencesPrefix,
  differenceView,
  RECONCILIATIONS_MAX,
  type ReconciliationBody,
  reconciliationItem,
  reconciliationItems,
  reconciliationView,
  reconciliationWrite,
} from "./reconciliation-item.ts";
import { createResolving } from "./resolve-differences.ts";
import type { SharingDeps } from "./sharing-deps.ts";

/** Comparisons that wait or run, per tenant. */
const WAITING_MAX = 5;

/** Comparisons as the hub runs them. */
export type ReconciliationRunner = Reconciliations & {
  /** Goes on with what was under way when the hub ended. */ resume(tenants: readonly TenantId[]): Promise<void>;
  /** Ends at the next step; it goes on at the next start. */ close(): Promise<void>;
};

export const createReconciliations = (deps: SharingDeps, couriers: Couriers): ReconciliationRunner => {
  const { access, store } = deps;
  const stop = new AbortController();
  /** One at a time: each reads all records of a kind. */
  let last: Promise<void> = Promise.resolve();
  const enqueue = (tenant: TenantId, id: string): void => {
    last = last.then(() =>
      stop.signal.aborted ? undefined : runReconciliation(deps, couriers, tenant, id, stop.signal),
    );
    last = last.catch((error: unknown) => {
      deps.log(`reconciliation ${id}: ${error instanceof Error ? error.message : "?"} 对账出错`);
    });
  };

  return {
    list: async (tenant) =>
      (await reconciliationItems(access, tenant))
        .map(reconciliationView)
        .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1)),
    find: async (tenant, id) => {
      const item = await reconciliationItem(access, tenant, id);
      return item === null ? null : reconciliationView(item);
    },
    start: async (who, draft, at) => {
      const destination = await destinationItem(access, who.tenant, draft.destinationId);
      if (destination === null) return "absent";
      if (draft.kinds.some((kind) => !destination.body.kinds.includes(kind))) return "kind";
      // What it was sent in a form of its own cannot be compared with ours.
      const { form, mapping } = destination.body;
      if (form === "gb26875" || (mapping ?? null) !== null) return "form";
      const items = await reconciliationItems(access, who.tenant);
      const finished = items
        .filter(({ body }) => body.state === "done" || body.state === "failed")
        .sort((a, b) => a.body.createdAt - b.body.createdAt);
      if (items.length - finished.length >= WAITING_MAX) return "full";
      const oldest = items.length >= RECONCILIATIONS_MAX ? finished.slice(0, 1) : [];
      const id = randomUUID();
      const body: ReconciliationBody = {
        ...draft,
        startedBy: actorNamed(who.actor, who.name),
        createdAt: at.now,
        state: "queued",
        startedAt: null,
        finishedAt: null,
        doneItems: 0,
        totalItems: null,
        error: null,
        missingThere: 0,
        missingHere: 0,
        different: 0,
        owed: 0,
        place: { kind: 0, after: "", cursor: null, found: 0, looked: 0 },
      };
      await store.commit({
        tenant: who.tenant,
        writes: [
          reconciliationWrite(id, body, 0),
          ...oldest.map((one): Write => ({ kind: "dropItem", item: "reconciliation", id: one.id, must: false })),
          told(who, "reconciliation.start", `destination:${draft.destinationId}`, "done", at, draft.kinds.join(" ")),
        ],
      });
      enqueue(who.tenant, id);
      return reconciliationView({ id, body: body as never });
    },
    differences: async (tenant, id, after, limit) => {
      if ((await reconciliationItem(access, tenant, id)) === null) return null;
      const prefix = differencesPrefix(id);
      const items = await access.items(tenant, "difference", after === null ? prefix : `${prefix}${after}`, limit + 1);
      const own = items.filter((item) => item.id.startsWith(prefix));
      const page = own.slice(0, limit);
      const next = own.length > limit ? (page.at(-1)?.id.slice(prefix.length) ?? null) : null;
      return { items: page.map(differenceView), next };
    },
    resolve: createResolving(deps, couriers, stop.signal),
    resume: async (tenants) => {
      for (const tenant of tenants)
        for (const { id, body } of await reconciliationItems(access, tenant))
          if (body.state === "queued" || body.state === "running") enqueue(tenant, id);
    },
    close: async () => {
      stop.abort();
      await last;
    },
  };
};
