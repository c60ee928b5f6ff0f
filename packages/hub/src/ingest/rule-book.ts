import type { RuleForm } from "../core/rule-form.ts";
import { type RulesInForce, rulesInForce } from "../core/rule-levels.ts";
import type { EngineDeps } from "./deps.ts";

/** The rules of every level of a tenant (预警规则), as stored, and what of them holds where. */
export type RuleBook = {
  /** What holds at a device: one object for all devices to which the same rules apply. */
  inForce(deviceId: string, unitId: string, deviceType: string): RulesInForce;
  /** Reads them again, after a change. Rejects with the store's error. */ load(): Promise<void>;
};

const PAGE = 500;

export const createRuleBook = ({ tenant, settings }: Pick<EngineDeps, "tenant" | "settings">): RuleBook => {
  let sets = new Map<string, readonly RuleForm[]>();
  let known = new Map<string, RulesInForce>();
  const at = (id: string): readonly RuleForm[] => sets.get(id) ?? [];
  return {
    inForce: (deviceId, unitId, deviceType) => {
      const [unit, device] = [`unit:${unitId}`, `device:${deviceId}`];
      const key = JSON.stringify([deviceType, sets.has(unit) ? unit : "", sets.has(device) ? device : ""]);
      const found = known.get(key);
      if (found !== undefined) return found;
      const made = rulesInForce({ tenant: at("tenant"), unit: at(unit), device: at(device) }, deviceType);
      known.set(key, made);
      return made;
    },
    load: async () => {
      const read = new Map<string, readonly RuleForm[]>();
      for (let after = ""; ; ) {
        const page = await settings.items(tenant, "thresholds", after, PAGE);
        for (const { id, body } of page) {
          const { sheet } = body as { readonly sheet: { readonly rules: readonly RuleForm[] } };
          read.set(id, sheet.rules);
        }
        if (page.length < PAGE) break;
        after = page.at(-1)?.id ?? "";
      }
      sets = read;
      known = new Map();
    },
  };
};
