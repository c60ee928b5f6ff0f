import { alarmStatisticsRoutes } from "./alarm-statistics.ts";
import { alarmTableRoutes } from "./alarm-table-routes.ts";
import type { HttpDeps, Route } from "./http-deps.ts";
import { latencyStatisticsRoutes } from "./latency-statistics.ts";
import { placeStatisticsRoutes } from "./place-statistics.ts";

/** Figures of what is stored (统计), EF-4.3. */
export const statisticsRoutes = (deps: HttpDeps): readonly Route[] => [
  ...alarmStatisticsRoutes(deps),
  ...alarmTableRoutes(deps),
  ...placeStatisticsRoutes(deps),
  ...latencyStatisticsRoutes(deps),
];
