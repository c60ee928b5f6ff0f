import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Instant, tenantId } from "@dianan/model";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createOutbound } from "../src/outbound/outbound.ts";
import { createResolve } from "../src/outbound/resolve.ts";
import type { Destination } from "../src/ports/outbox.ts";
import type { JsonObject, RecordKind } from "../src/ports/records.ts";
import { type Courier, startCourier } from "../src/share/courier.ts";
import { cityDestination } from "../src/share/settings.ts";
import { openSqliteStore, type SqliteStore } from "../src/store/sqlite-store.ts";
import { alarm, operator, unit, until } from "./http-fixture.ts";
import { type City, openCity } from "./share-city.ts";

/** Time runs this much faster for the courier, so that minutes of back-off take a moment. */
let speed = 200;
const tenant = tenantId("t");
const started = Date.now();
const clock = (): Instant => Math.round(started + (Date.now() - started) * speed) as Instant;
const timer = (run: () => void, ms: number): (() => void) => {
  const timeout = setTimeout(run, ms / speed);
  return () => clearTimeout(timeout);
};

const outbound = createOutbound({ isEmpty: false, holds: () => true }, createResolve());
const destinationAt = (address: string): Destination => {
  const { id, settings } = cityDestination({ url: address, key: null, secret: null });
  return { name: id, url: settings.url, kinds: settings.kinds };
};

let folder: string;
let city: City;
let destination: Destination;
let ports: SqliteStore;
let courier: Courier;
const log: string[] = [];

const open = async (): Promise<void> => {
  ports = await openSqliteStore({
    file: join(folder, "hub.db"),
    changes: 10_000,
    undecodable: 10,
    auditKey: new Uint8Array(32),
  });
  await ports.outbox.setDestinations(tenant, [destination], clock());
  courier = startCourier({
    tenant,
    target: { id: destination.name, url: destination.url, secret: null, headers: {}, outbound },
    settings: { coordinateSystem: "CGCS2000", personalData: "full", periodSeconds: 1, rate: null },
    outbox: ports.outbox,
    store: ports.store,
    hints: { hint: () => {}, onHint: () => () => {} },
    clock,
    timer,
    utcOffsetMinutes: 480,
    log: (line) => log.push(line),
  });
};
const close = async (): Promise<void> => {
  await courier.close();
  await ports.store.close();
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "dianan-outage-"));
  city = await openCity();
  destination = destinationAt(city.url);
  await open();
});
afterEach(async () => {
  await close();
  await city.close();
  rmSync(folder, { recursive: true, force: true });
});

const put = (kind: RecordKind, body: JsonObject & { readonly id: string }): Promise<unknown> =>
  ports.store.commit({
    tenant,
    writes: [{ kind: "put", record: kind, id: body.id, set: body, at: clock(), how: "replace" }],
  });
const state = () => ports.outbox.state(tenant, destination.name);

test("SEC-OUT-05: over nine failures, a restart and changes meanwhile nothing is lost, doubled or out of order", async () => {
  let failures = 9;
  city.answer = () => (failures-- > 0 ? { status: 503 } : "accept");
  for (let n = 0; n < 30; n += 1) await put("operator", { ...operator, id: `o-${n}` });
  await put("unit", unit);
  await until(state, ({ fails }) => fails >= 3);
  await close();
  await open();
  expect((await state()).fails).toBeGreaterThanOrEqual(3);
  await put("alarm", alarm);
  await put("operator", { ...operator, id: "o-7", name: "改名" });
  await until(state, ({ pending, fails }) => pending === 0 && fails === 0);

  const accepted = city.pushes.slice(9);
  // What an outage leaves behind goes once, as it is now: records in push order, the alarm behind one push of them at most.
  const paths = accepted.map(({ path }) => path);
  expect(paths.filter((path) => path !== "/alarms")).toEqual(["/operators", "/units"]);
  expect(paths.length).toBe(3);
  expect(paths.indexOf("/alarms")).toBeLessThan(2);
  const operators = accepted.find(({ path }) => path === "/operators")?.items ?? [];
  expect(new Set(operators.map(({ id }) => id)).size).toBe(30);
  expect(operators.length).toBe(30);
  expect(operators.find(({ id }) => id === "o-7")).toMatchObject({ version: 2, name: "改名" });
  // The log says it once, not at every attempt.
  expect(log.filter((line) => line.includes("HTTP 503")).length).toBe(1);
}, 20_000);

test("SEC-OUT-05: the waits grow as the table says and stop growing at five minutes", async () => {
  city.answer = () => ({ status: 500 });
  await put("operator", operator);
  await until(
    () => city.pushes.length,
    (count) => count >= 12,
    15_000,
  );
  const gaps = city.pushes.slice(1, 12).map(({ at }, n) => ((at - (city.pushes[n]?.at ?? 0)) * speed) / 1000);
  // Never earlier than the table less its jitter; later is only this machine.
  for (const [n, least] of [1, 2, 4, 8, 15, 30, 60, 120, 240, 300, 300].entries()) {
    expect(gaps[n], `gap ${n}`).toBeGreaterThan(least * 0.88);
  }
  expect((await state()).pending).toBe(1);
}, 20_000);

test("SEC-OUT-05: a city whose answers are no receipts is treated as away, whatever its status", async () => {
  const answers = [
    { status: 200, body: "" },
    { status: 200, body: '{"results":[]}' },
    { status: 204 },
    { status: 300, body: '{"results":[{"id":"op-01","status":"created"}]}' },
    { status: 404 },
    { status: 401 },
    { status: 200, body: `{"results":[${" ".repeat(2 * 1024 * 1024)}]}` },
    { status: 200, body: '{"results":[{"id":"op-02","status":"created"}]}' },
  ];
  const all = answers.length;
  city.answer = () => answers.shift() ?? "accept";
  await put("operator", operator);
  await until(state, ({ pending }) => pending === 0, 15_000);
  expect(city.pushes.length).toBe(all + 1);
  expect((await state()).dead).toBe(0);
}, 20_000);

test("SEC-OUT-05: over an outage of a day, with changes all along and three restarts, nothing is lost and nothing is old", async () => {
  const day = 86_400_000;
  await close();
  speed = 20_000;
  await open();
  try {
    city.answer = () => "cut";
    const begun = clock();
    let changes = 0;
    const latest = new Map<string, number>();
    for (const part of [0.3, 0.6, 1]) {
      while (clock() - begun < day * part) {
        changes += 1;
        const id = `o-${changes % 97}`;
        await put("operator", { ...operator, id, name: `第 ${changes} 次` });
        latest.set(id, changes);
        if (changes % 10 === 0) await put("alarm", { ...alarm, id: `al-${changes}` });
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      await close();
      await open();
    }
    const failed = city.pushes.length;
    // It kept on asking, at most every five minutes or so.
    expect(failed).toBeGreaterThan(20);
    city.answer = () => "accept";
    await until(state, ({ pending, fails }) => pending === 0 && fails === 0);
    const got = city.pushes.slice(failed);
    const names = new Map(got.flatMap(({ items }) => items.map(({ id, name }) => [id, name] as const)));
    for (const [id, n] of latest) expect(names.get(id)).toBe(`第 ${n} 次`);
    const alarms = got.filter(({ path }) => path === "/alarms").flatMap(({ items }) => items.map(({ id }) => id));
    expect(new Set(alarms).size).toBe(Math.floor(changes / 10));
    expect(got.findIndex(({ path }) => path === "/alarms")).toBeLessThan(3);
    expect((await state()).dead).toBe(0);
  } finally {
    speed = 200;
  }
}, 40_000);

test("SH-6: a city that comes new is owed every record that exists; one that goes is owed nothing", async () => {
  await put("operator", operator);
  await until(state, ({ pending, lastOkAt }) => pending === 0 && lastOkAt !== null);
  const other = await openCity();
  const next = destinationAt(other.url);
  await ports.outbox.setDestinations(tenant, [destination, next], clock());
  expect((await ports.outbox.state(tenant, next.name)).pending).toBe(1);
  await ports.outbox.setDestinations(tenant, [destination], clock());
  await expect(ports.outbox.state(tenant, next.name)).rejects.toThrow();
  await other.close();
});
