import { alarmActRoutes } from "./alarm-act-routes.ts";
import { alarmHistoryRoutes } from "./alarm-history-routes.ts";
import { alarmMemberRoutes } from "./alarm-member-routes.ts";
import { alarmTallyRoutes } from "./alarm-tallies.ts";
import type { HttpDeps, Route } from "./http-deps.ts";

/** The life of alarms (告警处理). */
export const alarmRoutes = (deps: HttpDeps): readonly Route[] => [
  ...alarmActRoutes(deps),
  ...alarmHistoryRoutes(deps),
  ...alarmTallyRoutes(deps),
  ...alarmMemberRoutes(deps),
];
