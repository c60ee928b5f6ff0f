import { once } from "node:events";
import { connect } from "node:net";
import type { Instant } from "@dianan/model";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type HttpDoor, startHttp } from "../src/http/server.ts";
import type { Caller } from "../src/ports/caller.ts";
import { type DoorDeps, openDoorDeps } from "./door-fixture.ts";
import { alarm, device, operator, samples, unit } from "./http-fixture.ts";

const SLOW = 60_000;
const START = Date.now();
let door: DoorDeps;
let http: HttpDoor;
let now = START;
let key = "";

const open = (factor = 1_000): Promise<HttpDoor> =>
  startHttp({ ...door.deps, clock: () => now as Instant, requestRateFactor: factor }, { host: "127.0.0.1", port: 0 });
beforeEach(async () => {
  now = START;
  door = await openDoorDeps();
  key = await door.addKey();
  http = await open();
  for (const plural of ["operators", "units", "devices", "components"] as const)
    expect((await call("POST", `/api/v1/${plural}`, { items: [samples[plural]] })).status).toBe(200);
});
afterEach(async () => {
  await http.close();
  await door.end();
});

const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${http.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const read = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  call("GET", path, undefined, headers);
const with_ = (secret: string): Record<string, string> => ({ authorization: `Bearer ${secret}` });
const DEVICE = "/api/v1/devices/dev-889";

/** How many answers were remembered ones so far. */
const again = async (): Promise<number> =>
  Number(/^dianan_http_answers_again_total (\d+)$/m.exec(await (await read("/metrics")).text())?.[1]);

/** Whether the last of these look-ups was answered from memory. */
const isRemembered = async (look: () => Promise<Response>): Promise<boolean> => {
  await (await look()).text();
  const before = await again();
  await (await look()).text();
  return (await again()) > before;
};

test("a look-up is answered again as it was: same body, same headers, a request id and a budget of its own", async () => {
  for (const path of [DEVICE, "/api/v1/devices?limit=10", "/api/v1/units/unit-0001", "/api/v1/alarms?limit=20"]) {
    const [first, second] = [await read(path), await read(path)];
    expect([second.status, await second.text()]).toEqual([first.status, await first.text()]);
    const names = (answer: Response) => [...answer.headers.keys()].filter((name) => name !== "keep-alive").sort();
    expect(names(second)).toEqual(names(first));
    const own = ["x-request-id", "ratelimit", "date", "keep-alive"];
    for (const [name, value] of first.headers)
      if (!own.includes(name)) expect([name, second.headers.get(name)]).toEqual([name, value]);
    expect(second.headers.get("x-request-id")).not.toBe(first.headers.get("x-request-id"));
    expect(await isRemembered(() => read(path))).toBe(true);
  }
  const tag = (await read(DEVICE)).headers.get("etag") ?? "";
  const has = { "if-none-match": tag };
  expect([(await read(DEVICE, has)).status, (await read(DEVICE, has)).status, (await read(DEVICE)).status]).toEqual([
    304, 304, 200,
  ]);
});

test("what was changed is read as it is now, by whoever changed it and everybody else, whatever was asked meanwhile", {
  timeout: SLOW,
}, async () => {
  let isOver = false;
  let reads = 0;
  /** Name of the device as of the last change that was confirmed. */ let confirmed = 0;
  const reader = async (): Promise<void> => {
    while (!isOver) {
      const known = confirmed;
      const { name } = (await (await read(DEVICE)).json()) as { name: string };
      reads += 1;
      expect(Number(name)).toBeGreaterThanOrEqual(known);
    }
  };
  await call("POST", "/api/v1/devices", { items: [{ ...device, name: "0" }] });
  const readers = [reader(), reader(), reader()];
  for (let n = 1; n <= 150; n += 1) {
    const put = await call("POST", "/api/v1/devices", { items: [{ ...device, name: String(n) }] });
    expect(put.status).toBe(200);
    confirmed = n;
    await put.text();
    const seen = (await (await read(DEVICE)).json()) as { name: string };
    expect(seen.name).toBe(String(n));
  }
  isOver = true;
  await Promise.all(readers);
  expect(reads).toBeGreaterThan(150);
});

test("a list shows what was added, and a deleted record is gone, at once", async () => {
  const ids = async (): Promise<string> =>
    ((await (await read("/api/v1/devices?limit=10")).json()) as { items: { id: string }[] }).items
      .map(({ id }) => id)
      .join();
  expect([await ids(), await ids()]).toEqual(["dev-889", "dev-889"]);
  await call("POST", "/api/v1/devices", { items: [{ ...device, id: "dev-890", name: "2 号" }] });
  expect(await ids()).toBe("dev-889,dev-890");
  await call("POST", "/api/v1/alarms", { items: [alarm] });
  expect((await read("/api/v1/alarms/al-1")).status).toBe(200);
  expect((await read("/api/v1/devices/dev-890")).status).toBe(200);
  expect((await call("DELETE", "/api/v1/devices/dev-890")).status).toBe(204);
  expect((await read("/api/v1/devices/dev-890")).status).toBe(404);
  expect(await ids()).toBe("dev-889");
});

test("SEC-API-04: a key that is revoked, or has ended, is refused at once, whatever it was told before", async () => {
  const { keys } = door.deps.machines;
  const at = { now: START as Instant, source: "", requestId: "r" };
  const grant = { name: "k", role: "platform", scope: {}, scopes: null, expiresAt: (START + 10_000) as Instant };
  const statusOf = async (secret: string): Promise<number> => (await read(DEVICE, with_(secret))).status;

  const revoked = await keys.add("hub", door.deps.tenant, grant, at);
  expect([await statusOf(revoked.secret), await statusOf(revoked.secret)]).toEqual([200, 200]);
  const who = { tenant: door.deps.tenant, actor: "account:x", role: "systemAdministrator" } as Caller;
  expect(await keys.remove(who, revoked.view.id, at)).toBe("done");
  expect(await statusOf(revoked.secret)).toBe(401);

  const { secret } = await keys.add("hub", door.deps.tenant, grant, at);
  expect([await statusOf(secret), await statusOf(secret)]).toEqual([200, 200]);
  now = START + 9_999;
  expect(await statusOf(secret)).toBe(200);
  now = START + 10_000;
  expect(await statusOf(secret)).toBe(401);
});

test("SEC-AZ-02: what one key may see is not told to another", async () => {
  const narrow = await door.addKey({ scope: { units: ["unit-0002"] } });
  const blind = await door.addKey({ scopes: ["alarms:read"] });
  for (let n = 0; n < 3; n += 1) {
    expect((await read(DEVICE)).status).toBe(200);
    expect((await read(DEVICE, with_(narrow))).status).toBe(404);
    expect((await read(DEVICE, with_(blind))).status).toBe(403);
    expect((await read(DEVICE, { authorization: "" })).status).toBe(401);
    expect((await read(DEVICE, with_(`${key}x`))).status).toBe(401);
  }
});

test("SEC-API-08: an answer that is remembered is paid for like any other", async () => {
  await http.close();
  http = await open(1);
  const statuses: number[] = [];
  for (let n = 0; n < 103; n += 1) statuses.push((await read(DEVICE)).status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(100);
  const refused = await read(DEVICE);
  expect([refused.status, refused.headers.get("ratelimit")]).toEqual([429, '"read";r=0;t=2']);
  now += 20;
  expect((await read(DEVICE)).status).toBe(200);
});

test("SEC-PII-05: persons in full are not remembered, and each time they are given is told", async () => {
  const full = await door.addKey({ scopes: ["records:read", "pii:read"] });
  const look = () => read(`/api/v1/operators/${operator.id}`, with_(full));
  const before = await again();
  for (let n = 0; n < 3; n += 1)
    expect(((await (await look()).json()) as { contactPhone: string }).contactPhone).toBe(operator.contactPhone);
  expect(await again()).toBe(before);
  const none = { from: null, to: null, actor: null, result: null, object: null, after: null };
  const told = await door.deps.accessStore.audit(door.deps.tenant, {
    ...{ ...none, first: "oldest", act: "personalData.transfer", limit: 100 },
  });
  expect(told.items).toHaveLength(3);
  // Masked, they may be.
  expect(await isRemembered(() => read(`/api/v1/operators/${operator.id}`))).toBe(true);
});

test("an answer that says something about time is not older than a second, any other not older than a minute", async () => {
  await call("POST", "/api/v1/alarms", { items: [alarm] });
  const isKeptFor = async (path: string, ms: number): Promise<boolean> => {
    await (await read(path)).text();
    now += ms;
    const before = await again();
    await (await read(path)).text();
    return (await again()) > before;
  };
  expect(await isKeptFor("/api/v1/alarms/al-1", 999)).toBe(true);
  expect(await isKeptFor("/api/v1/alarms/al-1", 1_000)).toBe(false);
  expect(await isKeptFor(DEVICE, 30_000)).toBe(true);
  expect(await isKeptFor(DEVICE, 60_000)).toBe(false);
});

test("what is refused, what is no look-up, and what has a body goes the whole way each time", async () => {
  const before = await again();
  for (let n = 0; n < 3; n += 1) {
    expect((await read("/api/v1/devices/nobody")).status).toBe(404);
    expect((await read("/api/v1/devices?limit=0")).status).toBe(422);
    expect((await read("/api/v1/devices?lmit=10")).status).toBe(422);
    expect((await read("/api/v1/changes")).status).toBe(200);
    expect((await call("HEAD", DEVICE)).status).toBeGreaterThanOrEqual(200);
  }
  expect(await again()).toBe(before);
  // A GET with a body is odd, and its bytes must not become the next request of the connection.
  await (await read(DEVICE)).text();
  const socket = connect(http.port, "127.0.0.1");
  const smuggled = "GET /api/v1/units HTTP/1.1\r\nHost: x\r\n\r\n";
  socket.write(
    `GET ${DEVICE} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\nContent-Length: ${smuggled.length}\r\nConnection: close\r\n\r\n${smuggled}`,
  );
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(socket, "close");
  const text = Buffer.concat(chunks).toString("latin1");
  expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 200"]);
  expect(await again()).toBe(before);
});

test("requests that share a connection get their own answers in order", async () => {
  await (await read(DEVICE)).text();
  const paths = [DEVICE, "/api/v1/units/unit-0001", DEVICE, "/api/v1/devices/nobody", DEVICE];
  const socket = connect(http.port, "127.0.0.1");
  socket.write(
    paths
      .map(
        (path, n) =>
          `GET ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\n${n === paths.length - 1 ? "Connection: close\r\n" : ""}\r\n`,
      )
      .join(""),
  );
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(socket, "close");
  const text = Buffer.concat(chunks).toString("utf8");
  expect(text.match(/HTTP\/1\.1 \d+/g)?.map((line) => line.slice(9))).toEqual(["200", "200", "200", "404", "200"]);
  expect(text.match(/"id":"(dev-889|unit-0001)"/g)).toEqual([
    '"id":"dev-889"',
    '"id":"unit-0001"',
    '"id":"dev-889"',
    '"id":"dev-889"',
  ]);
  expect(unit.id).toBe("unit-0001");
});
