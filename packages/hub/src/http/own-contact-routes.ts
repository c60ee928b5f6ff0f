import type { ContactView, OwnContactPatch, VerifiableMember } from "../ports/notifications.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { notifyProblem } from "./notification-routes.ts";
import { shownContact } from "./notification-setting-routes.ts";
import { tagOf } from "./precondition.ts";
import { invalid, type Problem } from "./problem.ts";
import { callerOf } from "./setting-routes.ts";
import { sheetVersion } from "./sheet-answers.ts";
import { forOwn, withBody } from "./sign-in-routes.ts";

const OWN = "/api/v1/me/contact";
const CODES = `${OWN}/verifications`;

/** Where somebody is reached, as they say it themselves (本人联系方式与浏览器推送), EF-4.2. */
export const ownContactRoutes = (deps: HttpDeps): readonly Route[] => {
  const answer = async (ask: Ask, view: ContactView | null): Promise<Response> => {
    const pushKey = await deps.notifications.own.pushKey(ask.view.tenant);
    const contact = view === null ? null : shownContact(view, deps.utcOffsetMinutes);
    return json({ contact, pushKey }, 200, { ETag: tagOf(view?.version ?? 0), "Cache-Control": "no-store" });
  };
  const own = (method: Route["method"], path: string, work: (ask: Ask) => Promise<Response | Problem>): Route => ({
    ...{ method, path, handle: forOwn(deps, (_account, ask) => work(ask)) },
  });
  const ownWith = <T>(
    method: Route["method"],
    path: string,
    work: (body: T, ask: Ask) => Promise<Response | Problem>,
  ): Route => own(method, path, async (ask) => withBody<T>(method, path, work)(ask));
  /** The contact that a code is for; without one there is no address. */
  const withContact = async (
    ask: Ask,
    work: (contact: ContactView) => Promise<Response | Problem>,
  ): Promise<Response | Problem> => {
    const contact = await deps.notifications.own.find(callerOf(ask));
    return contact === null ? invalid("/address", "Say first where it is.", "请先填写联系方式。") : work(contact);
  };

  return [
    own("GET", OWN, async (ask) => answer(ask, await deps.notifications.own.find(callerOf(ask)))),
    ownWith<OwnContactPatch>("PATCH", OWN, async (set, ask) => {
      const version = sheetVersion(ask, await deps.notifications.own.find(callerOf(ask)));
      if (typeof version !== "number") return version;
      const outcome = await deps.notifications.own.change(callerOf(ask), version, set, ask.circumstance);
      return "fault" in outcome ? notifyProblem(outcome) : answer(ask, outcome.view);
    }),
    ownWith<{ address: VerifiableMember }>("POST", CODES, ({ address }, ask) =>
      withContact(ask, async ({ id }) => {
        const outcome = await deps.notifications.verification.begin(callerOf(ask), id, address, ask.circumstance);
        if ("fault" in outcome) return notifyProblem(outcome);
        return json({ outcome: outcome.kind, code: outcome.kind === "accepted" ? null : outcome.code.slice(0, 500) });
      }),
    ),
    ownWith<{ address: VerifiableMember; code: string }>("POST", `${CODES}/confirm`, ({ address, code }, ask) =>
      withContact(ask, async ({ id }) => {
        const { verification } = deps.notifications;
        const outcome = await verification.confirm(callerOf(ask), id, address, code, ask.circumstance);
        return "fault" in outcome ? notifyProblem(outcome) : answer(ask, outcome.view);
      }),
    ),
  ];
};
