import { formCategories, isRecordId, isSlugOf } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import { dayNamed } from "../core/report-days.ts";
import type { Caller } from "../ports/caller.ts";
import type { CommunityTarget, ReportSchedule, ReportScheduleDraft, Targets } from "../ports/reports.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { newestFirst } from "./newest-first.ts";
import { changedSince, tagged, tagOf } from "./precondition.ts";
import { invalid, type Problem, problem } from "./problem.ts";
import { readQuery } from "./query.ts";
import { strangerIn } from "./recipients.ts";
import { sheetVersion } from "./sheet-answers.ts";
import { withBody } from "./sign-in-routes.ts";

const SCHEDULES = "/api/v1/report-schedules";
const TARGETS = "/api/v1/targets";

type Draft = Omit<ReportScheduleDraft, "unitIds" | "recipients" | "contactIds"> & {
  readonly unitIds?: readonly string[];
  readonly recipients?: readonly string[];
  readonly contactIds?: readonly string[];
};
type Upload = { readonly year: number; readonly items: readonly CommunityTarget[] };

const notFound = (): Problem => problem("not-found", "There is no such schedule. 没有此定期报告计划。");

/** Reports that are made again and again, and the targets that they count towards (定期报告、社区目标), EF-4.3, PL-1, RF-3. */
export const reportPlanRoutes = (deps: HttpDeps): readonly Route[] => {
  const { schedules, targets } = deps.reportDesk;
  const who = ({ caller }: Ask): Caller => caller as Caller;
  const shown = ({ unitIds, nextAt, ...rest }: ReportSchedule) => ({
    ...{ ...rest, nextAt: offsetTime(nextAt, deps.utcOffsetMinutes) },
    ...(unitIds === null ? {} : { unitIds }),
  });

  const create = async (body: Draft, ask: Ask): Promise<Response | Problem> => {
    // What it makes is of the whole tenant.
    if (!ask.view.isWhole)
      return problem(
        "forbidden",
        "A schedule is for who sees the whole organisation. 仅全机构范围的账号可设定期报告。",
      );
    for (const [n, id] of (body.unitIds ?? []).entries()) {
      const unit = await ask.view.record("unit", id);
      if (unit === null || unit.deleted) return invalid(`/unitIds/${n}`, "There is no such unit.", "没有此单位。");
    }
    const { unitIds = null, recipients = [], contactIds = [] } = body;
    const stranger = await strangerIn(deps, ask, { recipients, contactIds });
    if (stranger !== null) return stranger;
    const made = await schedules.add(who(ask), { ...body, unitIds, recipients, contactIds }, ask.circumstance);
    return json(shown(made), 201, { Location: `${SCHEDULES}/${made.id}` });
  };

  const thisYear = (now: number): number => Number(dayNamed(now, deps.utcOffsetMinutes).slice(0, 4));
  const view = async (ask: Ask, year: number, { items, version }: Targets) => {
    const done = await targets.done(who(ask));
    return {
      year,
      items: items.map(({ community, electricalFireTarget, chargingTarget, bases }) => ({
        ...{ community, electricalFireTarget, electricalFireDone: done.get(community)?.electricalFire ?? 0 },
        ...{ chargingTarget, chargingDone: done.get(community)?.charging ?? 0 },
        ...(bases === undefined ? {} : { bases }),
      })),
      ...(version === 0 ? {} : { version }),
    };
  };

  const put = async ({ year, items }: Upload, ask: Ask): Promise<Response | Problem> => {
    const names = items.map(({ community }) => community);
    const twice = names.findIndex((name, n) => names.indexOf(name) !== n);
    if (twice !== -1) return invalid(`/items/${twice}/community`, "It is named twice.", "社区重复。");
    for (const [n, { bases = {} }] of items.entries())
      for (const category of Object.keys(bases))
        if (!isSlugOf(formCategories, category))
          return invalid(`/items/${n}/bases/${category}`, "There is no such category.", "没有此类型。");
    const before = await targets.find(ask.view.tenant, year);
    const version = sheetVersion(ask, before.version === 0 ? null : before);
    if (typeof version !== "number") return version;
    const outcome = await targets.put(who(ask), year, version, items, ask.circumstance);
    return outcome === "conflict"
      ? changedSince()
      : json(await view(ask, year, outcome), 200, { ETag: tagOf(outcome.version) });
  };

  return [
    {
      method: "GET",
      path: SCHEDULES,
      handle: async (ask) =>
        newestFirst(
          ask,
          "report-schedule",
          (await schedules.list(ask.view.tenant)).map((one) => [one.id, shown(one)]),
        ),
    },
    { method: "POST", path: SCHEDULES, handle: withBody<Draft>("POST", SCHEDULES, create) },
    {
      method: "DELETE",
      path: `${SCHEDULES}/{id}`,
      handle: async (ask) => {
        const outcome = isRecordId(ask.id) ? await schedules.remove(who(ask), ask.id, ask.circumstance) : "absent";
        return outcome === "absent" ? notFound() : new Response(null, { status: 204 });
      },
    },
    {
      method: "GET",
      path: TARGETS,
      handle: async (ask) => {
        const query = readQuery(ask.url, ["year"]);
        if (!query.ok) return query.error;
        const asked = ask.url.searchParams.get("year");
        const year = asked === null ? thisYear(ask.circumstance.now) : Number(asked);
        if (!/^20[2-9]\d$|^2100$/.test(asked ?? String(year)))
          return invalid("/query/year", "It is a year from 2020 to 2100.", "应为 2020 至 2100 的年份。");
        const found = await targets.find(ask.view.tenant, year);
        const shownTargets = await view(ask, year, found);
        // What is done changes without the targets: the tag is for changes, never for 304.
        return found.version === 0
          ? tagged(new Request(ask.url), tagOf(0), () => shownTargets, "no-store")
          : json(shownTargets, 200, { ETag: tagOf(found.version) });
      },
    },
    { method: "PUT", path: TARGETS, handle: withBody<Upload>("PUT", TARGETS, put) },
  ];
};
