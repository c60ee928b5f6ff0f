import type { FigureSum } from "../core/alarm-figure-fold.ts";
import { offsetTime } from "../core/offset-time.ts";
import { periods } from "../core/periods.ts";
import { alarmDimensions, placeDimensions } from "../ports/alarm-figures.ts";
import { type Handler, type HttpDeps, json, type Route } from "./http-deps.ts";
import { invalid } from "./problem.ts";
import { readQuery } from "./query.ts";
import { seenUnits } from "./seen-units.ts";
import { CELLS_MAX, keyOf, readCellAsk, readFilters, readSpan, spanBefore, tooManyCells } from "./statistics-ask.ts";

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
const TEN_MINUTES_MS = 600_000;

/** Mean in a unit of time, to a tenth; null of nothing. */
const mean = (sumMs: number, count: number, unitMs: number): number | null =>
  count === 0 ? null : Math.round((sumMs / count / unitMs) * 10) / 10;

/** A time to a tenth of a unit; null: there is none. */
const tenth = (ms: number | null, unitMs: number): number | null =>
  ms === null ? null : Math.round((ms / unitMs) * 10) / 10;

/** What a cell says of its alarms, by the names of the open API. */
export const cell = (figure: FigureSum, key: object) => ({
  key,
  raised: figure.raised,
  acknowledged: figure.acknowledged,
  rectified: figure.rectified,
  closed: figure.closed,
  overdue: figure.overdue,
  false: figure.asFalse,
  acknowledgedInTime: figure.acknowledgedInTime,
  rectifiedInTime: figure.rectifiedInTime,
  meanAcknowledgeSeconds: mean(figure.acknowledgeMs, figure.acknowledged, SECOND_MS),
  p90AcknowledgeSeconds: tenth(figure.acknowledgeP90Ms, SECOND_MS),
  meanRectifyHours: mean(figure.rectifyMs, figure.rectified, HOUR_MS),
  p90RectifyHours: tenth(figure.rectifyP90Ms, HOUR_MS),
});

/** How soon an alarm is acknowledged in time, unless the caller says (seconds): five minutes, a choice of our own. */
export const WITHIN_SECONDS = 300;
const WITHIN_MAX_SECONDS = 604_800;
const readWithin = (text: string | null): number | null => {
  const seconds = text === null ? WITHIN_SECONDS : /^[1-9][0-9]{0,5}$/.test(text) ? Number(text) : 0;
  return seconds >= 1 && seconds <= WITHIN_MAX_SECONDS ? seconds * SECOND_MS : null;
};

const idFilters = ["unitId", "operatorId"] as const;
const filters = ["regionCode", "placeType", "type", "class", ...idFilters] as const;
const dimensions = [...periods, ...placeDimensions, ...alarmDimensions] as const;

const getFigures =
  (deps: HttpDeps): Handler =>
  async ({ url, view, circumstance }) => {
    const ask = readCellAsk(url, dimensions, filters, ["compare", "acknowledgeWithin"]);
    if (!ask.ok) return ask.error;
    const compare = url.searchParams.get("compare");
    if (compare !== null && compare !== "previous")
      return invalid("/query/compare", "compare is previous.", "compare 应为 previous。");
    const within = readWithin(url.searchParams.get("acknowledgeWithin"));
    if (within === null)
      return invalid(
        "/query/acknowledgeWithin",
        `It is 1 to ${WITHIN_MAX_SECONDS} seconds.`,
        `应为 1 至 ${WITHIN_MAX_SECONDS} 秒。`,
      );
    const { by, span, filter } = ask.value;
    const units = await seenUnits(view, filter, true);
    const query = {
      ...{ now: circumstance.now, utcOffsetMinutes: deps.utcOffsetMinutes, limit: CELLS_MAX + 1 },
      ...{ type: filter.type, class: filter.class, units: units === null ? null : [...units] },
      acknowledgeWithinMs: within,
    };
    const { cells, total } = await deps.store.alarmFigures(view.tenant, { ...query, ...span, by });
    if (cells.length > CELLS_MAX) return tooManyCells();
    const items = cells.map((figure) => cell(figure, keyOf(by, figure.key)));
    const answer = { dimensions: by, items, total: cell(total, {}) };
    if (compare === null) return json(answer);
    const before = await deps.store.alarmFigures(view.tenant, { ...query, ...spanBefore(span), by: [] });
    return json({ ...answer, previous: cell(before.total, {}) });
  };

const getQuality =
  (deps: HttpDeps): Handler =>
  async ({ url, view, circumstance }) => {
    const query = readQuery(url, ["from", "to", ...idFilters]);
    if (!query.ok) return query.error;
    const span = readSpan(query.value, null);
    if (!span.ok) return span.error;
    const filter = readFilters(query.value, idFilters);
    if (!filter.ok) return filter.error;
    const units = await seenUnits(view, { ...filter.value, regionCode: null, placeType: null }, true);
    const { from } = span.value;
    // What is to come has no alarms yet.
    const to = Math.max(from, Math.min(span.value.to, circumstance.now));
    const quality = await deps.store.alarmQuality(view.tenant, { from, to, units: units === null ? null : [...units] });
    const people = await deps.access.people.list(view.tenant);
    const officers = people.filter(({ role, status }) => role === "dutyOfficer" && status === "active").length;
    const turns = ((to - from) / TEN_MINUTES_MS) * Math.max(1, officers);
    const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
    return json({
      from: offsetTime(from, deps.utcOffsetMinutes),
      to: offsetTime(to, deps.utcOffsetMinutes),
      alarms: quality.alarms,
      officers,
      perOfficerTenMinutes: share(quality.alarms, turns),
      floods: quality.floods,
      chattering: quality.chattering,
      standing: quality.standing,
      staleOver24h: quality.stale,
      topSources: quality.topSources,
      topClassShare: share(quality.ofTopClass, quality.alarms),
    });
  };

/** Figures of alarms and of how well they serve people (告警统计与告警质量), EF-4.3, ISA-18.2. */
export const alarmStatisticsRoutes = (deps: HttpDeps): readonly Route[] => [
  { method: "GET", path: "/api/v1/statistics/alarms", handle: getFigures(deps) },
  { method: "GET", path: "/api/v1/statistics/alarm-quality", handle: getQuality(deps) },
];
