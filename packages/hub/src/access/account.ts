import type { Instant, TenantId } from "@dianan/model";
import type { AccessItem } from "../ports/access-store.ts";
import type { Scope } from "../ports/caller.ts";
import type { JsonObject, Write } from "../ports/store.ts";
import { loginName, secretHash } from "./secrets.ts";

/** A person's account (账号, SEC-USR-01) as stored; secrets in it are hashes or sealed. */
export type AccountBody = {
  /** As it is typed at sign-in, in its one spelling; unique in the hub. */ readonly name: string;
  readonly displayName: string;
  readonly role: string;
  readonly scope: Scope;
  /** `invited`: has no password yet. */ readonly status: "invited" | "active" | "disabled";
  readonly password: {
    readonly hash: string;
    readonly setAt: Instant;
    /** Hashes of those before it, newest first. */ readonly before: readonly string[];
  } | null;
  readonly totp: { readonly secret: string; readonly lastStep: number } | null;
  /** Hashes of recovery codes (恢复码) that are left. */ readonly recovery: readonly string[];
  readonly createdAt: Instant;
  readonly lastSignInAt: Instant | null;
  readonly disabledReason: string;
};

/** An account with the version that a change must name. */
export type Account = AccountBody & { readonly tenant: TenantId; readonly id: string; readonly version: number };

export const nameLookup = (name: string): Uint8Array => secretHash(`account:${loginName(name)}`);

export const accountOf = ({ tenant, id, version, body }: AccessItem): Account => ({
  ...(body as unknown as AccountBody),
  tenant,
  id,
  version,
});

/** Writes an account as it now is; a `conflict` when it has changed since it was read. */
export const accountWrite = ({ tenant: _, id, version, ...body }: Account): Write => ({
  kind: "item",
  item: { kind: "account", id, body: body as unknown as JsonObject, lookup: nameLookup(body.name), expiresAt: null },
  ifVersion: version,
});

/** Removes an account's sessions, challenges and codes: what it had open ends at once (SEC-AZ-07). */
export const endAll = (items: readonly AccessItem[], account: string, except = ""): readonly Write[] =>
  items
    .filter(({ id, body }) => body.account === account && id !== except)
    .map(({ kind, id }): Write => ({ kind: "dropItem", item: kind, id, must: false }));
