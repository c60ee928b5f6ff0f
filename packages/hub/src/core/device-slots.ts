import type { DeviceState } from "./device-state.ts";

/** Closed slots kept for replays. */
const CLOSED_SLOTS_MAX = 64;

/** Forgets the oldest closed slots; an open one is never forgotten. */
export const boundedSlots = (slots: DeviceState["slots"]): DeviceState["slots"] => {
  const keys = Object.keys(slots);
  if (keys.length <= CLOSED_SLOTS_MAX) return slots;
  const closed = keys.filter((key) => !slots[key]?.open);
  const dropped = new Set(closed.slice(0, Math.max(0, closed.length - CLOSED_SLOTS_MAX)));
  return dropped.size === 0 ? slots : Object.fromEntries(Object.entries(slots).filter(([key]) => !dropped.has(key)));
};
