import type { TenantId } from "@dianan/model";
import type { SecurityRules } from "../core/security-rules.ts";
import type { Caller, Circumstance } from "./caller.ts";

/** Rules for the people of a tenant, SEC-USR-02, -06, -10. */
export type SecurityPolicies = {
  /** As they are now; version 0: nobody has set any. */
  find(tenant: TenantId): Promise<SecurityRules & { readonly version: number }>;
  /**
   * @param version - that they must have now
   * @returns the rules; or `weaker` than the hub was started with, a text at `index` that is `no-range`, or `locked-out`: who sets
   *   them would no longer come in
   */
  put(
    who: Caller,
    version: number,
    rules: SecurityRules,
    at: Circumstance,
  ): Promise<
    | (SecurityRules & { readonly version: number })
    | { readonly fault: "conflict" | "weaker" | "locked-out" }
    | { readonly fault: "no-range"; readonly index: number }
  >;
  /** Whether somebody may come from this address: administrators may be bound to ranges. */
  admits(caller: Caller, source: string): Promise<boolean>;
};
