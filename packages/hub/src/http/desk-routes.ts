import { commandPolicyRoutes } from "./command-policy-routes.ts";
import { commandRoutes } from "./command-routes.ts";
import { dutyRoutes } from "./duty-routes.ts";
import type { HttpDeps, Route } from "./http-deps.ts";

/** What people on duty (值守) do beside dealing with alarms. */
export const deskRoutes = (deps: HttpDeps): readonly Route[] => [
  ...dutyRoutes(deps),
  ...commandRoutes(deps),
  ...commandPolicyRoutes(deps),
];
