import { type AlarmType, alarmTypes, type Instant, isAlarmType } from "@dianan/model";
import type { CentrePoint } from "../ports/centre.ts";
import type { JsonObject, StoredRecord } from "../ports/records.ts";

/** What of an alarm's record a centre is told. */
export type AlarmWord = {
  readonly id: string;
  readonly type: AlarmType;
  /** It stands and the device has not reported it gone: so is the component's state. */ readonly isOpen: boolean;
  /** It was over when it came. */ readonly isMomentary: boolean;
  readonly at: Instant;
};

const timeIn = (body: JsonObject, ...members: readonly string[]): number => {
  for (const member of members) {
    const at = typeof body[member] === "string" ? Date.parse(body[member]) : Number.NaN;
    if (!Number.isNaN(at)) return at;
  }
  return Number.NaN;
};

/**
 * An alarm's record as a word about its component. What a person does about it is none; a type that nobody knows is `unmapped`.
 *
 * @returns null for an event (事件), which is no state
 */
export const wordOf = ({ id, body, deleted, version, updatedAt }: StoredRecord): AlarmWord | null => {
  const type: AlarmType = typeof body.type === "string" && isAlarmType(body.type) ? body.type : "unmapped";
  if (alarmTypes[type].class === "event" || body.class === "event") return null;
  const stands = !deleted && body.state !== "cleared";
  const isOpen = stands && typeof body.recoveredAt !== "string";
  const at = isOpen
    ? timeIn(body, "lastOccurredAt", "occurredAt")
    : stands
      ? timeIn(body, "recoveredAt")
      : timeIn(body, "recoveredAt", "clearedAt");
  const isMomentary = version === 1 && !isOpen && !deleted;
  return { id, type, isOpen, isMomentary, at: (Number.isNaN(at) ? updatedAt : at) as Instant };
};

/** Open alarms that a status word may have no more of than this: one per type. */
const OPEN_MAX = 200;

/**
 * A component after a word about one of its alarms; the same when nothing changed. The time never goes back: a centre keeps the
 * state with the latest.
 */
export const afterWord = (point: CentrePoint, { id, type, isOpen, at }: AlarmWord): CentrePoint => {
  if (isOpen === Object.hasOwn(point.open, id)) return point;
  const changedAt = Math.max(point.changedAt, at) as Instant;
  if (isOpen) {
    const kept = Object.entries(point.open).slice(-(OPEN_MAX - 1));
    return { ...point, changedAt, open: { ...Object.fromEntries(kept), [id]: type } };
  }
  const { [id]: _, ...open } = point.open;
  return { ...point, changedAt, open };
};
