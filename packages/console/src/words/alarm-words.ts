import { alarmTypes } from "@dianan/model";
import type { AlarmRow } from "../live/alarm-row.ts";
import type { DeviceRecord, Directory, UnitRecord } from "../live/directory.ts";
import { plainText } from "../live/plain-text.ts";
import { ageText, codeWord, type Language } from "./code-words.ts";
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

/** How far it is: `未确认`, `已确认 · 已恢复` (the device's own word), `已整改 · 已消除`. */
export const stateWord = (row: AlarmRow, { handling }: Messages): string => {
  const isOnlyEvent = row.rank === 1 && row.stage === "closed";
  return [
    isOnlyEvent ? handling.happened : handling.stages[row.stage],
    row.isCleared ? handling.cleared : row.recoveredAt === null ? "" : handling.recovered,
    row.record.handling?.isChattering === true ? handling.chattering : "",
  ]
    .filter((word) => word !== "")
    .join(" · ");
};

/** Who has it: one's own name is "me", for the stream masks every name. */
export const holderWord = ({ holder }: AlarmRow, me: string | null, { handling }: Messages): string => {
  if (holder === null) return "";
  return holder.id !== null && holder.id === me ? handling.me : plainText(holder.name, 40);
};

/** `剩 5 天`, `逾期 2 天 3 h`; empty where nothing is due. */
export const dueWord = (row: AlarmRow, now: number, words: Messages): string => {
  if (row.dueAt === null || row.rank === 2 || row.stage === "rectified") return "";
  const left = row.dueAt - now;
  const age = ageText(Math.abs(left), words).trim();
  return left < 0 ? words.handling.overdue(age) : words.handling.due(age);
};

/** What a search looks into, in lower case: type, unit, device, their ids, who has it. */
export const searchText = (
  row: AlarmRow,
  devices: Directory<DeviceRecord>,
  units: Directory<UnitRecord>,
  words: Messages,
): string => {
  const { unit, device } = placeWords(row, devices, units, words);
  const language = words.lang === "en" ? "en" : "zh";
  const community = plainText(units.get(row.unitId)?.community ?? "");
  return [alarmTitle(row, language), unit, community, device, row.deviceId, row.id, row.record.description]
    .join(" ")
    .toLowerCase();
};
