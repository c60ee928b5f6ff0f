import { type HttpDeps, json, type Route } from "./http-deps.ts";
import { readQuery } from "./query.ts";
import { seenUnits } from "./seen-units.ts";
import { readSpan } from "./statistics-ask.ts";

/** How fast alarms went from device to screen (告警时延), EF-4.4.1, CP-3.4.1. */
export const latencyStatisticsRoutes = (deps: HttpDeps): readonly Route[] => [
  {
    method: "GET",
    path: "/api/v1/statistics/latency",
    handle: async ({ url, view }) => {
      const query = readQuery(url, ["from", "to"]);
      if (!query.ok) return query.error;
      const span = readSpan(query.value, null);
      if (!span.ok) return span.error;
      const units = await seenUnits(view, { unitId: null, regionCode: null, placeType: null }, true);
      const seen = units === null ? null : [...units];
      return json({ items: await deps.store.latencyFigures(view.tenant, { ...span.value, units: seen }) });
    },
  },
];
