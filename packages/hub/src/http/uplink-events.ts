import {
  alarmTypes,
  type ComponentKey,
  isAlarmType,
  isQuantity,
  type ModelEvent,
  type Quantity,
  toScaled,
} from "@dianan/model";
import { parseTime } from "./query.ts";

/** What a device says in JSON, as the document has it (JSON 直报). */
export type UplinkMessage = {
  readonly sequence: number;
  readonly readings?: readonly {
    readonly component?: string;
    readonly quantity: string;
    readonly value: number;
    readonly at?: string;
  }[];
  readonly conditions?: readonly {
    readonly component?: string;
    readonly type: string;
    readonly present: boolean;
    readonly value?: number;
    readonly threshold?: number;
    readonly at?: string;
  }[];
  readonly identity?: { readonly [fact: string]: string };
};

const scaled = (quantity: Quantity, value: number): number | null => {
  try {
    return toScaled(quantity, value);
  } catch {
    return null;
  }
};
const keyOf = (component: string | undefined) => (component ?? null) as ComponentKey | null;
const timeOf = (text: string | undefined) => (text === undefined ? null : parseTime(text));
const diagnostic = (code: string, text: string): ModelEvent => ({ kind: "diagnostic", code, text });

/**
 * The same in the words of the model. A value that cannot be kept is told to who integrates the device and is no reason to lose an
 * alarm beside it; an alarm of an unknown type is one that is not mapped (SH-6).
 */
export const uplinkEvents = ({ readings = [], conditions = [], identity }: UplinkMessage): readonly ModelEvent[] => [
  ...conditions.map(({ component, type, present, value, threshold, at }): ModelEvent => {
    const isKnown = isAlarmType(type);
    const quantity = isKnown ? alarmTypes[type].quantity : null;
    const amount = (name: "value" | "threshold", given: number | undefined) => {
      const kept = quantity === null || given === undefined ? null : scaled(quantity, given);
      return kept === null ? {} : { [name]: kept };
    };
    return {
      ...{ kind: "condition", component: keyOf(component), type: isKnown ? type : "unmapped", present, at: timeOf(at) },
      ...{ rawCode: type, rawText: "", ...amount("value", value), ...amount("threshold", threshold) },
    };
  }),
  ...readings.map(({ component, quantity, value, at }): ModelEvent => {
    if (!isQuantity(quantity))
      return diagnostic("unknown-quantity", `${quantity}: 代码表 quantities 中没有 it is not in the list quantities`);
    const kept = scaled(quantity, value);
    if (kept === null)
      return diagnostic("value-too-large", `${quantity} ${value}: 超出可保存范围 too large to be kept`);
    return { kind: "reading", component: keyOf(component), quantity, value: kept, quality: "good", at: timeOf(at) };
  }),
  ...(identity === undefined ? [] : [{ kind: "identity", facts: identity } as const]),
];
