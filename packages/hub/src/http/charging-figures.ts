import { fromScaled } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import { buckets, type ChargingBucket, type ChargingFigure } from "../ports/charging.ts";
import { seesSite } from "./charging-view.ts";
import type { Handler, HttpDeps, Route } from "./http-deps.ts";
import { pageAnswer, readPageAsk } from "./page-ask.ts";
import { invalid, type Problem } from "./problem.ts";
import type { TenantView } from "./tenant-view.ts";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Longest span of each period, so that one request does not read for minutes. Days. */
const DAYS_MAX: { readonly [B in ChargingBucket]: number } = { hour: 31, day: 366, week: 1_830, month: 1_830 };
const UNITS_PER_ROUND = 500;

const spanProblem = (from: number | null, to: number | null, bucket: ChargingBucket): Problem | null => {
  if (from === null) return invalid("/query/from", "from is needed.", "请给出 from。");
  if (to === null) return invalid("/query/to", "to is needed.", "请给出 to。");
  for (const [name, at] of [["from", from] as const, ["to", to] as const])
    if (at % HOUR_MS !== 0) return invalid(`/query/${name}`, `${name} is the start of an hour.`, `${name} 应为整点。`);
  if (to <= from) return invalid("/query/to", "to is after from.", "to 应晚于 from。");
  const days = DAYS_MAX[bucket];
  return to - from > days * DAY_MS
    ? invalid(
        "/query/to",
        `to is at most ${days} days after from by ${bucket}.`,
        `按 ${bucket} 统计时 to 最多为 from 之后 ${days} 天。`,
      )
    : null;
};

/** Sites with charging piles that a caller who sees a part of the tenant may see. */
const seenUnits = async (deps: HttpDeps, view: TenantView): Promise<readonly string[]> => {
  const seen: string[] = [];
  for (let after = ""; ; ) {
    const units = await deps.store.chargingUnits(view.tenant, after, UNITS_PER_ROUND);
    for (const id of units) if (await seesSite(view, id)) seen.push(id);
    after = units.at(-1) ?? "";
    if (units.length < UNITS_PER_ROUND) return seen;
  }
};

const figureView = (figure: ChargingFigure, zone: number) => ({
  unitId: figure.unitId,
  componentId: figure.componentId,
  from: offsetTime(figure.from, zone),
  sessions: figure.sessions,
  abnormalEnds: figure.abnormal,
  energyKwh: fromScaled("energyImport", figure.energy),
  minutes: Math.round(figure.chargedMs / MINUTE_MS),
  ends: Object.entries(figure.ends)
    .map(([end, sessions]) => ({ end, sessions }))
    .sort((a, b) => b.sessions - a.sessions || (a.end < b.end ? -1 : 1)),
});

const list =
  (deps: HttpDeps): Handler =>
  async ({ url, view }) => {
    const asked = readPageAsk(url, "charging-statistics", ["unitId", "componentId"], ["bucket", "per"]);
    if (!asked.ok) return asked.error;
    const bucket = buckets.find((one) => one === url.searchParams.get("bucket")) ?? "day";
    const { from, to, unitId, componentId, after, limit } = asked.value;
    const wrong = spanProblem(from, to, bucket);
    if (wrong !== null || from === null || to === null)
      return wrong ?? invalid("/query/from", "from is needed.", "请给出 from。");
    const seen = view.isWhole ? null : await seenUnits(deps, view);
    const units = unitId === null ? seen : seen === null || seen.includes(unitId) ? [unitId] : [];
    const page = await deps.store.chargingFigures(view.tenant, {
      ...{ from, to, bucket, units, componentId, after, limit, utcOffsetMinutes: deps.utcOffsetMinutes },
      perPort: url.searchParams.get("per") === "port",
    });
    const items = page.items.map((figure) => figureView(figure, deps.utcOffsetMinutes));
    return pageAnswer(url, "charging-statistics", items, page.next);
  };

/** Charging counts and abnormal power-offs by site or port (充电次数与异常断电统计), CP-3.2. */
export const chargingFigureRoutes = (deps: HttpDeps): readonly Route[] => [
  { method: "GET", path: "/api/v1/charging-statistics", handle: list(deps) },
];
