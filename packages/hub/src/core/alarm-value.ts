import { type AlarmType, alarmTypes, fromScaled, isAlarmType } from "@dianan/model";

type Body = { readonly [member: string]: unknown };
type Reading = { readonly at: number; readonly values: readonly Value[] };
type Value = {
  readonly component: string | null;
  readonly quantity: string;
  readonly value: number;
  readonly quality: string;
};

/** Alarms of what is too little; all others are of what is too much. */
const tooLittle: readonly AlarmType[] = [
  "underVoltage",
  "voltageLow",
  "insulationLow",
  "insulationFalling",
  "lowBattery",
];

/**
 * What readings say of an alarm's value: whether the newest one of its component and quantity is over the set point (超限).
 *
 * @param readings - of the device, newest first
 * @returns null when none says: no set point, or no good reading later than the alarm's last occurrence
 */
export const isStillOver = (alarm: Body, readings: readonly Reading[]): boolean | null => {
  const { type, threshold } = alarm;
  if (!isAlarmType(type) || typeof threshold !== "number") return null;
  const { quantity } = alarmTypes[type];
  if (quantity === null) return null;
  const since = Date.parse(String(alarm.lastOccurredAt ?? alarm.occurredAt));
  const component = typeof alarm.componentId === "string" ? alarm.componentId : null;
  for (const { at, values } of readings) {
    if (!(at > since)) return null;
    const found = values.find(
      (one) => one.quantity === quantity && one.component === component && one.quality === "good",
    );
    if (found === undefined) continue;
    const value = fromScaled(quantity, found.value);
    return tooLittle.includes(type) ? value <= threshold : value >= threshold;
  }
  return null;
};
