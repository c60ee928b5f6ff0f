import { quantities } from "@dianan/model";
import type { components } from "@dianan/open-api";
import { codeWord, type Language, measureText } from "../words/code-words.ts";
import type { adminWords } from "../words/pages/admin-words.ts";

type Schemas = components["schemas"];
export type Rule = Schemas["Threshold"];
type Condition = Schemas["Condition"];
type Words = (typeof adminWords)["zh"]["thresholds"];

const unitOf = (quantity: string): string | undefined =>
  Object.hasOwn(quantities, quantity) ? quantities[quantity as keyof typeof quantities].unit : undefined;

/** A set point with its unit: `300 mA`. */
export const limitText = ({ conditions }: Pick<Rule, "conditions">): string => {
  const one = conditions.find(({ limit }) => limit !== undefined);
  return one?.limit === undefined ? "" : measureText(one.limit, unitOf(one.quantity));
};

const conditionText = (one: Condition, words: Words, language: Language): string => {
  const what = codeWord(quantities, one.quantity, language);
  const unit = unitOf(one.quantity);
  const limit = measureText(one.limit ?? 0, unit);
  switch (one.kind) {
    case "above":
    case "below":
      return words.conditions[one.kind](what, limit);
    case "rising":
    case "falling":
      return words.conditions[one.kind](what, measureText(one.by ?? 0, unit), String(one.withinSeconds ?? 0));
    case "nOfM":
      return words.conditions.nOfM(what, limit, String(one.n ?? 0), String(one.m ?? 0));
    case "noData":
      return words.conditions.noData(what, String(one.forSeconds ?? 0));
  }
};

/** What has to hold for a warning, in words. */
export const ruleText = ({ conditions, match }: Rule, words: Words, language: Language): string =>
  conditions.map((one) => conditionText(one, words, language)).join(` ${match === "all" ? words.and : words.or} `);

export type RuleChange = {
  readonly limit: number | null;
  readonly isOn: boolean;
  readonly onDelaySeconds: number;
  readonly offDelaySeconds: number;
};

/** The rules of a level when one of them is changed: it takes the place of the one of its code, or is added. */
export const withRule = (own: readonly Rule[], rule: Rule, change: RuleChange): Rule[] => {
  const { limit, ...rest } = change;
  const at = rule.conditions.findIndex((one) => one.limit !== undefined);
  const conditions = rule.conditions.map((one, n) => (n === at && limit !== null ? { ...one, limit } : one));
  const made: Rule = { ...rule, ...rest, conditions };
  const isSame = (one: Rule): boolean => one.code === rule.code && one.componentId === rule.componentId;
  return own.some(isSame) ? own.map((one) => (isSame(one) ? made : one)) : [...own, made];
};
