import type { Rule } from "./rule.ts";
import { type RuleForm, ruleOf } from "./rule-form.ts";

/** Where a rule comes from, from far to near: the nearest one that has its code holds. */
export type RuleLevel = "default" | "tenant" | "unit" | "device" | "component";

/** Rules of the levels above a device and its own, as stored. */
export type LeveledRules = {
  readonly tenant: readonly RuleForm[];
  readonly unit: readonly RuleForm[];
  /** Those that name a component are of the level `component`. */ readonly device: readonly RuleForm[];
};

/** A rule that holds, explained (生效规则及来源). */
export type EffectiveRule = {
  readonly from: RuleLevel;
  readonly rule: RuleForm;
  /** What it stands for, nearest first. */ readonly instead: readonly {
    readonly from: RuleLevel;
    readonly rule: RuleForm;
  }[];
};

const threshold = (
  code: string,
  type: string,
  [kind, quantity, limit, deadband]: readonly ["above" | "below", string, number, number],
): RuleForm => ({
  ...{ code, type, isOn: true, match: "all", onDelaySeconds: 60, offDelaySeconds: 300 },
  conditions: [{ kind, quantity, limit, deadband }],
});

/**
 * What every device is watched for unless somebody says otherwise. Residual current: 300 mA is what a main switch of a building is
 * set to against fire (GB 14287.2 lets monitors alarm from 20 to 1000 mA), 30 mA what protects an outlet. Temperature: below the
 * 70 °C of common cable insulation (GB 14287.3: 45 to 140 °C). Insulation: 0.5 MΩ of low-voltage wiring (GB 50303).
 */
export const defaultRules = (deviceType: string): readonly RuleForm[] => [
  threshold("residual-current-high", "residualCurrentHigh", [
    ...(["above", "residualCurrent"] as const),
    ...(deviceType === "chargingPile" ? ([30, 3] as const) : ([300, 15] as const)),
  ]),
  threshold("temperature-high", "temperatureHigh", ["above", "temperature", 60, 5]),
  threshold("insulation-low", "insulationFalling", ["below", "insulationResistance", 500, 50]),
];

/** The rules of a device at one of its components, or as a whole (null), by code; those that are off as well. */
export const effectiveRules = (
  levels: LeveledRules,
  deviceType: string,
  componentId: string | null,
): readonly EffectiveRule[] => {
  const byCode = new Map<string, EffectiveRule>();
  const put = (from: RuleLevel, rules: readonly RuleForm[]): void => {
    for (const rule of rules) {
      if (rule.deviceTypes !== undefined && !rule.deviceTypes.includes(deviceType)) continue;
      const before = byCode.get(rule.code);
      byCode.set(rule.code, {
        from,
        rule,
        instead: before === undefined ? [] : [before, ...before.instead].map(plain),
      });
    }
  };
  put("default", defaultRules(deviceType));
  put("tenant", levels.tenant);
  put("unit", levels.unit);
  put(
    "device",
    levels.device.filter((rule) => rule.componentId === undefined),
  );
  put(
    "component",
    levels.device.filter((rule) => rule.componentId === componentId && componentId !== null),
  );
  return [...byCode.values()].sort((a, b) => (a.rule.code < b.rule.code ? -1 : 1));
};

const plain = ({ from, rule }: { readonly from: RuleLevel; readonly rule: RuleForm }) => ({ from, rule });

/** A rule as it is judged, with the level it comes from. */
export type RuleInForce = Rule & { readonly from: RuleLevel };

type ByQuantity = ReadonlyMap<string, readonly RuleInForce[]>;

/** The rules of one device, ready to be asked for each reading. */
export type RulesInForce = {
  /** Of the whole device, and of components without rules of their own. */ readonly general: ByQuantity;
  /** By the id of a component that has rules of its own. */ readonly components: ReadonlyMap<string, ByQuantity>;
};

/** What is judged at a device: worked out once per change of a rule, not per reading. */
export const rulesInForce = (levels: LeveledRules, deviceType: string): RulesInForce => {
  const named = new Set(levels.device.flatMap(({ componentId }) => (componentId === undefined ? [] : [componentId])));
  const at = (componentId: string | null): ByQuantity => {
    const found = new Map<string, RuleInForce[]>();
    for (const { from, rule: form } of effectiveRules(levels, deviceType, componentId)) {
      if (!form.isOn) continue;
      const rule: RuleInForce = { ...ruleOf(form), from };
      for (const quantity of new Set(rule.parts.map((part) => part.quantity)))
        found.set(quantity, [...(found.get(quantity) ?? []), rule]);
    }
    return found;
  };
  return { general: at(null), components: new Map([...named].map((id) => [id, at(id)])) };
};

const none: readonly RuleInForce[] = [];

/** The rules that read this quantity there. `componentId`: null for the device as a whole. */
export const rulesAt = (rules: RulesInForce, componentId: string | null, quantity: string): readonly RuleInForce[] =>
  ((componentId === null ? undefined : rules.components.get(componentId)) ?? rules.general).get(quantity) ?? none;

/** The rule with this code there. */
export const ruleAt = (rules: RulesInForce, componentId: string | null, code: string): RuleInForce | undefined => {
  const all = (componentId === null ? undefined : rules.components.get(componentId)) ?? rules.general;
  for (const some of all.values()) for (const rule of some) if (rule.code === code) return rule;
  return undefined;
};
