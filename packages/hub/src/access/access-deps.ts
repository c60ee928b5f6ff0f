import type { PasswordPolicy } from "../core/password-policy.ts";
import type { AccessStore } from "../ports/access-store.ts";
import type { Seals } from "../ports/seals.ts";
import type { Store } from "../ports/store.ts";
import type { PasswordHashes } from "./password-hash.ts";

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

export { allOf, tryCommit } from "../ports/act.ts";
