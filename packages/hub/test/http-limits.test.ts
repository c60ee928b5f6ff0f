import { connect } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createHttpApp, type HttpApp } from "../src/http/app.ts";
import type { HttpDeps } from "../src/http/http-deps.ts";
import { type HttpDoor, startHttp } from "../src/http/server.ts";
import { type DoorDeps, openDoorDeps } from "./door-fixture.ts";

let key = "";
const ends: (() => unknown)[] = [];
let door: DoorDeps;
let deps: HttpDeps;

beforeEach(async () => {
  door = await openDoorDeps();
  ends.push(door.end);
  deps = door.deps;
  key = await door.addKey();
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const openApp = (eventLimits: { streamsMax: number }): HttpApp => {
  const http = createHttpApp(deps, { beatMs: 5_000, stallMs: 30_000, ...eventLimits });
  ends.push(http.close);
  return http;
};
const openDoor = async (): Promise<HttpDoor> => {
  const opened = await startHttp(deps, { host: "127.0.0.1", port: 0 });
  ends.push(opened.close);
  return opened;
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
  const old = await door.addKey({ expiresAt: 1 });
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
