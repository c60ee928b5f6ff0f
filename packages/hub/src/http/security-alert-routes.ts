import { maskName } from "@dianan/sharing";
import { offsetTime } from "../core/offset-time.ts";
import type { SecurityAlert } from "../ports/audit.ts";
import type { Caller } from "../ports/caller.ts";
import { pageCursorText } from "./cursor.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { invalid, type Problem, problem } from "./problem.ts";
import { readCursor, readLimit, readQuery, readTime } from "./query.ts";
import { actorOf } from "./record-actor.ts";
import { withBody } from "./sign-in-routes.ts";

const HANDLE = "/api/v1/security-alerts/{id}/handle";

const refusals: { readonly [F in "absent" | "handled" | "conflict"]: () => Problem } = {
  absent: () => problem("not-found", "There is no such alert. 没有此安全告警。"),
  handled: () => problem("wrong-state", "It has been handled. 已处理。"),
  conflict: () => problem("wrong-state", "It has just changed: look again. 刚有变化,请重新查看。"),
};

/** Security alerts (安全告警), SEC-AUD-10. */
export const securityAlertRoutes = (deps: HttpDeps): readonly Route[] => {
  const { securityAlerts, utcOffsetMinutes } = deps;
  const actorView = (actor: string | null, name: string, tenant: string) =>
    actor === null || actor === "hub" ? null : actorOf({ tenant, actor, name: maskName(name) } as Caller);
  const view = (alert: SecurityAlert, { view: { tenant } }: Ask) => {
    const { id, rule, at, actor, source, count, text, state, handledBy } = alert;
    return {
      ...{ id, rule, source, count, text, state },
      at: offsetTime(at, utcOffsetMinutes),
      actor: actorView(actor, "", tenant),
      handledBy: handledBy === null ? null : actorView(handledBy.actor, handledBy.name, tenant),
    };
  };
  return [
    {
      method: "GET",
      path: "/api/v1/security-alerts",
      handle: async (ask) => {
        const query = readQuery(ask.url, ["limit", "cursor", "from", "to"]);
        if (!query.ok) return query.error;
        const limit = readLimit(query.value);
        if (!limit.ok) return limit.error;
        const cursor = readCursor(query.value, "security-alerts");
        if (!cursor.ok) return cursor.error;
        const from = readTime(query.value, "from");
        if (!from.ok) return from.error;
        const to = readTime(query.value, "to");
        if (!to.ok) return to.error;
        if (from.value !== null && to.value !== null && to.value <= from.value)
          return invalid("/query/to", "It is behind from.", "应晚于 from。");
        const page = await securityAlerts.list(ask.view.tenant, {
          ...{ after: cursor.value, from: from.value, to: to.value, limit: limit.value },
        });
        const next = page.next === null ? null : pageCursorText("security-alerts", page.next);
        const link = new URL(ask.url);
        if (next !== null) link.searchParams.set("cursor", next);
        const headers: Record<string, string> =
          next === null ? {} : { Link: `<${link.pathname}${link.search}>; rel="next"` };
        return json({ items: page.items.map((one) => view(one, ask)), next }, 200, headers);
      },
    },
    {
      method: "POST",
      path: HANDLE,
      handle: withBody<{ reason: string }>("POST", HANDLE, async ({ reason }, ask) => {
        const done = await securityAlerts.handle(ask.caller as Caller, ask.id, reason, ask.circumstance);
        return typeof done === "string" ? refusals[done]() : json(view(done, ask));
      }),
    },
  ];
};
