import { type Instant, isPlausible, type ModelEvent, type Quality, type Quantity, toScaled } from "@dianan/model";
import type { Measure, Raw } from "./generated/types.ts";
import { bitsOf, entryOf, isOneOf } from "./raw-value.ts";
import type { Sample } from "./samples.ts";

/** What a raw value measures, or why it measures nothing that the profile knows. */
export type Measured =
  | { readonly ok: true; readonly value: number; readonly quality: Quality }
  | { readonly ok: false; readonly code: string; readonly raw: Raw };

/** Absent for one reason or another: the value is 0 and means nothing. */
const none = (quality: Quality): Measured => ({ ok: true, value: 0, quality });

/**
 * A raw value as a scaled integer of a quantity: value = a x raw / divide + b, rounded to the quantity's scale. Sentinels and
 * missing values are compared before scaling; limits after it, and a value outside them is kept as out of range.
 */
export const measured = (rule: Measure, quantity: Quantity, { raw: whole, quality, isSplit }: Sample): Measured => {
  if (isSplit === true) return { ok: false, code: "split-register", raw: whole };
  if (quality === "missing" || quality === "sentinel") return none(quality);
  const raw = bitsOf(whole, rule.bits);
  if (raw === null || isOneOf(raw, rule.missing ?? [])) return none("missing");
  if (isOneOf(raw, rule.sentinels ?? [])) return none("sentinel");
  if (rule.values !== undefined) {
    const entry = entryOf(rule.values, raw);
    return entry === null
      ? { ok: false, code: "unknown-code", raw }
      : { ok: true, value: toScaled(quantity, entry.value), quality: quality ?? "good" };
  }
  const number = typeof raw === "boolean" ? Number(raw) : raw;
  if (typeof number !== "number") return { ok: false, code: "not-a-number", raw };
  const real = ((rule.a ?? 1) * number) / (rule.divide ?? 1) + (rule.b ?? 0);
  if (!(Math.abs(real) <= LARGEST)) return { ok: false, code: "not-a-number", raw };
  const value = toScaled(quantity, real);
  const isOut =
    !isPlausible(quantity, value) ||
    (rule.min !== undefined && value < toScaled(quantity, rule.min)) ||
    (rule.max !== undefined && value > toScaled(quantity, rule.max));
  return { ok: true, value, quality: isOut ? "outOfRange" : (quality ?? "good") };
};

/** Far above every quantity's range, and exact in each one's scale. */
const LARGEST = 1e11;

/** The reading of a sample; a diagnostic when it is none. */
export const readingOf = (rule: Measure, quantity: Quantity, name: string, sample: Sample): ModelEvent => {
  const result = measured(rule, quantity, sample);
  const at: Instant | null = sample.at;
  if (!result.ok)
    return { kind: "diagnostic", code: result.code, text: `${quantity} from ${name}: raw value ${String(result.raw)}` };
  return { kind: "reading", component: sample.component, quantity, value: result.value, quality: result.quality, at };
};
