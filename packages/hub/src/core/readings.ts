import type { ModelEvent } from "@dianan/model";
import { CLOCK_TOLERANCE_MS } from "./alarm-slot.ts";
import type { JudgedReading } from "./hazards.ts";

/** Buffered values come late (NB-IoT devices sleep); older than this the device's clock is not believed. Milliseconds. */
const LATE_MAX_MS = 7 * 86_400_000;

/** Values that a device measured at one instant. Scaled integers; component: its record's id. */
export type MeasuredEffect = {
  readonly kind: "measured";
  readonly at: number;
  readonly values: readonly {
    readonly component: string | null;
    readonly quantity: string;
    readonly value: number;
    readonly quality: string;
  }[];
};

/** When a value was measured. A time that cannot be true becomes the time of receipt (SEC-DEV-07). */
export const measuredAt = (at: number | null, receivedAt: number): number =>
  at !== null && receivedAt - at <= LATE_MAX_MS && receivedAt - at >= -CLOCK_TOLERANCE_MS ? at : receivedAt;

/** The readings of a frame, one effect per instant. */
export const groupReadings = (
  events: readonly ModelEvent[],
  receivedAt: number,
  idOf: (component: string | null) => string | null,
): readonly MeasuredEffect[] => {
  const instants: Instants = [];
  for (const event of events) {
    if (event.kind !== "reading") continue;
    const { quantity, value, quality } = event;
    const row = { component: idOf(event.component), quantity, value, quality };
    valuesAt(instants, measuredAt(event.at, receivedAt)).push(row);
  }
  return instants;
};

type Instants = (MeasuredEffect & { readonly values: MeasuredEffect["values"][number][] })[];

/** Nearly always all are of one instant, which is the last one that was added. */
const valuesAt = (instants: Instants, at: number): Instants[number]["values"] => {
  const last = instants.at(-1);
  const known = last?.at === at ? last : instants.find((one) => one.at === at);
  if (known !== undefined) return known.values;
  const values: Instants[number]["values"] = [];
  instants.push({ kind: "measured", at, values });
  return values;
};

/**
 * The good readings of a frame, as rules judge them. Beyond the bound of components they cannot be told apart: nothing is made
 * of those.
 */
export const goodReadings = (
  events: readonly ModelEvent[],
  receivedAt: number,
  idOf: (component: string) => string | undefined,
): readonly JudgedReading[] => {
  const good: JudgedReading[] = [];
  for (const event of events) {
    if (event.kind !== "reading" || event.quality !== "good") continue;
    const { component, quantity, value } = event;
    const componentId = component === null ? null : idOf(component);
    if (componentId !== undefined)
      good.push({ component, componentId, quantity, value, at: measuredAt(event.at, receivedAt) });
  }
  return good;
};
