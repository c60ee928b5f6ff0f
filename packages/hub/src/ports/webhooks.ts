import type { Instant, TenantId } from "@dianan/model";
import type { Caller, Circumstance } from "./caller.ts";
import type { OutboundFault } from "./outbound.ts";
import type { JsonObject } from "./records.ts";
import type { Delivery, DeliveryQuery, WebhookState } from "./webhook-store.ts";
import type { Write } from "./write.ts";

/** What a webhook is subscribed to, and where. */
export type WebhookDraft = {
  readonly url: string;
  readonly eventTypes: readonly string[];
  /** Only of these units; empty: all that its rights let it see. */ readonly unitIds: readonly string[];
  readonly description: string | null;
};

/** A webhook (推送订阅) without its secrets. */
export type WebhookView = WebhookDraft & {
  readonly id: string;
  readonly version: number;
  readonly createdAt: Instant;
  readonly state: "unverified" | "active" | "failing" | "disabled";
  readonly disabledBecause: "asked" | WebhookState["endedBecause"];
  readonly figures: Pick<
    WebhookState,
    "lastOkAt" | "lastStatus" | "failingSince" | "nextAt" | "fails" | "pending" | "dropped"
  >;
};

/** A signing secret, shown once; `previousUntil`: the one before it signs along until then. */
export type WebhookSecret = {
  readonly id: string;
  readonly secret: string;
  readonly previousUntil: Instant | null;
};

/**
 * Why a webhook was not made or changed. `rights`: whose rights it would have may not read events; `too-many`: the tenant has as
 * many as it may have; `unknown-unit`: one of its units is none, or foreign.
 */
export type WebhookFault =
  | { readonly fault: "absent" | "conflict" | "rights" | "too-many" }
  | { readonly fault: "address"; readonly why: OutboundFault }
  | { readonly fault: "unknown-unit"; readonly index: number };

export type WebhookSet = Partial<WebhookDraft> & { readonly isDisabled?: boolean };

/** Something that happened which is no change of a shared record. */
export type Happening = {
  readonly type: string;
  /** Id of what it is about. */ readonly subject: string;
  /** With type and subject it names what happened: told twice it is one event. */ readonly key: string;
  /** Whose units' readers may know of it; null: those who may see the whole tenant. */ readonly unitId: string | null;
  readonly at: Instant;
  readonly data: JsonObject;
};

/** Subscriptions as the API manages them. Each caller sees its own ones; who may see the whole tenant sees all. */
export type Webhooks = {
  add(
    who: Caller,
    draft: WebhookDraft,
    at: Circumstance,
  ): Promise<{ readonly view: WebhookView; readonly secret: WebhookSecret } | WebhookFault>;
  list(who: Caller): Promise<readonly WebhookView[]>;
  find(who: Caller, id: string): Promise<WebhookView | null>;
  change(
    who: Caller,
    id: string,
    version: number,
    set: WebhookSet,
    at: Circumstance,
  ): Promise<{ readonly view: WebhookView } | WebhookFault>;
  remove(who: Caller, id: string, at: Circumstance): Promise<"done" | "absent">;
  rotate(who: Caller, id: string, at: Circumstance): Promise<WebhookSecret | null>;
  deliveries(who: Caller, id: string, query: DeliveryQuery): Promise<readonly Delivery[] | null>;
  replay(who: Caller, id: string, eventId: string, at: Circumstance): Promise<Delivery | null>;
  /** One attempt now. */ test(who: Caller, id: string, at: Circumstance): Promise<Delivery | null>;
  /** What to write beside what happened, in the same batch, so that every webhook for it is told. */
  writesFor(tenant: TenantId, happening: Happening): Promise<readonly Write[]>;
  /** Such writes have been committed: what they put into queues goes at once. */ queued(): void;
};
