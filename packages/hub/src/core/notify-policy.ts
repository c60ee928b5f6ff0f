/** Ways by which people are told (渠道). `chat` and `webhook` reach a group or a system: they inform, nobody is reached by them. */
export type NotifyChannel = "voice" | "sms" | "app" | "mail" | "chat" | "webhook";
/** Of a person, in the order in which the next one is taken when one fails. */
export const personChannels: readonly NotifyChannel[] = ["app", "sms", "voice", "mail"];

/** Whom a step tells; `group`: robots and webhooks by their channel settings. */
export type NotifyRecipient =
  | "unitContact"
  | "operatorContact"
  | "dutyOfficer"
  | "assignee"
  | "account"
  | "contact"
  | "group";

/** One step of a rule (一级通知). */
export type NotifyStep = {
  /** After the alarm, while nobody has acknowledged it. */ readonly afterSeconds: number;
  readonly channels: readonly NotifyChannel[];
  readonly recipients: readonly NotifyRecipient[];
  readonly accountIds?: readonly string[];
  readonly contactIds?: readonly string[];
  /** Channel settings, of `group`. */ readonly channelIds?: readonly string[];
  /** Of `dutyOfficer`; absent: the first schedule. */ readonly scheduleId?: string;
};

/** Who is told about which alarms (通知规则). */
export type NotifyRule = {
  readonly name: string;
  readonly classes: readonly string[];
  readonly types?: readonly string[];
  readonly placeTypes?: readonly string[];
  readonly unitIds?: readonly string[];
  /** Only then, such as `18:00-08:00`. */ readonly hours?: string;
  readonly steps: readonly NotifyStep[];
  /** Nothing is sent then but what is of class alarm (免打扰). */ readonly quietHours?: string;
  /** From the last step to the first of the next loop. */ readonly repeatSeconds?: number;
  /** How often the steps are gone through until somebody acknowledges. */ readonly loops?: number;
  /** What was not sent after so long is no longer sent. */ readonly expireMinutes?: number;
};

/** A turn of a rotation: who is on call from then on, week by week. */
export type OnCallSchedule = {
  readonly id: string;
  readonly name: string;
  /** First day of the first turn, `2026-01-05`; turns change at `handOver` of its weekday. */ readonly from: string;
  /** `08:00`. */ readonly handOver: string;
  /** Contacts in turn, a week each. */ readonly rotation: readonly string[];
  /** Hours of each day that are covered; absent: all. */ readonly hours?: string;
  readonly overrides?: readonly { readonly from: string; readonly until: string; readonly contactId: string | null }[];
};

export type NotifyGrouping = {
  /** What comes within this after a message of the same unit or root is one message. */ readonly windowSeconds: number;
  /** More alarms of a class in a minute than this are one storm for a person. */ readonly stormPerMinute: number;
  /** Messages to one person about one storm. */ readonly perPersonMax: number;
};

export type NotifyPolicy = {
  readonly rules: readonly NotifyRule[];
  readonly schedules?: readonly OnCallSchedule[];
  /** Told when nobody has acknowledged an alarm of class alarm (兜底联系人). */ readonly fallbackContactIds: readonly string[];
  readonly grouping?: NotifyGrouping;
  /** A duty desk is kept: without a watcher an alarm goes to the phone at once. */ readonly dutyDesk?: boolean;
  readonly language?: "zh" | "en";
  /** What is not of class alarm goes only to addresses of contacts that were verified. */ readonly isVerifiedOnly?: boolean;
};

export const defaultGrouping: NotifyGrouping = { windowSeconds: 60, stormPerMinute: 20, perPersonMax: 5 };
export const REPEAT_SECONDS = 900;
export const EXPIRE_MINUTES = 60;

/** Whom an alarm that no rule names is told, of class alarm: nothing of that class is silent (plan-2021: phone, SMS and app at once). */
export const strictRule: NotifyRule = {
  name: "plan-2021",
  classes: ["alarm"],
  steps: [
    { afterSeconds: 0, channels: ["app", "sms", "voice"], recipients: ["dutyOfficer", "unitContact"] },
    { afterSeconds: 60, channels: ["voice"], recipients: ["dutyOfficer"] },
    { afterSeconds: 360, channels: ["sms", "voice"], recipients: ["operatorContact"] },
  ],
  loops: 3,
};

/** What an alarm says that rules look at. */
export type NotifySubject = {
  readonly class: string;
  readonly type: string;
  readonly unitId: string;
  readonly placeType: string;
};

const names = (list: readonly string[] | undefined, value: string): boolean =>
  list === undefined || list.length === 0 || list.includes(value);

/** Minutes of the day of a text `HH:MM`; NaN: it is none. */
const minuteOf = (text: string): number => {
  const found = /^([01][0-9]|2[0-3]):([0-5][0-9])$/.exec(text);
  return found === null ? Number.NaN : Number(found[1]) * 60 + Number(found[2]);
};
const DAY_MINUTES = 1_440;
const MINUTE_MS = 60_000;

/** A span of each day, `22:00-07:00`; the same twice is the whole day. Null: it is none. */
export const daySpan = (text: string): { readonly from: number; readonly until: number } | null => {
  const [from, until, more] = text.split("-").map(minuteOf);
  if (from === undefined || until === undefined || more !== undefined) return null;
  return Number.isNaN(from) || Number.isNaN(until) ? null : { from, until };
};

/**
 * When the span in which a time lies ends; null: it lies in none.
 *
 * @param at - milliseconds UTC
 */
export const spanEnd = (text: string | undefined, at: number, utcOffsetMinutes: number): number | null => {
  const span = text === undefined ? null : daySpan(text);
  if (span === null) return null;
  const local = Math.floor(at / MINUTE_MS) + utcOffsetMinutes;
  const minute = ((local % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  const length = (span.until - span.from + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES;
  const into = (minute - span.from + DAY_MINUTES) % DAY_MINUTES;
  return into < length ? (Math.floor(at / MINUTE_MS) + length - into) * MINUTE_MS : null;
};

/** The rule of an alarm: the first that names it. Of class alarm there always is one; of others null is nobody. */
export const ruleFor = (
  policy: NotifyPolicy,
  subject: NotifySubject,
  at: number,
  utcOffsetMinutes: number,
): NotifyRule | null => {
  const found = policy.rules.find(
    (rule) =>
      rule.classes.includes(subject.class) &&
      names(rule.types, subject.type) &&
      names(rule.placeTypes, subject.placeType) &&
      names(rule.unitIds, subject.unitId) &&
      (rule.hours === undefined || spanEnd(rule.hours, at, utcOffsetMinutes) !== null),
  );
  return found ?? (subject.class === "alarm" ? strictRule : null);
};
