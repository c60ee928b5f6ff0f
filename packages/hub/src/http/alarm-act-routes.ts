import type { Instant } from "@dianan/model";
import { type OperationRow, operations } from "@dianan/open-api/tables";
import type { AlarmAct } from "../core/alarm-act.ts";
import type { CloseReason, Via } from "../core/alarm-life-state.ts";
import type { Account } from "../ports/account.ts";
import type { Caller } from "../ports/caller.ts";
import type { StoredRecord } from "../ports/records.ts";
import { actOf, alarmNow, doAct, noAlarm, seesAlarm, viaOf } from "./alarm-acts.ts";
import { actorView } from "./alarm-view.ts";
import { type Ask, type Handler, type HttpDeps, json, type Route } from "./http-deps.ts";
import { itemProblem } from "./item-problem.ts";
import { invalid, isProblem, type Problem } from "./problem.ts";
import { parseTime, readQuery } from "./query.ts";
import { readBody } from "./request-body.ts";
import { withBody } from "./sign-in-routes.ts";
import { createTenantView } from "./tenant-view.ts";

/** Roles of those to whom an alarm can be given: who may say that it was rectified. */
const handlers: readonly string[] =
  (operations as readonly OperationRow[]).find(({ id }) => id === "rectifyAlarm")?.roles ?? [];

/** As many as the document lists. */
const ASSIGNEES_MAX = 1_000;

const badTime = (path: string): Problem =>
  invalid(path, "It is not a time such as 2026-01-02T11:04:05+08:00.", "应为 2026-01-02T11:04:05+08:00 这样的时间。");

/** A time of a body, which has the shape of one but may name no day. */
const timeOf = (text: string, path: string): Instant | Problem => parseTime(text) ?? badTime(path);

/** Dealing with alarms (告警处理): EF-4.2, EF-5.3, CP-4.2. */
export const alarmActRoutes = (deps: HttpDeps): readonly Route[] => {
  const act = <T>(
    name: string,
    actFor: (body: T, ask: Ask) => Promise<AlarmAct | Problem> | AlarmAct | Problem,
  ): Route => {
    const path = `/api/v1/alarms/{id}/${name}`;
    const handle: Handler = async (ask) => {
      // Before anything is said of the body: whoever may not see it learns nothing of it.
      if (!(await seesAlarm(ask, ask.id))) return noAlarm();
      const body = await readBody<T>(ask.request, "POST", path);
      if (!body.ok) return body.error;
      const wanted = await actFor(body.value, ask);
      if (isProblem(wanted)) return wanted;
      const result = await doAct(deps, ask, wanted);
      return isProblem(result) ? result : alarmNow(deps, ask);
    };
    return { method: "POST", path, handle };
  };

  /** Whether somebody of this tenant can deal with the alarm and may see it. */
  const canHave = async (account: Account, alarm: StoredRecord): Promise<boolean> =>
    account.status === "active" &&
    handlers.includes(account.role) &&
    createTenantView(deps.store, { ...account, by: "session", scopes: null }).sees(alarm);

  const assigneeOf = async (userId: string, ask: Ask): Promise<AlarmAct | Problem> => {
    const account = await deps.access.people.find(ask.view.tenant, userId);
    const alarm = await ask.view.record("alarm", ask.id);
    if (account === null || alarm === null || !(await canHave(account, alarm)))
      return invalid(
        "/assigneeId",
        "Nobody with this id may deal with this alarm.",
        "没有此账号,或该账号不能处理此告警。",
      );
    return { kind: "assign", to: { kind: "person", id: account.id, name: account.displayName }, note: null };
  };

  return [
    act<{ note?: string; via?: Via }>("acknowledge", ({ note = null, via }, { caller }) => ({
      kind: "acknowledge",
      via: via ?? viaOf(caller as Caller),
      note,
    })),
    act<{ reason: string }>("take-back", ({ reason }) => ({ kind: "takeBack", reason })),
    act<{ assigneeId: string; note?: string }>("assign", async ({ assigneeId, note = null }, ask) => {
      const wanted = await assigneeOf(assigneeId, ask);
      return isProblem(wanted) ? wanted : ({ ...wanted, note } as AlarmAct);
    }),
    act<{ text: string; dueAt?: string; files?: readonly string[] }>("advise", ({ text, dueAt, files = [] }) => {
      const due = dueAt === undefined ? null : timeOf(dueAt, "/dueAt");
      return due !== null && typeof due === "object" ? due : { kind: "advise", text, dueAt: due, files };
    }),
    act<{ text: string; rectifiedAt: string; files?: readonly string[] }>(
      "rectify",
      ({ text, rectifiedAt, files = [] }) => {
        const at = timeOf(rectifiedAt, "/rectifiedAt");
        if (typeof at === "object") return at;
        return { kind: "rectify", text, rectifiedAt: at, files };
      },
    ),
    act<{ reason: CloseReason; text: string }>("close", ({ reason, text }) => ({ kind: "close", reason, text })),
    act<{ reason: string }>("reopen", ({ reason }) => ({ kind: "reopen", reason })),
    act<{ minutes: number; reason: string }>("shelve", ({ minutes, reason }) => ({ kind: "shelve", minutes, reason })),
    act<{ reason: string }>("unshelve", ({ reason }) => ({ kind: "unshelve", reason })),
    act<{ note: string }>("confirm-recovery", ({ note }) => ({ kind: "confirmRecovery", note })),
    {
      method: "GET",
      path: "/api/v1/alarms/{id}/assignees",
      handle: async (ask) => {
        const alarm = (await seesAlarm(ask, ask.id)) ? await ask.view.record("alarm", ask.id) : null;
        if (alarm === null || alarm.deleted) return noAlarm();
        const query = readQuery(ask.url, []);
        if (!query.ok) return query.error;
        const people = await deps.access.people.list(ask.view.tenant);
        const able = await Promise.all(people.map((account) => canHave(account, alarm)));
        const items = people
          .filter((_, n) => able[n])
          .map(({ id, name, displayName, role }) => {
            const shown = actorView({ kind: "person", id, name: displayName }, ask.caller);
            return { id, account: name, name: shown.name, role };
          })
          .sort((a, b) => (a.account < b.account ? -1 : 1));
        return json({ items: items.slice(0, ASSIGNEES_MAX) });
      },
    },
    {
      method: "POST",
      path: "/api/v1/alarm-acknowledgements",
      handle: withBody<{ ids: readonly string[] }>("POST", "/api/v1/alarm-acknowledgements", async ({ ids }, ask) => {
        const via = viaOf(ask.caller as Caller);
        const seen = await Promise.all(ids.map((id) => seesAlarm(ask, id)));
        const named = ids.filter((_, n) => seen[n]);
        const acts = named.map((id) => actOf(ask, id, { kind: "acknowledge", via, note: null }));
        const applied = acts.length === 0 ? [] : await (await deps.intakeOf(ask.view.tenant)).apply(acts);
        const results = new Map(applied.map((result) => [result.id, result]));
        return json({
          results: ids.map((id) => {
            const result = results.get(id);
            if (result === undefined || result.status === "refused")
              return { id, status: "refused", problem: itemProblem(result?.code ?? "not-found") };
            return { id, status: result.status === "unchanged" ? "already" : "acknowledged" };
          }),
        });
      }),
    },
  ];
};
