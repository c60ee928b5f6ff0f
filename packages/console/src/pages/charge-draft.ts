import type { components } from "@dianan/open-api";
import type { Get } from "../parts/ask-fields.ts";

type Draft = components["schemas"]["CommandDraft"];
export type ChargeAct = "start" | "stop";
export type ChargeMember = "order" | "maxMinutes" | "overloadW" | "maxYuan" | "card";

/** One thing that a start or stop says besides the port. */
export type ChargeField = {
  readonly name: ChargeMember;
  /** Where the hub says what is wrong with it. */ readonly path: string;
  readonly isOptional: boolean;
  readonly least?: number;
  readonly most?: number;
};

const paths: { readonly [M in ChargeMember]: string } = {
  order: "/parameters/order",
  maxMinutes: "/parameters/maxSeconds",
  overloadW: "/parameters/overloadW",
  maxYuan: "/parameters/balanceFen",
  card: "/parameters/card",
};
const field = (name: ChargeMember, more: Partial<ChargeField> = {}): ChargeField => ({
  ...{ name, path: paths[name], isOptional: false },
  ...more,
});
const free = (name: ChargeMember, more: Partial<ChargeField> = {}): ChargeField =>
  field(name, { isOptional: true, ...more });

/** What each protocol's piles are told (docs/commands.md); what another takes it says itself. */
const starts: { readonly [protocol: string]: readonly ChargeField[] } = {
  dianan: [field("order", { most: 32 }), free("maxMinutes", { least: 1, most: 10_080 })],
  ap3000: [
    field("order", { most: 16 }),
    free("maxMinutes", { least: 1, most: 1_092 }),
    free("overloadW", { least: 1, most: 6_553 }),
    free("maxYuan", { least: 0 }),
  ],
  ykc: [field("maxYuan", { least: 0.01 }), free("card", { most: 16 })],
};
const stops: { readonly [protocol: string]: readonly ChargeField[] } = {
  dianan: [field("order", { most: 32 })],
  ap3000: [field("order", { most: 16 })],
  ykc: [],
};

export const chargeFields = (act: ChargeAct, protocol: string): readonly ChargeField[] =>
  act === "start"
    ? (starts[protocol] ?? [free("order", { most: 64 }), free("maxMinutes", { least: 1 })])
    : (stops[protocol] ?? [free("order", { most: 64 })]);

/** A number of a start that no other of the port has, by the hub's clock: 13 characters, which every protocol takes. */
export const newOrder = (dateTime: string): string => `M${dateTime.replace(/\D/g, "").slice(2, 14)}`;

/** The command (启停充电命令) that a form describes. Amounts are in fen and times in seconds on the wire. */
export const chargeDraft = (get: Get, act: ChargeAct, protocol: string, componentId: string): Draft => {
  const parameters: { [name: string]: string | number } = {};
  for (const { name } of chargeFields(act, protocol)) {
    const typed = get(name);
    if (typed === "") continue;
    if (name === "maxMinutes") parameters.maxSeconds = Math.round(Number(typed) * 60);
    else if (name === "maxYuan") parameters.balanceFen = Math.round(Number(typed) * 100);
    else parameters[name] = name === "overloadW" ? Number(typed) : typed;
  }
  return {
    ...{ action: act === "start" ? "startCharge" : "stopCharge", componentId, reason: get("reason") },
    expiresInSeconds: Number(get("expires")),
    ...(Object.keys(parameters).length === 0 ? {} : { parameters: parameters as Record<string, never> }),
  };
};
