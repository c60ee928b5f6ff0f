import type { Instant } from "@dianan/model";
import { stepDevice } from "../core/device.ts";
import type { DeviceState } from "../core/device-state.ts";
import { storedHazards } from "../core/hazards.ts";
import { measuredAt } from "../core/readings.ts";
import type { RecordChange } from "../ports/live.ts";
import type { Write } from "../ports/write.ts";
import type { EngineDeps } from "./deps.ts";
import { type BoundDevice, type Entry, hasNoAddress } from "./device-book.ts";
import { deviceWrites } from "./effect-writes.ts";

type Reading = Extract<RecordChange, { readonly kind: "reading" }>;

/** What a reading did to the state of its device. */
type Judged = {
  readonly state: DeviceState;
  readonly writes: readonly Write[];
  /** True when the state must outlast a restart. */ readonly isKept: boolean;
};

/**
 * Judges a reading that came over the API by the rules of its device (EF-2.2), as one that came by frame. History that is brought
 * in later is not judged, nor what is dated in the future.
 *
 * @returns null when it changes nothing
 */
export const judgeReading = (
  deps: EngineDeps,
  {
    entry,
    device,
    state: before,
  }: { readonly entry: Entry; readonly device: BoundDevice; readonly state: DeviceState },
  { component: componentId, quantity, value, at }: Reading,
  receivedAt: Instant,
): Judged | null => {
  if (measuredAt(at, receivedAt) !== at) return null;
  const [component, known] = placeOf(before, componentId);
  const reading = { component, componentId, quantity, value, at };
  const input = { kind: "readings", at: receivedAt, readings: [reading], nextId: deps.nextId } as const;
  const { state, effects } = stepDevice(known, input, device.rules);
  if (state === known) return null;
  // What people say of a device without address is not the hub's to change.
  const told = hasNoAddress(entry) ? effects.filter(({ kind }) => kind === "alarm") : effects;
  const isKept = [before, state].some(({ hazards }) => hazards !== undefined && storedHazards(hazards) !== undefined);
  return {
    state,
    writes: deviceWrites(device, told, { at: receivedAt, serial: 0, evidence: null }, deps),
    isKept: isKept || effects.length > 0,
  };
};

/** Key of a component; one that never spoke by frame has its id for a key. */
const placeOf = (state: DeviceState, id: string | null): readonly [string | null, DeviceState] => {
  if (id === null) return [null, state];
  for (const key in state.components) if (state.components[key]?.id === id) return [key, state];
  return [id, { ...state, components: { ...state.components, [id]: { id, reported: "normal", shown: "normal" } } }];
};

/** Tells uploads of one instant apart, and makes the same upload again the same row. 0 to 65535. */
export const partOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 16)) & 0xffff;
};
