import {
  type AlarmType,
  type ComponentKey,
  type Instant,
  isPlausible,
  type ModelEvent,
  type Quantity,
} from "@dianan/model";

/** A reading whose time the device did not say, in the quantity's scaled integers. */
export const reading = (component: ComponentKey | null, quantity: Quantity, value: number): ModelEvent => ({
  kind: "reading",
  component,
  quantity,
  value,
  quality: isPlausible(quantity, value) ? "good" : "outOfRange",
  at: null,
});

/** A reading without a value: it was not sent, or its mark for "no value" was. */
export const noReading = (
  component: ComponentKey | null,
  quantity: Quantity,
  quality: "missing" | "sentinel",
): ModelEvent => ({ kind: "reading", component, quantity, value: 0, quality, at: null });

/** Something that is there or gone. */
export const condition = (
  component: ComponentKey | null,
  type: AlarmType,
  present: boolean,
  rawCode: string,
  rawText = "",
  at: Instant | null = null,
): ModelEvent => ({ kind: "condition", component, type, present, at, rawCode, rawText });

/** What a person who integrates the device should know. */
export const diagnostic = (code: string, text: string): ModelEvent => ({ kind: "diagnostic", code, text });
