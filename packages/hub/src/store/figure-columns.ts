import type { AlarmLife } from "../core/alarm-life-state.ts";
import type { JsonObject } from "../ports/records.ts";
import { keptValue, timeOf } from "./record-table.ts";

/** Columns of an alarm by which statistics count, in the order of {@link figureValues}. */
export const figureColumns = [
  ...["acknowledged_at", "rectified_at", "closed_as", "repeats"],
  ...["cleared_at", "device_ms", "due_at"],
] as const;

/**
 * What statistics count of an alarm.
 *
 * @param handling - JSON of its life; absent: it is no alarm, and has none of them
 * @param at - when it was received, if its body does not say so
 */
export const figureValues = (
  body: JsonObject,
  handling: string | undefined,
  at: number,
): readonly (string | number | null)[] => {
  if (handling === undefined) return [];
  const { acknowledged, rectification, closure, dueAt } = JSON.parse(handling) as AlarmLife;
  const receivedAt = timeOf(body, "receivedAt", at);
  const deviceMs = receivedAt - timeOf(body, "occurredAt", receivedAt);
  // Where the device's time is believed and earlier.
  const isTold = deviceMs > 0 && keptValue(body, "class") !== "offline" && keptValue(body, "deviceTime") === "";
  return [
    acknowledged?.at ?? null,
    rectification?.rectifiedAt ?? null,
    closure?.reason ?? null,
    Number.isSafeInteger(body.repeats) ? Number(body.repeats) : 0,
    // One without a time of its end counts as over when it came.
    keptValue(body, "state") === "cleared" ? timeOf(body, "clearedAt", receivedAt) : null,
    isTold ? deviceMs : null,
    dueAt ?? null,
  ];
};
