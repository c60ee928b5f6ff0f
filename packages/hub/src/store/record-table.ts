import { searchText } from "../core/search-text.ts";
import { filterable, type JsonObject, type RecordKind } from "../ports/records.ts";

/** In the order in which they are pushed; alarms do not wait for the others. */
export const recordKinds: readonly RecordKind[] = ["operator", "unit", "device", "component", "alarm"];

/** `unitId` is kept in `unit_id`. */
export const columnOf = (member: string): string => member.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Members of the body that have a column of their own beside it, so that they can be looked up. */
export const keptMembers: { readonly [K in RecordKind]: readonly string[] } = {
  operator: filterable.operator,
  unit: [...filterable.unit, "regionCode"],
  device: [...filterable.device, "wireAddress"],
  component: [...filterable.component, "componentKey"],
  alarm: filterable.alarm.filter((member) => !["placeType", "stage", "assigneeId", "rootId"].includes(member)),
};

/** Members in which words are looked for; none of them is personal data. */
const searchMembers: { readonly [K in RecordKind]?: readonly string[] } = {
  operator: ["id", "name", "address"],
  unit: ["id", "name", "address", "community"],
  device: ["id", "name", "address", "wireAddress", "imei"],
};

/** Columns that are made from the body, behind those of `keptMembers`; an alarm's last two are its unit's. */
export const madeColumns = (kind: RecordKind): readonly string[] => {
  if (kind === "alarm") return ["received_at", "occurred_at", "region_code", "place_type"];
  return searchMembers[kind] === undefined ? [] : ["search"];
};

/** Value of a kept member's column: an absent one is empty text, because sort and filter columns are never null. */
export const keptValue = (body: JsonObject, member: string): string => {
  const value = body[member];
  return typeof value === "string" ? value : "";
};

/** Text of the `search` column. */
export const searchColumn = (kind: RecordKind, body: JsonObject): string =>
  searchText((searchMembers[kind] ?? []).map((member) => body[member]));

/** When an alarm was received, happened or ended, for "newest first"; a body without a readable time counts from `at`. */
export const timeOf = (body: JsonObject, member: "receivedAt" | "occurredAt" | "clearedAt", at: number): number => {
  const value = body[member];
  const time = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? at : time;
};
