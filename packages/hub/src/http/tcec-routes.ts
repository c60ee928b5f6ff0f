import { type Instant, isRecordId } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import type { TcecDraft, TcecFaultOf, TcecPushView, TcecView } from "../ports/tcec.ts";
import { readBytes } from "./body.ts";
import { type HttpDeps, json, type Route } from "./http-deps.ts";
import { parseJson } from "./json-text.ts";
import { pageAnswer, readPageAsk } from "./page-ask.ts";
import { addressForbidden, invalid, type Problem, problem, readAgain } from "./problem.ts";
import { callerOf, settingRoutes } from "./setting-routes.ts";
import { forWhole } from "./sharing-routes.ts";
import { withBody } from "./sign-in-routes.ts";
import { bodyMaxOf } from "./whole-request.ts";

const PATH = "/api/v1/tcec-partners";
const CALL = { method: "POST", path: "/evcs/v1/{interface}" } as const;

const faultProblem = (fault: TcecFaultOf): Problem => {
  switch (fault.fault) {
    case "absent":
      return problem("not-found", "There is no such partner. 没有此对接方。");
    case "conflict":
      return readAgain();
    case "full":
      return problem("wrong-state", "There may be 50 partners. 对接方最多 50 个。");
    case "taken":
      return problem(
        "wrong-state",
        "Another partner of this hub has this operatorId. 本平台已有使用此 operatorId 的对接方。",
      );
    case "notAsked":
      return problem(
        "wrong-state",
        "It is asked in the role platform or both, enabled, with url and outgoing secrets. 角色为 platform 或 both、已启用且设有 url 与 outgoing 密钥时才可拉取。",
      );
    case "notChecked":
      return problem(
        "wrong-state",
        "Orders are compared in the role operator or both, enabled, with url and outgoing secrets. 角色为 operator 或 both、已启用且设有 url 与 outgoing 密钥时才可对账。",
      );
    case "peer":
      return problem(
        "peer-unreachable",
        `The partner did not answer as it should: ${fault.why}. 对接方应答异常:${fault.why}。`,
      );
    case "forbidden":
      return addressForbidden();
    case "invalid":
      return invalid(fault.path, fault.words.en, fault.words.zh);
  }
};

const bearerOf = (header: string | null): string | null =>
  /^Bearer +([!-~]{1,256})$/i.exec(header?.trim() ?? "")?.[1] ?? null;

/** Partners that speak T/CEC 102 (充换电信息交换对接方), CP-N.1, and where they call. */
export const tcecRoutes = (deps: HttpDeps): readonly Route[] => {
  const { partners, door } = deps.tcec;
  const time = (at: number | null): string | null => (at === null ? null : offsetTime(at, deps.utcOffsetMinutes));
  const shown = (view: TcecView) => ({
    ...view,
    lastOkAt: time(view.lastOkAt),
    lastPull: view.lastPull === null ? null : { ...view.lastPull, at: time(view.lastPull.at) },
  });
  const pushShown = (push: TcecPushView) => ({
    ...push,
    queuedAt: time(push.queuedAt),
    endedAt: time(push.endedAt),
  });
  const check = withBody<{ readonly from: string; readonly to: string }>(
    "POST",
    `${PATH}/{id}/check`,
    async ({ from, to }, ask) => {
      const span = { from: Date.parse(from) as Instant, to: Date.parse(to) as Instant };
      if (!(span.from < span.to)) return invalid("/to", "It is later than from.", "应晚于 from。");
      const found = await partners.check(callerOf(ask), ask.id, span, ask.circumstance);
      return "fault" in found ? faultProblem(found) : json(found);
    },
  );
  return [
    ...settingRoutes({ path: PATH, settings: partners, shown, refusal: faultProblem }),
    {
      method: "POST",
      path: PATH,
      handle: forWhole(
        withBody<TcecDraft>("POST", PATH, async (draft, ask) => {
          const made = await partners.add(callerOf(ask), draft, ask.circumstance);
          if ("fault" in made) return faultProblem(made);
          return json(shown(made.view), 201, { Location: `${PATH}/${made.view.id}` });
        }),
      ),
    },
    {
      method: "GET",
      path: `${PATH}/{id}/pushes`,
      handle: async ({ id, url, view }) => {
        const page = readPageAsk(url, `tcec ${id}`, [], ["state"]);
        if (!page.ok) return page.error;
        const state = url.searchParams.get("state") === "dead" ? "dead" : "pending";
        const found =
          view.isWhole && isRecordId(id) ? await partners.pushes(view.tenant, id, { ...page.value, state }) : null;
        if (found === null) return faultProblem({ fault: "absent" });
        return pageAnswer(url, `tcec ${id}`, found.items.map(pushShown), found.next);
      },
    },
    {
      method: "POST",
      path: `${PATH}/{id}/pull`,
      handle: forWhole(async (ask) => {
        const done = isRecordId(ask.id)
          ? await partners.pull(callerOf(ask), ask.id, ask.circumstance)
          : ({ fault: "absent" } as const);
        return done === "done" ? new Response(null, { status: 202 }) : faultProblem(done);
      }),
    },
    {
      method: "POST",
      path: `${PATH}/{id}/check`,
      handle: forWhole(async (ask) => {
        const isThere = isRecordId(ask.id) && (await partners.find(ask.view.tenant, ask.id)) !== null;
        return isThere ? check(ask) : faultProblem({ fault: "absent" });
      }),
    },
    {
      method: "POST",
      path: `${PATH}/{id}/replay`,
      handle: forWhole(async (ask) => {
        const replayed = isRecordId(ask.id) ? await partners.replay(callerOf(ask), ask.id, ask.circumstance) : null;
        return replayed === null ? faultProblem({ fault: "absent" }) : json({ replayed }, 202);
      }),
    },
    {
      ...CALL,
      open: true,
      tellsRefusals: true,
      handle: async ({ request, params, circumstance }) => {
        const bytes = await readBytes(request, bodyMaxOf(CALL));
        if (!bytes.ok) return bytes.error;
        // Whatever is no JSON is answered as a body without members.
        const body = parseJson(bytes.value);
        const reply = await door.answer({
          name: params.interface ?? "",
          body: body.ok ? body.value : null,
          token: bearerOf(request.headers.get("authorization")),
          source: circumstance.source,
          now: circumstance.now,
        });
        return reply === "source"
          ? problem("forbidden", "Nothing is taken from this address. 不接受来自该地址的调用。")
          : json(reply);
      },
    },
  ];
};
