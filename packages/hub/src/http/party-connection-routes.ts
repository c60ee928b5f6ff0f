import type { Caller, Scope } from "../ports/caller.ts";
import type { Connections, Here } from "../ports/connections.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { type AskedExchange, exchangeOf, exchangeProblem, partyView, scopeProblem } from "./party-view.ts";
import { type Problem, problem, waitProblem } from "./problem.ts";
import { publicOrigin } from "./public-address.ts";
import { withBody } from "./sign-in-routes.ts";

type Connection = {
  readonly versionsUrl: string;
  readonly token: string;
  readonly scopes: readonly string[];
  readonly within?: Scope;
  readonly exchange?: AskedExchange;
  readonly isSigning?: boolean;
};
type Refusal<K extends "connect" | "rotate"> = Extract<
  Awaited<ReturnType<Connections[K]>>,
  { readonly ok: false }
>["error"];

const absent = (): Problem => problem("not-found", "There is no such platform. 没有此平台。");

const faults: { readonly [F in Refusal<"connect"> | Refusal<"rotate">]: () => Problem } = {
  "address-forbidden": () =>
    problem(
      "address-forbidden",
      "https to a public host, or an address that this hub was started with in --outbound-allow. 仅允许公网 https 地址,或由 --outbound-allow 放行的地址。",
    ),
  "peer-unreachable": () =>
    problem(
      "peer-unreachable",
      "Its /versions must answer 200 with this token and name its credentials module; it must be able to reach us too (--public-url). 对方 /versions 须以此令牌应答并给出 credentials 模块;对方也须能访问本平台(--public-url)。",
    ),
  "peer-refused": () =>
    problem(
      "peer-refused",
      "Ask its administrator: the token was used or has ended, the invitation is for another platform code, or it could not read our /versions. 请与对方管理员核对:令牌已用或失效、邀请对应其他平台厂商代码,或对方无法读取本平台的 /versions。",
    ),
  "no-common-version": () =>
    problem("no-common-version", "This hub speaks version 1, the other side does not. 本平台使用版本 1,对方不支持。"),
  taken: () =>
    problem(
      "already-exists",
      "We are connected to that platform already, or it is this hub. 已与该平台互联,或该平台就是本平台。",
    ),
  unregistered: () => problem("not-registered", "The handshake has not taken place yet. 尚未完成握手。"),
  absent,
  busy: () => waitProblem("busy", 1),
};

/** Connections that begin here (主动接入), and what goes over any connection (EF-N.3, EF-N.4). */
export const partyConnectionRoutes = (deps: HttpDeps): readonly Route[] => {
  const { connections, exchanges } = deps;
  const who = ({ caller }: Ask): Caller => caller as Caller;
  const here = (ask: Ask): Here => ({
    ...{ url: `${publicOrigin(deps, ask)}/versions`, platformCode: deps.platformCode, name: deps.platformName },
  });
  return [
    {
      method: "POST",
      path: "/api/v1/party-connections",
      handle: withBody<Connection>("POST", "/api/v1/party-connections", async (asked, ask) => {
        const { within: scope = {}, exchange, isSigning = true, ...draft } = asked;
        const bad = scopeProblem(draft.scopes) ?? exchangeProblem(exchange);
        if (bad !== null) return bad;
        const wanted = { ...draft, scope, exchange: exchangeOf(exchange), isSigning };
        const made = await connections.connect(who(ask), wanted, here(ask), ask.circumstance);
        if (!made.ok) return faults[made.error]();
        await exchanges.keep(who(ask).tenant);
        const { id } = made.value;
        return json(await partyView(deps, who(ask).tenant, made.value), 201, { Location: `/api/v1/parties/${id}` });
      }),
    },
    {
      method: "POST",
      path: "/api/v1/parties/{id}/rotate",
      handle: async (ask) => {
        const caller = who(ask);
        const done = await connections.rotate(caller, caller.tenant, ask.id, here(ask), ask.circumstance);
        return done.ok ? json(await partyView(deps, caller.tenant, done.value)) : faults[done.error]();
      },
    },
    {
      method: "PUT",
      path: "/api/v1/parties/{id}/exchange",
      handle: withBody<AskedExchange>("PUT", "/api/v1/parties/{id}/exchange", async (asked, ask) => {
        const bad = exchangeProblem(asked, "");
        if (bad !== null) return bad;
        const done = await connections.setExchange(who(ask), ask.id, exchangeOf(asked), ask.circumstance);
        if (done === "absent" || done === "busy") return faults[done]();
        await exchanges.keep(who(ask).tenant);
        return json(await partyView(deps, who(ask).tenant, done));
      }),
    },
  ];
};
