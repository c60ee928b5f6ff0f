import type { TenantId } from "@dianan/model";
import type { PasswordPolicy } from "../core/password-policy.ts";
import { defaultRules, type SecurityRules } from "../core/security-rules.ts";
import type { AccessStore } from "../ports/access-store.ts";
import type { JsonObject } from "../ports/records.ts";
import type { SecurityPolicies } from "../ports/security-policies.ts";
import { type AccessDeps, tryCommit } from "./access-deps.ts";
import { told } from "./act.ts";
import { isAddressRange, isInRanges } from "./address-ranges.ts";

const ID = "security";

/** The rules of a tenant as they are now: read each time, so that a change holds at once. */
export const rulesOf = async (
  { access, policy }: { readonly access: AccessStore; readonly policy: PasswordPolicy },
  tenant: TenantId,
): Promise<SecurityRules & { readonly version: number }> => {
  const item = await access.item(tenant, "setting", ID);
  const set = (item?.body ?? {}) as Partial<SecurityRules>;
  const rules = { ...defaultRules(policy), ...set };
  // What the hub was started with is the least: nobody sets less from within.
  return { ...rules, policy: policy === "mlps3" ? policy : rules.policy, version: item?.version ?? 0 };
};

/** Rules for passwords and sessions (密码与会话策略), SEC-USR-02, -06, -10. */
export const createSecurityPolicies = (deps: AccessDeps): SecurityPolicies => ({
  find: (tenant) => rulesOf(deps, tenant),
  put: async (who, version, rules, at) => {
    if (deps.policy === "mlps3" && rules.policy !== "mlps3") return { fault: "weaker" };
    const wrong = rules.adminAddresses.findIndex((text) => !isAddressRange(text));
    if (wrong !== -1) return { fault: "no-range", index: wrong };
    if (rules.adminAddresses.length > 0 && !isInRanges(rules.adminAddresses, at.source)) return { fault: "locked-out" };
    const before = await rulesOf(deps, who.tenant);
    const changed = (Object.keys(rules) as (keyof SecurityRules)[]).filter(
      (member) => JSON.stringify(before[member]) !== JSON.stringify(rules[member]),
    );
    const body = rules as unknown as JsonObject;
    const outcome = await tryCommit(deps, who.tenant, [
      { kind: "item", item: { kind: "setting", id: ID, body, lookup: null, expiresAt: null }, ifVersion: version },
      told(who, "security.put", `setting:${ID}`, "done", at, changed.join(" ")),
    ]);
    return outcome === "conflict" ? { fault: "conflict" } : { ...rules, version: version + 1 };
  },
  admits: async (caller, source) => {
    if (!deps.roles.isAdministrator(caller.role)) return true;
    const { adminAddresses } = await rulesOf(deps, caller.tenant);
    return adminAddresses.length === 0 || isInRanges(adminAddresses, source);
  },
});
