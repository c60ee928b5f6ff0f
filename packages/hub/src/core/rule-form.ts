import {
  type AlarmType,
  alarmTypes,
  isAlarmType,
  isPlausible,
  isQuantity,
  type Quantity,
  quantities,
  toScaled,
  type Words,
} from "@dianan/model";
import { RULE_READINGS_MAX, type Rule, type RulePart } from "./rule.ts";

/** A part as people write it: values in the quantity's unit, times in seconds. */
export type ConditionForm = {
  readonly kind: RulePart["kind"];
  readonly quantity: string;
  readonly limit?: number;
  readonly deadband?: number;
  readonly side?: "above" | "below";
  readonly by?: number;
  readonly withinSeconds?: number;
  readonly n?: number;
  readonly m?: number;
  readonly forSeconds?: number;
};

/** A rule as people write it and as it is stored. */
export type RuleForm = {
  readonly code: string;
  readonly type: string;
  /** False: not judged, though a level above has it. */ readonly isOn: boolean;
  readonly match: "all" | "any";
  readonly conditions: readonly ConditionForm[];
  readonly onDelaySeconds: number;
  readonly offDelaySeconds: number;
  /** Only at this component of the device; only in a device's own rules. */ readonly componentId?: string;
  /** Only at devices of these types; absent: at all. */ readonly deviceTypes?: readonly string[];
};

export type RuleFinding = { readonly path: string; readonly message: Words };

type Member = Exclude<keyof ConditionForm, "kind" | "quantity">;
const needed: { readonly [kind in RulePart["kind"]]: readonly Member[] } = {
  above: ["limit"],
  below: ["limit"],
  rising: ["by", "withinSeconds"],
  falling: ["by", "withinSeconds"],
  nOfM: ["side", "limit", "n", "m"],
  noData: ["forSeconds"],
};
const members: readonly Member[] = ["limit", "deadband", "side", "by", "withinSeconds", "n", "m", "forSeconds"];

/** What is wrong with a rule beyond its shape; nothing when it can act. */
export const ruleFindings = (rule: RuleForm, path: string): readonly RuleFinding[] => [
  ...typeFindings(rule, path),
  ...rule.conditions.flatMap((one, n) => conditionFindings(one, `${path}/conditions/${n}`)),
];

const typeFindings = ({ type, conditions }: RuleForm, path: string): readonly RuleFinding[] => {
  const at = `${path}/type`;
  if (!isAlarmType(type) || alarmTypes[type].class !== "warning")
    return [
      {
        path: at,
        message: {
          en: "The hub itself raises only alarm types of the class warning.",
          zh: "平台分析只产生预警类告警。",
        },
      },
    ];
  const { quantity } = alarmTypes[type];
  if (quantity === null || conditions.some((one) => one.quantity === quantity)) return [];
  const en = `${type} is about ${quantity}, which no condition reads: choose a type that fits, such as hazardFound.`;
  return [
    { path: at, message: { en, zh: `${type} 针对 ${quantity},而判据均未涉及,请改用相符的类型,如 hazardFound。` } },
  ];
};

const conditionFindings = (one: ConditionForm, path: string): readonly RuleFinding[] => {
  const found: RuleFinding[] = [];
  const add = (member: string, en: string, zh: string): void =>
    void found.push({ path: `${path}/${member}`, message: { en, zh } });
  const { kind, quantity } = one;
  if (!isQuantity(quantity)) {
    add("quantity", "quantity is not known.", "没有此测量量。");
    return found;
  }
  const wanted = needed[kind];
  const isBounded = kind === "above" || kind === "below" || kind === "nOfM";
  for (const member of members) {
    const isThere = one[member] !== undefined;
    if (wanted.includes(member) && !isThere) add(member, `${kind} needs ${member}.`, `${kind} 须填写 ${member}。`);
    if (!wanted.includes(member) && isThere && !(member === "deadband" && isBounded))
      add(member, `${kind} has no ${member}.`, `${kind} 没有 ${member}。`);
  }
  const { min, max, unit, perUnit } = quantities[quantity];
  if (one.limit !== undefined && !fits(quantity, one.limit))
    add("limit", `limit is from ${min} to ${max} ${unit}.`, `limit 应在 ${min} 至 ${max} ${unit} 之间。`);
  for (const member of ["deadband", "by"] as const) {
    const value = one[member];
    if (value === undefined || (value <= max - min && (member === "deadband" || value * perUnit >= 1))) continue;
    add(
      member,
      `${member} is at least one step of the quantity and at most its range, ${max - min} ${unit}.`,
      `${member} 不小于最小分度,不大于量程 ${max - min} ${unit}。`,
    );
  }
  if (one.n !== undefined && one.m !== undefined && one.n > one.m) add("n", "n is at most m.", "n 不得大于 m。");
  return found;
};

const fits = (quantity: Quantity, value: number): boolean => {
  const { min, max } = quantities[quantity];
  return value >= min && value <= max && isPlausible(quantity, toScaled(quantity, value));
};

/** A rule that has no findings, as it is judged. @throws TypeError for one that has */
export const ruleOf = (form: RuleForm): Rule => {
  if (!isAlarmType(form.type)) throw new TypeError(`rule ${form.code}: type ${form.type}`);
  return {
    code: form.code,
    type: form.type satisfies AlarmType,
    match: form.match,
    parts: form.conditions.map((one) => partOf(one, form.code)),
    onDelayMs: form.onDelaySeconds * 1_000,
    offDelayMs: form.offDelaySeconds * 1_000,
  };
};

const partOf = (one: ConditionForm, code: string): RulePart => {
  const { kind, quantity } = one;
  if (!isQuantity(quantity)) throw new TypeError(`rule ${code}: quantity ${quantity}`);
  const number = (member: Exclude<Member, "side">): number => {
    const value = one[member];
    if (value === undefined) throw new TypeError(`rule ${code}: no ${member}`);
    return value;
  };
  const scaled = (member: "limit" | "by"): number => toScaled(quantity, number(member));
  const deadband = toScaled(quantity, one.deadband ?? 0);
  switch (kind) {
    case "above":
    case "below":
      return { kind, quantity, limit: scaled("limit"), deadband };
    case "rising":
    case "falling":
      return { kind, quantity, by: scaled("by"), withinMs: number("withinSeconds") * 1_000 };
    case "nOfM":
      return {
        ...{ kind, quantity, side: one.side ?? "above", limit: scaled("limit"), deadband },
        ...{ n: number("n"), m: Math.min(number("m"), RULE_READINGS_MAX) },
      };
    case "noData":
      return { kind, quantity, forMs: number("forSeconds") * 1_000 };
  }
};
