import { createHash } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import type { AccessItem, AccessStore } from "../ports/access-store.ts";
import { allOf } from "../ports/act.ts";
import type { Scope } from "../ports/caller.ts";
import type { Party, PartyExchange, Peer } from "../ports/parties.ts";
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
  /** Absent in those of before there were connections: with our invitation, and nothing goes. */
  readonly initiative?: Party["initiative"];
  readonly exchange?: PartyExchange;
  /** Null before it has registered. */ readonly link: {
    readonly url: string;
    readonly peer: Peer;
    /** Token B, sealed. */ readonly token: string;
    /** It signs our requests instead of being sent; absent in those of before. */ readonly isSigning?: boolean;
    readonly renewedAt: Instant;
    /** When it last answered us. */ readonly answeredAt: Instant;
    /** It was silent, and did not answer when it was asked. */ readonly isDown: boolean;
    /** Our /versions, as the handshake named it; absent in those of before. */ readonly hereUrl?: string;
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
    initiative: body.initiative ?? "there",
    exchange: body.exchange ?? NOTHING,
  };
};

const NOTHING: PartyExchange = { push: null, pull: null };

/** Reads parties and their tokens. */
export const createPartyShelf = (access: AccessStore) => {
  const item = async (tenant: TenantId, id: string): Promise<PartyItem | null> =>
    (await access.item(tenant, "party", id)) as PartyItem | null;
  const items = async (tenant: TenantId): Promise<readonly PartyItem[]> =>
    (await allOf(access, tenant, "party")) as readonly PartyItem[];
  const tokens = async (tenant: TenantId): Promise<readonly TokenItem[]> =>
    (await allOf(access, tenant, "partyToken")) as readonly TokenItem[];
  const tokensOf = async (tenant: TenantId, id: string): Promise<readonly TokenItem[]> =>
    (await tokens(tenant)).filter(({ body }) => body.party === id);
  return { item, items, tokens, tokensOf };
};

export const dropToken = ({ id }: Pick<TokenItem, "id">, must = false): Write => ({
  kind: "dropItem",
  item: "partyToken",
  id,
  must,
});

/** How long a party's token is good: no credential is without an end (SEC-API-02). The other side is told to renew monthly. */
export const TOKEN_MS = 365 * 86_400_000;
/** How long the token before works beside the new one (SEC-API-04). */
export const OVERLAP_MS = 86_400_000;

/** The place of a token that we were given, for its seal. */
export const sealPlace = (tenant: TenantId, party: string): readonly string[] => [tenant, "party", party, "token"];
