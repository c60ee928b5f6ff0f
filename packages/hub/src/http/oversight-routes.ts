import { auditBookRoutes } from "./audit-book-routes.ts";
import { auditRoutes } from "./audit-routes.ts";
import type { HttpDeps, Route } from "./http-deps.ts";
import { retentionRoutes } from "./retention-routes.ts";
import { securityAlertRoutes } from "./security-alert-routes.ts";
import { systemRoutes } from "./system-routes.ts";

/** What those look at who watch over the hub itself. */
export const oversightRoutes = (deps: HttpDeps): readonly Route[] => [
  ...auditRoutes(deps),
  ...auditBookRoutes(deps),
  ...securityAlertRoutes(deps),
  ...systemRoutes(deps),
  ...retentionRoutes(deps),
];
