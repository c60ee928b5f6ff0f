import { type OperationId, operations, scopes } from "@dianan/open-api/tables";
import { type HttpDeps, json, type Route } from "./http-deps.ts";
import { problem } from "./problem.ts";
import { publicOrigin } from "./public-address.ts";
import { readQuery } from "./query.ts";

const VERSION = "1";

/** The modules of this API (模块): which operation serves one, and which takes it. */
const modules: readonly {
  readonly module: string;
  readonly sender?: OperationId;
  readonly receiver?: OperationId;
}[] = [
  { module: "operators", sender: "listOperators", receiver: "putOperators" },
  { module: "units", sender: "listUnits", receiver: "putUnits" },
  { module: "devices", sender: "listDevices", receiver: "putDevices" },
  { module: "components", sender: "listComponents", receiver: "putComponents" },
  { module: "alarms", sender: "listAlarms", receiver: "putAlarms" },
  { module: "readings", sender: "listReadings", receiver: "putReadings" },
  { module: "chargingSessions", sender: "listChargingSessions", receiver: "putChargingSessions" },
  { module: "changes", sender: "listChanges" },
  { module: "events", sender: "streamEvents" },
  { module: "webhooks", sender: "createWebhook" },
  { module: "credentials", receiver: "registerPlatform" },
];

/** Addresses of what is there; what is planned is not told of. */
const endpointsAt = (origin: string) =>
  modules.flatMap(({ module, sender, receiver }) =>
    ([["sender", sender] as const, ["receiver", receiver] as const] as const).flatMap(([role, id]) => {
      const row = operations.find((one) => one.id === id && !one.isPlanned);
      return row === undefined ? [] : [{ module, role, url: `${origin}${row.path}` }];
    }),
  );

/** Where other platforms and clients begin: versions and modules as in OCPI, and the token service (RFC 8414). */
export const versionRoutes = (deps: HttpDeps): readonly Route[] => [
  {
    method: "GET",
    path: "/versions",
    handle: (ask) => {
      const query = readQuery(ask.url, []);
      if (!query.ok) return query.error;
      return json({ items: [{ version: VERSION, url: `${publicOrigin(deps, ask)}/versions/${VERSION}` }] });
    },
  },
  {
    method: "GET",
    path: "/versions/{version}",
    handle: (ask) =>
      ask.params.version === VERSION
        ? json({ version: VERSION, endpoints: endpointsAt(publicOrigin(deps, ask)) })
        : problem("not-found", "There is no such version, see /versions. 没有此版本,请查看 /versions。"),
  },
  {
    method: "GET",
    path: "/.well-known/oauth-authorization-server",
    open: true,
    handle: (ask) => {
      const issuer = publicOrigin(deps, ask);
      return json({
        issuer,
        token_endpoint: `${issuer}/oauth2/token`,
        revocation_endpoint: `${issuer}/oauth2/revoke`,
        response_types_supported: [],
        grant_types_supported: ["client_credentials"],
        token_endpoint_auth_methods_supported: ["client_secret_basic"],
        revocation_endpoint_auth_methods_supported: ["client_secret_basic"],
        scopes_supported: Object.keys(scopes),
        service_documentation: `${issuer}/docs`,
      });
    },
  },
];
