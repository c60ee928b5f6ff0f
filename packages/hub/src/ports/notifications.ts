import type { Instant, TenantId, Words } from "@dianan/model";
import type { SendOutcome } from "../core/notify-attempt.ts";
import type { CallCap } from "../core/notify-budget.ts";
import type { NotifyChannel, NotifyPolicy } from "../core/notify-policy.ts";
import type { NotifyTemplate } from "../core/notify-text.ts";
import type { OnCallGap } from "../core/on-call.ts";
import type { Caller, Circumstance } from "./caller.ts";
import type { NoticeQuery, NoticeReceipt, NoticeRow } from "./notice-store.ts";
import type { CourierKind, NotifyAddress, RawReceipt } from "./notify-courier.ts";

export type NotifyFault =
  | { readonly fault: "absent" | "conflict" | "full" | "forbidden" | "in-use" | "soon" }
  | { readonly fault: "invalid"; readonly path: string; readonly words: Words };

/** The policy as it is, and when within four weeks nobody is on call by one of its schedules. */
export type PolicyView = NotifyPolicy & {
  readonly version: number;
  readonly gaps: readonly (OnCallGap & { readonly scheduleId: string })[];
  /** Contacts that it names of whom a number or mail address was never verified. */ readonly unverified: readonly string[];
};

/** Whom notices can go to (通知联系人); addresses go in and come out masked. */
export type ContactDraft = {
  readonly name: string;
  /** The account that this person has here; null: none. */ readonly accountId?: string | null;
  readonly addresses: NotifyAddress;
};
/** Addresses to which a code can be sent. */
export type VerifiableMember = "phone" | "mail";
export type ContactPatch = Partial<ContactDraft>;
export type ContactView = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly accountId: string | null;
  /** Masked; null: none. */ readonly phone: string | null;
  readonly mail: string | null;
  readonly addressesSet: readonly string[];
  readonly channels: readonly NotifyChannel[];
  /** When a code that was sent there was given back; null: never, or the address is another one since. */
  readonly phoneVerifiedAt: Instant | null;
  readonly mailVerifiedAt: Instant | null;
};

/** Addresses to set and to take out; the others stay. */
export type OwnContactPatch = {
  readonly set?: NotifyAddress;
  readonly remove?: readonly (keyof NotifyAddress)[];
};

/** A way by which notices go (通知渠道设置). */
export type ChannelDraft = {
  readonly name: string;
  readonly kind: CourierKind;
  readonly options?: { readonly [name: string]: string };
  readonly secrets?: { readonly [name: string]: string };
  readonly templates?: readonly NotifyTemplate[];
  readonly fallbackTemplate?: NotifyTemplate | null;
  readonly caps?: readonly CallCap[] | null;
  /** The lower goes first. */ readonly priority?: number;
  readonly isEnabled?: boolean;
};
export type ChannelPatch = Partial<Omit<ChannelDraft, "kind">>;
export type ChannelView = Required<Omit<ChannelDraft, "secrets">> & {
  readonly id: string;
  readonly version: number;
  readonly channel: NotifyChannel;
  readonly secretsSet: readonly string[];
  /** Nothing goes by it until then: it failed too often. */ readonly pausedUntil: Instant | null;
  readonly lastError: string | null;
};
/** `address`: the secret part of where the provider calls back, shown once. */
export type NewChannel = { readonly view: ChannelView; readonly address: string };

export type PlannedNotice = {
  readonly alarmId: string;
  readonly channel: NotifyChannel;
  readonly step: number;
  readonly at: Instant;
  readonly recipient: NoticeRow["recipient"];
  readonly target: string;
  /** Channel setting that would carry it; null: none works. */ readonly courierId: string | null;
};
export type PolicySample = {
  readonly class: string;
  readonly type: string;
  readonly unitId: string;
  readonly at: Instant;
};
export type PolicyTrialAsk = {
  /** Absent: the one that is in force. */ readonly policy: NotifyPolicy | null;
  /** An alarm that nobody has raised. */ readonly sample: PolicySample | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
};
export type PolicyTrialResult = {
  readonly alarms: number;
  readonly notices: readonly PlannedNotice[];
  readonly untold: readonly string[];
};

export type ByHandDraft = {
  readonly channel: NotifyChannel;
  readonly recipient: "unitContact" | "operatorContact" | "assignee" | "contact";
  readonly contactId: string | null;
  readonly note: string | null;
};

type Settings<View, Draft, Made, Patch> = {
  list(tenant: TenantId): Promise<readonly View[]>;
  find(tenant: TenantId, id: string): Promise<View | null>;
  add(who: Caller, draft: Draft, at: Circumstance): Promise<Made | NotifyFault>;
  change(
    who: Caller,
    id: string,
    version: number,
    set: Patch,
    at: Circumstance,
  ): Promise<{ readonly view: View } | NotifyFault>;
  remove(who: Caller, id: string, at: Circumstance): Promise<"done" | NotifyFault>;
};

/** What the page of a link says. */
export type LinkPage = { readonly title: string; readonly time: string; readonly code: string };

/** Reaching people (通知): who is told, by what, what became of it. */
export type Notifications = {
  policy(tenant: TenantId): Promise<PolicyView>;
  putPolicy(who: Caller, version: number, policy: NotifyPolicy, at: Circumstance): Promise<PolicyView | NotifyFault>;
  trial(tenant: TenantId, ask: PolicyTrialAsk, now: Instant): Promise<PolicyTrialResult | NotifyFault>;
  readonly contacts: Settings<ContactView, ContactDraft, { readonly view: ContactView }, ContactPatch>;
  readonly verification: {
    /** Sends a code to an address of a contact. */
    begin(who: Caller, id: string, member: VerifiableMember, at: Circumstance): Promise<SendOutcome | NotifyFault>;
    /** With the code that came there the address counts as verified. */
    confirm(
      who: Caller,
      id: string,
      member: VerifiableMember,
      code: string,
      at: Circumstance,
    ): Promise<{ readonly view: ContactView } | NotifyFault>;
  };
  /** The contact of the caller's own account. */
  readonly own: {
    /** Null: there is none yet. */ find(who: Caller): Promise<ContactView | null>;
    /** @param version - that it must have; 0: there is none */
    change(
      who: Caller,
      version: number,
      set: OwnContactPatch,
      at: Circumstance,
    ): Promise<{ readonly view: ContactView } | NotifyFault>;
    /** With which a browser subscribes to Web Push; null: no channel of it is set up. */
    pushKey(tenant: TenantId): Promise<string | null>;
  };
  readonly channels: Settings<ChannelView, ChannelDraft, NewChannel, ChannelPatch> & {
    /** A new address for call-backs; the one before ends. */ rotate(
      who: Caller,
      id: string,
      at: Circumstance,
    ): Promise<NewChannel | NotifyFault>;
    /** Sends a real message to a contact. */
    test(who: Caller, id: string, contactId: string, at: Circumstance): Promise<SendOutcome | NotifyFault>;
  };
  page(tenant: TenantId, query: NoticeQuery): Promise<readonly NoticeRow[]>;
  receipts(tenant: TenantId, id: string): Promise<readonly NoticeReceipt[]>;
  /** `closed`: nobody is told of what is closed. */
  byHand(who: Caller, alarmId: string, draft: ByHandDraft, at: Circumstance): Promise<NoticeRow | NotifyFault>;
  /** What a provider calls back with. Null: there is no such address, or it is not from the provider. */
  receipt(address: string, raw: RawReceipt): Promise<{ readonly type: string; readonly body: string } | null>;
  /** Null: it was used, or never there. */ linkPage(token: string): Promise<LinkPage | null>;
  acknowledgeByLink(token: string, at: Circumstance): Promise<"acknowledged" | "already" | "gone">;
};
