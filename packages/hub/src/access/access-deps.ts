import type { TenantId } from "@dianan/model";
import type { PasswordPolicy } from "../core/password-policy.ts";
import type { AccessItem, AccessKind, AccessStore } from "../ports/access-store.ts";
import type { Store, Write } from "../ports/store.ts";
import type { PasswordHashes } from "./password-hash.ts";
import type { Seals } from "./seal.ts";

/** What the role table says of accounts. */
export type RoleRules = {
  has(role: string): boolean;
  /** The three exclusive administrators (三员). */ isAdministrator(role: string): boolean;
  /** Who may give, take and reset a role; nobody gives rights that they lack (SEC-AZ-06). */
  mayGrant(granter: string, role: string): boolean;
};

/** What the access engine needs. */
export type AccessDeps = {
  readonly store: Pick<Store, "commit">;
  readonly access: AccessStore;
  readonly hashes: PasswordHashes;
  readonly seals: Seals;
  readonly roles: RoleRules;
  readonly policy: PasswordPolicy;
  /** Name that authenticator apps show. */ readonly issuer: string;
};

/** All of one kind that a tenant has: for the few that are listed whole, such as the sessions to end. */
export const allOf = async (
  access: AccessStore,
  tenant: TenantId,
  kind: AccessKind,
): Promise<readonly AccessItem[]> => {
  const all: AccessItem[] = [];
  for (;;) {
    const some = await access.items(tenant, kind, all.at(-1)?.id ?? "", 500);
    all.push(...some);
    if (some.length < 500) return all;
  }
};

/** Commits an act that may find the world changed. */
export const tryCommit = async (
  { store }: Pick<AccessDeps, "store">,
  tenant: TenantId,
  writes: readonly Write[],
): Promise<"done" | "conflict"> => {
  try {
    await store.commit({ tenant, writes });
    return "done";
  } catch (error) {
    if ((error as { code?: unknown }).code === "conflict") return "conflict";
    throw error;
  }
};
