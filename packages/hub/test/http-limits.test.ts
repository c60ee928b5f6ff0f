import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Instant, tenantId } from "@dianan/model";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createKeyRing } from "../src/access/key-ring.ts";
import { createAccess } from "../src/access/open-access.ts";
import { createPasswordHashes } from "../src/access/password-hash.ts";
import { createSeals } from "../src/access/seal.ts";
import { createHttpApp, type HttpApp } from "../src/http/app.ts";
import type { HttpDeps } from "../src/http/http-deps.ts";
import { type HttpDoor, startHttp } from "../src/http/server.ts";
import { roleRules } from "../src/role-rules.ts";
import { openSqliteStore, type SqliteStore } from "../src/store/sqlite-store.ts";

const tenant = tenantId("t");
let key = "";
const ends: (() => unknown)[] = [];
let ports: SqliteStore;
let deps: HttpDeps;

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), "dianan-limits-"));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  ports = await openSqliteStore({
    file: join(folder, "hub.sqlite"),
    changes: 1_000,
    undecodable: 10,
    auditKey: new Uint8Array(32),
  });
  ends.push(() => ports.store.close());
  const { engine, machines } = createAccess(
    {
      ...ports,
      hashes: createPasswordHashes({ n: 8, r: 8, p: 1 }),
      seals: createSeals(createKeyRing(new Uint8Array(32))),
      roles: roleRules,
      policy: "default",
      issuer: "DianAn",
    },
    { domain: "localhost", origins: [] },
  );
  deps = {
    tenant,
    platformCode: "JJLY01",
    store: ports.store,
    outbox: ports.outbox,
    access: engine,
    accessStore: ports.access,
    machines,
    intakeOf: () => Promise.reject(new Error("nothing is written here")),
    hints: { hint: () => {}, onHint: () => () => {} },
    destinations: [],
    figures: () => ({ framesTotal: 3, openConnections: 1 }),
    clock: () => Date.now() as Instant,
    utcOffsetMinutes: 480,
    consoleDir: null,
    log: () => {},
  };
  key = await addKey(Date.now() + 1e9);
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const addKey = async (expiresAt: number): Promise<string> => {
  const grant = { name: "test", role: "platform", scope: {}, scopes: null, expiresAt: expiresAt as Instant };
  const at = { now: Date.now() as Instant, source: "", requestId: "r" };
  return (await deps.machines.keys.add("hub", tenant, grant, at)).secret;
};
const openApp = (eventLimits: { streamsMax: number }): HttpApp => {
  const http = createHttpApp(deps, { beatMs: 5_000, stallMs: 30_000, ...eventLimits });
  ends.push(http.close);
  return http;
};
const openDoor = async (): Promise<HttpDoor> => {
  const door = await startHttp(deps, { host: "127.0.0.1", port: 0 });
  ends.push(door.close);
  return door;
};
const asKey = {
  headers: {
    get authorization() {
      return `Bearer ${key}`;
    },
  },
};

test("SEC-API-13: readers above the limit are told to wait; one that leaves makes room", async () => {
  const { app } = openApp({ streamsMax: 2 });
  const streams = [await app.request("/api/v1/events", asKey), await app.request("/api/v1/events", asKey)];
  const third = await app.request("/api/v1/events", asKey);
  expect([third.status, third.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(((await third.json()) as { code: string }).code).toBe("busy");
  await streams[0]?.body?.cancel();
  const fourth = await app.request("/api/v1/events", asKey);
  expect(fourth.status).toBe(200);
  await Promise.all([streams[1], fourth].map((one) => one?.body?.cancel()));
});

test("SEC-API-02: an expired key opens nothing", async () => {
  const { app } = openApp({ streamsMax: 2 });
  const old = await addKey(1);
  const bearer = (secret: string) => app.request("/api/v1/units", { headers: { authorization: `Bearer ${secret}` } });
  expect([(await bearer(old)).status, (await bearer(key)).status]).toEqual([401, 200]);
  const signIn = await app.request("/api/v1/session", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ key: old }),
  });
  expect(signIn.status).toBe(401);
});

test("the engine's figures are metrics: totals count, others are gauges", async () => {
  const { app } = openApp({ streamsMax: 2 });
  const text = await (await app.request("/metrics", asKey)).text();
  expect(text).toContain("# TYPE dianan_frames_total counter\ndianan_frames_total 3\n");
  expect(text).toContain("# TYPE dianan_open_connections gauge\ndianan_open_connections 1\n");
});

/** What a raw connection gets before it is closed. */
const raw = (port: number, text: string): Promise<string> =>
  new Promise((resolve) => {
    let got = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    socket.on("data", (data) => {
      got += data.toString();
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(got));
  });

test("SEC-API-06: headers over 16 KiB and requests that are no HTTP are refused and closed", async () => {
  const { port } = await openDoor();
  expect(await raw(port, `GET /healthz HTTP/1.1\r\nHost: h\r\nX: ${"a".repeat(17_000)}\r\n\r\n`)).toMatch(
    /^HTTP\/1.1 431/,
  );
  expect(await raw(port, "GET /healthz HTTP/1.1\r\n\r\n")).toMatch(/^HTTP\/1.1 400/);
  expect(await raw(port, "@@\r\n\r\n")).toMatch(/^HTTP\/1.1 400/);
});

test("SEC-API-07: headers that do not end are cut off", async () => {
  const { port } = await openDoor();
  expect(await raw(port, "GET /healthz HTTP/1.1\r\nHost: h\r\n")).toMatch(/^HTTP\/1.1 408/);
}, 20_000);

test("a taken port is told as Node tells it", async () => {
  const { port } = await openDoor();
  await expect(startHttp(deps, { host: "127.0.0.1", port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});
