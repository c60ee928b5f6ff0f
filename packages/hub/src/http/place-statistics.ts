import { type CoverageRow, coverageOf, formSystems, type Site, systemDevices } from "../core/coverage.ts";
import { offsetTime } from "../core/offset-time.ts";
import { periods } from "../core/periods.ts";
import { placeDimensions } from "../ports/alarm-figures.ts";
import { type Handler, type HttpDeps, json, type Route } from "./http-deps.ts";
import { readFilter, readQuery } from "./query.ts";
import { eachUnit, isWantedUnit, seenUnits } from "./seen-units.ts";
import { CELLS_MAX, keyOf, readCellAsk, tooManyCells } from "./statistics-ask.ts";

const filters = ["regionCode", "placeType", "unitId"] as const;
const dimensions = [...periods, ...placeDimensions] as const;

const getPresence =
  (deps: HttpDeps): Handler =>
  async ({ url, view, circumstance }) => {
    const ask = readCellAsk(url, dimensions, filters);
    if (!ask.ok) return ask.error;
    const { by, span, filter } = ask.value;
    const units = await seenUnits(view, filter, true);
    const figures = await deps.store.presenceFigures(view.tenant, {
      ...{ ...span, now: circumstance.now, by, utcOffsetMinutes: deps.utcOffsetMinutes },
      ...{ units: units === null ? null : [...units], limit: CELLS_MAX + 1 },
    });
    if (figures.length > CELLS_MAX) return tooManyCells();
    const items = figures.map(({ key, devices, online, known, timedOut }) => ({
      ...{ key: keyOf(by, key), devices, onlineShare: online / known, timedOutDevices: timedOut },
    }));
    return json({ items });
  };

const rowView = ({ base, done, ...row }: CoverageRow) => ({
  ...{ ...row, base, done },
  percent: base === 0 ? null : Math.round((done / base) * 1_000) / 10,
});

const getCoverage =
  (deps: HttpDeps): Handler =>
  async ({ url, view, circumstance }) => {
    const query = readQuery(url, ["regionCode"]);
    if (!query.ok) return query.error;
    const region = readFilter(query.value, "regionCode");
    if (!region.ok) return region.error;
    const equipped = await Promise.all(
      formSystems.map(
        async (system) => [system, new Set(await deps.store.unitsWith(view.tenant, systemDevices[system]))] as const,
      ),
    );
    const sites: Site[] = [];
    for await (const { id, body } of eachUnit(view, false)) {
      if (!isWantedUnit(body, { unitId: null, regionCode: region.value, placeType: null })) continue;
      sites.push({ body, systems: equipped.filter(([, units]) => units.has(id)).map(([system]) => system) });
    }
    return json({
      at: offsetTime(circumstance.now, deps.utcOffsetMinutes),
      regionCode: region.value,
      items: coverageOf(sites).map(rowView),
    });
  };

/** Presence of devices and coverage of places (在线率与覆盖率), EF-4.3, EF-4.4.2, PL-3. */
export const placeStatisticsRoutes = (deps: HttpDeps): readonly Route[] => [
  { method: "GET", path: "/api/v1/statistics/presence", handle: getPresence(deps) },
  { method: "GET", path: "/api/v1/statistics/coverage", handle: getCoverage(deps) },
];
