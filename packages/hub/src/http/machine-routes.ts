import type { Instant } from "@dianan/model";
import { type RoleId, roles, type Scope as ScopeWord, scopes as scopeWords } from "@dianan/open-api/tables";
import { offsetTime } from "../core/offset-time.ts";
import { type Caller, PERSONAL_SCOPE, type Scope } from "../ports/caller.ts";
import type { ClientView, GrantDraft, KeyView, NewSecret } from "../ports/machines.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { invalid, type Problem, problem, readAgain } from "./problem.ts";
import { parseTime } from "./query.ts";
import { withBody } from "./sign-in-routes.ts";
import { ifMatchOf, pageOf } from "./user-routes.ts";

const DAY_MS = 86_400_000;
/** A credential without an end would never be changed (SEC-API-02). */
const LIFE_MAX_MS = 366 * DAY_MS;
const MACHINE_ROLE: RoleId = "platform";

type Draft = {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt: string;
  readonly role?: string;
  readonly within?: Scope;
};

const notFound = (): Problem => problem("not-found", "There is no such credential. 没有此凭证。");

/** What is asked for, or why it cannot be given. */
const grantOf = (
  { name, scopes, expiresAt, role = MACHINE_ROLE, within }: Draft,
  now: number,
): GrantDraft | Problem => {
  const until = parseTime(expiresAt);
  if (until === null || until <= now || until > now + LIFE_MAX_MS)
    return invalid("/expiresAt", "It ends within a year from now.", "有效期应在一年之内。");
  const unknown = scopes.find((word) => !Object.hasOwn(scopeWords, word));
  if (unknown !== undefined) return problem("bad-scope", `There is no scope ${unknown}. 没有权限范围 ${unknown}。`);
  // People's roles are for people: a key would carry them past the second factor.
  if (!roles.some((one) => one.id === role && one.kind === "machine"))
    return problem("beyond-own-rights", "A machine takes a machine's role. 机器凭证只能使用机器角色。");
  return { name, role, scope: within ?? {}, scopes, expiresAt: until as Instant };
};

/** API keys and machine clients (SEC-API-02 to -04). */
export const machineRoutes = (deps: HttpDeps): readonly Route[] => {
  const { keys, clients } = deps.machines;
  const time = (at: number | null): string | null => (at === null ? null : offsetTime(at, deps.utcOffsetMinutes));
  const who = ({ caller }: Ask): Caller => caller as Caller;
  const actorView = (actor: string) => {
    const [kind = "", id = null] = actor.split(":");
    return {
      kind: { account: "person", key: "machine", client: "machine", party: "machine" }[kind] ?? "system",
      id,
      name: actor,
    };
  };
  const within = (scope: Scope) => (Object.keys(scope).length === 0 ? null : scope);
  const all = Object.keys(scopeWords).filter((word) => word !== PERSONAL_SCOPE);
  const keyView = (key: KeyView) => ({
    id: key.id,
    name: key.name,
    hint: key.hint.padEnd(4, "…"),
    scopes: key.scopes ?? all,
    role: key.role,
    within: within(key.scope),
    createdAt: time(key.createdAt),
    createdBy: actorView(key.createdBy),
    expiresAt: time(key.expiresAt),
    lastUsedAt: time(key.lastUsedAt),
  });
  const clientView = (client: ClientView) => ({
    id: client.id,
    name: client.name,
    kind: client.kind,
    scopes: client.scopes ?? all,
    role: client.role,
    within: within(client.scope),
    expiresAt: time(client.expiresAt),
    isDisabled: client.isDisabled,
    secrets: client.secrets.map((one) => ({
      id: one.id,
      createdAt: time(one.createdAt),
      expiresAt: null,
      lastUsedAt: null,
    })),
    createdAt: time(client.createdAt),
    version: client.version,
  });
  const secretView = ({ id, secret }: NewSecret) => ({ id, secret, expiresAt: null });
  const gone = (outcome: "done" | "absent"): Response | Problem =>
    outcome === "done" ? new Response(null, { status: 204 }) : notFound();
  const clientAnswer = (client: ClientView | "absent" | "conflict"): Response | Problem =>
    client === "absent"
      ? notFound()
      : client === "conflict"
        ? readAgain()
        : json(clientView(client), 200, { ETag: `"${client.version}"` });

  return [
    {
      method: "GET",
      path: "/api/v1/api-keys",
      handle: async (ask) =>
        pageOf(
          ask,
          "api-key",
          [],
          (await keys.list(who(ask).tenant)).map((key) => [key.id, keyView(key)]),
        ),
    },
    {
      method: "POST",
      path: "/api/v1/api-keys",
      handle: withBody<Draft>("POST", "/api/v1/api-keys", async (draft, ask) => {
        const grant = grantOf(draft, ask.circumstance.now);
        if ("kind" in grant) return grant;
        const { view, secret } = await keys.add(who(ask), who(ask).tenant, grant, ask.circumstance);
        return json({ key: keyView(view), secret }, 201, { Location: `/api/v1/api-keys/${view.id}` });
      }),
    },
    {
      method: "POST",
      path: "/api/v1/api-keys/{id}/rotate",
      handle: async (ask) => {
        const rotated = await keys.rotate(who(ask), ask.id, ask.circumstance);
        return rotated === null ? notFound() : json({ key: keyView(rotated.view), secret: rotated.secret });
      },
    },
    {
      method: "DELETE",
      path: "/api/v1/api-keys/{id}",
      handle: async (ask) => gone(await keys.remove(who(ask), ask.id, ask.circumstance)),
    },
    {
      method: "GET",
      path: "/api/v1/clients",
      handle: async (ask) =>
        pageOf(
          ask,
          "client",
          [],
          (await clients.list(who(ask).tenant)).map((one) => [one.id, clientView(one)]),
        ),
    },
    {
      method: "POST",
      path: "/api/v1/clients",
      handle: withBody<Draft & { kind: "oauth2" | "signature" }>("POST", "/api/v1/clients", async (draft, ask) => {
        const grant = grantOf(draft, ask.circumstance.now);
        if ("kind" in grant) return grant;
        const { view, secret } = await clients.add(who(ask), { ...grant, kind: draft.kind }, ask.circumstance);
        const body = { client: clientView(view), secret: secretView(secret) };
        return json(body, 201, { Location: `/api/v1/clients/${view.id}` });
      }),
    },
    {
      method: "GET",
      path: "/api/v1/clients/{id}",
      handle: async (ask) => clientAnswer((await clients.find(who(ask).tenant, ask.id)) ?? "absent"),
    },
    {
      method: "PATCH",
      path: "/api/v1/clients/{id}",
      handle: withBody<{ name?: string; scopes?: readonly ScopeWord[]; isDisabled?: boolean }>(
        "PATCH",
        "/api/v1/clients/{id}",
        async (set, ask) => {
          const version = ifMatchOf(ask);
          if (typeof version !== "number") return version;
          const unknown = set.scopes?.find((word) => !Object.hasOwn(scopeWords, word));
          if (unknown !== undefined)
            return problem("bad-scope", `There is no scope ${unknown}. 没有权限范围 ${unknown}。`);
          return clientAnswer(await clients.change(who(ask), ask.id, version, set, ask.circumstance));
        },
      ),
    },
    {
      method: "DELETE",
      path: "/api/v1/clients/{id}",
      handle: async (ask) => gone(await clients.remove(who(ask), ask.id, ask.circumstance)),
    },
    {
      method: "POST",
      path: "/api/v1/clients/{id}/secrets",
      handle: async (ask) => {
        const secret = await clients.rotate(who(ask), ask.id, ask.circumstance);
        if (secret === null) return notFound();
        return json(secretView(secret), 201, { Location: `/api/v1/clients/${ask.id}/secrets/${secret.id}` });
      },
    },
    {
      method: "DELETE",
      path: "/api/v1/clients/{id}/secrets/{secretId}",
      handle: async (ask) =>
        gone(await clients.dropSecret(who(ask), ask.id, ask.params.secretId ?? "", ask.circumstance)),
    },
  ];
};
