import { randomUUID, timingSafeEqual } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import type { AccessItem } from "../ports/access-store.ts";
import type { Caller, Circumstance } from "../ports/caller.ts";
import type { Clients, ClientView, Grant, NewSecret } from "../ports/machines.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Write } from "../ports/write.ts";
import { type AccessDeps, allOf, tryCommit } from "./access-deps.ts";
import { told } from "./act.ts";
import { openedText } from "./seal.ts";
import { newSecret, secretHash, secretHashHex } from "./secrets.ts";
import { isOutOfTime, usesNonce } from "./signed-once.ts";

/** SEC-API-02: at most an hour. */
const TOKEN_MS = 30 * 60_000;
/** SEC-API-04: the old and the new one during a rotation. */
const SECRETS_MAX = 2;

type ClientSecret = {
  readonly id: string;
  readonly hash: string;
  readonly sealed: string;
  readonly createdAt: Instant;
};
type ClientBody = Grant & {
  readonly kind: ClientView["kind"];
  readonly secrets: readonly ClientSecret[];
  readonly isDisabled: boolean;
};
type TokenBody = { readonly client: string; readonly scopes: readonly string[] | null };
type ClientItem = AccessItem & { readonly body: ClientBody & JsonObject };

const sameHash = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a, "hex"), Buffer.from(b, "hex"));

/** OAuth2 clients and signers. Secrets are hashed, and sealed where a signature must be checked with them. */
export const createClients = (deps: AccessDeps): Clients => {
  const { access, seals, store } = deps;

  /** A client by its id, which is unique in the hub: it does not say whose it is. */
  const clientBehind = async (id: string, now: Instant): Promise<ClientItem | null> => {
    const item = (await access.find("client", secretHash(`client:${id}`))) as ClientItem | null;
    return item === null || item.body.isDisabled || item.body.expiresAt <= now ? null : item;
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
  const secretOf = (tenant: TenantId, id: string, now: Instant): { shown: NewSecret; kept: ClientSecret } => {
    const secret = newSecret("dc_");
    const secretId = randomUUID();
    const sealed = seals.seal(new TextEncoder().encode(secret), [tenant, "client", id, secretId]);
    return {
      shown: { id: secretId, secret, createdAt: now },
      kept: { id: secretId, hash: secretHashHex(secret), sealed, createdAt: now },
    };
  };
  const viewOf = (id: string, version: number, { secrets, ...client }: ClientBody): ClientView => ({
    ...client,
    id,
    version,
    secrets: secrets.map(({ id: secretId, createdAt }) => ({ id: secretId, createdAt })),
  });
  const callerOf = (
    item: ClientItem,
    by: "token" | "signature",
    credential: string,
    scopes: Caller["scopes"],
  ): Caller => ({
    tenant: item.tenant,
    actor: `client:${item.id}`,
    name: item.body.name,
    role: item.body.role,
    scope: item.body.scope,
    scopes,
    by,
    credential,
    factorAt: null,
  });
  /** Whether a secret is one of the client's. All are looked at: the time says nothing about which was right. */
  const isRight = (client: ClientItem, secret: string): boolean => {
    const hash = secretHashHex(secret);
    return client.body.secrets.filter((one) => sameHash(one.hash, hash)).length > 0;
  };
  const change = async (
    who: Caller,
    id: string,
    act: string,
    at: Circumstance,
    edit: (body: ClientBody) => ClientBody | null,
    version: number | null = null,
    reason = "",
  ): Promise<ClientView | "absent" | "conflict"> => {
    const item = (await access.item(who.tenant, "client", id)) as ClientItem | null;
    const body = item === null ? null : edit(item.body);
    if (item === null || body === null) return "absent";
    const known = version ?? item.version;
    const writes = [clientWrite(id, body, known), told(who, act, `client:${id}`, "done", at, reason)];
    return (await tryCommit(deps, who.tenant, writes)) === "conflict" ? "conflict" : viewOf(id, known + 1, body);
  };
  const tokenItems = async (tenant: TenantId, id: string): Promise<readonly AccessItem[]> =>
    (await allOf(access, tenant, "token")).filter(({ body }) => body.client === id);

  return {
    add: async (who, draft, at) => {
      const id = randomUUID();
      const { shown, kept } = secretOf(who.tenant, id, at.now);
      const body: ClientBody = {
        ...draft,
        createdAt: at.now,
        createdBy: who.actor,
        secrets: [kept],
        isDisabled: false,
      };
      await store.commit({
        tenant: who.tenant,
        writes: [clientWrite(id, body, 0), told(who, "client.create", `client:${id}`, "done", at, draft.role)],
      });
      return { view: viewOf(id, 1, body), secret: shown };
    },
    list: async (tenant) =>
      (await allOf(access, tenant, "client")).map((item) => viewOf(item.id, item.version, (item as ClientItem).body)),
    find: async (tenant, id) => {
      const item = (await access.item(tenant, "client", id)) as ClientItem | null;
      return item === null ? null : viewOf(id, item.version, item.body);
    },
    change: (who, id, version, set, at) =>
      change(who, id, "client.change", at, (body) => ({ ...body, ...set }), version, Object.keys(set).join(" ")),
    rotate: async (who, id, at) => {
      const { shown, kept } = secretOf(who.tenant, id, at.now);
      const done = await change(who, id, "client.rotate", at, (body) => ({
        ...body,
        secrets: [...body.secrets, kept].slice(-SECRETS_MAX),
      }));
      return typeof done === "string" ? null : shown;
    },
    dropSecret: async (who, id, secretId, at) => {
      const drop = (body: ClientBody): ClientBody | null =>
        body.secrets.some((one) => one.id === secretId)
          ? { ...body, secrets: body.secrets.filter((one) => one.id !== secretId) }
          : null;
      return typeof (await change(who, id, "client.dropSecret", at, drop, null, secretId)) === "string"
        ? "absent"
        : "done";
    },
    remove: async (who, id, at) => {
      const outcome = await tryCommit(deps, who.tenant, [
        { kind: "dropItem", item: "client", id, must: true },
        ...(await tokenItems(who.tenant, id)).map(
          (token): Write => ({ kind: "dropItem", item: "token", id: token.id, must: false }),
        ),
        told(who, "client.revoke", `client:${id}`, "done", at),
      ]);
      return outcome === "done" ? "done" : "absent";
    },
    token: async (id, secret, asked, at) => {
      const client = await clientBehind(id, at.now);
      if (client === null || client.body.kind !== "oauth2" || !isRight(client, secret)) return "wrong";
      const all = client.body.scopes ?? [];
      const scopes = asked ?? all;
      if (client.body.scopes !== null && scopes.some((scope) => !all.includes(scope))) return "bad-scope";
      const token = newSecret("dt_");
      const body: TokenBody = { client: id, scopes: client.body.scopes === null && asked === null ? null : scopes };
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
      return { token, expiresIn: TOKEN_MS / 1000, scopes };
    },
    revoke: async (id, secret, token, now) => {
      const client = await clientBehind(id, now);
      if (client === null || !isRight(client, secret)) return "wrong";
      const item = await access.find("token", secretHash(token));
      if (item !== null && item.tenant === client.tenant && item.body.client === id)
        await store.commit({
          tenant: item.tenant,
          writes: [{ kind: "dropItem", item: "token", id: item.id, must: false }],
        });
      return "done";
    },
    byToken: async (token, now) => {
      const item = await access.find("token", secretHash(token));
      if (item === null || item.expiresAt === null || item.expiresAt <= now) return null;
      const { client: id, scopes } = item.body as unknown as TokenBody;
      const client = await clientBehind(id, now);
      if (client === null || client.tenant !== item.tenant) return null;
      // What the client has lost meanwhile, its tokens have lost too (SEC-AZ-07).
      const left =
        client.body.scopes === null ? scopes : (scopes ?? []).filter((one) => client.body.scopes?.includes(one));
      const until = Math.min(item.expiresAt, client.body.expiresAt) as Instant;
      return { ...callerOf(client, "token", item.id, left), until };
    },
    bySignature: async (id, signedAt, nonce, isSignedWith, now) => {
      if (isOutOfTime(signedAt, now)) return "expired";
      const client = await clientBehind(id, now);
      if (client === null || client.body.kind !== "signature") return "wrong";
      const secrets = client.body.secrets.map((one) =>
        openedText(seals, one.sealed, [client.tenant, "client", id, one.id]),
      );
      // All are tried: the time says nothing about which was right.
      if (secrets.filter((secret) => secret !== null && isSignedWith(secret)).length === 0)
        return secrets.includes(null) ? "unreadable" : "wrong";
      const isFirst = await usesNonce(deps, client.tenant, id, nonce, signedAt);
      return isFirst ? callerOf(client, "signature", id, client.body.scopes) : "reused";
    },
  };
};
