import type { Instant } from "@dianan/model";
import type { SendOutcome } from "../core/notify-attempt.ts";
import type { CallCap } from "../core/notify-budget.ts";
import type { NotifyChannel } from "../core/notify-policy.ts";
import type { NotifyFacts, NotifyTemplate } from "../core/notify-text.ts";
import type { Letter } from "./letters.ts";

/** Who carries a notice (通知渠道). Public: one may be added. */
export type CourierKind =
  | "mail"
  | "webhook"
  | "wecomRobot"
  | "wecomApp"
  | "dingtalkRobot"
  | "feishuRobot"
  | "aliyunSms"
  | "aliyunVoice"
  | "tencentSms"
  | "tencentVoice"
  | "jpush"
  | "webPush"
  | "twilioSms"
  | "twilioVoice";

/** Where a person is reached; personal data. */
export type NotifyAddress = {
  readonly phone?: string;
  readonly mail?: string;
  readonly wecomUserId?: string;
  readonly jpushId?: string;
  readonly webPush?: { readonly endpoint: string; readonly p256dh: string; readonly auth: string };
};

/** One notice on its way to one person. */
export type Notice = {
  readonly attemptId: string;
  readonly alarmId: string;
  readonly alarm: { readonly class: string; readonly type: string };
  readonly address: NotifyAddress;
  readonly facts: NotifyFacts;
  readonly language: "zh" | "en";
  /** The template of code variables is used: the provider refused the other one. */ readonly isFallback: boolean;
  /** Page on which it can be acknowledged once; null: there is none. */ readonly link: string | null;
  readonly at: Instant;
};

/** What a provider says later of what it took. */
export type CourierReceipt = {
  /** Of the attempt, as we gave it; null: only `providerId` is known. */ readonly attemptId: string | null;
  readonly providerId: string | null;
  readonly state: "delivered" | "answered" | "heard" | "failed";
  readonly code: string;
  /** Key that was pressed, or button. */ readonly key: string | null;
  /** Who pressed it, as the provider knows them. */ readonly by: string | null;
  /** Asks that the pressed card shows who took it: code for it. */ readonly responseCode?: string;
};

/** A request at the door for receipts, as it came. */
export type RawReceipt = {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly query: URLSearchParams;
  readonly header: (name: string) => string | null;
  readonly text: string;
  readonly now: Instant;
};
/** A message that somebody sent back. */
export type CourierReply = { readonly phone: string; readonly text: string };
export type ReceivedReceipts = {
  readonly receipts: readonly CourierReceipt[];
  /** Of SMS that can be answered. Absent: none. */ readonly replies?: readonly CourierReply[];
  readonly answer: { readonly type: string; readonly body: string };
};

/** One way of sending, made of a channel setting. */
export type Courier = {
  readonly kind: CourierKind;
  readonly channel: NotifyChannel;
  readonly caps: readonly CallCap[];
  /** The provider knows a repeat of the same attempt. */ readonly isIdempotent: boolean;
  /** Whether it can reach this address. */ reaches(address: NotifyAddress): boolean;
  send(notice: Notice, stop: AbortSignal): Promise<SendOutcome>;
  /** Carries a letter with its files. Absent: it carries notices only. */
  post?(mail: string, letter: Letter, stop: AbortSignal): Promise<SendOutcome>;
  /** Asks what became of a request whose outcome nobody knows; null: the provider does not know it. Absent: it cannot be asked. */
  query?(asked: {
    readonly attemptId: string;
    readonly providerId: string | null;
    readonly address: NotifyAddress;
    readonly at: Instant;
  }): Promise<CourierReceipt | null>;
  /** Reads what the provider calls back with; null: it is not from the provider. */
  receive?(raw: RawReceipt): ReceivedReceipts | null;
  /** Shows on a card who took the alarm. */ settleCard?(responseCode: string, text: string): Promise<void>;
  close?(): void;
};

/** A channel setting as it is kept, with its secrets opened. */
export type CourierSettings = {
  readonly kind: CourierKind;
  readonly options: { readonly [name: string]: string };
  readonly secrets: { readonly [name: string]: string };
  readonly templates: readonly NotifyTemplate[];
  readonly fallbackTemplate: NotifyTemplate | null;
  /** Null: what is known of the provider. */ readonly caps: readonly CallCap[] | null;
};
