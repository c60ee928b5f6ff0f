import { filterable, type JsonObject, type RecordKind } from "../ports/store.ts";

/** In the order in which they are pushed; alarms do not wait for the others. */
export const recordKinds: readonly RecordKind[] = ["operator", "unit", "device", "component", "alarm"];

/** `unitId` is kept in `unit_id`. */
export const columnOf = (member: string): string => member.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Members of the body that have a column of their own beside it, so that they can be looked up. */
export const keptMembers: { readonly [K in RecordKind]: readonly string[] } = {
  operator: filterable.operator,
  unit: filterable.unit,
  device: [...filterable.device, "wireAddress"],
  component: [...filterable.component, "componentKey"],
  alarm: filterable.alarm,
};

/** Value of a kept member's column: an absent one is empty text, because sort and filter columns are never null. */
export const keptValue = (body: JsonObject, member: string): string => {
  const value = body[member];
  return typeof value === "string" ? value : "";
};

/** When an alarm was received, for "newest first"; a body without a readable time counts from `at`. */
export const receivedAtOf = (body: JsonObject, at: number): number => {
  const time = typeof body.receivedAt === "string" ? Date.parse(body.receivedAt) : Number.NaN;
  return Number.isNaN(time) ? at : time;
};
