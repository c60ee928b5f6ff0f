import type { Code } from "@dianan/layout";
import {
  type AlarmType,
  type ComponentKey,
  type Instant,
  instant,
  isPlausible,
  type ModelEvent,
  type Quantity,
  type ReadingEvent,
  type SessionEnd,
  type Status,
  sessionEnds,
} from "@dianan/model";
import { ownComponentTypes } from "./component-types.ts";

/** Events of one frame. */
export type Events = readonly ModelEvent[];

/** A charging port as people count it, from 1: `port/1`. */
export const portKey = (number: number): ComponentKey => `port/${number}` as ComponentKey;

/** A measured value; outside what is plausible it is kept and marked. */
export const reading = (
  component: ComponentKey | null,
  quantity: Quantity,
  value: number,
  at: Instant | null = null,
): ModelEvent => ({
  kind: "reading",
  component,
  quantity,
  value,
  quality: isPlausible(quantity, value) ? "good" : "outOfRange",
  at,
});

/** The device's mark for "no value". */
export const sentinel = (
  component: ComponentKey | null,
  quantity: Quantity,
  at: Instant | null = null,
): ModelEvent => ({ kind: "reading", component, quantity, value: 0, quality: "sentinel", at });

/** A value that was not sent. */
export const missing = (component: ComponentKey | null, quantity: Quantity, at: Instant | null = null): ModelEvent => ({
  ...(sentinel(component, quantity, at) as ReadingEvent),
  quality: "missing",
});

/** A condition that the device says is there or gone. */
export const conditionIf = (
  present: boolean,
  component: ComponentKey | null,
  type: AlarmType,
  rawCode: string,
  rawText = "",
): ModelEvent => ({ kind: "condition", component, type, present, at: null, rawCode, rawText });

/** A condition that the device says is there. */
export const condition = (
  component: ComponentKey | null,
  type: AlarmType,
  rawCode: string,
  at: Instant | null = null,
  rawText = "",
): ModelEvent => ({ kind: "condition", component, type, present: true, at, rawCode, rawText });

export const diagnostic = (code: string, text: string): ModelEvent => ({ kind: "diagnostic", code, text });

type Rows<R> = Readonly<Record<string, Code & R>>;

/** The row of a code, or null when the table does not know it. */
export const rowOf = <R>(table: Rows<R>, code: number): (Code & R) | null =>
  Object.values(table).find((row) => row.code === code) ?? null;

type PortState = { readonly status: Status; readonly alarm: AlarmType | null };

/**
 * What a port's state says: the state, and each condition that a state of the table can be, present or gone. A state that the
 * table does not know is `unmapped`, and says nothing of the others.
 */
export const portStateEvents =
  (table: Rows<PortState>) =>
  (component: ComponentKey, code: number, at: Instant | null = null): Events => {
    const row = rowOf(table, code);
    const state: ModelEvent = {
      kind: "componentState",
      component,
      componentType: ownComponentTypes.chargingPort,
      status: row?.status ?? "unknown",
      note: "",
      at,
    };
    const rawCode = `state:${code}`;
    if (row === null) return [state, condition(component, "unmapped", rawCode, at)];
    const types = new Set(Object.values(table).flatMap(({ alarm }) => (alarm === null ? [] : [alarm])));
    return [
      state,
      ...[...types].map((type) => ({ ...condition(component, type, rawCode, at), present: type === row.alarm })),
    ];
  };

/** What a session's end is beside the end itself: the end's own alarm, and one more when a reason stands for two. */
export const endConditions = (
  component: ComponentKey,
  end: SessionEnd,
  also: AlarmType | null,
  rawCode: string,
  at: Instant | null = null,
): Events =>
  [sessionEnds[end].alarm, also].flatMap((type) => (type === null ? [] : [condition(component, type, rawCode, at)]));

/** 2000-01-01T00:00:00Z: a device clock before it has never been set (1970 is "no clock"). Seconds since 1970. */
const CLOCK_LEAST = 946_684_800;
const SECOND_MS = 1_000;

/** A time that counts seconds since 1970, UTC; null for a clock that was never set. */
export const instantOfSeconds = (seconds: number | null): Instant | null =>
  seconds === null || seconds < CLOCK_LEAST ? null : instant(seconds * SECOND_MS);

/** 3GPP TS 27.007 §8.5: 0 to 31 are −113 to −51 dBm in steps of 2, 99 is not known. */
const CSQ_UNKNOWN = 99;
const CSQ_MAX = 31;

/** Signal strength from CSQ, in tenths of a dBm; a number that CSQ does not have is kept and marked. */
export const rssiOfCsq = (csq: number): ModelEvent => {
  if (csq === CSQ_UNKNOWN) return sentinel(null, "rssi");
  const event = reading(null, "rssi", (2 * csq - 113) * 10);
  return csq > CSQ_MAX && event.kind === "reading" ? { ...event, quality: "outOfRange" } : event;
};
