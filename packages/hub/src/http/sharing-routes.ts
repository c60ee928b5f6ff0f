import { offsetTime } from "../core/offset-time.ts";
import type { Caller } from "../ports/caller.ts";
import type { LaneState } from "../ports/outbox.ts";
import type { DestinationDraft, DestinationView, SharingFault, SharingOutcome } from "../ports/sharing.ts";
import { type Ask, type Handler, type HttpDeps, json, type Route } from "./http-deps.ts";
import { addressForbidden, invalid, type Problem, problem, readAgain, waitProblem } from "./problem.ts";
import { readQuery } from "./query.ts";
import { withBody } from "./sign-in-routes.ts";
import { ifMatchOf } from "./user-routes.ts";

const PATH = "/api/v1/sharing";
/** Mappings are looked at one after the other. */
const BUSY_RETRY_SECONDS = 1;

/** A destination's address for people: query and credentials, where secrets live, are left out. */
export const shownUrl = (text: string): string => {
  const url = URL.parse(text);
  if (url?.protocol === "gb26875:") return `gb26875://${url.host}`;
  return url === null ? "" : `${url.origin}${url.pathname}`;
};

type StateWord = "idle" | "sending" | "retrying" | "paused";

const stateWord = (
  pausedReason: string | null,
  { fails, pending }: Pick<LaneState, "fails" | "pending">,
): StateWord => {
  if (pausedReason !== null) return "paused";
  return fails > 0 ? "retrying" : pending > 0 ? "sending" : "idle";
};

const wrongState = (en: string, zh: string): Problem => problem("wrong-state", `${en} ${zh}`);

/** Why sharing refuses, as this door says it. */
export const sharingProblem = (fault: SharingFault): Problem => {
  switch (fault.fault) {
    case "absent":
      return problem("not-found", "There is no such destination. 没有此共享目的地。");
    case "busy":
      return waitProblem("busy", BUSY_RETRY_SECONDS);
    case "conflict":
      return readAgain();
    case "configured":
      return wrongState(
        "The command line owns it: change --city-url and restart.",
        "由启动参数设置,请修改 --city-url 后重启。",
      );
    case "party":
      return wrongState(
        "It belongs to a connected platform: the security administrator changes its exchange at /parties/{id}/exchange.",
        "属于互联平台,请由安全管理员在 /parties/{id}/exchange 修改。",
      );
    case "full":
      return wrongState("There are 20 destinations already.", "共享目的地最多 20 个。");
    case "paused":
      return wrongState("It is paused: resume it first.", "已暂停,请先恢复。");
    case "unasked":
      return wrongState("No duty check waits for an answer.", "没有待应答的查岗。");
    case "unheard":
      return wrongState("The centre did not confirm it.", "监控中心未确认。");
    case "forbidden":
      return addressForbidden();
    case "invalid":
      return invalid(fault.path, fault.words.en, fault.words.zh);
  }
};

/** Whoever sees a part of the tenant only does not decide where all of it goes, nor learns where it went. */
export const forWhole =
  (handle: Handler): Handler =>
  (ask) =>
    ask.view.isWhole
      ? handle(ask)
      : problem("forbidden", "This is for those who see everything. 仅限可查看全部数据的用户。");

/** Destinations of the five records (共享目的地): set up, paused and watched while the hub runs. */
export const sharingRoutes = (deps: HttpDeps): readonly Route[] => {
  const { sharing } = deps;
  const time = (at: number | null): string | null => (at === null ? null : offsetTime(at, deps.utcOffsetMinutes));
  const who = ({ caller }: Ask): Caller => caller as Caller;

  /** One of the two ways; null: it takes nothing on it. */
  const laneOf = (pausedReason: string | null, lane: LaneState, isTaken: boolean) =>
    isTaken
      ? {
          state: stateWord(pausedReason, lane),
          pending: lane.pending,
          oldestPendingAt: time(lane.oldestPendingAt),
          fails: lane.fails,
          lastOkAt: time(lane.lastOkAt),
          lastError: lane.lastError,
          nextAt: lane.fails === 0 ? null : time(lane.nextAt),
        }
      : null;
  const lanesOf = ({ state: { lanes }, kinds, pausedReason }: DestinationView) => ({
    alarms: laneOf(pausedReason, lanes.alarms, kinds.includes("alarm")),
    records: laneOf(
      pausedReason,
      lanes.records,
      kinds.some((kind) => kind !== "alarm"),
    ),
  });

  const shown = ({ state, link, ...view }: DestinationView) => ({
    ...view,
    lanes: lanesOf({ ...view, state, link }),
    link:
      link === null
        ? null
        : { isUp: link.isUp, heardAt: time(link.heardAt), dutyCheckUntil: time(link.dutyCheckUntil) },
    url: shownUrl(view.url),
    state: stateWord(view.pausedReason, state),
    pending: state.pending,
    refused: state.dead,
    oldestPendingAt: time(state.oldestPendingAt),
    lagSeconds:
      state.oldestPendingAt === null ? null : Math.max(0, Math.round((deps.clock() - state.oldestPendingAt) / 1000)),
    lastOkAt: time(state.lastOkAt),
    lastError: state.lastError,
    nextAt: state.fails === 0 ? null : time(state.nextAt),
  });
  const answer = (outcome: SharingOutcome, status = 200): Response | Problem => {
    if ("fault" in outcome) return sharingProblem(outcome);
    const { id, version } = outcome.view;
    const place = status === 200 ? {} : { Location: `${PATH}/${id}` };
    return json(shown(outcome.view), status, { ETag: `"${version}"`, ...place });
  };

  const answerDuty = withBody<{ operatorNumber: number }>(
    "POST",
    `${PATH}/{id}/duty-answers`,
    async ({ operatorNumber }, ask) =>
      answer(await sharing.answerDuty(who(ask), ask.id, operatorNumber, ask.circumstance)),
  );

  return [
    {
      method: "GET",
      path: PATH,
      handle: async ({ url, view }) => {
        const query = readQuery(url, []);
        if (!query.ok) return query.error;
        const all = view.isWhole ? await sharing.list(view.tenant) : [];
        const items = all.map(({ id, name, url: address, pausedReason, state }) => ({
          id,
          name,
          url: shownUrl(address),
          state: stateWord(pausedReason, state),
          pending: state.pending,
          dead: state.dead,
          refused: state.refused.map(({ since, ...row }) => ({ ...row, since: time(since) })),
          lastOkAt: time(state.lastOkAt),
          lastError: state.lastError,
          nextAt: state.fails === 0 ? null : time(state.nextAt),
        }));
        return json({ items });
      },
    },
    {
      method: "POST",
      path: PATH,
      handle: forWhole(
        withBody<DestinationDraft>("POST", PATH, async (draft, ask) =>
          answer(await sharing.add(who(ask), draft, ask.circumstance), 201),
        ),
      ),
    },
    {
      method: "GET",
      path: `${PATH}/{id}`,
      handle: async ({ id, view }) => {
        const found = view.isWhole ? await sharing.find(view.tenant, id) : null;
        return answer(found === null ? { fault: "absent" } : { view: found });
      },
    },
    {
      method: "PATCH",
      path: `${PATH}/{id}`,
      handle: forWhole(
        withBody<Partial<DestinationDraft>>("PATCH", `${PATH}/{id}`, async (set, ask) => {
          const version = ifMatchOf(ask);
          if (typeof version !== "number") return version;
          return answer(await sharing.change(who(ask), ask.id, version, set, ask.circumstance));
        }),
      ),
    },
    {
      method: "DELETE",
      path: `${PATH}/{id}`,
      handle: forWhole(async (ask) => {
        const done = await sharing.remove(who(ask), ask.id, ask.circumstance);
        return done === "done" ? new Response(null, { status: 204 }) : sharingProblem(done);
      }),
    },
    {
      method: "POST",
      path: `${PATH}/{id}/pause`,
      handle: forWhole(
        withBody<{ reason: string }>("POST", `${PATH}/{id}/pause`, async ({ reason }, ask) =>
          answer(await sharing.pause(who(ask), ask.id, reason, ask.circumstance)),
        ),
      ),
    },
    {
      method: "POST",
      path: `${PATH}/{id}/resume`,
      handle: forWhole(async (ask) => answer(await sharing.resume(who(ask), ask.id, ask.circumstance))),
    },
    {
      method: "POST",
      path: `${PATH}/{id}/duty-answers`,
      handle: async (ask) => {
        // Whether there is one is said before a body is read.
        const found = ask.view.isWhole ? await sharing.find(ask.view.tenant, ask.id) : null;
        if (found === null) return sharingProblem({ fault: "absent" });
        return answerDuty(ask);
      },
    },
    {
      method: "POST",
      path: `${PATH}/{id}/retry`,
      handle: forWhole(async (ask) => answer(await sharing.retry(who(ask), ask.id, ask.circumstance), 202)),
    },
  ];
};
