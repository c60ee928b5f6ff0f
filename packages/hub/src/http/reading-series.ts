import { type Instant, isQuantity, quantities } from "@dianan/model";
import type { Result } from "@dianan/sharing";
import { offsetTime } from "../core/offset-time.ts";
import type { ReadingSeries, SeriesStep } from "../ports/readings.ts";
import { type Handler, type HttpDeps, json, type Route } from "./http-deps.ts";
import { invalid, type Problem, problem } from "./problem.ts";
import { type Query, readFilter, readQuery, readTime } from "./query.ts";

const HOUR_MS = 3_600_000;
/** Lengths that a step may have, seconds: people read them off a clock and a calendar. */
const STEPS_S = [
  ...[1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200],
  ...[86_400, 172_800, 604_800, 2_592_000, 31_536_000],
];
const POINTS_DEFAULT = 500;
const POINTS_LEAST = 10;
const POINTS_MAX = 5_000;
/** Steps of one answer, of all its series. */
const STEPS_MAX = 50_000;

type Range = { readonly from: number; readonly to: number };
type Grid = Range & { readonly stepMs: number };

/**
 * Whole steps that hold a range; steps of an hour and more begin as the hours and days of the hub's clock do.
 *
 * @returns null when no step is long enough
 */
export const seriesGrid = ({ from, to }: Range, points: number, utcOffsetMinutes: number): Grid | null => {
  for (const seconds of STEPS_S) {
    const stepMs = seconds * 1_000;
    // Kept hours are hours of UTC: of an offset that is no whole number of hours the hour before is taken.
    const shift = stepMs < HOUR_MS ? 0 : Math.floor(utcOffsetMinutes / 60) * HOUR_MS;
    const first = Math.floor((from + shift) / stepMs) * stepMs - shift;
    const end = Math.ceil((to + shift) / stepMs) * stepMs - shift;
    if ((end - first) / stepMs <= points) return { from: first, to: end, stepMs };
  }
  return null;
};

const readPoints = (query: Query): Result<number, Problem> => {
  const text = query.points ?? String(POINTS_DEFAULT);
  const points = /^[0-9]{1,4}$/.test(text) ? Number(text) : 0;
  return points >= POINTS_LEAST && points <= POINTS_MAX
    ? { ok: true, value: points }
    : {
        ok: false,
        error: invalid("/query/points", "points is a whole number from 10 to 5000.", "points 应为 10 到 5000 的整数。"),
      };
};

const readRange = (query: Query): Result<Range, Problem> => {
  const from = readTime(query, "from");
  if (!from.ok) return from;
  const to = readTime(query, "to");
  if (!to.ok) return to;
  if (from.value === null) return { ok: false, error: invalid("/query/from", "from is missing.", "缺少 from。") };
  if (to.value === null) return { ok: false, error: invalid("/query/to", "to is missing.", "缺少 to。") };
  return from.value < to.value
    ? { ok: true, value: { from: from.value, to: to.value } }
    : { ok: false, error: invalid("/query/to", "to is not later than from.", "to 应晚于 from。") };
};

/** Every step of a grid: one without a good value is a gap, which stays one. */
const stepViews = (steps: readonly SeriesStep[], { from, to, stepMs }: Grid, perUnit: number, offset: number) => {
  const found = new Map(steps.map((step) => [Number(step.from), step]));
  const inUnit = (scaled: number): number => Number((scaled / perUnit).toPrecision(12));
  return Array.from({ length: (to - from) / stepMs }, (_, n) => {
    const at = from + n * stepMs;
    const step = found.get(at);
    return {
      from: offsetTime(at as Instant, offset),
      count: step?.count ?? 0,
      min: step === undefined ? null : inUnit(step.min),
      max: step === undefined ? null : inUnit(step.max),
      mean: step === undefined ? null : inUnit(step.mean),
      last: step === undefined ? null : inUnit(step.last),
      threshold: null,
    };
  });
};

const seriesView = (deviceId: string, { component, quantity, steps }: ReadingSeries, grid: Grid, offset: number) => {
  const known = isQuantity(quantity) ? quantities[quantity] : { unit: "1", perUnit: 1 };
  return {
    deviceId,
    componentId: component,
    quantity,
    unit: known.unit,
    stepSeconds: grid.stepMs / 1_000,
    items: stepViews(steps, grid, known.perUnit, offset),
  };
};

const list =
  ({ utcOffsetMinutes }: HttpDeps): Handler =>
  async ({ url, view }) => {
    const query = readQuery(url, ["deviceId", "componentId", "quantity", "from", "to", "points"]);
    if (!query.ok) return query.error;
    const deviceId = readFilter(query.value, "deviceId");
    if (!deviceId.ok) return deviceId.error;
    if (deviceId.value === null) return invalid("/query/deviceId", "deviceId is missing.", "缺少 deviceId。");
    const component = readFilter(query.value, "componentId");
    if (!component.ok) return component.error;
    const quantity = readFilter(query.value, "quantity");
    if (!quantity.ok) return quantity.error;
    const range = readRange(query.value);
    if (!range.ok) return range.error;
    const points = readPoints(query.value);
    if (!points.ok) return points.error;
    if ((await view.record("device", deviceId.value)) === null)
      return problem("not-found", "There is no device with this id. 没有此 id 的设备。");

    const asked = { deviceId: deviceId.value, component: component.value, quantity: quantity.value };
    const within = async (most: number) => {
      const grid = seriesGrid(range.value, most, utcOffsetMinutes);
      if (grid === null) return null;
      const { from, to, stepMs } = grid;
      return { grid, series: await view.readingSeries({ ...asked, from: from as Instant, to: to as Instant, stepMs }) };
    };
    let found = await within(points.value);
    // Many series share the steps of an answer.
    const share = found === null ? 0 : Math.floor(STEPS_MAX / Math.max(1, found.series.length));
    if (share < points.value) found = await within(share);
    if (found === null)
      return invalid("/query/to", "Ask for a shorter time or for more points.", "请缩短时间范围或增加 points。");
    const { grid, series } = found;
    return json({ items: series.map((one) => seriesView(asked.deviceId, one, grid, utcOffsetMinutes)) });
  };

/** Readings in steps of time (降采样测量值), EF-4.1, EF-4.3. */
export const readingSeriesRoutes = (deps: HttpDeps): readonly Route[] => [
  { method: "GET", path: "/api/v1/reading-series", handle: list(deps) },
];
