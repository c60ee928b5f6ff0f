import type { Instant, TenantId } from "@dianan/model";
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { Passkeys, SignIn } from "../ports/access-engine.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Write } from "../ports/write.ts";
import { type AccessDeps, allOf, tryCommit } from "./access-deps.ts";
import { accountOf } from "./account.ts";
import { told } from "./act.ts";
import { secretHash, secretHashHex } from "./secrets.ts";

const LIVES_MS = 5 * 60_000;
const PASSKEYS_MAX = 10;

/** A passkey (通行密钥) as stored. */
type PasskeyBody = {
  readonly account: string;
  readonly credential: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly name: string;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
};

/** Where the console lives: what a passkey is bound to. */
export type PasskeyHome = {
  /** Domain, such as `hub.example.cn`; addresses in numbers have no passkeys. */ readonly domain: string;
  /** Origins that may use it, such as `https://hub.example.cn`. */ readonly origins: readonly string[];
};

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, "base64url"));
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
const lookupOf = (credential: string): Uint8Array => secretHash(`passkey:${credential}`);

export const createPasskeys = (deps: AccessDeps, home: PasskeyHome, signIn: SignIn): Passkeys => {
  const { access, seals, store, issuer } = deps;
  // A challenge is sealed and sent along: asking for one writes nothing, so that strangers cannot fill the database.
  const sealed = (challenge: string, purpose: string, now: Instant): string =>
    seals.seal(new TextEncoder().encode(JSON.stringify([challenge, now + LIVES_MS])), ["passkey", purpose]);
  const opened = (text: string, purpose: string, now: Instant): string | null => {
    try {
      const [challenge, until] = JSON.parse(new TextDecoder().decode(seals.open(text, ["passkey", purpose]))) as [
        string,
        number,
      ];
      return until > now ? challenge : null;
    } catch {
      return null;
    }
  };
  /** Makes the challenge work once. */
  const onceWrite = (challenge: string, now: Instant): Write => ({
    kind: "item",
    item: {
      kind: "nonce",
      id: `passkey.${secretHashHex(challenge)}`,
      body: {},
      lookup: null,
      expiresAt: (now + LIVES_MS) as Instant,
    },
    ifVersion: 0,
  });
  const itemsOf = async (tenant: TenantId, account: string) =>
    (await allOf(access, tenant, "passkey")).filter(({ body }) => body.account === account);
  const write = (id: string, body: PasskeyBody, ifVersion: number): Write => ({
    kind: "item",
    item: {
      kind: "passkey",
      id,
      body: body as unknown as JsonObject,
      lookup: lookupOf(body.credential),
      expiresAt: null,
    },
    ifVersion,
  });

  /** The account behind an answer of an authenticator and the writes that use it up; null when it is not right. */
  const answered = async (challenge: string, response: unknown, now: Instant) => {
    const given = response as Partial<AuthenticationResponseJSON> | null;
    if (typeof given?.id !== "string") return null;
    const item = await access.find("passkey", lookupOf(given.id));
    if (item === null) return null;
    const body = item.body as unknown as PasskeyBody;
    const kept = await access.item(item.tenant, "account", body.account);
    const account = kept === null ? null : accountOf(kept);
    if (account?.status !== "active") return null;
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: given as AuthenticationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: [...home.origins],
        expectedRPID: home.domain,
        credential: { id: body.credential, publicKey: bytesOf(body.publicKey), counter: body.counter },
        requireUserVerification: true,
      });
      if (!verified) return null;
      const used = { ...body, counter: authenticationInfo.newCounter, lastUsedAt: now };
      return { account, writes: [onceWrite(challenge, now), write(item.id, used, item.version)] };
    } catch {
      return null;
    }
  };

  return {
    offer: async (account, now) => {
      const options = await generateRegistrationOptions({
        rpName: issuer,
        rpID: home.domain,
        userName: account.name,
        userDisplayName: account.displayName,
        userID: new TextEncoder().encode(account.id),
        attestationType: "none",
        excludeCredentials: (await itemsOf(account.tenant, account.id)).map(({ body }) => ({
          id: String(body.credential),
        })),
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
      });
      return { challenge: sealed(options.challenge, `add ${account.id}`, now), options };
    },
    add: async (account, sealedChallenge, response, name, at) => {
      const challenge = opened(sealedChallenge, `add ${account.id}`, at.now);
      if (challenge === null || (await itemsOf(account.tenant, account.id)).length >= PASSKEYS_MAX) return null;
      const checked = await verifyRegistrationResponse({
        response: response as RegistrationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: [...home.origins],
        expectedRPID: home.domain,
        requireUserVerification: true,
      }).catch(() => null);
      if (!checked?.verified || !checked.registrationInfo) return null;
      const { credential } = checked.registrationInfo;
      const id = `${account.id}.${secretHashHex(credential.id).slice(0, 24)}`;
      const body: PasskeyBody = {
        account: account.id,
        credential: credential.id,
        publicKey: textOf(credential.publicKey),
        counter: credential.counter,
        name,
        createdAt: at.now,
        lastUsedAt: null,
      };
      const who = { actor: `account:${account.id}`, role: account.role };
      const outcome = await tryCommit(deps, account.tenant, [
        onceWrite(challenge, at.now),
        write(id, body, 0),
        told(who, "factor.enrol", `account:${account.id}`, "done", at, "passkey"),
      ]);
      return outcome === "done" ? { id, name, createdAt: at.now, lastUsedAt: null } : null;
    },
    list: async (tenant, account) =>
      (await itemsOf(tenant, account)).map(({ id, body }) => {
        const { name, createdAt, lastUsedAt } = body as unknown as PasskeyBody;
        return { id, name, createdAt, lastUsedAt };
      }),
    remove: async (account, id, at) => {
      if (!id.startsWith(`${account.id}.`)) return "absent";
      const who = { actor: `account:${account.id}`, role: account.role };
      const outcome = await tryCommit(deps, account.tenant, [
        { kind: "dropItem", item: "passkey", id, must: true },
        told(who, "factor.remove", `account:${account.id}`, "done", at, "passkey"),
      ]);
      return outcome === "done" ? "done" : "absent";
    },
    ask: async (now) => {
      const options = await generateAuthenticationOptions({ rpID: home.domain, userVerification: "required" });
      return { challenge: sealed(options.challenge, "sign in", now), options };
    },
    signIn: async (sealedChallenge, response, at, agent) => {
      const challenge = opened(sealedChallenge, "sign in", at.now);
      const right = challenge === null ? null : await answered(challenge, response, at.now);
      if (right === null) return { kind: "wrong" };
      return signIn.open(right.account, "passkey", right.writes, at, agent);
    },
    check: async (account, sealedChallenge, response, at) => {
      const challenge = opened(sealedChallenge, "sign in", at.now);
      const right = challenge === null ? null : await answered(challenge, response, at.now);
      if (right === null || right.account.id !== account.id || right.account.tenant !== account.tenant) return false;
      await store.commit({ tenant: account.tenant, writes: right.writes });
      return true;
    },
  };
};
