import type { Instant, TenantId } from "@dianan/model";
import type { JsonObject, RecordKind } from "./records.ts";

/** Why a delivery has no status, or will have none. */
export type DeliveryError =
  | "addressForbidden"
  | "nameNotFound"
  | "noConnection"
  | "tlsRefused"
  | "timeout"
  /** A fire centre denied it (否认) to the last resend, or confirmed others and this one never. */
  | "denied"
  | "unconfirmed"
  /** Too many waited. */
  | "dropped"
  /** It may no longer be read by whose rights the webhook has. */
  | "notAllowed"
  /** No secret of the webhook opens: the hub's master key was lost or replaced. */
  | "secretUnreadable"
  /** The mapping says that this event is not sent. */
  | "skipped"
  /** The mapping failed: its code, the place in its expression and the place in its result, parted by a space. */
  | `mapping-${string}`;

/** What of the feed an event is about: the record as it was at `version`, told at `position`; 0: no longer in the feed. */
export type DeliverySubject = { readonly kind: RecordKind; readonly version: number; readonly position: number };

/** An event on its way to one receiver, as it is put into its queue. */
export type DeliveryDraft = {
  /** Of the event: the same over retries, and the same again when it is queued a second time. */ readonly id: string;
  readonly type: string;
  /** Id of what it is about. */ readonly subject: string;
  /** 2: a test, 1: an alarm, 0: the rest; the higher goes first. */ readonly rank: 0 | 1 | 2;
  readonly at: Instant;
  /** Not tried before. */ readonly notBefore: Instant;
  readonly of: DeliverySubject | null;
  /** Data of an event that is in no feed. */ readonly data: JsonObject | null;
};

export type Delivery = Omit<DeliveryDraft, "notBefore"> & {
  /** Place in its queue. */ readonly sequence: number;
  readonly state: "pending" | "delivered" | "failed";
  readonly attempts: number;
  /** Attempts that failed although the receiver took others meanwhile. */ readonly refusals: number;
  readonly nextAt: Instant;
  readonly lastAt: Instant | null;
  readonly lastStatus: number | null;
  readonly lastError: DeliveryError | null;
  readonly lastMs: number | null;
};

/** How a receiver fares (推送状态). Survives a restart. */
export type WebhookState = {
  readonly tenant: TenantId;
  readonly id: string;
  /** Of the feed: everything up to it is in the queue or not for this webhook. */ readonly position: number;
  /** When what is at `position` was changed. */ readonly positionAt: Instant;
  /** Failures in a row. */ readonly fails: number;
  readonly failingSince: Instant | null;
  readonly nextAt: Instant;
  readonly lastOkAt: Instant | null;
  readonly lastStatus: number | null;
  readonly isVerified: boolean;
  /** Deliveries that wait. */ readonly pending: number;
  readonly dropped: number;
  /** Why the hub itself stopped it. */ readonly endedBecause: "failing" | "gone" | "owner" | null;
};

/** Members of a state that are set together. */
export type WebhookStateSet = Partial<
  Pick<
    WebhookState,
    | "fails"
    | "failingSince"
    | "nextAt"
    | "lastOkAt"
    | "lastStatus"
    | "isVerified"
    | "endedBecause"
    | "position"
    | "positionAt"
  >
>;

/** Of one queue about so many delivered or dropped events are kept for people to look at. */
export const SETTLED_KEPT_MAX = 10_000;

/** What is written of one webhook, in a batch of the store; all of it is undone with the batch. */
export type WebhookAct =
  /** Begins a state after this position of the feed. */
  | { readonly do: "open"; readonly position: number; readonly at: Instant }
  /** Puts events into the queue; one that is there already stays as it is. `bound`: of the rank 0 the oldest are dropped above it. */
  | { readonly do: "queue"; readonly events: readonly DeliveryDraft[]; readonly bound: number }
  /** Nothing happens when the state is gone meanwhile. */
  | { readonly do: "set"; readonly set: WebhookStateSet }
  | {
      readonly do: "attempt";
      readonly sequence: number;
      readonly set: Pick<
        Delivery,
        "state" | "attempts" | "refusals" | "nextAt" | "lastAt" | "lastStatus" | "lastError" | "lastMs"
      >;
    }
  /** Once more, at once. `conflict` when there is no such delivery. */
  | { readonly do: "replay"; readonly eventId: string; readonly at: Instant }
  /** Its queue is swept later, a part at a time. */
  | { readonly do: "close" };

export type DeliveryQuery = {
  readonly state: Delivery["state"] | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
  /** Only places in the queue below it. */ readonly before: number | null;
  readonly limit: number;
};

/** Reads queues and states. They are written through `Store.commit`. */
export type WebhookStore = {
  /** Of all tenants. */ states(): Promise<readonly WebhookState[]>;
  state(tenant: TenantId, id: string): Promise<WebhookState | null>;
  /** What may be tried now, in the order in which it goes; `tests`: nothing but tests. */
  due(tenant: TenantId, id: string, now: Instant, limit: number, tests: boolean): Promise<readonly Delivery[]>;
  /** When the next one that waits may be tried; null: none waits. */
  nextDue(tenant: TenantId, id: string, tests: boolean): Promise<Instant | null>;
  /** Newest first. */
  deliveries(tenant: TenantId, id: string, query: DeliveryQuery): Promise<readonly Delivery[]>;
  delivery(tenant: TenantId, id: string, eventId: string): Promise<Delivery | null>;
};
