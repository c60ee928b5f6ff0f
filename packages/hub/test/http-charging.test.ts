import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createHttpApp } from "../src/http/app.ts";
import { openDoorDeps } from "./door-fixture.ts";
import { component, device, openTestHub, operator, putPlace, type TestHub, unit } from "./http-fixture.ts";

const SLOW = 60_000;
let hub: TestHub;
const PILE = { ...device, id: "pile-1", name: "车棚充电桩", type: "chargingPile" };
const OTHER = { ...PILE, id: "pile-2", unitId: "unit-0002" };
const portOf = (pile: string, n: number) => ({
  ...{
    ...component,
    id: `${pile}:port-${n}`,
    name: `充电口 ${n}`,
    address: `${n} 号口`,
    deviceId: pile,
    type: "chargingPort",
  },
});

const session = {
  id: "session-1",
  deviceId: "pile-1",
  componentId: "pile-1:port-1",
  unitId: "unit-0001",
  order: "20260102110405007",
  state: "ended",
  startedAt: "2026-01-02T11:00:00+08:00",
  endedAt: "2026-01-02T13:00:00+08:00",
  energyKwh: 0.82,
  amountFen: 120,
  maxPowerW: 186,
  end: "full",
  isAbnormal: false,
  rawCode: "stop:11",
};
type Session = typeof session;

beforeAll(async () => {
  hub = await openTestHub();
  await putPlace(hub);
  await put("units", [{ ...unit, id: "unit-0002", name: "第二站点", regionCode: "350524", placeType: "residential" }]);
  await put("devices", [PILE, OTHER]);
  await put("components", [portOf("pile-1", 1), portOf("pile-1", 2), portOf("pile-2", 1)]);
}, 60_000);
afterAll(() => hub?.end());

const put = async (
  list: string,
  items: readonly unknown[],
): Promise<readonly { status: string; problem?: { code: string; errors?: { path: string }[] } }[]> => {
  const answer = await hub.call("POST", `/api/v1/${list}`, { items });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return ((await answer.json()) as { results: { status: string }[] }).results;
};
const read = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await hub.call("GET", path, undefined, headers);
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what is tested
  return { status: answer.status, body: (await answer.json()) as any };
};
const upload = (...items: readonly (Partial<Session> | object)[]) =>
  put(
    "charging-sessions",
    items.map((one) => ({ ...session, ...one })),
  );

describe("CP-3.2: sessions of a platform whose piles do not speak to this hub", () => {
  test("are stored, read one by one and in pages, and the same again changes nothing", async () => {
    expect(
      await upload(
        {},
        {
          id: "session-2",
          startedAt: "2026-01-02T14:00:00+08:00",
          endedAt: null,
          state: "charging",
          end: null,
          rawCode: null,
        },
      ),
    ).toEqual([
      { id: "session-1", status: "created" },
      { id: "session-2", status: "created" },
    ]);
    expect(await upload({})).toEqual([{ id: "session-1", status: "unchanged" }]);
    expect(await upload({ energyKwh: 0.83 })).toEqual([{ id: "session-1", status: "updated" }]);
    expect((await read("/api/v1/charging-sessions/session-1")).body).toEqual({ ...session, energyKwh: 0.83 });
    const first = await read("/api/v1/charging-sessions?limit=1&unitId=unit-0001");
    expect(first.body.items.map(({ id }: Session) => id)).toEqual(["session-2"]);
    const second = await read(
      `/api/v1/charging-sessions?limit=1&unitId=unit-0001&cursor=${encodeURIComponent(first.body.next)}`,
    );
    expect([second.body.items.map(({ id }: Session) => id), second.body.next]).toEqual([["session-1"], null]);
    expect((await read("/api/v1/charging-sessions?componentId=pile-1:port-2")).body.items).toEqual([]);
    expect((await read("/api/v1/charging-sessions?from=2026-01-02T13:00:00%2B08:00")).body.items).toHaveLength(1);
  });

  test.each([
    ["a device that there is not", { deviceId: "nobody" }, "unknown-device", undefined],
    ["another site than the device's", { unitId: "unit-0002" }, "unknown-unit", undefined],
    ["a port that there is not", { componentId: "pile-1:port-9" }, "unknown-component", undefined],
    ["a port of another pile", { componentId: "pile-2:port-1" }, "wrong-component", undefined],
    ["an end before the start", { endedAt: "2026-01-02T10:00:00+08:00" }, "invalid", "/endedAt"],
    ["ended without an end time", { endedAt: null }, "invalid", "/endedAt"],
    ["an end time while it charges", { state: "charging", end: null }, "invalid", "/endedAt"],
    ["a reason while it charges", { state: "charging", endedAt: null }, "invalid", "/end"],
    ["a normal end told as abnormal", { isAbnormal: true }, "invalid", "/isAbnormal"],
    ["an abnormal end told as normal", { end: "shortCircuit" }, "invalid", "/isAbnormal"],
    ["a time that is none", { startedAt: "yesterday" }, "invalid", "/startedAt"],
    ["a state that there is not", { state: "paused" }, "invalid", "/state"],
    ["an id that is none", { id: "" }, "invalid", "/id"],
    ["energy as text", { energyKwh: "0.82" }, "invalid", "/energyKwh"],
    ["energy beyond all numbers", { energyKwh: 1e300 }, "invalid", "/energyKwh"],
    ["a negative amount", { amountFen: -1 }, "invalid", "/amountFen"],
  ])("%s is refused, and nothing of it is stored", async (_, more, code, path) => {
    const [refused] = await upload({ id: "refused-1", ...more });
    expect(refused).toMatchObject({ status: "refused", problem: { code } });
    if (path !== undefined) expect(refused?.problem?.errors?.map((one) => one.path)).toContain(path);
    expect((await read("/api/v1/charging-sessions/refused-1")).status).toBe(404);
  });

  test("one that is refused keeps none of the others from being stored", async () => {
    const results = await upload({ id: "good-1" }, { id: "bad-1", state: "paused" }, { id: "good-2" });
    expect(results.map(({ status }) => status)).toEqual(["created", "refused", "created"]);
  });
});

describe("sites and ports", () => {
  test("each site tells its ports by their state and what was today", async () => {
    const now = new Date(Date.now() - 60_000).toISOString().replace("Z", "+00:00");
    await upload({
      id: "today-1",
      startedAt: now,
      endedAt: null,
      state: "charging",
      end: null,
      rawCode: null,
      deviceId: "pile-2",
      componentId: "pile-2:port-1",
      unitId: "unit-0002",
    });
    const { body } = await read("/api/v1/charging-sites");
    expect(
      body.items.map(({ unitId, portCount, offline }: Record<string, unknown>) => [unitId, portCount, offline]),
    ).toEqual([
      ["unit-0001", 2, 2],
      ["unit-0002", 1, 1],
    ]);
    expect(body.items[1]).toMatchObject({ name: "第二站点", abnormalToday: 0 });
    expect(body.items[1].sessionsToday).toBeGreaterThanOrEqual(0);
    const only = await read("/api/v1/charging-sites?regionCode=350524");
    expect(only.body.items.map(({ unitId }: { unitId: string }) => unitId)).toEqual(["unit-0002"]);
    const paged = await read("/api/v1/charging-sites?limit=1");
    expect(paged.body.items).toHaveLength(1);
    const rest = await read(`/api/v1/charging-sites?limit=1&cursor=${encodeURIComponent(paged.body.next)}`);
    expect([rest.body.items[0].unitId, rest.body.next]).toEqual(["unit-0002", null]);

    const value = { deviceId: "pile-2", componentId: "pile-2:port-1", quantity: "activePower", value: 182.5, at: now };
    expect(await put("readings", [value])).toMatchObject([{ status: "created" }]);
    const ports = await read("/api/v1/charging-sites/unit-0002/ports");
    expect(ports.body.items).toEqual([
      {
        ...{ componentId: "pile-2:port-1", deviceId: "pile-2", number: "1", status: "offline", sessionId: "today-1" },
        ...{ powerW: 182.5, minutes: 1, since: expect.any(String) },
      },
    ]);
  });
  test.each([
    ["/api/v1/charging-sites/nobody/ports", 404],
    ["/api/v1/charging-sessions/nobody", 404],
    ["/api/v1/charging-sites?limit=0", 422],
    ["/api/v1/charging-sites?region=3505", 422],
    ["/api/v1/charging-sites?cursor=nonsense", 422],
    ["/api/v1/charging-sessions?abnormal=perhaps", 422],
    ["/api/v1/charging-sessions?from=yesterday", 422],
    ["/api/v1/charging-sessions?cursor=nonsense", 422],
  ])("%s: %d", async (path, status) => {
    expect((await read(path)).status).toBe(status);
  });
});

describe("CP-3.2: counts and abnormal power-offs", () => {
  const span = "from=2026-03-01T00:00:00%2B08:00&to=2026-04-01T00:00:00%2B08:00";
  beforeAll(async () => {
    const at = (day: number, hour: number) =>
      `2026-03-${String(day).padStart(2, "0")}T${String(hour).padStart(2, "0")}:00:00+08:00`;
    const one = (n: number, day: number, more: object) => ({
      id: `march-${n}`,
      startedAt: at(day, 8),
      endedAt: at(day, 10),
      energyKwh: 0.5,
      ...more,
    });
    const there = { deviceId: "pile-2", componentId: "pile-2:port-1", unitId: "unit-0002" };
    await upload(
      one(1, 2, {}),
      one(2, 2, { componentId: "pile-1:port-2", end: "residualCurrent", isAbnormal: true }),
      one(3, 9, {}),
      one(4, 9, there),
    );
  }, SLOW);

  test("by site and day, by port, by week and by month", async () => {
    const days = await read(`/api/v1/charging-statistics?${span}`);
    expect(days.body.items).toEqual([
      ...[
        {
          unitId: "unit-0001",
          componentId: null,
          from: "2026-03-02T00:00:00+08:00",
          sessions: 2,
          abnormalEnds: 1,
          energyKwh: 1,
          minutes: 240,
          ends: [
            { end: "full", sessions: 1 },
            { end: "residualCurrent", sessions: 1 },
          ],
        },
        {
          unitId: "unit-0001",
          componentId: null,
          from: "2026-03-09T00:00:00+08:00",
          sessions: 1,
          abnormalEnds: 0,
          energyKwh: 0.5,
          minutes: 120,
          ends: [{ end: "full", sessions: 1 }],
        },
        {
          unitId: "unit-0002",
          componentId: null,
          from: "2026-03-09T00:00:00+08:00",
          sessions: 1,
          abnormalEnds: 0,
          energyKwh: 0.5,
          minutes: 120,
          ends: [{ end: "full", sessions: 1 }],
        },
      ],
    ]);
    const counts = async (more: string) =>
      (await read(`/api/v1/charging-statistics?${span}&${more}`)).body.items.map((one: Record<string, unknown>) => [
        String(one.from).slice(0, 10),
        one.componentId,
        one.sessions,
      ]);
    expect(await counts("per=port&unitId=unit-0001")).toEqual([
      ["2026-03-02", "pile-1:port-1", 1],
      ["2026-03-02", "pile-1:port-2", 1],
      ["2026-03-09", "pile-1:port-1", 1],
    ]);
    expect(await counts("bucket=week&unitId=unit-0001")).toEqual([
      ["2026-03-02", null, 2],
      ["2026-03-09", null, 1],
    ]);
    expect(await counts("bucket=month")).toEqual([
      ["2026-03-01", null, 3],
      ["2026-03-01", null, 1],
    ]);
    expect(await counts("componentId=pile-1:port-2")).toEqual([["2026-03-02", null, 1]]);
    const page = await read(`/api/v1/charging-statistics?${span}&limit=2`);
    const next = await read(`/api/v1/charging-statistics?${span}&limit=2&cursor=${encodeURIComponent(page.body.next)}`);
    expect([...page.body.items, ...next.body.items]).toEqual(days.body.items);
  });

  test("a correction moves the sums, it does not add to them", async () => {
    await upload({
      id: "march-3",
      startedAt: "2026-03-10T08:00:00+08:00",
      endedAt: "2026-03-10T09:00:00+08:00",
      energyKwh: 0.25,
    });
    const { body } = await read(`/api/v1/charging-statistics?${span}&unitId=unit-0001`);
    expect(
      body.items.map((one: Record<string, unknown>) => [String(one.from).slice(8, 10), one.sessions, one.minutes]),
    ).toEqual([
      ["02", 2, 240],
      ["10", 1, 60],
    ]);
  });

  test.each([
    "to=2026-04-01T00:00:00%2B08:00",
    "from=2026-03-01T00:00:00%2B08:00",
    "from=2026-03-01T00:30:00%2B08:00&to=2026-04-01T00:00:00%2B08:00",
    "from=2026-04-01T00:00:00%2B08:00&to=2026-03-01T00:00:00%2B08:00",
    "from=2026-01-01T00:00:00%2B08:00&to=2026-04-01T00:00:00%2B08:00&bucket=hour",
    "from=2020-01-01T00:00:00%2B08:00&to=2026-04-01T00:00:00%2B08:00",
    `${span}&bucket=decade`,
    `${span}&per=unit`,
    `${span}&cursor=nonsense`,
  ])("%s is refused", async (query) => {
    expect((await read(`/api/v1/charging-statistics?${query}`)).status).toBe(422);
  });
});

test("SEC-AZ-02: who sees one site sees nothing of the other, and changes nothing there", {
  timeout: SLOW,
}, async () => {
  const door = await openDoorDeps();
  const { app } = createHttpApp({ ...door.deps, requestRateFactor: 1_000 });
  const ask = async (key: string, method: string, path: string, body?: unknown) => {
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    const answer = await app.request(path, {
      ...{ method, headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what is tested
    return { status: answer.status, body: (await answer.json()) as any };
  };
  const whole = await door.addKey();
  const scoped = await door.addKey({ scope: { units: ["unit-0002"] } });
  await ask(whole, "POST", "/api/v1/operators", { items: [operator] });
  await ask(whole, "POST", "/api/v1/units", { items: [unit, { ...unit, id: "unit-0002" }] });
  await ask(whole, "POST", "/api/v1/devices", { items: [PILE, OTHER] });
  await ask(whole, "POST", "/api/v1/components", { items: [portOf("pile-1", 1), portOf("pile-2", 1)] });
  const there = { ...session, id: "session-9", deviceId: "pile-2", componentId: "pile-2:port-1", unitId: "unit-0002" };
  const stored = await ask(whole, "POST", "/api/v1/charging-sessions", { items: [session, there] });
  expect(stored.body.results.map(({ status }: { status: string }) => status)).toEqual(["created", "created"]);

  const span = "from=2026-01-01T00:00:00%2B08:00&to=2026-02-01T00:00:00%2B08:00";
  const unitsIn = async (path: string): Promise<readonly string[]> =>
    (await ask(scoped, "GET", path)).body.items.map(({ unitId }: Session) => unitId);
  expect((await ask(scoped, "GET", "/api/v1/charging-sessions/session-1")).status).toBe(404);
  expect((await ask(scoped, "GET", "/api/v1/charging-sessions/session-9")).status).toBe(200);
  expect((await ask(scoped, "GET", "/api/v1/charging-sites/unit-0001/ports")).status).toBe(404);
  for (const path of ["/api/v1/charging-sessions", "/api/v1/charging-sites", `/api/v1/charging-statistics?${span}`])
    expect(await unitsIn(path), path).toEqual(["unit-0002"]);
  expect(await unitsIn("/api/v1/charging-sessions?unitId=unit-0001")).toEqual([]);
  expect(await unitsIn(`/api/v1/charging-statistics?${span}&unitId=unit-0001`)).toEqual([]);
  const tried = await ask(scoped, "POST", "/api/v1/charging-sessions", {
    items: [
      { ...session, energyKwh: 9 },
      { ...session, id: "new-1" },
      { ...there, id: "session-1" },
    ],
  });
  expect(tried.body.results.map(({ problem }: { problem: { code: string } }) => problem.code)).toEqual([
    ...["not-found", "unknown-device", "not-found"],
  ]);
  expect((await ask(whole, "GET", "/api/v1/charging-sessions/session-1")).body).toEqual(session);
  await door.end();
});
