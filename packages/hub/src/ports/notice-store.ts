import type { Instant, TenantId } from "@dianan/model";
import type { AttemptState } from "../core/notify-attempt.ts";
import type { SentNotice } from "../core/notify-budget.ts";
import type { NotifyCase } from "../core/notify-case.ts";
import type { NotifyChannel } from "../core/notify-policy.ts";

/** A step of somebody's own, not of a rule (人工通知): an acknowledgement does not cancel it. */
export const BY_HAND = -1;

/** One attempt to tell one person about one alarm by one channel, as it is asked for. */
export type NoticeDraft = {
  /** Of its alarm, person, channel, step and turn: the same again is the same notice. */ readonly id: string;
  readonly alarmId: string;
  /** Persons with one number are one. */ readonly personId: string;
  readonly channel: NotifyChannel;
  readonly step: number;
  readonly n: number;
  readonly class: string;
  readonly unitId: string;
  /** The alarm under which it is grouped; itself: none. */ readonly rootId: string;
  readonly at: Instant;
  readonly dueAt: Instant;
  readonly expiresAt: Instant;
  /** Sealed (SEC-PII-02). */ readonly address: string;
  /** Masked, to be shown (SEC-PII-03). */ readonly target: string;
  /** Of whom it is, for people to read; the name masked. */ readonly recipient: {
    readonly kind: "person" | "machine";
    readonly id: string;
    readonly name: string;
    readonly as: "contact" | "account" | "unit" | "operator" | "group";
  };
  /** Of somebody who notifies by hand; null: none. */ readonly note: string | null;
};

export type NoticeRow = NoticeDraft & {
  readonly tenant: TenantId;
  readonly state: AttemptState;
  readonly tries: number;
  readonly unknowns: number;
  readonly isFallback: boolean;
  /** Channel setting; null: not sent yet. */ readonly courierId: string | null;
  /** The notice that stands for it; null: none does. */ readonly lead: string | null;
  /** Alarms that it stands for. */ readonly count: number;
  readonly providerId: string | null;
  readonly error: string | null;
  /** JSON of what was told. */ readonly facts: string | null;
  readonly sentAt: Instant | null;
  readonly endedAt: Instant | null;
};

/** What a provider said later; only added to, never changed. */
export type NoticeReceipt = {
  readonly at: Instant;
  readonly state: string;
  readonly code: string;
  readonly key: string | null;
  /** SHA-256 of the request as it came, hex. */ readonly rawHash: string;
};

export type NoticeSet = {
  readonly state: AttemptState;
  readonly dueAt?: Instant;
  readonly isFallback?: boolean;
  readonly unknowns?: number;
  readonly providerId?: string | null;
  readonly error?: string | null;
  readonly endedAt?: Instant | null;
};

/**
 * What is written of notices, in a batch of the store; all of it is undone with the batch. Beside these the store itself follows each
 * alarm: in the commit that makes one call for people its case is opened, and in the commit that ends that, by whomever and however,
 * everything that waits for it is cancelled.
 */
export type NoticeAct =
  /** From now on alarms of this tenant open cases. */
  | { readonly do: "open" }
  /** The case as it is now and what it asks for; nothing when the alarm no longer calls, or calls anew. */
  | {
      readonly do: "plan";
      readonly alarmId: string;
      readonly generation: number;
      readonly state: NotifyCase;
      readonly rows: readonly NoticeDraft[];
    }
  | { readonly do: "ask"; readonly rows: readonly NoticeDraft[] }
  /** Before the request goes out. `conflict` when it does not wait any more: it was cancelled. */
  | {
      readonly do: "begin";
      readonly id: string;
      readonly others: readonly string[];
      readonly courierId: string;
      readonly at: Instant;
      readonly sent: SentNotice;
      readonly facts: string;
    }
  /** What became of it. A retry for an alarm that no longer calls is cancelled. */
  | { readonly do: "settle"; readonly id: string; readonly set: NoticeSet; readonly at: Instant }
  | {
      readonly do: "move";
      readonly ids: readonly string[];
      /** Only from these states. */ readonly from: readonly AttemptState[];
      readonly set: NoticeSet;
    }
  | { readonly do: "receipt"; readonly id: string; readonly receipt: NoticeReceipt; readonly state: AttemptState };

export type DueCase = {
  readonly tenant: TenantId;
  readonly alarmId: string;
  readonly generation: number;
  readonly startedAt: Instant;
  /** Null: it has just been opened. */ readonly state: NotifyCase | null;
};

export type NoticeQuery = {
  readonly alarmId: string | null;
  readonly unitId: string | null;
  readonly channel: string | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
  /** Only what comes behind it; newest first. */ readonly before: { readonly at: Instant; readonly id: string } | null;
  readonly limit: number;
};

/** Reads notices. They are written through `Store.commit`. */
export type NoticeStore = {
  /** Of all tenants, soonest first. */ dueCases(now: Instant, limit: number): Promise<readonly DueCase[]>;
  /** Of all tenants, class alarm first. */ due(now: Instant, limit: number): Promise<readonly NoticeRow[]>;
  /** When something is due next; null: nothing waits. */ nextAt(): Promise<Instant | null>;
  /** What was on its way when the hub ended. */ sending(): Promise<readonly NoticeRow[]>;
  /** Requests begun to a person since then. */
  sentTo(tenant: TenantId, personId: string, since: Instant): Promise<readonly SentNotice[]>;
  case(tenant: TenantId, alarmId: string): Promise<DueCase | null>;
  notice(tenant: TenantId, id: string): Promise<NoticeRow | null>;
  /** What a notice stands for besides its own alarm. */ ledBy(
    tenant: TenantId,
    id: string,
  ): Promise<readonly NoticeRow[]>;
  /** By our id's first letters, or by the provider's. */
  byProvider(
    tenant: TenantId,
    courierId: string,
    key: { readonly id?: string; readonly providerId?: string },
  ): Promise<NoticeRow | null>;
  /** Of one person in one turn of one alarm. */
  ofTurn(tenant: TenantId, alarmId: string, personId: string, step: number, n: number): Promise<readonly NoticeRow[]>;
  page(tenant: TenantId, query: NoticeQuery): Promise<readonly NoticeRow[]>;
  receipts(tenant: TenantId, id: string): Promise<readonly NoticeReceipt[]>;
};
