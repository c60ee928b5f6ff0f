import { isRecordId } from "@dianan/model";
import { mappingPresets } from "@dianan/open-api/tables";
import { offsetTime } from "../core/offset-time.ts";
import type {
  NewReceiver,
  PushTrial,
  PushView,
  ReceiverDraft,
  ReceiverFault,
  ReceiverView,
} from "../ports/receivers.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { pageAnswer, readPageAsk } from "./page-ask.ts";
import { addressForbidden, invalid, type Problem, problem, readAgain, waitProblem } from "./problem.ts";
import { publicOrigin } from "./public-address.ts";
import { readQuery } from "./query.ts";
import { callerOf, settingRoutes } from "./setting-routes.ts";
import { forWhole } from "./sharing-routes.ts";
import { withBody } from "./sign-in-routes.ts";

const PATH = "/api/v1/receivers";

const RETRY_SECONDS = 1;
const PRESETS = "/api/v1/mapping-presets";
const TRIAL = "/api/v1/mapping-trials/pushes";

const faultProblem = (fault: ReceiverFault): Problem => {
  switch (fault.fault) {
    case "absent":
      return problem("not-found", "There is no such receiver. 没有此接收器。");
    case "conflict":
      return readAgain();
    case "full":
      return problem(
        "wrong-state",
        "There may be 50 receivers, and three addresses of each that work. 接收器最多 50 个,每个最多三个有效地址。",
      );
    case "forbidden":
      return addressForbidden();
    case "busy":
      return waitProblem("busy", RETRY_SECONDS);
    case "invalid":
      return invalid(fault.path, fault.words.en, fault.words.zh);
  }
};

/** Receivers of what IoT platforms push (平台推送接收): set up, changed and watched while the hub runs. */
export const receiverRoutes = (deps: HttpDeps): readonly Route[] => {
  const { receivers } = deps;
  const time = (at: number): string => offsetTime(at, deps.utcOffsetMinutes);
  const shown = ({ lastPushAt, ...view }: ReceiverView) => ({
    ...view,
    lastPushAt: lastPushAt === null ? null : time(lastPushAt),
  });
  const pushShown = ({ receivedAt, ...push }: PushView) => ({ ...push, receivedAt: time(receivedAt) });
  const issued = (outcome: NewReceiver | ReceiverFault, ask: Ask): Response | Problem => {
    if ("fault" in outcome) return faultProblem(outcome);
    const url = `${publicOrigin(deps, ask)}/api/v1/pushes/${outcome.secret}`;
    return json({ receiver: shown(outcome.view), url }, 201, { Location: `${PATH}/${outcome.view.id}` });
  };

  return [
    ...settingRoutes({ path: PATH, settings: receivers, shown, refusal: faultProblem }),
    {
      method: "POST",
      path: PATH,
      handle: forWhole(
        withBody<ReceiverDraft>("POST", PATH, async (draft, ask) =>
          issued(await receivers.add(callerOf(ask), draft, ask.circumstance), ask),
        ),
      ),
    },
    {
      method: "POST",
      path: `${PATH}/{id}/address`,
      handle: forWhole(async (ask) => issued(await receivers.rotate(callerOf(ask), ask.id, ask.circumstance), ask)),
    },
    {
      method: "POST",
      path: `${PATH}/{id}/pushes/{pushId}/replay`,
      handle: forWhole(async (ask) => {
        const { id, params, circumstance } = ask;
        const pushId = params.pushId ?? "";
        const isId = isRecordId(id) && isRecordId(pushId);
        const found = isId ? await receivers.replay(callerOf(ask), id, pushId, circumstance) : "absent";
        if (found === "absent") return problem("not-found", "There is no such push. 没有此推送。");
        if (found === "settled")
          return problem("wrong-state", "Only a refused push is read again. 仅可重新解读被拒的推送。");
        return json(pushShown(found), 202);
      }),
    },
    {
      method: "GET",
      path: PRESETS,
      handle: async ({ url }) => {
        const query = readQuery(url, []);
        return query.ok ? json({ items: mappingPresets }) : query.error;
      },
    },
    {
      method: "POST",
      path: TRIAL,
      handle: forWhole(
        withBody<PushTrial>("POST", TRIAL, async (ask, { view }) => {
          const outcome = await receivers.trial(view.tenant, ask);
          return "fault" in outcome ? faultProblem(outcome) : json(outcome);
        }),
      ),
    },
    {
      method: "GET",
      path: `${PATH}/{id}/pushes`,
      handle: async ({ id, url, view }) => {
        const page = readPageAsk(url, `pushes ${id}`, []);
        if (!page.ok) return page.error;
        const found = view.isWhole && isRecordId(id) ? await receivers.pushes(view.tenant, id, page.value) : null;
        if (found === null) return faultProblem({ fault: "absent" });
        return pageAnswer(url, `pushes ${id}`, found.items.map(pushShown), found.next);
      },
    },
  ];
};
