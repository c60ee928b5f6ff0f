import {
  alarmTypes,
  type ComponentKey,
  type Instant,
  isAlarmType,
  isQuantity,
  type ModelEvent,
  type Quantity,
  toScaled,
} from "@dianan/model";

/** A value as it is said in JSON, in the quantity's unit. */
export type SaidReading = {
  readonly component: string | undefined;
  readonly quantity: string;
  readonly value: number;
  readonly at: Instant | null;
};

/** A condition as it is said in JSON; values in the unit of the type's quantity. */
export type SaidCondition = {
  readonly component: string | undefined;
  readonly type: string;
  readonly present: boolean;
  readonly value?: number | undefined;
  readonly threshold?: number | undefined;
  readonly at: Instant | null;
};

const scaled = (quantity: Quantity, value: number): number | null => {
  try {
    return toScaled(quantity, value);
  } catch {
    return null;
  }
};
const keyOf = (component: string | undefined) => (component ?? null) as ComponentKey | null;

/** Something that whoever integrates the device should know. */
export const diagnostic = (code: string, text: string): ModelEvent => ({ kind: "diagnostic", code, text });

/** A condition in the words of the model; one of an unknown type is not mapped, and kept (SH-6). */
export const conditionEvent = ({ type, present, at, ...said }: SaidCondition): ModelEvent => {
  const isKnown = isAlarmType(type);
  const quantity = isKnown ? alarmTypes[type].quantity : null;
  const amount = (name: "value" | "threshold") => {
    const given = said[name];
    const kept = quantity === null || given === undefined ? null : scaled(quantity, given);
    return kept === null ? {} : { [name]: kept };
  };
  return {
    ...{ kind: "condition", component: keyOf(said.component), type: isKnown ? type : "unmapped", present, at },
    ...{ rawCode: type, rawText: "", ...amount("value"), ...amount("threshold") },
  };
};

/** A reading in the words of the model; a diagnostic when it cannot be kept, which is no reason to lose what is beside it. */
export const readingEvent = ({ component, quantity, value, at }: SaidReading): ModelEvent => {
  if (!isQuantity(quantity))
    return diagnostic("unknown-quantity", `${quantity}: 代码表 quantities 中没有 it is not in the list quantities`);
  const kept = scaled(quantity, value);
  if (kept === null) return diagnostic("value-too-large", `${quantity} ${value}: 超出可保存范围 too large to be kept`);
  return { kind: "reading", component: keyOf(component), quantity, value: kept, quality: "good", at };
};
