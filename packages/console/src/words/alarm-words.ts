import { alarmTypes } from "@dianan/model";
import type { AlarmRow } from "../live/alarm-row.ts";
import type { DeviceRecord, Directory, UnitRecord } from "../live/directory.ts";
import { plainText } from "../live/plain-text.ts";
import { codeWord, type Language } from "./code-words.ts";
import type { Messages } from "./zh.ts";

/** What the alarm is about: `剩余电流报警`. */
export const alarmTitle = (row: { readonly type: string }, language: Language): string =>
  codeWord(alarmTypes, row.type, language);

/** Where it is: the unit's and the device's name, or their ids when this page does not know them. */
export const placeWords = (
  row: { readonly deviceId: string; readonly unitId: string },
  devices: Directory<DeviceRecord>,
  units: Directory<UnitRecord>,
  words: Messages,
): { readonly unit: string; readonly device: string } => ({
  unit: plainText(units.get(row.unitId)?.name ?? row.unitId),
  device: plainText(devices.get(row.deviceId)?.name ?? words.alarms.unknownDevice(row.deviceId)),
});

/** `未消除`, `已恢复` (the device's own word) or `已消除`. */
export const stateWord = (row: AlarmRow, words: Messages): string => {
  if (row.isCleared) return words.alarms.cleared;
  return row.recoveredAt === null ? words.alarms.raised : `${words.alarms.raised} · ${words.alarms.recovered}`;
};
