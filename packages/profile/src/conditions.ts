import type { AlarmType, ComponentKey, ConditionEvent, ModelEvent } from "@dianan/model";
import { alarmTypes } from "@dianan/model";
import type { Condition, Raw } from "./generated/types.ts";
import { type FullSense, meaningsOf, senseOf } from "./meanings.ts";
import { measured } from "./measure.ts";
import { bitsOf, entryOf, isOneOf } from "./raw-value.ts";
import type { Sample } from "./samples.ts";

/** Value and set point of a condition, read from the same frame. */
export type Amounts = { readonly value?: Sample; readonly threshold?: Sample };

type Told = { readonly sense: FullSense; readonly isSet: boolean; readonly code: string };

/** What a raw value says of each meaning of a rule, and which bits or code it has that no meaning fits. */
const tell = (rule: Condition, raw: Raw): { readonly told: readonly Told[]; readonly unknown: readonly string[] } => {
  const told: Told[] = [];
  const put = (code: string, isSet: boolean, sense: FullSense | null): void => {
    if (sense !== null) told.push({ sense, isSet, code });
  };
  const meanings = meaningsOf(rule);
  if (rule.flags !== undefined) {
    const word = typeof raw === "boolean" ? Number(raw) : raw;
    if (typeof word !== "number" || !Number.isInteger(word)) return { told: [], unknown: [String(raw)] };
    for (const { code, meaning } of meanings)
      put(code, bitsOf(word, { first: Number(code), count: 1 }) === 1, senseOf(meaning));
    const known = new Set(meanings.map(({ code }) => Number(code)));
    const unknown = Array.from({ length: 32 }, (_, bit) => bit).filter(
      (bit) => !known.has(bit) && bitsOf(word, { first: bit, count: 1 }) === 1,
    );
    return { told, unknown: unknown.map(String) };
  }
  if (rule.codes !== undefined) {
    const entry = entryOf(rule.codes, raw);
    for (const { code, meaning } of meanings) put(code, code === entry?.key, senseOf(meaning));
    return { told, unknown: entry === null ? [String(raw)] : [] };
  }
  for (const { code, meaning } of meanings) put(code, isOneOf(raw, rule.equals ?? [1]), senseOf(meaning));
  return { told, unknown: [] };
};

/** Bits or codes of one rule that mean the same make one condition: any of them makes it present. */
const grouped = (told: readonly Told[]): readonly (readonly [Told, ...Told[]])[] => {
  const groups = new Map<string, [Told, ...Told[]]>();
  for (const one of told) {
    const key = JSON.stringify([one.sense.type, one.sense.component ?? "", one.sense.isTest]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
};

const amountsOf = (rule: Condition, type: AlarmType, amounts: Amounts): Pick<ConditionEvent, "value" | "threshold"> => {
  const { quantity } = alarmTypes[type];
  const of = (name: "value" | "threshold"): object => {
    const sample = amounts[name];
    const measure = rule[name];
    if (quantity === null || sample === undefined || measure === undefined) return {};
    const result = measured(measure, quantity, sample);
    return result.ok && (result.quality === "good" || result.quality === "outOfRange") ? { [name]: result.value } : {};
  };
  return { ...of("value"), ...of("threshold") };
};

/**
 * The conditions that a sample tells, each present or gone; what is told once is never gone. Bits and codes that the rule does
 * not know become a fault of their own, or a diagnostic when the rule says so: nothing is dropped.
 *
 * @param holds - whether the rule's guards hold; while they do not, its conditions are gone
 */
export const conditionsOf = (
  rule: Condition,
  name: string,
  sample: Sample,
  holds: boolean,
  amounts: Amounts,
): readonly ModelEvent[] => {
  if (sample.isSplit === true) return [{ kind: "diagnostic", code: "split-register", text: name }];
  const raw = bitsOf(sample.raw, rule.bits);
  if (raw === null) return [];
  const { told, unknown } = tell(rule, raw);
  const { at } = sample;
  const componentOf = (own: ComponentKey | null | undefined): ComponentKey | null => own ?? sample.component;
  const mark = rule.flags === undefined ? (code: string) => `${name}=${code}` : (code: string) => `${name}.bit${code}`;
  const events = grouped(told).flatMap((group): readonly ModelEvent[] => {
    const [first] = group;
    const set = holds ? group.find(({ isSet }) => isSet) : undefined;
    const { type, component, latching, isTest } = first.sense;
    if (set === undefined && (isTest || latching === "once")) return [];
    const event: ConditionEvent = {
      kind: "condition",
      component: componentOf(component),
      // A test must never be taken for an alarm, and never hide that somebody made one.
      type: isTest ? "selfCheck" : type,
      present: set !== undefined,
      at,
      rawCode:
        rule.flags === undefined ? mark(String(raw)) : mark(set?.code ?? group.map(({ code }) => code).join("|")),
      rawText: set?.sense.zh ?? "",
      ...(isTest ? {} : amountsOf(rule, type, amounts)),
    };
    return [event];
  });
  if (!holds) return events;
  const strange = unknown.map((code): ModelEvent => {
    const rawCode = mark(code);
    return rule.unknown === "diagnostic"
      ? { kind: "diagnostic", code: "unknown-code", text: rawCode }
      : { kind: "condition", component: sample.component, type: "unmapped", present: true, at, rawCode, rawText: "" };
  });
  return [...events, ...strange];
};
