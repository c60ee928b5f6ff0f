import { offsetTime } from "../core/offset-time.ts";
import type { Caller, Scope } from "../ports/caller.ts";
import type { HandshakeFault, Party, PartyCredentials, PartyDraft } from "../ports/parties.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { type AskedExchange, boundsOf, exchangeOf, exchangeProblem, partyView, scopeProblem } from "./party-view.ts";
import { invalid, type Problem, problem, waitProblem } from "./problem.ts";
import { publicOrigin } from "./public-address.ts";
import { withBody } from "./sign-in-routes.ts";
import { pageOf } from "./user-routes.ts";

type Invitation = Omit<PartyDraft, "scope" | "exchange"> & {
  readonly within?: Scope;
  readonly exchange?: AskedExchange;
};

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
  const view = (party: Party, ask: Ask) => partyView(deps, who(ask).tenant, party);
  const credentials = (party: Party, ask: Ask) => ({
    url: `${publicOrigin(deps, ask)}/versions`,
    platformCode: deps.platformCode,
    name: deps.platformName,
    scopes: party.scopes,
    within: boundsOf(party.scope),
    renewedAt: time(party.renewedAt),
    expiresAt: time(party.expiresAt),
  });
  const handshake = (method: "POST" | "PUT", act: "register" | "renew"): Route => ({
    method,
    path: "/api/v1/credentials",
    handle: withBody<PartyCredentials>(method, "/api/v1/credentials", async (given, ask) => {
      const done = await parties[act](who(ask), given, ask.circumstance, `${publicOrigin(deps, ask)}/versions`);
      if (!done.ok) return faults[done.error]();
      const { token, keyId, party } = done.value;
      await deps.exchanges.keep(who(ask).tenant);
      return json({ token, keyId, ...credentials(party, ask) });
    }),
  });
  const suspension = (word: "suspend" | "restore"): Route => ({
    method: "POST",
    path: `/api/v1/parties/{id}/${word}`,
    handle: withBody<{ reason: string }>("POST", `/api/v1/parties/{id}/${word}`, async ({ reason }, ask) => {
      const done = await parties.setSuspended(who(ask), ask.id, word === "suspend", reason, ask.circumstance);
      if (done === "absent") return absent();
      if (done === "busy") return faults.busy();
      await deps.exchanges.keep(who(ask).tenant);
      return json(await view(done, ask));
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
        if (done !== "done") return faults.unregistered();
        await deps.exchanges.keep(who(ask).tenant);
        return new Response(null, { status: 204 });
      },
    },
    {
      method: "GET",
      path: "/api/v1/parties",
      handle: async (ask) => {
        const seen = (await parties.list(who(ask).tenant)).filter(({ id }) => isShownTo(who(ask), id));
        const rows = seen.map(async (party) => [party.id, await view(party, ask)] as const);
        return pageOf(ask, "party", [], await Promise.all(rows));
      },
    },
    {
      method: "POST",
      path: "/api/v1/parties",
      handle: withBody<Invitation>(
        "POST",
        "/api/v1/parties",
        async ({ within: scope = {}, exchange, ...draft }, ask) => {
          const bad = scopeProblem(draft.scopes) ?? exchangeProblem(exchange);
          if (bad !== null) return bad;
          const made =
            draft.platformCode === deps.platformCode
              ? "taken"
              : await parties.invite(who(ask), { ...draft, scope, exchange: exchangeOf(exchange) }, ask.circumstance);
          if (made === "taken")
            return problem("already-exists", "This platform code is known already. 该平台厂商代码已存在。");
          const { party, token, expiresAt } = made;
          const versionsUrl = `${publicOrigin(deps, ask)}/versions`;
          const body = { partyId: party.id, token, versionsUrl, expiresAt: time(expiresAt) };
          return json(body, 201, { Location: `/api/v1/parties/${party.id}` });
        },
      ),
    },
    {
      method: "GET",
      path: "/api/v1/parties/{id}",
      handle: async (ask) => {
        const party = isShownTo(who(ask), ask.id) ? await parties.find(who(ask).tenant, ask.id) : null;
        return party === null ? absent() : json(await view(party, ask));
      },
    },
    {
      method: "DELETE",
      path: "/api/v1/parties/{id}",
      handle: async (ask) => {
        if ((await deps.connections.remove(who(ask), ask.id, ask.circumstance)) !== "done") return absent();
        await deps.exchanges.keep(who(ask).tenant);
        return new Response(null, { status: 204 });
      },
    },
    suspension("suspend"),
    suspension("restore"),
  ];
};
