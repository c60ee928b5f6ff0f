import { createHash } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import type { AccessItem } from "../ports/access-store.ts";
import type { Scope } from "../ports/caller.ts";
import type { Party, Peer } from "../ports/parties.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Write } from "../ports/write.ts";
import { newSecret, secretHash } from "./secrets.ts";

/** How a party (互联平台) is kept. */
export type PartyBody = {
  readonly platformCode: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly scope: Scope;
  readonly isSuspended: boolean;
  /** Null before it has registered. */ readonly link: {
    readonly url: string;
    readonly peer: Peer;
    /** Token B, sealed. */ readonly token: string;
    readonly renewedAt: Instant;
    /** When it last answered us. */ readonly answeredAt: Instant;
    /** It was silent, and did not answer when it was asked. */ readonly isDown: boolean;
  } | null;
};
export type PartyItem = AccessItem & { readonly body: PartyBody & JsonObject };

/** A token of a party: of its invitation (A), or of its registration (C). */
export type TokenBody = {
  readonly party: string;
  readonly use: "invitation" | "registration";
  readonly lastUsedAt: Instant | null;
  /** The token itself, sealed, where it signs requests; null: it is sent, and its hash is all that is kept. */
  readonly sealed: string | null;
};
export type TokenItem = AccessItem & { readonly body: TokenBody & JsonObject };

/** One party for each code: whoever invites the same one at the same time is refused. */
export const codeLookup = (tenant: TenantId, platformCode: string): Uint8Array =>
  new Uint8Array(
    createHash("sha256")
      .update(JSON.stringify(["party", tenant, platformCode]))
      .digest(),
  );

/** @param ifVersion - 0: it is new */
export const partyWrite = (tenant: TenantId, id: string, body: PartyBody, ifVersion: number): Write => ({
  kind: "item",
  item: {
    kind: "party",
    id,
    body: body as unknown as JsonObject,
    lookup: codeLookup(tenant, body.platformCode),
    expiresAt: null,
  },
  ifVersion,
});

/**
 * A new token and the write that keeps its hash.
 *
 * @param seal - of a token that signs requests
 */
export const newToken = (
  id: string,
  party: string,
  use: TokenBody["use"],
  expiresAt: Instant,
  seal: ((token: string) => string) | null = null,
): { readonly token: string; readonly write: Write } => {
  const token = newSecret("dp_");
  const body: TokenBody = { party, use, lastUsedAt: null, sealed: seal === null ? null : seal(token) };
  const item = {
    kind: "partyToken",
    id,
    body: body as unknown as JsonObject,
    lookup: secretHash(token),
    expiresAt,
  } as const;
  return { token, write: { kind: "item", item, ifVersion: 0 } };
};

export const isAlive = ({ expiresAt }: Pick<TokenItem, "expiresAt">, now: Instant): boolean => (expiresAt ?? 0) > now;

/** The same token with another body or end. @param ifVersion - null: whatever it is now */
export const tokenWrite = (
  { id, lookup, body, expiresAt }: Pick<AccessItem, "id" | "lookup" | "body" | "expiresAt">,
  ifVersion: number | null,
): Write => ({ kind: "item", item: { kind: "partyToken", id, body, lookup, expiresAt }, ifVersion });

const latest = (times: readonly (Instant | null)[]): Instant | null =>
  times.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);

/** A party as others see it. @param tokens - those that are alive */
export const partyOf = ({ id, body }: PartyItem, tokens: readonly TokenItem[]): Party => {
  const { link, isSuspended, platformCode, name, scopes, scope } = body;
  const linked = link === null ? "invited" : link.isDown ? "offline" : "connected";
  return {
    ...{ id, platformCode, name, scopes, scope },
    state: isSuspended ? "suspended" : linked,
    url: link?.url ?? null,
    peer: link?.peer ?? null,
    lastSeenAt: latest([link?.answeredAt ?? null, ...tokens.map((token) => token.body.lastUsedAt)]),
    renewedAt: link?.renewedAt ?? null,
    expiresAt: latest(tokens.map(({ expiresAt }) => expiresAt)),
  };
};
