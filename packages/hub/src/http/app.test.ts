import { type Instant, tenantId } from "@dianan/model";
import { expect, test } from "vitest";
import { defaultLimits } from "../config.ts";
import { createHttpApp } from "./app.ts";
import { openApiText } from "./docs-page.ts";
import type { HttpDeps } from "./http-deps.ts";

/** Nothing behind the door is reached by what is asked here. */
const absent = {} as never;
const deps: HttpDeps = {
  tenant: tenantId("t"),
  platformCode: "JJLY01",
  platformName: "测试平台",
  publicUrl: "",
  store: absent,
  access: {
    sessions: absent,
    signIn: absent,
    enrolment: absent,
    people: absent,
    passkeys: absent,
    firstSteps: absent,
    personalData: absent,
    displays: absent,
    security: absent,
  },
  accessStore: absent,
  audit: absent,
  securityAlerts: absent,
  machines: { keys: absent, clients: absent, devices: absent },
  latency: absent,
  map: absent,
  parties: absent,
  connections: absent,
  exchanges: absent,
  registry: absent,
  tenants: absent,
  transfer: { files: absent, imports: absent, exports: absent, template: absent },
  reportDesk: absent,
  upkeep: absent,
  webhooks: absent,
  notifications: absent,
  duty: absent,
  commands: absent,
  seals: absent,
  intakeOf: absent,
  uplinkOf: absent,
  receivers: absent as never,
  pushDoor: absent as never,
  tcec: absent,
  limits: { now: () => defaultLimits, refused: absent, list: absent, version: absent, set: absent },
  hints: { hint: () => {}, onHint: () => () => {} },
  tap: { isWatched: () => false, passed: () => {}, onFrame: () => () => {} },
  sharing: absent,
  profiles: () => [],
  reconciliations: absent,
  figures: () => ({}),
  clock: () => 0 as Instant,
  utcOffsetMinutes: 480,
  consoleDir: null,
  log: () => {},
};

test("SEC-API-01: the routes are exactly the operations of the OpenAPI document, and open where it says so", () => {
  const { paths } = JSON.parse(openApiText()) as { paths: Record<string, Record<string, { security?: unknown[] }>> };
  const documented = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => /^(get|put|post|delete|patch)$/.test(method))
      .map(([method, { security }]) => `${method.toUpperCase()} ${path}${security?.length === 0 ? " open" : ""}`),
  );
  const routed = createHttpApp(deps).routes.map(
    ({ method, path, open }) => `${method} ${path}${open === true ? " open" : ""}`,
  );
  expect(routed.sort()).toEqual(documented.sort());
});

test("the page of the document loads its parts from here only and without inline code", async () => {
  const { app } = createHttpApp(deps);
  const html = await (await app.request("/docs")).text();
  const sources = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, source = ""]) => source);
  expect(sources).toEqual(["data:,", "/docs/scalar.js", "/docs/start.js"]);
  expect(html).not.toMatch(/<script>/);
  for (const source of sources.slice(1)) {
    const script = await app.request(source);
    expect([script.status, script.headers.get("content-type")]).toEqual([200, "text/javascript; charset=utf-8"]);
  }
  expect(await (await app.request("/docs/start.js")).text()).toContain('"telemetry":false');
});

test("without a console the index says where the document is; other methods and paths are refused", async () => {
  const { app } = createHttpApp(deps);
  expect(await (await app.request("/")).text()).toContain('href="/docs"');
  expect((await app.request("/", { method: "POST" })).status).toBe(405);
  expect((await app.request("/assets/%2e%2e/%2e%2e/etc/passwd")).status).toBe(404);
  expect((await app.request(`/${"a".repeat(9_000)}`)).status).toBe(414);
});

test("a console folder that is not there is said in the log and the door still opens", async () => {
  const lines: string[] = [];
  const { app } = createHttpApp({ ...deps, consoleDir: "/nowhere/at/all", log: (line) => lines.push(line) });
  expect((await app.request("/")).status).toBe(200);
  expect(lines.join()).toContain("console");
});

test("SEC-API-09: what fails inside is a 500 that says nothing, and a line in the log", async () => {
  const lines: string[] = [];
  const keys = { bySecret: () => Promise.reject(new Error("canary /var/lib/secret")) } as never;
  const { app } = createHttpApp({
    ...deps,
    machines: { keys, clients: absent, devices: absent },
    log: (line) => lines.push(line),
  });
  const response = await app.request("/metrics", { headers: { authorization: "Bearer da_00000000" } });
  const text = await response.text();
  expect(response.status).toBe(500);
  expect(text).not.toContain("canary");
  expect(text).toContain('"code":"internal"');
  expect(lines.join()).toContain("canary");
});

test("SEC-API-10: an answer by TLS asks for TLS for a year, whatever it says; one without does not", async () => {
  const { app } = createHttpApp(deps);
  for (const path of ["/healthz", "/openapi.json", "/", "/nowhere"]) {
    const [secure, plain] = [await app.request(`https://hub.example${path}`), await app.request(path)];
    expect(secure.headers.get("strict-transport-security"), path).toBe("max-age=31536000");
    expect(plain.headers.has("strict-transport-security"), path).toBe(false);
  }
});

test("SEC-API-10: text has its charset and what is personal is kept by nobody", async () => {
  const { app } = createHttpApp(deps);
  for (const path of ["/healthz", "/openapi.json", "/docs", "/", "/nowhere", "/api/v1/units"]) {
    const { headers } = await app.request(path);
    expect(headers.get("content-type"), path).toMatch(/^(application\/(problem\+)?json|text\/html); charset=utf-8$/);
    if (path.startsWith("/api")) expect(headers.get("cache-control"), path).toBe("no-store");
  }
});
