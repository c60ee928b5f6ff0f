import { afterAll, beforeAll, expect, test } from "vitest";
import { alarm, device, openTestHub, putPlace, samples, type TestHub } from "./http-fixture.ts";
import {
  at,
  checkAnswer,
  document,
  isForClients,
  isForPlatform,
  isSecured,
  methods,
  operations,
  present,
} from "./http-schema.ts";

const vendor = { id: "vendor-01", name: "示例电气" };
const model = { id: "model-01", vendorId: vendor.id, name: "EF-100", deviceType: "electricalFireMonitor" };
/** Something that is there, by the first part of the path. */
const ids: { [plural: string]: string } = {
  ...Object.fromEntries(Object.entries(samples).map(([plural, { id }]) => [plural, id])),
  "code-lists": "alarmTypes",
  versions: "1",
  profiles: "ykc-charger",
  vendors: vendor.id,
  "device-models": model.id,
  "import-templates": "unit",
  "charging-sites": "unit-0001",
  "charging-sessions": "session-01",
};
const idOf = (path: string): string => ids[path.replace(/^\/api\/v1/, "").split("/")[1] ?? ""] ?? "";

let hub: TestHub;
beforeAll(async () => {
  // Nobody listens at this city: what is asked about is what is owed to it.
  const city = { url: "http://127.0.0.1:65535/api/v1", key: null, secret: null };
  hub = await openTestHub({ outboundAllow: "127.0.0.1", city });
  await putPlace(hub);
  await hub.call("POST", "/api/v1/alarms", { items: [alarm] });
  await hub.call("POST", "/api/v1/vendors", { items: [vendor] });
  await hub.call("POST", "/api/v1/device-models", { items: [model] });
  await hub.call("PUT", "/api/v1/devices/dev-889/installation", { deviceId: "dev-889", installedOn: "2026-03-18" });
  await hub.call("POST", "/api/v1/readings", {
    items: [{ deviceId: "dev-889", quantity: "temperature", value: 21.5, at: "2026-01-02T11:04:05+08:00" }],
  });
  const charge = {
    ...{ id: "session-01", deviceId: "dev-889", componentId: "dev-889:1", unitId: "unit-0001", order: null },
    ...{ state: "ended", startedAt: "2026-01-02T11:00:00+08:00", endedAt: "2026-01-02T12:00:00+08:00" },
    ...{ energyKwh: 0.5, amountFen: null, maxPowerW: null, end: "full", isAbnormal: false, rawCode: null },
  };
  await hub.call("POST", "/api/v1/charging-sessions", { items: [charge] });
  // Nobody listens there: what is asked about is the subscription.
  const hook = { url: "http://127.0.0.1:65535/hook", eventTypes: ["com.dianan.alarm.raised"] };
  const made = (await (await hub.call("POST", "/api/v1/webhooks", hook)).json()) as { webhook: { id: string } };
  ids.webhooks = made.webhook.id;
  const payload = { kind: "members", readings: [{ member: "/t", quantity: "temperature" }] };
  const platform = { name: "电信", platform: "ctwing", deviceKey: "imei", payload };
  const receiver = (await (await hub.call("POST", "/api/v1/receivers", platform)).json()) as Record<string, string>;
  ids.receivers = (receiver.receiver as unknown as { id: string }).id;
  const set = { operatorSecret: "12345678", dataSecret: "0123456789abcdef", dataSecretIv: "0123456789abcdef" };
  const partner = await hub.call("POST", "/api/v1/tcec-partners", {
    ...{ name: "监管平台", role: "operator", operatorId: "MA0000001", ownOperatorId: "MA0000002" },
    secrets: { incoming: { ...set, sigSecret: "12345678" } },
  });
  ids["tcec-partners"] = ((await partner.json()) as { id: string }).id;
  const way = {
    name: "机器人",
    kind: "wecomRobot",
    options: { endpoint: "http://127.0.0.1:65535" },
    secrets: { key: "k" },
  };
  const channel = (await (await hub.call("POST", "/api/v1/notification-channels", way)).json()) as Record<
    string,
    { id: string }
  >;
  ids["notification-channels"] = channel.channel?.id ?? "";
  const whom = { name: "陈伟", addresses: { phone: "0595-85600000" } };
  ids["notification-contacts"] = (
    (await (await hub.call("POST", "/api/v1/notification-contacts", whom)).json()) as { id: string }
  ).id;
  const sharing = (await (await hub.call("GET", "/api/v1/sharing")).json()) as { items: { id: string }[] };
  ids.sharing = sharing.items[0]?.id ?? "";
  const comparison = await hub.call("POST", "/api/v1/reconciliations", { destinationId: ids.sharing, kinds: ["unit"] });
  const asked = { ...device, id: "dev-890", protocol: "gb26875", wireAddress: "890" };
  await hub.call("POST", "/api/v1/devices", { items: [asked] });
  const command = await hub.call("POST", "/api/v1/devices/dev-890/commands", { action: "read", reason: "巡检" });
  ids.commands = ((await command.json()) as { id: string }).id;
  ids.reconciliations = ((await comparison.json()) as { id: string }).id;
}, 60_000);
afterAll(() => hub?.end());

test("SEC-API-01: every operation of the document exists, and every one without security: [] wants a credential", async () => {
  for (const { path, method, operation } of operations) {
    const response = await fetch(`${hub.hub.httpUrl}${at(path)}`, {
      method,
      ...(["POST", "PUT", "PATCH"].includes(method) ? { body: "{}" } : {}),
    });
    await response.body?.cancel();
    const name = `${method} ${path}`;
    if (isSecured(operation)) {
      expect(response.status, name).toBe(401);
      const scheme = isForClients({ method, path }) ? 'Basic realm="dianan"' : "Bearer";
      expect(response.headers.get("www-authenticate"), name).toBe(scheme);
    } else if (operation["x-planned"] === true) expect(response.status, name).toBe(501);
    else expect([404, 405, 500, 501], name).not.toContain(response.status);
  }
  expect(operations.length).toBeGreaterThan(250);
});

test("SEC-API-02: a wrong, foreign or malformed key is a 401 everywhere", async () => {
  const bad = [
    `Bearer ${hub.key}x`,
    "Bearer da_00000000000000000000000000000000",
    `Basic ${btoa(hub.key)}`,
    `Bearer ${hub.key} x`,
    "Bearer",
    "",
  ];
  for (const { path, method, operation } of operations.filter((one) => isSecured(one.operation)))
    for (const authorization of bad.slice(0, operation.operationId === "listDevices" ? bad.length : 1)) {
      const response = await fetch(`${hub.hub.httpUrl}${at(path)}`, { method, headers: { authorization } });
      expect(response.status, `${method} ${path}`).toBe(401);
      const problem = (await response.json()) as { readonly code: string };
      expect(problem.code, path).toBe(isForClients({ method, path }) ? "bad-credentials" : "unauthorized");
    }
});

test("SEC-API-02: a session's secret is no API key and a key is no session", async () => {
  const asCookie = await fetch(`${hub.hub.httpUrl}/api/v1/units`, { headers: { cookie: `dianan_session=${hub.key}` } });
  expect(asCookie.status).toBe(401);
  // A wrong key is not helped by a good cookie beside it.
  const signIn = await hub.call("POST", "/api/v1/session", { key: hub.key });
  const cookie = (signIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const both = await fetch(`${hub.hub.httpUrl}/api/v1/units`, {
    headers: { cookie, authorization: "Bearer da_wrongwrong" },
  });
  expect(both.status).toBe(401);
});

test("SEC-API-01: a method that the document does not have is a 405 that names those it has", async () => {
  for (const [path, item] of Object.entries(document.paths)) {
    const declared = Object.keys(item).filter((method) => methods.includes(method));
    for (const method of methods.filter((one) => !declared.includes(one))) {
      const response = await hub.call(method.toUpperCase(), at(path));
      expect(response.status, `${method} ${path}`).toBe(405);
      expect(new Set(response.headers.get("allow")?.split(", "))).toEqual(
        new Set(declared.map((one) => one.toUpperCase())),
      );
    }
  }
});

test("SEC-API-01: an address that the document does not have is a 404 problem, with and without a key", async () => {
  const paths = [
    "/api",
    "/api/v1",
    "/api/v1/",
    "/api/v1/persons",
    "/api/v1/units/",
    "/api/v1/units/a/b",
    "/api/v2/units",
    "/admin",
    "/.env",
    "/API/V1/units",
    "/index.html",
    "/metrics/",
    "/__proto__",
  ];
  for (const path of paths)
    for (const headers of [{}, { authorization: `Bearer ${hub.key}` }]) {
      const response = await fetch(`${hub.hub.httpUrl}${path}`, { headers });
      expect(response.status, path).toBe(404);
      expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    }
});

const march = "?from=2026-03-01T00:00:00%2B08:00&to=2026-04-01T00:00:00%2B08:00";
/** What operations cannot do without. */
const neededQueries: { readonly [operationId: string]: string } = {
  listReadings: "?deviceId=dev-889",
  listLatestReadings: "?deviceId=dev-889",
  listReadingSeries: "?deviceId=dev-889&from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z",
  listDigests: "?kind=unit",
  listPresenceDays: "?from=2026-01-01&to=2026-01-02",
  listChargingStatistics: march,
  getAlarmStatistics: march,
  getAlarmTable: march,
  listAlarmsOfCell: march,
  getAlarmQuality: march,
  getPresenceStatistics: march,
  getLatencyStatistics: march,
};
/** What this hub has none of, or what does not end; each has a test of its own. */
const elsewhere = [
  ...["streamEvents", "getFrame", "getDecodedFrame", "getCredentials", "getParty", "getAcceptanceRecord"],
  ...["getFile", "downloadFile", "getImport", "listImportRows", "getExport", "downloadExport", "checkPushAddress"],
  ...[
    "getReport",
    "getReportSheets",
    "downloadReport",
    "listReportDeliveries",
    "getReportLinkPage",
    "downloadAlarmTable",
  ],
  ...["checkNotificationAddress", "getAcknowledgementPage"],
  ...["getWorkRecord", "listWorkRecordVersions", "downloadWorkRecord"],
];

test("every GET answers as the document says", async () => {
  for (const { path, method, operation } of present.filter((one) => one.method === "GET" && isForPlatform(one))) {
    if (elsewhere.includes(operation.operationId)) continue;
    const query = neededQueries[operation.operationId] ?? "";
    const response = await hub.call(method, `${at(path, idOf(path))}${query}`);
    const text = await response.text();
    expect(response.status, `${path}: ${text.slice(0, 300)}`).toBe(200);
    const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
    checkAnswer(method, path, 200, isJson ? JSON.parse(text) : text);
  }
});

test("SEC-AZ-05: what is not for a platform is a 403 for it, whatever it sends", async () => {
  for (const { path, method } of present.filter((one) => !isForPlatform(one) && !isForClients(one))) {
    const response = await hub.call(method, at(path), method === "GET" || method === "DELETE" ? undefined : "{");
    expect(response.status, `${method} ${path}`).toBe(403);
    checkAnswer(method, path, 403, await response.json());
  }
});

test("every id that nobody has is a 404 problem as the document says", async () => {
  for (const { path, method } of present.filter((one) => one.path.includes("{id}") && isForPlatform(one)))
    for (const id of ["nobody", "..%2f..%2fetc%2fpasswd", "%00", "a%20b", "%E7%94%B5", "x".repeat(65), "%ff"]) {
      const response = await hub.call(method, at(path, id));
      expect(response.status, `${method} ${path} ${id}`).toBe(404);
      checkAnswer(method, path, 404, await response.json());
    }
});

/** Not those that anybody may call with a ticket or without a body: http-accounts.test.ts has their refusals. */
const posts = present.filter(
  (one) =>
    one.method === "POST" &&
    isForPlatform(one) &&
    (isSecured(one.operation) || one.path === "/api/v1/session") &&
    JSON.stringify(one.operation.requestBody ?? {}).includes('"application/json"'),
);

/** Bodies of which every member may be left out. */
const allOptional = ["acknowledgeAlarm"];

test("SEC-API-05: a broken, foreign or empty body is refused by every POST as the document says", async () => {
  for (const { path, method, operation } of posts) {
    const address = at(path, idOf(path));
    const attempts: readonly (readonly [number, string, Record<string, string>])[] = [
      [415, "{}", { "content-type": "text/plain" }],
      [415, "{}", { "content-type": "application/json; charset=gbk" }],
      [415, "a=b", { "content-type": "application/x-www-form-urlencoded" }],
      [415, "{}", { "content-encoding": "gzip" }],
      [400, "", {}],
      [400, "{", {}],
      [400, '{"items":[],"items":[]}', {}],
      [400, '{"items":["\\u0000"]}', {}],
      [400, `${"[".repeat(100_000)}`, {}],
      [422, "null", {}],
      [422, "[]", {}],
      [422, '"text"', {}],
      [422, "{}", {}],
      [422, '{"__proto__":{"items":[{}],"key":"da_00000000"}}', {}],
    ];
    for (const [status, body, headers] of attempts) {
      if (status === 422 && body === "{}" && allOptional.includes(operation.operationId)) continue;
      const response = await hub.call(method, address, body, headers);
      const problem = (await response.json()) as { code: string };
      expect([response.status, path, body.slice(0, 40), problem.code]).toEqual([
        status,
        path,
        body.slice(0, 40),
        expect.any(String),
      ]);
      checkAnswer(method, path, status, problem);
    }
  }
});

test("SEC-API-05: wrong parameters are refused by every list as the document says", async () => {
  const lists = present.filter(
    (one) =>
      one.operation.operationId.startsWith("list") &&
      one.path !== "/api/v1/readings" &&
      !elsewhere.includes(one.operation.operationId) &&
      isForPlatform(one),
  );
  for (const { path: template, method, operation } of lists) {
    const path = at(template, idOf(template));
    const isPaged = JSON.stringify(operation).includes("Limit");
    const bad = [
      "?nobody=1",
      ...(isPaged
        ? [
            "?limit=0",
            "?limit=501",
            "?limit=ten",
            "?cursor=%00",
            "?updatedFrom=yesterday",
            "?updatedTo=2026-02-30T00:00:00Z",
            "?limit=1&limit=2",
          ]
        : []),
    ];
    for (const query of bad) {
      const response = await hub.call(method, `${path}${query}`);
      expect(response.status, `${path}${query}`).toBe(422);
    }
  }
});

test("SEC-API-05: a forged cursor is refused by every list, never an error inside", async () => {
  const forge = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const kinds = ["operator", "unit", "device", "component", "alarm"];
  for (const kind of kinds)
    for (const position of ["x/y", "1e99/a", "/", "", "' OR 1=1 --", "9007199254740993/a"]) {
      const own = await hub.call("GET", `/api/v1/${kind}s?cursor=${forge({ l: kind, a: position })}`);
      expect([200, 422], `${kind} ${position}`).toContain(own.status);
      await own.body?.cancel();
      const other = kind === "unit" ? "alarm" : "unit";
      expect((await hub.call("GET", `/api/v1/${kind}s?cursor=${forge({ l: other, a: position })}`)).status).toBe(422);
    }
  for (const position of ["x.y", "1.1e9", "1", "-1.-1", "1.1.1"])
    expect(
      (await hub.call("GET", `/api/v1/readings?deviceId=dev-889&cursor=${forge({ l: "reading", a: position })}`))
        .status,
    ).toBe(422);
});

test("SEC-API-09: a problem has a request id, both languages, and nothing of the machine", async () => {
  const response = await hub.call("GET", "/api/v1/units/nobody");
  const problem = (await response.json()) as Record<string, unknown>;
  expect(problem).toMatchObject({
    type: "https://github.com/dianan/dianan/blob/main/docs/problems.md#not-found",
    status: 404,
    code: "not-found",
    title: "Not found",
    titleZh: "不存在",
  });
  expect(problem.requestId).toBe(response.headers.get("x-request-id"));
  expect(JSON.stringify(problem)).not.toMatch(/node_modules|\.ts|at \w+|sqlite/i);
});

test("SEC-API-10: every answer is nosniff, personal data is not kept, and no origin is let in", async () => {
  for (const path of [
    "/healthz",
    "/api/v1/operators",
    "/api/v1/operators/op-01",
    "/api/v1/units/nobody",
    "/docs",
    "/",
  ]) {
    const response = await hub.call("GET", path, undefined, { origin: "https://evil.example" });
    await response.body?.cancel();
    expect(response.headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(response.headers.get("content-security-policy"), path).toContain("default-src 'none'");
    expect(response.headers.get("access-control-allow-origin"), path).toBe(null);
    if (path.startsWith("/api/")) expect(response.headers.get("cache-control"), path).toMatch(/no-store|no-cache/);
  }
});
