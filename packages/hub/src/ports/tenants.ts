import type { Instant, TenantId } from "@dianan/model";
import type { Caller, Circumstance } from "./caller.ts";

/** How far a device's connection can be trusted (信任级别), SEC-DEV-02: T0 legacy protocol over an open network … T3 mutual TLS. */
export type TrustLevel = "T0" | "T1" | "T2" | "T3";

/** One organisation that runs a platform (租户). */
export type Tenant = {
  readonly id: TenantId;
  readonly name: string;
  readonly platformCode: string;
  /** A suspended one keeps its data, and its alarms are still taken. */ readonly state: "active" | "suspended";
  /** Below it only alarms are taken from devices. */ readonly leastTrust: TrustLevel;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly version: number;
};

/** The one-time code that makes a tenant's first administrator. */
export type FirstCode = { readonly code: string; readonly expiresAt: Instant };

/**
 * The organisations of a hub. The hub's own one manages all; of any other, people see and change their own alone, and whatever is
 * foreign is as if it did not exist (SEC-AZ-01, -02).
 */
export type TenantBook = {
  list(who: Caller): Promise<readonly Tenant[]>;
  find(who: Caller, id: string): Promise<Tenant | null>;
  /** `taken`: another one has this platform code; `forbidden`: `who` is not of the hub's own. */
  add(
    who: Caller,
    draft: Pick<Tenant, "name" | "platformCode">,
    at: Circumstance,
  ): Promise<{ readonly tenant: Tenant; readonly first: FirstCode } | "taken" | "forbidden">;
  /** Another code for a tenant in which nobody has an account; `over`: somebody has. */
  firstCode(who: Caller, id: string, at: Circumstance): Promise<FirstCode | "absent" | "forbidden" | "over">;
  /** `forbidden`: it is for the hub's own to suspend and bring back; `home`: the hub's own is never suspended. */
  change(
    who: Caller,
    id: string,
    version: number,
    set: Partial<Pick<Tenant, "name" | "state" | "leastTrust">>,
    at: Circumstance,
  ): Promise<Tenant | "absent" | "conflict" | "forbidden" | "home">;
  /** Whether people and machines of a tenant may come in. */ isActive(tenant: TenantId): Promise<boolean>;
  /** As what it has set: known without asking, for every frame. */ leastTrust(tenant: TenantId): TrustLevel;
  platformCode(tenant: TenantId): Promise<string>;
};
