import type { Instant, TenantId, Words } from "@dianan/model";
import type { Caller, Circumstance } from "./caller.ts";
import type { ChosenMapping } from "./mapping-presets.ts";
import type { OutboundFault } from "./outbound.ts";
import type { JsonObject } from "./records.ts";
import type { Delivery, DeliveryQuery, WebhookState } from "./webhook-store.ts";
import type { Write } from "./write.ts";

/** How an event becomes what another platform takes (推送映射): a preset or an expression. */
export type WebhookMapping = ChosenMapping & {
  readonly parameters?: JsonObject;
  /** Below the address, with `{names}` that the mapping fills; left out: that of the preset, or nothing. */ readonly path?: string;
};

/** What a webhook is subscribed to, and where. */
export type WebhookDraft = {
  readonly url: string;
  readonly eventTypes: readonly string[];
  /** Only of these units; empty: all that its rights let it see. */ readonly unitIds: readonly string[];
  readonly description: string | null;
  /** Null: events go as CloudEvents. */ readonly mapping: WebhookMapping | null;
};
/** Headers that go along and prove who sends; they go in and never come out. */
export type SecretHeaders = { readonly [name: string]: string };

/** A webhook (推送订阅) without its secrets. */
export type WebhookView = WebhookDraft & {
  readonly headerNames: readonly string[];
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
  | { readonly fault: "absent" | "conflict" | "rights" | "too-many" | "busy" }
  | { readonly fault: "invalid"; readonly path: string; readonly words: Words }
  | { readonly fault: "address"; readonly why: OutboundFault }
  | { readonly fault: "unknown-unit"; readonly index: number };

export type WebhookSet = Partial<WebhookDraft> & {
  readonly isDisabled?: boolean;
  /** All of them anew; null: none. */ readonly headers?: SecretHeaders | null;
};

/** A mapping and an event to try it with. */
export type EventTrial = WebhookMapping & { readonly event: JsonObject };
/** What a mapping makes of an event. `request` null: it is not sent, because the mapping says so or because of a fault. */
export type EventTrialResult = {
  readonly result: unknown;
  /** The same, when it is of the form that it should be; else null. */ readonly made: unknown;
  readonly isSkipped: boolean;
  readonly request: MappedRequest | null;
  readonly faults: readonly EventFault[];
};
/** A request as a mapping makes it; `path` is below the webhook's address. */
export type MappedRequest = {
  readonly path: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: unknown;
};
export type EventFault = {
  readonly code: string;
  readonly path: string;
  readonly position: number | null;
  readonly message: Words;
};

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
    draft: WebhookDraft & { readonly headers?: SecretHeaders },
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
  /** What a mapping makes of an event; nothing is sent. */
  trial(tenant: TenantId, ask: EventTrial): Promise<EventTrialResult | WebhookFault>;
  /** What to write beside what happened, in the same batch, so that every webhook for it is told. */
  writesFor(tenant: TenantId, happening: Happening): Promise<readonly Write[]>;
  /** Such writes have been committed: what they put into queues goes at once. */ queued(): void;
};
