import type { Instant } from "@dianan/model";
import type { RecordKind } from "@dianan/sharing";
import { offsetTime } from "../core/offset-time.ts";
import type { Caller } from "../ports/caller.ts";
import type { JobFault, ReconciliationView, Resolution } from "../ports/reconciliation.ts";
import { actorView } from "./alarm-view.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { invalid, type Problem, problem } from "./problem.ts";
import { parseTime } from "./query.ts";
import { pageAnswer, pageQuery } from "./sharing-list-routes.ts";
import { forWhole } from "./sharing-routes.ts";
import { withBody } from "./sign-in-routes.ts";
import { pageOf } from "./user-routes.ts";

const PATH = "/api/v1/reconciliations";

type Draft = {
  readonly destinationId: string;
  readonly kinds: readonly RecordKind[];
  readonly updatedFrom?: string;
  readonly updatedTo?: string;
};

const notFound = (): Problem => problem("not-found", "There is no such reconciliation. 没有此对账。");

const shownFault = (fault: JobFault | null) =>
  fault === null ? null : { code: fault.code, title: fault.words.en, titleZh: fault.words.zh };

/** Later than any time of a record: newest first as ascending keys. */
const TIME_MAX = 1e15;

/** Comparisons with destinations (对账): what is missing or different on either side, and what becomes of it. */
export const reconciliationRoutes = (deps: HttpDeps): readonly Route[] => {
  const { reconciliations } = deps;
  const time = (at: number | null): string | null => (at === null ? null : offsetTime(at, deps.utcOffsetMinutes));
  const shown = (view: ReconciliationView, caller: Caller | null) => ({
    id: view.id,
    destinationId: view.destinationId,
    kinds: view.kinds,
    updatedFrom: time(view.updatedFrom),
    updatedTo: time(view.updatedTo),
    startedBy: actorView(view.startedBy, caller),
    createdAt: time(view.createdAt),
    progress: {
      state: view.state,
      doneItems: view.doneItems,
      totalItems: view.totalItems,
      startedAt: time(view.startedAt),
      finishedAt: time(view.finishedAt),
      error: shownFault(view.error),
    },
    missingThere: view.missingThere,
    missingHere: view.missingHere,
    different: view.different,
    owed: view.owed,
  });
  const who = ({ caller }: Ask): Caller => caller as Caller;

  const start = async ({ destinationId, kinds, ...span }: Draft, ask: Ask): Promise<Response | Problem> => {
    const read = (text: string | undefined): Instant | null => (text === undefined ? null : parseTime(text));
    const updatedFrom = read(span.updatedFrom);
    const updatedTo = read(span.updatedTo);
    if (span.updatedFrom !== undefined && updatedFrom === null)
      return invalid("/updatedFrom", "It is no time of the calendar.", "不是有效的时间。");
    if (span.updatedTo !== undefined && updatedTo === null)
      return invalid("/updatedTo", "It is no time of the calendar.", "不是有效的时间。");
    if (updatedFrom !== null && updatedTo !== null && updatedFrom >= updatedTo)
      return invalid("/updatedTo", "It is after updatedFrom.", "应晚于 updatedFrom。");
    const view = await reconciliations.start(
      who(ask),
      { destinationId, kinds, updatedFrom, updatedTo },
      ask.circumstance,
    );
    if (view === "absent") return invalid("/destinationId", "There is no such destination.", "没有此共享目的地。");
    if (view === "kind")
      return invalid("/kinds", "The destination does not receive one of them.", "该目的地不接收其中某类记录。");
    if (view === "form")
      return invalid("/destinationId", "A fire centre has nothing to compare with.", "消防监控中心不支持对账。");
    if (view === "full") return problem("wrong-state", "Five wait already: let them end. 已有 5 个对账未完成,请等待。");
    return json(shown(view, ask.caller), 202, { Location: `${PATH}/${view.id}` });
  };

  return [
    {
      method: "GET",
      path: PATH,
      handle: async (ask) => {
        const all = ask.view.isWhole ? await reconciliations.list(ask.view.tenant) : [];
        const rows = all.map(
          (one) => [`${String(TIME_MAX - one.createdAt).padStart(16, "0")}.${one.id}`, shown(one, ask.caller)] as const,
        );
        return pageOf(ask, "reconciliation", [], rows);
      },
    },
    { method: "POST", path: PATH, handle: forWhole(withBody<Draft>("POST", PATH, start)) },
    {
      method: "GET",
      path: `${PATH}/{id}`,
      handle: async ({ id, view, caller }) => {
        const found = view.isWhole ? await reconciliations.find(view.tenant, id) : null;
        return found === null ? notFound() : json(shown(found, caller));
      },
    },
    {
      method: "GET",
      path: `${PATH}/{id}/differences`,
      handle: async (ask) => {
        const list = `differences ${ask.id}`;
        const asked = pageQuery(ask, list, []);
        if ("kind" in asked) return asked;
        const { view, id } = ask;
        const page = view.isWhole ? await reconciliations.differences(view.tenant, id, asked.after, asked.limit) : null;
        return page === null ? notFound() : pageAnswer(ask.url, list, page.items, page.next);
      },
    },
    {
      method: "POST",
      path: `${PATH}/{id}/resolutions`,
      handle: forWhole(
        withBody<Resolution>("POST", `${PATH}/{id}/resolutions`, async (resolution, ask) => {
          const results = await reconciliations.resolve(who(ask), ask.id, resolution, ask.circumstance);
          if (results === null) return notFound();
          return json({
            results: results.map(({ id, status, fault }) => ({
              id,
              status,
              ...(fault === null ? {} : { problem: shownFault(fault) }),
            })),
          });
        }),
      ),
    },
  ];
};
