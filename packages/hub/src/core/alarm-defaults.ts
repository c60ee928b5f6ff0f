import { type AlarmTypeRow, alarmTypes, isAlarmType, severityOfLevel } from "@dianan/model";

type Body = { readonly [member: string]: unknown };

/**
 * What an alarm of another platform leaves out (SH-5 requires only the plan's members): lists are ordered by receivedAt and
 * filtered by state and class. Taken from the alarm as stored, so that the same content again changes nothing.
 *
 * @param now - RFC 3339, the hub's time
 */
export const withAlarmDefaults = (alarm: Body, stored: Body | null, now: string): Body => {
  const row: AlarmTypeRow = alarmTypes[isAlarmType(alarm.type) ? alarm.type : "unmapped"];
  const defaults = { receivedAt: now, state: "raised", class: row.class, severity: severityOfLevel(row.severity) };
  const filled: Record<string, unknown> = { ...alarm };
  for (const [member, value] of Object.entries(defaults)) filled[member] ??= stored?.[member] ?? value;
  return filled;
};
