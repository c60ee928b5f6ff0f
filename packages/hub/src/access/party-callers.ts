import type { Instant } from "@dianan/model";
import type { Caller } from "../ports/caller.ts";
import type { Parties } from "../ports/parties.ts";
import { type AccessDeps, tryCommit } from "./access-deps.ts";
import { isAlive, type PartyItem, type TokenItem, tokenWrite } from "./party-items.ts";
import { openedText } from "./seal.ts";
import { secretHash } from "./secrets.ts";
import { isOutOfTime, usesNonce } from "./signed-once.ts";

const SEEN_EVERY_MS = 60_000;

/** Who comes with a party's token: sent along, or used to sign (SEC-API-03). Read anew each time: suspension acts at once. */
export const createPartyCallers = (deps: AccessDeps): Pick<Parties, "bySecret" | "bySignature"> => {
  const { access, seals } = deps;
  const seen = (token: TokenItem, now: Instant): void => {
    const { lastUsedAt } = token.body;
    if (lastUsedAt !== null && now - lastUsedAt < SEEN_EVERY_MS) return;
    const again = tokenWrite({ ...token, body: { ...token.body, lastUsedAt: now } }, token.version);
    void tryCommit(deps, token.tenant, [again]).catch(() => {});
  };

  const callerBy = async (
    token: TokenItem,
    by: "key" | "signature",
    now: Instant,
  ): Promise<Caller | "suspended" | null> => {
    const party = isAlive(token, now)
      ? ((await access.item(token.tenant, "party", token.body.party)) as PartyItem | null)
      : null;
    if (party === null) return null;
    if (party.body.isSuspended) return "suspended";
    seen(token, now);
    // Before the handshake is over it may read our versions, and that is all.
    const scopes = party.body.link === null ? [] : party.body.scopes;
    return {
      tenant: token.tenant,
      actor: `party:${party.id}`,
      name: party.body.name,
      role: "platform",
      scope: party.body.scope,
      // Without it nobody could renew or leave.
      scopes: [...new Set([...scopes, "platforms:handshake"])],
      by,
      credential: token.id,
      factorAt: null,
    };
  };

  return {
    bySecret: async (secret, now) => {
      const token = (await access.find("partyToken", secretHash(secret))) as TokenItem | null;
      // Whoever sends a token that is for signing has made a mistake that must not go on unnoticed.
      return token === null || (token.body.sealed ?? null) !== null ? null : callerBy(token, "key", now);
    },
    bySignature: async (keyId, signedAt, nonce, isSignedWith, now) => {
      if (!/^[0-9a-f]{64}$/.test(keyId)) return null;
      const token = (await access.find("partyToken", Buffer.from(keyId, "hex"))) as TokenItem | null;
      const sealed = token?.body.sealed ?? null;
      if (token === null || sealed === null) return null;
      if (isOutOfTime(signedAt, now)) return "expired";
      const secret = openedText(seals, sealed, [token.tenant, "partyToken", token.id, "token"]);
      if (!isAlive(token, now)) return "wrong";
      if (secret === null) return "unreadable";
      if (!isSignedWith(secret)) return "wrong";
      if (!(await usesNonce(deps, token.tenant, token.id, nonce, signedAt))) return "reused";
      return (await callerBy(token, "signature", now)) ?? "wrong";
    },
  };
};
