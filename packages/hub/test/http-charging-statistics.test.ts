import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { putSites, session } from "./charging-fixture.ts";
import { openTestHub, type TestHub } from "./http-fixture.ts";

const SLOW = 60_000;
let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
  await putSites(hub);
}, 60_000);
afterAll(() => hub?.end());

const read = async (path: string) => {
  const answer = await hub.call("GET", path);
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what is tested
  return { status: answer.status, body: (await answer.json()) as any };
};
const upload = async (...items: readonly object[]): Promise<void> => {
  const sent = { items: items.map((one) => ({ ...session, ...one })) };
  const answer = await hub.call("POST", "/api/v1/charging-sessions", sent);
  expect(await answer.text()).not.toContain("refused");
};

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
