import { alarmTypes, quantities, quantityText } from "@dianan/model";
import type { OpenAlarm, SlotInput } from "./alarm-slot.ts";
import type { HazardChange } from "./hazards.ts";
import { RULE_CODE, type RulePart } from "./rule.ts";
import { limitOf } from "./rule-step.ts";

/** What an alarm that a rule raised says of why. */
type HazardCause = {
  readonly rawCode: string;
  readonly rawText: string;
  readonly value?: number;
  readonly threshold?: number;
};

const levelWords = { default: "默认", tenant: "机构", unit: "单位", device: "设备", component: "部件" } as const;

/**
 * What a change of the hub's own findings does to the alarm of its place. A rule that stands changes nothing while its alarm is
 * open; one that a person has cleared although it stands comes back. What a device reports too the hub does not clear.
 *
 * @param open - the alarm of this type that stands there; null: none
 * @returns null: nothing
 */
export const hazardSlot = (
  open: OpenAlarm | null,
  change: HazardChange,
  { at: receivedAt, nextId }: { readonly at: number; readonly nextId: () => string },
): { readonly input: SlotInput; readonly cause?: HazardCause } | null => {
  if (change.kind === "gone") {
    if (open === null || open.by !== "hub") return null;
    return { input: { kind: "cleared", at: Math.max(change.at, open.lastOccurredAt) } };
  }
  const { effect, rule, type } = change;
  if (effect.kind === "stands" && open !== null) return null;
  const part = rule.parts[effect.part];
  const isAbout = part !== undefined && alarmTypes[type].quantity === part.quantity;
  const limit = limitOf(part);
  return {
    input: { kind: "present", at: effect.at, receivedAt, by: "hub", momentary: false, nextId },
    cause: {
      rawCode: `${RULE_CODE}${rule.code}`,
      rawText: `平台分析:${part === undefined ? "" : partWords(part, effect.value)};规则来源:${levelWords[rule.from]}`,
      ...(isAbout && effect.value !== null && part.kind !== "noData" ? { value: effect.value } : {}),
      ...(isAbout && limit !== undefined ? { threshold: limit } : {}),
    },
  };
};

const timeWords = (ms: number): string => (ms < 60_000 ? `${ms / 1_000} 秒` : `${Math.round(ms / 6_000) / 10} 分钟`);

const partWords = (part: RulePart, value: number | null): string => {
  const name = quantities[part.quantity].zh;
  const text = (scaled: number): string => quantityText(part.quantity, scaled);
  const read = value === null ? name : `${name} ${text(value)}`;
  switch (part.kind) {
    case "above":
      return `${read},达到设定值 ${text(part.limit)}`;
    case "below":
      return `${read},低至设定值 ${text(part.limit)}`;
    case "rising":
      return `${read},${timeWords(part.withinMs)}内上升 ${text(part.by)} 以上`;
    case "falling":
      return `${read},${timeWords(part.withinMs)}内下降 ${text(part.by)} 以上`;
    case "nOfM":
      return `${read},最近 ${part.m} 次中 ${part.n} 次${part.side === "above" ? "达到" : "低至"} ${text(part.limit)}`;
    case "noData":
      return `${name}超过 ${timeWords(part.forMs)}没有数据`;
  }
};
