import { isDeepStrictEqual } from "node:util";
import { isRecordId } from "@dianan/model";
import type { SessionQuery, SessionRow } from "../ports/charging.ts";
import type { Page } from "../ports/records.ts";
import { isObject, readItems } from "./body.ts";
import { chargingFigureRoutes } from "./charging-figures.ts";
import { chargingSiteRoutes } from "./charging-sites.ts";
import { ofSeenSites, seesSite, sessionOf, sessionView } from "./charging-view.ts";
import { type Handler, type HttpDeps, json, type Route } from "./http-deps.ts";
import { type ItemProblem, itemProblem } from "./item-problem.ts";
import { pageAnswer, readPageAsk } from "./page-ask.ts";
import { problem } from "./problem.ts";
import type { TenantView } from "./tenant-view.ts";

/** Pages looked through for one that holds something that the caller may see. */
const EMPTY_PAGES_MAX = 20;

const seenPage = async (deps: HttpDeps, view: TenantView, query: SessionQuery): Promise<Page<SessionRow>> => {
  let page = await deps.store.sessions(view.tenant, query);
  let items = await ofSeenSites(view, page.items);
  for (let n = 0; items.length === 0 && page.next !== null && n < EMPTY_PAGES_MAX; n += 1) {
    page = await deps.store.sessions(view.tenant, { ...query, after: page.next });
    items = await ofSeenSites(view, page.items);
  }
  return { items, next: page.next };
};

const list =
  (deps: HttpDeps): Handler =>
  async ({ url, view }) => {
    const asked = readPageAsk(url, "charging-sessions", ["unitId", "deviceId", "componentId"], ["abnormal"]);
    if (!asked.ok) return asked.error;
    const abnormal = url.searchParams.get("abnormal");
    const page = await seenPage(deps, view, {
      ...asked.value,
      abnormal: abnormal === null ? null : abnormal === "true",
    });
    const items = page.items.map((row) => sessionView(row, deps.utcOffsetMinutes));
    return pageAnswer(url, "charging-sessions", items, page.next);
  };

const get =
  (deps: HttpDeps): Handler =>
  async ({ id, view }) => {
    const row = isRecordId(id) ? await deps.store.session(view.tenant, id) : null;
    if (row === null || !(await seesSite(view, row.unitId)))
      return problem("not-found", "There is no session with this id. 没有此 id 的充电会话。");
    return json(sessionView(row, deps.utcOffsetMinutes));
  };

type ItemResult = { readonly id: string | null; readonly status: string; readonly problem?: ItemProblem };

const refused = (item: unknown, why: ItemProblem): ItemResult => ({
  id: isObject(item) && typeof item.id === "string" ? item.id.slice(0, 64) : null,
  status: "refused",
  problem: why,
});

/** Why a session cannot be stored where it says that it was; null when it can. */
const misplaced = async (view: TenantView, row: SessionRow): Promise<string | null> => {
  const device = await view.record("device", row.deviceId);
  if (device === null || device.deleted) return "unknown-device";
  if (device.body.unitId !== row.unitId) return "unknown-unit";
  const component = await view.record("component", row.componentId);
  if (component === null || component.deleted) return "unknown-component";
  return component.body.deviceId === row.deviceId ? null : "wrong-component";
};

/** Uploads of platforms whose piles do not speak to this hub. The same one again changes nothing. */
const put =
  (deps: HttpDeps): Handler =>
  async ({ request, view }) => {
    const items = await readItems(request);
    if (!items.ok) return items.error;
    const results: ItemResult[] = [];
    const changed = new Map<string, SessionRow>();
    for (const item of items.value) {
      const read = sessionOf(item);
      if ("findings" in read) {
        results.push(refused(item, itemProblem("invalid", read.findings)));
        continue;
      }
      const { row } = read;
      const stored = changed.get(row.id) ?? (await deps.store.session(view.tenant, row.id));
      // A session of a site that the caller may not see is as if its name were taken.
      const why = stored !== null && !(await seesSite(view, stored.unitId)) ? "not-found" : await misplaced(view, row);
      if (why !== null) {
        results.push(refused(item, itemProblem(why)));
        continue;
      }
      const isSame = stored !== null && isDeepStrictEqual({ ...stored }, { ...row });
      results.push({ id: row.id, status: isSame ? "unchanged" : stored === null ? "created" : "updated" });
      if (!isSame) changed.set(row.id, row);
    }
    if (changed.size > 0)
      await deps.store.commit({
        tenant: view.tenant,
        writes: [...changed.values()].map((row) => ({ kind: "session", row, receivedAt: deps.clock() }) as const),
      });
    return json({ results });
  };

/** Charging sessions, sites, ports and their sums (充电会话、站点、充电口、统计), CP-3.1, CP-3.2. */
export const chargingRoutes = (deps: HttpDeps): readonly Route[] => [
  { method: "GET", path: "/api/v1/charging-sessions", handle: list(deps) },
  { method: "POST", path: "/api/v1/charging-sessions", handle: put(deps) },
  { method: "GET", path: "/api/v1/charging-sessions/{id}", handle: get(deps) },
  ...chargingSiteRoutes(deps),
  ...chargingFigureRoutes(deps),
];
