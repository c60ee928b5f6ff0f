import { operations, type Scope as ScopeWord, scopes as scopeWords } from "@dianan/open-api/tables";
import { offsetTime } from "../core/offset-time.ts";
import { type Caller, PERSONAL_SCOPE, type Scope } from "../ports/caller.ts";
import type { HandshakeFault, Party, PartyCredentials, PartyDraft } from "../ports/parties.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { invalid, type Problem, problem, waitProblem } from "./problem.ts";
import { publicOrigin } from "./public-address.ts";
import { withBody } from "./sign-in-routes.ts";
import { pageOf } from "./user-routes.ts";

type Invitation = Omit<PartyDraft, "scope"> & { readonly within?: Scope };

/** Scopes that mean something to another platform: those of the operations that its role may call, and persons in full. */
const platformScopes: ReadonlySet<string> = new Set([
  ...operations.filter(({ roles }) => roles.includes("platform")).flatMap(({ scopes }): readonly ScopeWord[] => scopes),
  PERSONAL_SCOPE,
]);

const faults: { readonly [F in HandshakeFault]: () => Problem } = {
  "address-forbidden": () =>
    problem(
      "address-forbidden",
      "Give an https address that is public, or have an administrator allow it. 请提供公网 https 地址,或请管理员放行。",
    ),
  "peer-unreachable": () =>
    problem(
      "peer-unreachable",
      "Your /versions and its version 1 must answer 200 with your token, within 10 s. 请确认 /versions 及其版本 1 以所给令牌访问时在 10 秒内返回 200。",
    ),
  "no-common-version": () =>
    problem("no-common-version", "This hub speaks version 1, see its /versions. 本平台使用版本 1,请查看 /versions。"),
  registered: () =>
    problem("already-registered", "Use PUT to rotate or DELETE to end it. 请用 PUT 轮换或 DELETE 注销。"),
  unregistered: () => problem("not-registered", "Register with POST first. 请先用 POST 注册。"),
  "no-party": () => problem("forbidden", "This needs the token of an invitation. 此操作需要邀请所给的令牌。"),
  "other-code": () =>
    invalid("/platformCode", "The invitation is for another platform code.", "邀请所对应的平台厂商代码不同。"),
  busy: () => waitProblem("busy", 1),
};
const absent = (): Problem => problem("not-found", "There is no such platform. 没有此平台。");

/** Other platforms (互联平台): the handshake, and who is let in (EF-N.3, EF-N.4). */
export const partyRoutes = (deps: HttpDeps): readonly Route[] => {
  const { parties } = deps;
  const who = ({ caller }: Ask): Caller => caller as Caller;
  /** A platform knows of itself only: who else is connected, where and with which rights is not its business. */
  const isShownTo = ({ actor }: Caller, id: string): boolean => !actor.startsWith("party:") || actor === `party:${id}`;
  const time = (at: number | null): string | null => (at === null ? null : offsetTime(at, deps.utcOffsetMinutes));
  const within = (scope: Scope) => (Object.keys(scope).length === 0 ? null : scope);
  const view = (party: Party) => ({
    id: party.id,
    platformCode: party.platformCode,
    name: party.name,
    state: party.state,
    version: party.peer?.version ?? null,
    url: party.url,
    scopes: party.scopes,
    within: within(party.scope),
    endpoints: party.peer?.endpoints ?? [],
    lastSeenAt: time(party.lastSeenAt),
    credentialsRenewedAt: time(party.renewedAt),
    expiresAt: time(party.expiresAt),
  });
  const credentials = (party: Party, ask: Ask) => ({
    url: `${publicOrigin(deps, ask)}/versions`,
    platformCode: deps.platformCode,
    name: deps.platformName,
    scopes: party.scopes,
    within: within(party.scope),
    renewedAt: time(party.renewedAt),
    expiresAt: time(party.expiresAt),
  });
  const handshake = (method: "POST" | "PUT", act: "register" | "renew"): Route => ({
    method,
    path: "/api/v1/credentials",
    handle: withBody<PartyCredentials>(method, "/api/v1/credentials", async (given, ask) => {
      const done = await parties[act](who(ask), given, ask.circumstance);
      if (!done.ok) return faults[done.error]();
      const { token, keyId, party } = done.value;
      return json({ token, keyId, ...credentials(party, ask) });
    }),
  });
  const suspension = (word: "suspend" | "restore"): Route => ({
    method: "POST",
    path: `/api/v1/parties/{id}/${word}`,
    handle: withBody<{ reason: string }>("POST", `/api/v1/parties/{id}/${word}`, async ({ reason }, ask) => {
      const done = await parties.setSuspended(who(ask), ask.id, word === "suspend", reason, ask.circumstance);
      if (done === "absent") return absent();
      return done === "busy" ? faults.busy() : json(view(done));
    }),
  });

  return [
    {
      method: "GET",
      path: "/api/v1/credentials",
      handle: async (ask) => {
        const own = await parties.own(who(ask));
        return own.ok ? json(credentials(own.value, ask)) : faults.unregistered();
      },
    },
    handshake("POST", "register"),
    handshake("PUT", "renew"),
    {
      method: "DELETE",
      path: "/api/v1/credentials",
      handle: async (ask) => {
        const done = await parties.leave(who(ask), ask.circumstance);
        return done === "done" ? new Response(null, { status: 204 }) : faults.unregistered();
      },
    },
    {
      method: "GET",
      path: "/api/v1/parties",
      handle: async (ask) =>
        pageOf(
          ask,
          "party",
          [],
          (await parties.list(who(ask).tenant))
            .filter(({ id }) => isShownTo(who(ask), id))
            .map((party) => [party.id, view(party)]),
        ),
    },
    {
      method: "POST",
      path: "/api/v1/parties",
      handle: withBody<Invitation>("POST", "/api/v1/parties", async ({ within: scope = {}, ...draft }, ask) => {
        const unknown = draft.scopes.find((word) => !Object.hasOwn(scopeWords, word));
        if (unknown !== undefined)
          return problem("bad-scope", `There is no scope ${unknown}. 没有权限范围 ${unknown}。`);
        const foreign = draft.scopes.find((word) => !platformScopes.has(word));
        if (foreign !== undefined)
          return problem("beyond-own-rights", `${foreign} is not for platforms. ${foreign} 不能授予平台。`);
        const made =
          draft.platformCode === deps.platformCode
            ? "taken"
            : await parties.invite(who(ask), { ...draft, scope }, ask.circumstance);
        if (made === "taken")
          return problem("already-exists", "This platform code is known already. 该平台厂商代码已存在。");
        const { party, token, expiresAt } = made;
        const versionsUrl = `${publicOrigin(deps, ask)}/versions`;
        const body = { partyId: party.id, token, versionsUrl, expiresAt: time(expiresAt) };
        return json(body, 201, { Location: `/api/v1/parties/${party.id}` });
      }),
    },
    {
      method: "GET",
      path: "/api/v1/parties/{id}",
      handle: async (ask) => {
        const party = isShownTo(who(ask), ask.id) ? await parties.find(who(ask).tenant, ask.id) : null;
        return party === null ? absent() : json(view(party));
      },
    },
    {
      method: "DELETE",
      path: "/api/v1/parties/{id}",
      handle: async (ask) =>
        (await parties.remove(who(ask), ask.id, ask.circumstance)) === "done"
          ? new Response(null, { status: 204 })
          : absent(),
    },
    suspension("suspend"),
    suspension("restore"),
  ];
};
