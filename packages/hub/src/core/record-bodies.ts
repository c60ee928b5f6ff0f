import { type AlarmType, alarmText, alarmTypes, fromScaled, quantities, severityOfLevel } from "@dianan/model";
import type { AlarmEffect } from "./device-effect.ts";
import { offsetTime } from "./offset-time.ts";

/** Members of a record to write. */
export type Members = { readonly [member: string]: unknown };

/** What an alarm record says beside the alarm itself. */
export type AlarmContext = {
  /** Null while nobody has registered the address: then the alarm has no device and no unit yet. */
  readonly device: { readonly deviceId: string; readonly unitId: string } | null;
  readonly platformCode: string;
  readonly receivedAt: number;
  /** Id of the frame (原始报文); null for what the hub computed. */ readonly evidence: string | null;
  readonly utcOffsetMinutes: number;
};

/** A new alarm record (告警), SH-5. */
const raisedBody = (effect: AlarmEffect, context: AlarmContext): Members => {
  const { change, type } = effect;
  if (change.kind !== "raised") throw new TypeError(`alarm ${change.id} was not raised`);
  const { class: alarmClass, severity } = alarmTypes[type];
  const time = (at: number): string => offsetTime(at, context.utcOffsetMinutes);
  return {
    ...context.device,
    occurredAt: time(change.occurredAt),
    description: alarmText(type, effect.value, effect.threshold).zh,
    type,
    platformCode: context.platformCode,
    componentId: effect.componentId,
    class: alarmClass,
    severity: severityOfLevel(severity),
    state: change.momentary ? "cleared" : "raised",
    ...(change.momentary ? { clearedAt: time(change.occurredAt) } : {}),
    receivedAt: time(context.receivedAt),
    ...measured(type, effect.value, effect.threshold),
    repeats: 0,
    ...(context.evidence === null ? {} : { evidence: context.evidence }),
    ...(effect.rawCode === "" ? {} : { rawCode: effect.rawCode }),
    ...(effect.rawText === "" ? {} : { rawText: effect.rawText }),
    // A clock that cannot be true is kept as it was sent.
    ...(change.deviceTime === null ? {} : { deviceTime: time(change.deviceTime) }),
  };
};

const measured = (type: AlarmType, value: number | undefined, threshold: number | undefined): Members => {
  const { quantity } = alarmTypes[type];
  if (quantity === null || (value === undefined && threshold === undefined)) return {};
  return {
    ...(value === undefined ? {} : { value: fromScaled(quantity, value) }),
    unit: quantities[quantity].unit,
    ...(threshold === undefined ? {} : { threshold: fromScaled(quantity, threshold) }),
  };
};

/** What an alarm's change writes: the whole record when it was raised, else the members that change (null removes one). */
export const alarmMembers = (effect: AlarmEffect, context: AlarmContext): Members => {
  const { change } = effect;
  const time = (at: number): string => offsetTime(at, context.utcOffsetMinutes);
  switch (change.kind) {
    case "raised":
      return raisedBody(effect, context);
    case "repeated":
      return { repeats: change.repeats, lastOccurredAt: time(change.lastOccurredAt), recoveredAt: null };
    case "recovered":
      return { recoveredAt: time(change.recoveredAt) };
    case "cleared":
      return { state: "cleared", clearedAt: time(change.clearedAt) };
    case "restored":
      return { state: "raised", clearedAt: null };
  }
};
