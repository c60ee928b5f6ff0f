import { acceptanceRoutes } from "./acceptance-routes.ts";
import { codeListRoutes } from "./code-list-routes.ts";
import { deviceKeyRoutes } from "./device-key-routes.ts";
import type { HttpDeps, Route } from "./http-deps.ts";
import { installationRoutes } from "./installation-routes.ts";
import { operatorDocumentRoutes } from "./operator-document-routes.ts";
import { tenantRoutes } from "./tenant-routes.ts";
import { thresholdRoutes } from "./threshold-routes.ts";
import { vendorRoutes } from "./vendor-routes.ts";

/** What is registered beside the shared records (登记信息). */
export const registryRoutes = (deps: HttpDeps): readonly Route[] => [
  ...codeListRoutes(),
  ...deviceKeyRoutes(deps),
  ...vendorRoutes(deps),
  ...installationRoutes(deps),
  ...acceptanceRoutes(deps),
  ...operatorDocumentRoutes(deps),
  ...tenantRoutes(deps),
  ...thresholdRoutes(deps),
];
