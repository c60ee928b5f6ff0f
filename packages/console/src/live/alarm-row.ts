import { type AlarmClass, alarmClasses, alarmTypes, isAlarmType, isSlugOf } from "@dianan/model";
import type { components } from "@dianan/open-api";

/** An alarm record (告警) as the open API sends it, with what people did about it. */
export type AlarmRecord = components["schemas"]["AlarmView"];
type Handling = NonNullable<AlarmRecord["handling"]>;
export type Stage = Handling["stage"];
/** Who did something. Names of others are masked by the hub (SEC-PII-03). */
export type Actor = components["schemas"]["Actor"];

/** An alarm as the list keeps it: frozen, times as milliseconds UTC, nothing missing that the list needs. */
export type AlarmRow = {
  readonly id: string;
  readonly version: number;
  readonly class: AlarmClass;
  /** Code of {@link alarmTypes}; may be one that this page does not know. */ readonly type: string;
  readonly isCleared: boolean;
  readonly deviceId: string;
  readonly unitId: string;
  readonly occurredAt: number;
  readonly receivedAt: number;
  /** When this hub had it: a partner's alarm was received elsewhere first. */ readonly hereAt: number;
  /** The device's own, unverified word that it is gone. */ readonly recoveredAt: number | null;
  readonly clearedAt: number | null;
  readonly repeats: number;
  /** How far people are with it; what nobody handles is unacknowledged until it is cleared. */ readonly stage: Stage;
  /** Place in the list: 0 nobody has it yet, 1 somebody has it or it only happened (event), 2 it is over. */ readonly rank:
    | 0
    | 1
    | 2;
  /** Out of sight until then. */ readonly shelvedUntil: number | null;
  readonly dueAt: number | null;
  readonly isOverdue: boolean;
  /** The alarm that a storm has put this one under. */ readonly rootId: string | null;
  /** Who has it: to whom it was given, else who acknowledged it. */ readonly holder: Actor | null;
  readonly record: AlarmRecord;
};

/** Milliseconds of an RFC 3339 time, or null when it is missing or is none. */
export const millisecondsOf = (time: string | undefined): number | null => {
  const at = time === undefined ? Number.NaN : Date.parse(time);
  return Number.isNaN(at) ? null : at;
};

/**
 * Class of an alarm: its own, else that of its type. What cannot be classed is shown as a fault, like the unmapped type: it
 * must be looked at, but no fire is invented for it.
 */
export const classOf = (record: { readonly class?: string | undefined; readonly type: string }): AlarmClass => {
  if (isSlugOf(alarmClasses, record.class)) return record.class;
  return isAlarmType(record.type) ? alarmTypes[record.type].class : "fault";
};

/** Closed and still raised is an event: it was over when it happened, and nobody has to do anything. */
const rankOf = (stage: Stage, isCleared: boolean): AlarmRow["rank"] => {
  if (stage === "unacknowledged") return 0;
  return stage === "closed" && isCleared ? 2 : 1;
};

export const alarmRow = (record: AlarmRecord): AlarmRow => rowKeeping(record, record);

/** @param kept - what the row keeps of the record */
export const rowKeeping = (record: AlarmRecord, kept: AlarmRecord): AlarmRow => {
  const isCleared = record.state === "cleared";
  const handling: Handling = record.handling ?? { stage: isCleared ? "closed" : "unacknowledged" };
  const receivedAt = millisecondsOf(record.receivedAt) ?? millisecondsOf(record.occurredAt) ?? 0;
  return Object.freeze({
    id: record.id,
    version: record.version ?? 0,
    class: classOf(record),
    type: record.type,
    isCleared,
    deviceId: record.deviceId,
    unitId: record.unitId,
    occurredAt: millisecondsOf(record.occurredAt) ?? receivedAt,
    receivedAt,
    // Only this hub's own frames are evidence here; anything else counts from when the record was made.
    hereAt: record.evidence === undefined ? (millisecondsOf(record.updatedAt) ?? receivedAt) : receivedAt,
    recoveredAt: millisecondsOf(record.recoveredAt),
    clearedAt: millisecondsOf(record.clearedAt),
    repeats: record.repeats ?? 0,
    stage: handling.stage,
    rank: rankOf(handling.stage, isCleared),
    shelvedUntil: millisecondsOf(handling.shelvedUntil),
    dueAt: millisecondsOf(handling.dueAt),
    isOverdue: handling.isOverdue ?? false,
    rootId: handling.rootId ?? null,
    holder: handling.assignee ?? handling.acknowledgedBy ?? null,
    record: kept,
  });
};
