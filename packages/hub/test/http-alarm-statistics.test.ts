import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { alarm, openTestHub, type TestHub } from "./http-fixture.ts";
import { openPeople, type People, type Person } from "./http-people.ts";
import { putUnits, reader, span } from "./statistics-fixture.ts";

let hub: TestHub;
let people: People;
let officer: Person;
let ofUnit2: Person;
const read = reader(() => hub);

beforeAll(async () => {
  hub = await openTestHub();
  people = await openPeople(hub);
  await putUnits(hub);
  const at = (day: number, time = "08:00:00") => `2026-03-${String(day).padStart(2, "0")}T${time}+08:00`;
  const there = { deviceId: "dev-2", unitId: "unit-0002", type: "temperatureOver" };
  const items = [
    // Still February in UTC: March in China.
    { ...alarm, id: "al-1", receivedAt: at(1, "00:00:00") },
    { ...alarm, id: "al-2", receivedAt: at(31, "23:59:59") },
    { ...alarm, ...there, id: "al-3", receivedAt: at(2) },
    { ...alarm, ...there, id: "al-4", receivedAt: at(2, "08:00:20"), class: "warning" },
    { ...alarm, ...there, id: "al-5", receivedAt: at(2, "08:01:00"), repeats: 4 },
    // April.
    { ...alarm, id: "al-6", receivedAt: "2026-04-01T00:00:00+08:00" },
  ];
  expect(await (await hub.call("POST", "/api/v1/alarms", { items })).text()).not.toContain("refused");
  officer = await people.invited("dutyOfficer");
  const within = { units: ["unit-0002"] };
  ofUnit2 = await people.invited("operatorUser", { grant: { role: "operatorUser", within } });
}, 60_000);
afterAll(() => hub?.end());

describe("EF-4.3: alarms by time, region, place and type", () => {
  test("each cell and the total", async () => {
    const { status, body } = await read("alarms", `${span}&by=month,placeType`);
    expect(status).toBe(200);
    expect(body.dimensions).toEqual(["month", "placeType"]);
    const none = {
      rectified: 0,
      overdue: 0,
      false: 0,
      meanAcknowledgeSeconds: null,
      meanRectifyHours: null,
      acknowledgedInTime: 0,
      rectifiedInTime: 0,
      p90AcknowledgeSeconds: null,
      p90RectifyHours: null,
    };
    const cells = body.items.map(({ key, raised, closed }: Record<string, unknown>) => [key, raised, closed]);
    expect(cells).toEqual([
      [{ month: "2026-03", placeType: "industry" }, 3, 0],
      [{ month: "2026-03", placeType: "school" }, 2, 0],
    ]);
    expect(body.total).toMatchObject({ key: {}, raised: 5, acknowledged: 0, closed: 0, ...none });
  });

  test("by day, week and hour of the hub's zone, by month where nothing is said", async () => {
    const keys = async (more: string) =>
      (await read("alarms", `${span}${more}`)).body.items.map((one: { key: object; raised: number }) => [
        ...Object.values(one.key),
        one.raised,
      ]);
    expect(await keys("")).toEqual([["2026-03", 5]]);
    expect(await keys("&by=week")).toEqual([
      ["2026-W09", 1],
      ["2026-W10", 3],
      ["2026-W14", 1],
    ]);
    expect(await keys("&by=day,type")).toEqual([
      ["2026-03-01", "residualCurrentOver", 1],
      ["2026-03-02", "temperatureOver", 3],
      ["2026-03-31", "residualCurrentOver", 1],
    ]);
    expect(await keys("&by=hour&unitId=unit-0002")).toEqual([["2026-03-02T08", 3]]);
    expect(await keys("&by=community,operatorId,regionCode,vendorId")).toEqual([
      [null, "op-02", "350582102", null, 3],
      ["灵水", "op-01", "350582101", null, 2],
    ]);
  });

  test("by quarter, year and type of device, and beside the span before", async () => {
    const year = "from=2026-01-01T00:00:00%2B08:00&to=2027-01-01T00:00:00%2B08:00";
    const keys = async (by: string) =>
      (await read("alarms", `${year}&by=${by}`)).body.items.map((one: { key: object; raised: number }) => [
        ...Object.values(one.key),
        one.raised,
      ]);
    expect(await keys("quarter")).toEqual([
      ["2026-Q1", 5],
      ["2026-Q2", 1],
    ]);
    expect(await keys("year")).toEqual([["2026", 6]]);
    const types = await keys("deviceType");
    expect(types.reduce((sum: number, row: readonly unknown[]) => sum + Number(row.at(-1)), 0)).toBe(6);
    // 31 days before the first of April is March as a whole.
    const april = "from=2026-04-01T00:00:00%2B08:00&to=2026-05-02T00:00:00%2B08:00";
    const { body } = await read("alarms", `${april}&compare=previous`);
    expect([body.total.raised, body.previous.raised, body.previous.key]).toEqual([1, 5, {}]);
    expect((await read("alarms", april)).body.previous).toBeUndefined();
    const wrong = await read("alarms", `${april}&compare=next`);
    expect([wrong.status, wrong.body.errors[0].path]).toEqual([422, "/query/compare"]);
  });

  test("a cell links to its alarms by the same filters", async () => {
    for (const filter of ["regionCode=350582102", "placeType=school", "type=temperatureOver", "class=warning"]) {
      const { body } = await read("alarms", `${span}&by=type&${filter}`);
      const list = (await (await hub.call("GET", `/api/v1/alarms?${filter}`)).json()) as {
        items: { receivedAt: string }[];
      };
      const inMarch = list.items.filter(({ receivedAt }) => receivedAt.startsWith("2026-03"));
      expect([filter, body.total.raised]).toEqual([filter, inMarch.length]);
    }
    expect((await read("alarms", `${span}&operatorId=op-01`)).body.total.raised).toBe(2);
    expect((await read("alarms", `${span}&unitId=unit-none`)).body.total.raised).toBe(0);
  });

  test("SEC-AZ-03: who sees a part counts a part, and nothing of what lies outside of it", async () => {
    const { headers } = ofUnit2;
    const own = await read("alarms", `${span}&by=unitId`, headers);
    expect(own.body.items.map(({ key, raised }: Record<string, unknown>) => [key, raised])).toEqual([
      [{ unitId: "unit-0002" }, 3],
    ]);
    const foreign = await read("alarms", `${span}&by=unitId&unitId=unit-0001`, headers);
    expect([foreign.body.items, foreign.body.total.raised]).toEqual([[], 0]);
    expect((await read("alarm-quality", `${span}&unitId=unit-0001`, headers)).body).toMatchObject({ alarms: 0 });
  });

  test("what people did is counted from the stored life, and its mean is told", async () => {
    const act = (path: string, body: object) =>
      people.ask("POST", path, body, officer.headers, path.replace("al-3", "{id}"));
    expect((await act("/api/v1/alarms/al-3/acknowledge", {})).status).toBe(200);
    expect((await act("/api/v1/alarms/al-3/close", { reason: "false", text: "误报" })).status).toBe(200);
    const { body } = await read("alarms", `${span}&by=month&unitId=unit-0002`);
    expect(body.total).toMatchObject({ raised: 3, acknowledged: 1, closed: 1, false: 1 });
    expect(body.total.meanAcknowledgeSeconds).toBeGreaterThan(0);
    // One alone is its own mean and its own nine of ten; it was received in March: nobody was in time.
    expect(body.total.p90AcknowledgeSeconds).toBe(body.total.meanAcknowledgeSeconds);
    expect([body.total.acknowledgedInTime, body.total.rectifiedInTime]).toEqual([0, 0]);
    expect(body.items[0]).toMatchObject({ ...body.total, key: { month: "2026-03" } });
  });

  test("what is acknowledged at once is in time, as long as the caller says so", async () => {
    const now = Date.now();
    const item = { ...alarm, id: "al-now", type: "smoke", occurredAt: new Date(now).toISOString() };
    const sent = { ...item, receivedAt: new Date(now - 60_000).toISOString() };
    expect(await (await hub.call("POST", "/api/v1/alarms", { items: [sent] })).text()).not.toContain("refused");
    const path = "/api/v1/alarms/al-now/acknowledge";
    expect((await people.ask("POST", path, {}, officer.headers, "/api/v1/alarms/{id}/acknowledge")).status).toBe(200);
    const time = (ms: number): string => encodeURIComponent(new Date(ms).toISOString());
    const around = `from=${time(now - 3_600_000)}&to=${time(now + 3_600_000)}&type=smoke`;
    const inTime = async (more: string): Promise<number> =>
      (await read("alarms", `${around}${more}`)).body.total.acknowledgedInTime;
    expect([await inTime("&acknowledgeWithin=86400"), await inTime("&acknowledgeWithin=59")]).toEqual([1, 0]);
  });
});

test("EF-4.3, ISA-18.2: load, chattering, top sources, standing", async () => {
  const { status, body } = await read("alarm-quality", span);
  expect(status).toBe(200);
  expect(body).toMatchObject({ from: "2026-03-01T00:00:00+08:00", to: "2026-04-01T00:00:00+08:00", officers: 1 });
  expect(body).toMatchObject({ alarms: 5, floods: 0, chattering: 1, topClassShare: 0.8 });
  expect(body.perOfficerTenMinutes).toBeCloseTo(5 / (31 * 144), 12);
  expect(body.topSources[0]).toEqual({ deviceId: "dev-2", type: "temperatureOver", count: 7 });
  // Closing one cleared it later than the end of March: it stood then.
  expect([body.standing, body.staleOver24h]).toEqual([5, 4]);
  const future = "from=2096-03-01T00:00:00%2B08:00&to=2096-03-02T00:00:00%2B08:00";
  expect((await read("alarm-quality", future)).body).toMatchObject({ alarms: 0, perOfficerTenMinutes: 0 });
});

test("EF-4.3: what cannot be counted is refused, and told why", async () => {
  const refused = async (name: string, query: string): Promise<string> => {
    const { status, body } = await read(name, query);
    expect([query, status]).toEqual([query, 422]);
    return body.errors[0].path;
  };
  const year = "from=2026-01-01T00:00:00%2B08:00&to=2027-01-01T00:00:00%2B08:00";
  const from = "from=2026-03-01T00:00:00%2B08:00";
  for (const name of ["alarms", "alarm-quality"]) {
    expect(await refused(name, "")).toBe("/query/from");
    expect(await refused(name, from)).toBe("/query/to");
    expect(await refused(name, `${from}&to=2026-03-01`)).toBe("/query/to");
    expect(await refused(name, `${from}&to=2026-03-01T00:00:00%2B08:00`)).toBe("/query/to");
    expect(await refused(name, `from=2026-03-01T00:00:00%2B08:00&to=2033-01-01T00:00:00%2B08:00`)).toBe("/query/to");
    expect(await refused(name, `${span}&unitId=%20`)).toBe("/query/unitId");
    expect(await refused(name, `${span}&operatorId=a%20b`)).toBe("/query/operatorId");
    expect(await refused(name, `${span}&nobody=1`)).toBe("/query/");
    expect(await refused(name, `${span}&${from}`)).toBe("/query/from");
  }
  expect(await refused("alarms", `${year}&by=hour`)).toBe("/query/to");
  expect(await refused("alarms", `from=2026-01-01T00:00:00Z&to=2027-01-03T00:00:00Z&by=day`)).toBe("/query/to");
  for (const wrong of ["0", "604801", "soon", "1.5", "-1"])
    expect(await refused("alarms", `${span}&acknowledgeWithin=${wrong}`)).toBe("/query/acknowledgeWithin");
  expect(await refused("alarms", `${span}&by=month,day`)).toBe("/query/by");
  expect(await refused("alarms", `${span}&by=type,type`)).toBe("/query/by");
  expect(await refused("alarms", `${span}&by=colour`)).toBe("/query/by");
  expect(await refused("alarms", `${span}&by=type,class,severity,unitId,month`)).toBe("/query/by");
  expect(await refused("alarms", `${span}&regionCode=35`)).toBe("/query/regionCode");
  expect(await refused("alarms", `${span}&placeType=a%20b`)).toBe("/query/placeType");
  expect(await refused("alarm-quality", `${span}&by=type`)).toBe("/query/");
});

test("SEC-AZ-05: whom statistics are not for is refused", async () => {
  const guard = await people.invited("auditAdministrator");
  const reading = await people.key(["alarms:read"]);
  for (const name of ["alarms", "alarm-quality"]) {
    expect((await read(name, span, guard.headers)).status).toBe(403);
    expect((await read(name, span, reading)).status).toBe(403);
    expect((await read(name, span, { authorization: "Bearer da_00000000" })).status).toBe(401);
  }
});
