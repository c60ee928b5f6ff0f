import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createHttpApp } from "../src/http/app.ts";
import { OTHER, PILE, portOf, putSites, type Session, session } from "./charging-fixture.ts";
import { openDoorDeps } from "./door-fixture.ts";
import { openTestHub, operator, type TestHub, unit } from "./http-fixture.ts";

const SLOW = 60_000;
let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
  await putSites(hub);
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
