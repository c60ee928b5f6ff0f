import { randomUUID, timingSafeEqual } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import type { AccessItem } from "../ports/access-store.ts";
import type { Caller, Circumstance, Scope } from "../ports/caller.ts";
import type { JsonObject, Write } from "../ports/store.ts";
import { type AccessDeps, allOf, tryCommit } from "./access-deps.ts";
import { type Actor, told } from "./act.ts";
import { newSecret, secretHash, secretHashHex } from "./secrets.ts";

/** SEC-API-02: at most an hour. */
export const TOKEN_MS = 30 * 60_000;
/** SEC-API-03: how far a signed request's time may be off, either way. */
export const SIGNATURE_SKEW_MS = 5 * 60_000;
/** SEC-API-04: the old and the new one during a rotation. */
const SECRETS_MAX = 2;

/** A machine's right to come in. */
export type Grant = {
  readonly name: string;
  readonly role: string;
  readonly scope: Scope;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
};
type KeyBody = Omit<Grant, "expiresAt">;
type ClientSecret = {
  readonly id: string;
  readonly hash: string;
  readonly sealed: string;
  readonly createdAt: Instant;
};
type ClientBody = Grant & { readonly secrets: readonly ClientSecret[]; readonly disabled: boolean };
type TokenBody = { readonly client: string; readonly scopes: readonly string[] | null };

export type MachineView = Grant & { readonly id: string; readonly version: number };
export type ClientView = MachineView & {
  readonly disabled: boolean;
  readonly secrets: readonly { readonly id: string; readonly createdAt: Instant }[];
};

/** Who a machine is; `scopes` null: all that its role has. */
export type MachineCaller = { readonly caller: Caller; readonly scopes: readonly string[] | null };

export type Machines = {
  /** API keys (接口密钥): for first steps. */
  addKey(
    who: Actor,
    tenant: TenantId,
    grant: Omit<Grant, "createdAt">,
    at: Circumstance,
  ): Promise<{ id: string; key: string }>;
  keys(tenant: TenantId): Promise<readonly MachineView[]>;
  dropKey(who: Caller, id: string, at: Circumstance): Promise<"done" | "absent">;
  /** OAuth2 clients and signers. */
  addClient(who: Caller, grant: Omit<Grant, "createdAt">, at: Circumstance): Promise<{ id: string; secret: string }>;
  clients(tenant: TenantId): Promise<readonly ClientView[]>;
  /** Another secret beside the old one; the oldest goes when there would be three. */
  rotate(who: Caller, id: string, at: Circumstance): Promise<{ secret: string; secretId: string } | null>;
  dropSecret(who: Caller, id: string, secretId: string, at: Circumstance): Promise<"done" | "absent">;
  /** Ends the client and all its tokens at once. */
  dropClient(who: Caller, id: string, at: Circumstance): Promise<"done" | "absent">;
  byKey(key: string, now: Instant): Promise<MachineCaller | null>;
  byToken(token: string, now: Instant): Promise<MachineCaller | null>;
  /** Client credentials for a token (RFC 6749 §4.4); null: wrong id or secret. */
  token(
    id: string,
    secret: string,
    scopes: readonly string[] | null,
    at: Circumstance,
  ): Promise<{ token: string; expiresIn: number } | null>;
  revoke(token: string): Promise<void>;
  /**
   * A signed request. The nonce is kept until its time can no longer be used, durably, so that a replay is refused after
   * a restart too.
   *
   * @param isSignedWith - whether the request's signature was made with this secret
   */
  bySignature(
    id: string,
    signedAt: Instant,
    nonce: string,
    isSignedWith: (secret: string) => boolean,
    now: Instant,
  ): Promise<MachineCaller | null>;
};

const sameHash = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a, "hex"), Buffer.from(b, "hex"));

export const createMachines = (deps: AccessDeps): Machines => {
  const { access, seals, store } = deps;

  /** A client by its id, which is unique in the hub: it does not say whose it is. */
  const clientBehind = async (
    id: string,
    now: Instant,
  ): Promise<(AccessItem & { readonly body: ClientBody & JsonObject }) | null> => {
    const item = await access.find("client", secretHash(`client:${id}`));
    if (item === null) return null;
    const body = item.body as ClientBody & JsonObject;
    return body.disabled || body.expiresAt <= now ? null : { ...item, body };
  };
  const clientWrite = (id: string, body: ClientBody, ifVersion: number): Write => ({
    kind: "item",
    item: {
      kind: "client",
      id,
      body: body as unknown as JsonObject,
      lookup: secretHash(`client:${id}`),
      expiresAt: null,
    },
    ifVersion,
  });
  const secretOf = (
    tenant: TenantId,
    id: string,
    now: Instant,
  ): { readonly secret: string; readonly kept: ClientSecret } => {
    const secret = newSecret("dc_");
    const secretId = randomUUID();
    const sealed = seals.seal(new TextEncoder().encode(secret), [tenant, "client", id, secretId]);
    return { secret, kept: { id: secretId, hash: secretHashHex(secret), sealed, createdAt: now } };
  };
  const callerOf = (item: AccessItem, grant: KeyBody, by: Caller["by"], credential: string): Caller => ({
    tenant: item.tenant,
    actor: `${by === "key" ? "key" : "client"}:${item.id}`,
    name: grant.name,
    role: grant.role,
    scope: grant.scope,
    by,
    credential,
    factorAt: null,
  });
  const changeClient = async (
    who: Caller,
    id: string,
    act: string,
    at: Circumstance,
    change: (body: ClientBody) => ClientBody | null,
    reason = "",
  ): Promise<boolean> => {
    const item = await access.item(who.tenant, "client", id);
    const body = item === null ? null : change(item.body as unknown as ClientBody);
    if (item === null || body === null) return false;
    const writes = [clientWrite(id, body, item.version), told(who, act, `client:${id}`, "done", at, reason)];
    return (await tryCommit(deps, who.tenant, writes)) === "done";
  };

  return {
    addKey: async (who, tenant, { expiresAt, ...grant }, at) => {
      const key = newSecret("da_");
      const id = randomUUID();
      const body: KeyBody = { ...grant, createdAt: at.now };
      await store.commit({
        tenant,
        writes: [
          {
            kind: "item",
            item: { kind: "key", id, body: body as unknown as JsonObject, lookup: secretHash(key), expiresAt },
            ifVersion: 0,
          },
          told(who, "key.create", `key:${id}`, "done", at, grant.role),
        ],
      });
      return { id, key };
    },
    keys: async (tenant) =>
      (await allOf(access, tenant, "key")).map(({ id, version, body, expiresAt }) => ({
        ...(body as unknown as KeyBody),
        id,
        version,
        expiresAt: expiresAt as Instant,
      })),
    dropKey: async (who, id, at) => {
      const outcome = await tryCommit(deps, who.tenant, [
        { kind: "dropItem", item: "key", id, must: true },
        told(who, "key.revoke", `key:${id}`, "done", at),
      ]);
      return outcome === "done" ? "done" : "absent";
    },
    addClient: async (who, grant, at) => {
      const id = randomUUID();
      const { secret, kept } = secretOf(who.tenant, id, at.now);
      const body: ClientBody = { ...grant, createdAt: at.now, secrets: [kept], disabled: false };
      await store.commit({
        tenant: who.tenant,
        writes: [clientWrite(id, body, 0), told(who, "client.create", `client:${id}`, "done", at, grant.role)],
      });
      return { id, secret };
    },
    clients: async (tenant) =>
      (await allOf(access, tenant, "client")).map(({ id, version, body }) => {
        const { secrets, ...client } = body as unknown as ClientBody;
        return { ...client, id, version, secrets: secrets.map((one) => ({ id: one.id, createdAt: one.createdAt })) };
      }),
    rotate: async (who, id, at) => {
      const { secret, kept } = secretOf(who.tenant, id, at.now);
      const done = await changeClient(who, id, "client.rotate", at, (body) => ({
        ...body,
        secrets: [...body.secrets, kept].slice(-SECRETS_MAX),
      }));
      return done ? { secret, secretId: kept.id } : null;
    },
    dropSecret: async (who, id, secretId, at) => {
      const drop = (body: ClientBody): ClientBody | null =>
        body.secrets.some((one) => one.id === secretId)
          ? { ...body, secrets: body.secrets.filter((one) => one.id !== secretId) }
          : null;
      return (await changeClient(who, id, "client.dropSecret", at, drop, secretId)) ? "done" : "absent";
    },
    dropClient: async (who, id, at) => {
      const tokens = (await allOf(access, who.tenant, "token")).filter(({ body }) => body.client === id);
      const outcome = await tryCommit(deps, who.tenant, [
        { kind: "dropItem", item: "client", id, must: true },
        ...tokens.map((token): Write => ({ kind: "dropItem", item: "token", id: token.id, must: false })),
        told(who, "client.revoke", `client:${id}`, "done", at),
      ]);
      return outcome === "done" ? "done" : "absent";
    },
    byKey: async (key, now) => {
      const item = await access.find("key", secretHash(key));
      if (item === null || item.expiresAt === null || item.expiresAt <= now) return null;
      return { caller: callerOf(item, item.body as unknown as KeyBody, "key", item.id), scopes: null };
    },
    byToken: async (token, now) => {
      const item = await access.find("token", secretHash(token));
      if (item === null || item.expiresAt === null || item.expiresAt <= now) return null;
      const { client: id, scopes } = item.body as unknown as TokenBody;
      const client = await clientBehind(id, now);
      if (client === null || client.tenant !== item.tenant) return null;
      return { caller: callerOf(client, client.body, "token", item.id), scopes };
    },
    token: async (id, secret, scopes, at) => {
      const client = await clientBehind(id, at.now);
      const hash = secretHashHex(secret);
      // Looked at to the end: the time says nothing about which secret was right.
      const right = client?.body.secrets.filter((one) => sameHash(one.hash, hash)) ?? [];
      if (client === null || right.length === 0) return null;
      const token = newSecret("dt_");
      const body: TokenBody = { client: id, scopes };
      await store.commit({
        tenant: client.tenant,
        writes: [
          {
            kind: "item",
            item: {
              kind: "token",
              id: randomUUID(),
              body: body as unknown as JsonObject,
              lookup: secretHash(token),
              expiresAt: (at.now + TOKEN_MS) as Instant,
            },
            ifVersion: 0,
          },
          told({ actor: `client:${id}`, role: client.body.role }, "token.issue", `client:${id}`, "done", at),
        ],
      });
      return { token, expiresIn: TOKEN_MS / 1000 };
    },
    revoke: async (token) => {
      const item = await access.find("token", secretHash(token));
      if (item !== null)
        await store.commit({
          tenant: item.tenant,
          writes: [{ kind: "dropItem", item: "token", id: item.id, must: false }],
        });
    },
    bySignature: async (id, signedAt, nonce, isSignedWith, now) => {
      if (Math.abs(now - signedAt) > SIGNATURE_SKEW_MS) return null;
      const client = await clientBehind(id, now);
      if (client === null) return null;
      const decoder = new TextDecoder();
      const isRight = client.body.secrets.some((one) =>
        isSignedWith(decoder.decode(seals.open(one.sealed, [client.tenant, "client", id, one.id]))),
      );
      if (!isRight) return null;
      const expiresAt = (signedAt + 2 * SIGNATURE_SKEW_MS) as Instant;
      const once = await tryCommit(deps, client.tenant, [
        {
          kind: "item",
          item: { kind: "nonce", id: `${id}.${secretHashHex(nonce)}`, body: {}, lookup: null, expiresAt },
          ifVersion: 0,
        },
      ]);
      return once === "conflict" ? null : { caller: callerOf(client, client.body, "signature", id), scopes: null };
    },
  };
};
