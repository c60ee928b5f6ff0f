import type { Step } from "./step.ts";

/** Device and receive time further apart than this: the device's clock is not believed (SEC-DEV-07). Milliseconds. */
export const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** Device times remembered per (device, component, type), so that a replay raises nothing (SEC-DEV-06). */
const REMEMBERED_TIMES = 8;

/** An alarm that stands. Times are integer milliseconds UTC. */
export type OpenAlarm = {
  readonly id: string;
  readonly occurredAt: number;
  readonly lastOccurredAt: number;
  readonly repeats: number;
  /** The device reports it gone: unverified, so the alarm stands (SEC-DEV-03). */ readonly recoveredAt: number | null;
  /** Who raised it: only what the hub computed itself is cleared by the hub. */ readonly by: "device" | "hub";
};

/** The alarms of one (device, component, type): at most one is open. */
export type AlarmSlot = {
  readonly open: OpenAlarm | null;
  /** Believable device times of what was raised or repeated, oldest first. */ readonly heard: readonly number[];
  /** The device's own time of the last occurrence, believable or not. */ readonly lastAt: number | null;
};

export const emptySlot: AlarmSlot = { open: null, heard: [], lastAt: null };

export type SlotInput =
  | {
      readonly kind: "present";
      /** The device's own time; null when it sent none. */ readonly at: number | null;
      readonly receivedAt: number;
      readonly by: "device" | "hub";
      /** True for class event (事件): it happens and is over, so nothing stays open. */ readonly momentary: boolean;
      readonly nextId: () => string;
    }
  | { readonly kind: "gone"; readonly at: number | null; readonly receivedAt: number }
  | { readonly kind: "cleared"; readonly at: number }
  /** A person takes back what was cleared: it stands again, unless another one stands. */
  | { readonly kind: "restored"; readonly open: OpenAlarm };

export type SlotEffect =
  | {
      readonly kind: "raised";
      readonly id: string;
      readonly occurredAt: number;
      /** Kept beside it when it was not believed; else null. */ readonly deviceTime: number | null;
      readonly momentary: boolean;
    }
  | { readonly kind: "repeated"; readonly id: string; readonly repeats: number; readonly lastOccurredAt: number }
  | { readonly kind: "recovered"; readonly id: string; readonly recoveredAt: number }
  | { readonly kind: "cleared"; readonly id: string; readonly clearedAt: number }
  | { readonly kind: "restored"; readonly id: string };

type Present = Extract<SlotInput, { readonly kind: "present" }>;

const isBelievable = (at: number | null, receivedAt: number): at is number =>
  at !== null && Math.abs(at - receivedAt) <= CLOCK_TOLERANCE_MS;

/**
 * One step of the alarms of one (device, component, type). While one is open, another occurrence is a repeat, and the
 * same occurrence told again is nothing. After it was cleared a new occurrence raises a new alarm, a replay of an old
 * one does not.
 */
export const stepAlarmSlot = (slot: AlarmSlot, input: SlotInput): Step<AlarmSlot, SlotEffect> => {
  switch (input.kind) {
    case "present":
      return slot.open === null || input.momentary ? raise(slot, input) : repeat(slot, slot.open, input);
    case "gone":
      return recover(slot, input.at, input.receivedAt);
    case "cleared":
      return slot.open === null
        ? { state: slot, effects: [] }
        : {
            state: { ...slot, open: null },
            effects: [{ kind: "cleared", id: slot.open.id, clearedAt: input.at }],
          };
    case "restored":
      return slot.open === null
        ? { state: { ...slot, open: input.open }, effects: [{ kind: "restored", id: input.open.id }] }
        : { state: slot, effects: [] };
  }
};

const remember = (slot: AlarmSlot, input: Present): Pick<AlarmSlot, "heard" | "lastAt"> => ({
  heard: isBelievable(input.at, input.receivedAt) ? [...slot.heard.slice(1 - REMEMBERED_TIMES), input.at] : slot.heard,
  lastAt: input.at,
});

const raise = (slot: AlarmSlot, input: Present): Step<AlarmSlot, SlotEffect> => {
  if (input.at !== null && slot.heard.includes(input.at)) return { state: slot, effects: [] };
  const believable = isBelievable(input.at, input.receivedAt);
  const occurredAt = believable ? input.at : input.receivedAt;
  const id = input.nextId();
  const open: OpenAlarm = { id, occurredAt, lastOccurredAt: occurredAt, repeats: 0, recoveredAt: null, by: input.by };
  return {
    state: { ...remember(slot, input), open: input.momentary ? slot.open : open },
    effects: [{ kind: "raised", id, occurredAt, deviceTime: believable ? null : input.at, momentary: input.momentary }],
  };
};

const repeat = (slot: AlarmSlot, open: OpenAlarm, input: Present): Step<AlarmSlot, SlotEffect> => {
  if (input.at !== null && (input.at === slot.lastAt || slot.heard.includes(input.at)))
    return { state: slot, effects: [] };
  const occurredAt = isBelievable(input.at, input.receivedAt) ? input.at : input.receivedAt;
  const lastOccurredAt = Math.max(open.lastOccurredAt, occurredAt);
  const repeats = open.repeats + 1;
  return {
    state: {
      ...remember(slot, input),
      // What a device says too is no longer the hub's alone to clear.
      open: { ...open, repeats, lastOccurredAt, recoveredAt: null, by: input.by === "device" ? "device" : open.by },
    },
    effects: [{ kind: "repeated", id: open.id, repeats, lastOccurredAt }],
  };
};

const recover = (slot: AlarmSlot, at: number | null, receivedAt: number): Step<AlarmSlot, SlotEffect> => {
  const { open } = slot;
  const recoveredAt = isBelievable(at, receivedAt) ? at : receivedAt;
  // An older recovery that comes late says nothing about the newer occurrence.
  if (open === null || open.recoveredAt !== null || recoveredAt < open.lastOccurredAt)
    return { state: slot, effects: [] };
  return {
    state: { ...slot, open: { ...open, recoveredAt } },
    effects: [{ kind: "recovered", id: open.id, recoveredAt }],
  };
};
