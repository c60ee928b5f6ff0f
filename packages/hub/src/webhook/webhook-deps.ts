import type { Instant, TenantId } from "@dianan/model";
import type { AccessStore } from "../ports/access-store.ts";
import type { Scope } from "../ports/caller.ts";
import type { Figures } from "../ports/figures.ts";
import type { FeedHints } from "../ports/live.ts";
import type { Findings } from "../ports/mapped-request.ts";
import type { Mapper } from "../ports/mapper.ts";
import type { Outbound } from "../ports/outbound.ts";
import type { StoredRecord } from "../ports/records.ts";
import type { Seals } from "../ports/seals.ts";
import type { Store } from "../ports/store.ts";
import type { WebhookStore } from "../ports/webhook-store.ts";
import type { EventSource } from "./event-of.ts";
import type { Rights } from "./rights.ts";
import type { WebhookItem } from "./webhook-item.ts";

/** Whether a record, deleted or not, lies within a scope. What it has looked up once, it keeps: make a new one for each batch. */
export type Sight = { sees(record: Pick<StoredRecord, "kind" | "id" | "body">): Promise<boolean> };

/** What webhooks need of the hub. */
export type WebhookDeps = {
  readonly store: Pick<Store, "commit" | "changes" | "feed" | "record" | "page" | "history">;
  readonly access: Pick<AccessStore, "item" | "items" | "count">;
  readonly webhooks: WebhookStore;
  readonly outbound: Outbound;
  readonly seals: Seals;
  readonly rights: Rights;
  readonly mapper: Pick<Mapper, "run" | "check">;
  /** What keeps a value from being one of the document's schemas. */ readonly findings: Findings;
  readonly sightOf: (tenant: TenantId, scope: Scope) => Sight;
  readonly source: EventSource;
  readonly hints: FeedHints;
  readonly clock: () => Instant;
  readonly figures: Pick<Figures, "add" | "gauge">;
  /** Deliveries that may wait for one receiver (security.md §11). */ readonly pendingMax: number;
  /** Runs something once after real milliseconds and returns its cancellation; a test may run time faster. */
  readonly timer: (run: () => void, ms: number) => () => void;
  /** One line for the operator's log; never holds a secret or personal data. */ readonly log: (line: string) => void;
};

/** Sight of what a webhook is for: within its owner's scope, and within its own units. */
export const sightOf = ({ sightOf: look }: WebhookDeps, { tenant, body }: WebhookItem, scope: Scope): Sight => {
  const whole = look(tenant, scope);
  if (body.unitIds.length === 0) return whole;
  const part = look(tenant, { units: body.unitIds });
  return { sees: async (record) => (await whole.sees(record)) && (await part.sees(record)) };
};
