import { type AlarmTypeRow, alarmTypes, isAlarmType } from "@dianan/model";
import type { Actor } from "./actor.ts";
import type { Chatter } from "./chatter.ts";

/** How far people have dealt with an alarm (处理阶段). */
export type AlarmStage = "unacknowledged" | "acknowledged" | "rectified" | "closed";

/** Where an act came from (途径). */
export type Via = "web" | "phone" | "sms" | "voice" | "api" | "device";

/** Why an alarm was closed (关闭原因). */
export type CloseReason = "resolved" | "false" | "test" | "duplicate";

/** What people did about one alarm (处理情况). Plain JSON; times are integer milliseconds UTC. */
export type AlarmLife = {
  readonly stage: AlarmStage;
  /** The platform that sent the alarm; null: this hub raised it. */ readonly sender: Actor | null;
  readonly acknowledged: { readonly at: number; readonly by: Actor; readonly via: Via } | null;
  readonly assigned: { readonly at: number; readonly to: Actor } | null;
  /** When it must be dealt with; null: it need not. */ readonly dueAt: number | null;
  /** When the hub said that the due time is over. */ readonly escalatedAt: number | null;
  readonly advice: { readonly at: number; readonly by: Actor; readonly text: string } | null;
  readonly rectification: {
    readonly at: number;
    readonly by: Actor;
    readonly text: string;
    readonly rectifiedAt: number;
    readonly files: readonly string[];
  } | null;
  readonly closure: {
    readonly at: number;
    readonly by: Actor;
    readonly reason: CloseReason;
    readonly text: string;
    /** It still stood, and the closing cleared it: reopening makes it stand again. */ readonly hasCleared: boolean;
  } | null;
  readonly shelf: { readonly until: number; readonly reason: string } | null;
  readonly comments: number;
  /** Acts told so far: two of the same moment are two. */ readonly acts: number;
  /** Files attached as evidence. */ readonly files: readonly string[];
  /** The alarm under which a storm has grouped it (归并); absent or null: none. */ readonly rootId?: string | null;
  /** How often it came again lately; absent: never. */ readonly chatter?: Chatter;
};

/** How long people have, in days: a week for electrical fire (EF-5.3), three days for charging (CP-4.2). */
export type DueDays = { readonly fire: number; readonly charging: number };
export const defaultDueDays: DueDays = { fire: 7, charging: 3 };

const DAY_MS = 86_400_000;

/** What an alarm's record says that matters for its life. */
export type AlarmFacts = {
  readonly class: string;
  /** It stands until somebody or something clears it. */ readonly isRaised: boolean;
  /** The device reports it gone, which is not verified (SEC-DEV-03). */ readonly isRecovered: boolean;
  readonly occurredAt: number;
};

const text = (body: { readonly [member: string]: unknown }, member: string): string => {
  const value = body[member];
  return typeof value === "string" ? value : "";
};

/** Reads the facts in a record's body. A time that cannot be read counts as the beginning of time. */
export const alarmFacts = (body: { readonly [member: string]: unknown }): AlarmFacts => ({
  class: text(body, "class"),
  isRaised: body.state !== "cleared",
  isRecovered: text(body, "recoveredAt") !== "",
  occurredAt: Date.parse(text(body, "occurredAt")) || 0,
});

/** Alarms, warnings and faults are work for people; that a device is offline ends by itself, and an event is over when it happens. */
export const needsPeople = (alarmClass: string): boolean => alarmClass !== "offline" && alarmClass !== "event";

/**
 * How long people have to deal with an alarm (整改期限), milliseconds; null: it is no work for people.
 *
 * @param type - of the alarm; decides where the device does not
 * @param deviceType - of the device; empty: not known
 */
export const dueMs = (alarmClass: string, type: string, deviceType: string, days: DueDays): number | null => {
  if (!needsPeople(alarmClass)) return null;
  const { fire, eBike }: AlarmTypeRow = alarmTypes[isAlarmType(type) ? type : "unmapped"];
  const isCharging = deviceType === "chargingPile" || (deviceType !== "electricalFireMonitor" && eBike && !fire);
  return (isCharging ? days.charging : days.fire) * DAY_MS;
};

/** An alarm that nobody has dealt with yet. `due`: of {@link dueMs}. */
export const newLife = (
  at: number,
  due: number | null,
  sender: Actor | null,
  rootId: string | null = null,
): AlarmLife => ({
  ...(rootId === null ? {} : { rootId }),
  stage: "unacknowledged",
  sender,
  acknowledged: null,
  assigned: null,
  dueAt: due === null ? null : at + due,
  escalatedAt: null,
  advice: null,
  rectification: null,
  closure: null,
  shelf: null,
  comments: 0,
  acts: 0,
  files: [],
});

/** Neither rectified nor closed: then its due time runs. */
const isOwed = ({ stage }: AlarmLife): boolean => stage === "unacknowledged" || stage === "acknowledged";

/** When it is overdue (逾期) from, if nothing happens; null: never. */
export const overdueFrom = (life: AlarmLife): number | null => (isOwed(life) ? life.dueAt : null);

/** When the hub has to look at it again; null: never. */
export const wakeAt = (life: AlarmLife): number | null => {
  const overdue = life.escalatedAt === null ? overdueFrom(life) : null;
  const times = [life.shelf?.until ?? null, overdue].filter((at) => at !== null);
  return times.length === 0 ? null : Math.min(...times);
};
