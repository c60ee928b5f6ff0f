import { afterAll, beforeAll, expect, test } from "vitest";
import { type DoorCall, openDoorCall } from "./door-call.ts";
import { alarm, component, device, operator, unit } from "./http-fixture.ts";

let door: DoorCall;
/** A department guide's bounds (PL-4): schools of the county 350582. */ let schools = "";
beforeAll(async () => {
  door = await openDoorCall();
  schools = await door.door.addKey({ scope: { regions: ["350582"], placeTypes: ["school"] } });
  const put = async (plural: string, items: readonly object[]): Promise<void> => {
    const { status, body } = await door.call("POST", `/api/v1/${plural}`, { items });
    const refused = (body.results as { status: string }[]).filter((one) => one.status === "refused");
    if (status !== 200 || refused.length > 0) throw new Error(`${plural}: ${status} ${JSON.stringify(body)}`);
  };
  await put("operators", [operator, { ...operator, id: "op-02", name: "晋江消防技术", address: "曾林" }]);
  await put("units", [
    { ...unit, id: "u-school", placeType: "school", regionCode: "350582101200", name: "灵水小学", community: "灵水" },
    { ...unit, id: "u-factory", placeType: "industry", regionCode: "350582101", operatorId: "op-02" },
    { ...unit, id: "u-far", placeType: "school", regionCode: "350583" },
  ]);
  await put("devices", [
    { ...device, id: "d-school", unitId: "u-school", protocol: "gb26875", wireAddress: "889", name: "教学楼" },
    { ...device, id: "d-factory", unitId: "u-factory", operatorId: "op-02", type: "chargingPile" },
    { ...device, id: "d-far", unitId: "u-far" },
  ]);
  await put("components", [
    { ...component, id: "c-1", deviceId: "d-school", status: "fault" },
    { ...component, id: "c-2", deviceId: "d-factory", status: "fault" },
    { ...component, id: "c-3", deviceId: "d-far", status: "normal" },
  ]);
  const at = (n: number) => ({
    occurredAt: `2026-01-0${n}T11:00:00+08:00`,
    receivedAt: `2026-01-0${10 - n}T11:00:00Z`,
  });
  await put("alarms", [
    { ...alarm, id: "al-1", ...at(1), deviceId: "d-school", unitId: "u-school" },
    { ...alarm, id: "al-2", ...at(2), deviceId: "d-factory", unitId: "u-factory", type: "commFault" },
    { ...alarm, id: "al-3", ...at(3), deviceId: "d-far", unitId: "u-far", severity: "low" },
    { ...alarm, id: "al-4", ...at(4), deviceId: "d-school", unitId: "u-school", type: "commFault", state: "cleared" },
  ]);
}, 20_000);
afterAll(() => door?.end());

const ids = async (path: string, key?: string): Promise<readonly string[]> => {
  const found: string[] = [];
  let next: string | null = null;
  do {
    const cursor: string = next === null ? "" : `&cursor=${next}`;
    const { status, body } = await door.call("GET", `/api/v1/${path}&limit=1${cursor}`, undefined, {
      ...(key === undefined ? {} : { key }),
    });
    expect(status, JSON.stringify(body)).toBe(200);
    found.push(...(body.items as { id: string }[]).map(({ id }) => id));
    next = body.next as string | null;
  } while (next !== null);
  return found;
};

test.each([
  ["operators?q=消防 晋江", ["op-02"]],
  ["operators?q=%E5%AD%98%E5%9C%A8%E5%90%97", []],
  ["units?q=灵水", ["u-factory", "u-far", "u-school"]],
  ["units?q=灵水小学", ["u-school"]],
  ["units?q=U-SCHOOL", ["u-school"]],
  ["units?operatorId=op-02", ["u-factory"]],
  ["units?regionCode=350582", ["u-factory", "u-school"]],
  ["units?regionCode=350500", ["u-factory", "u-far", "u-school"]],
  ["units?regionCode=350582101000", ["u-factory", "u-school"]],
  ["units?regionCode=350582101200", ["u-school"]],
  ["units?regionCode=360000", []],
  ["units?placeType=school&regionCode=350582", ["u-school"]],
  ["units?placeType=school&operatorId=op-02", []],
  ["devices?q=889", ["d-school"]],
  ["devices?operatorId=op-02", ["d-factory"]],
  ["devices?type=chargingPile", ["d-factory"]],
  ["devices?type=electricalFireMonitor&unitId=u-far", ["d-far"]],
  ["components?status=fault", ["c-1", "c-2"]],
  ["components?status=fault&deviceId=d-school", ["c-1"]],
  ["alarms?type=commFault", ["al-2", "al-4"]],
  ["alarms?severity=low", ["al-3"]],
  ["alarms?severity=critical&type=residualCurrentOver", ["al-1"]],
  ["alarms?regionCode=350582&state=raised", ["al-1", "al-2"]],
  ["alarms?placeType=school", ["al-1", "al-3", "al-4"]],
  ["alarms?placeType=school&regionCode=350583", ["al-3"]],
  ["alarms?occurredFrom=2026-01-02T03:00:00Z&occurredTo=2026-01-04T03:00:00Z", ["al-3", "al-2"]],
  ["alarms?occurredFrom=2026-01-02T03:00:00Z&type=commFault", ["al-4", "al-2"]],
])("EF-4.3, PL-4: %s lists what it names, page by page", async (path, wanted) => {
  expect(await ids(path)).toEqual(wanted);
});

test.each([
  ["units?regionCode=350500", ["u-school"]],
  ["units?q=灵水", ["u-school"]],
  ["units?operatorId=op-02", []],
  ["devices?type=chargingPile", []],
  ["devices?operatorId=op-01", ["d-school"]],
  ["components?status=fault", ["c-1"]],
  ["alarms?type=commFault", ["al-4"]],
  ["alarms?placeType=school", ["al-1", "al-4"]],
  ["alarms?occurredFrom=2026-01-01T00:00:00Z", ["al-4", "al-1"]],
  ["operators?q=消防", []],
])("SEC-AZ-03: a filter shows nobody more than their bounds do: %s", async (path, wanted) => {
  expect(await ids(path, schools)).toEqual(wanted);
});

test("SEC-AZ-03: a county's code filled up with zeros, as in the statistics' lists, is a bound like any other", async () => {
  const town = await door.door.addKey({ scope: { regions: ["350582101000"] } });
  expect(await ids("units?q=灵水", town)).toEqual(["u-factory", "u-school"]);
  const other = await door.door.addKey({ scope: { regions: ["350582110000"] } });
  expect(await ids("units?q=灵水", other)).toEqual([]);
});

test.each([
  "units?q=",
  "units?q=%20%20",
  `units?q=${"长".repeat(101)}`,
  `units?q=${"a+".repeat(11)}`,
  "units?q=a&q=b",
  "units?regionCode=3505",
  "units?regionCode=350582%25",
  "units?regionCode=050582",
  "units?placeType=",
  "units?operatorId=a%20b",
  "units?type=school",
  "devices?regionCode=350582",
  "components?q=a",
  "alarms?q=a",
  "alarms?severity=%27",
  "alarms?occurredFrom=yesterday",
  "alarms?occurredTo=2026-02-30T00:00:00Z",
  "alarms?operatorId=op-01",
])("SEC-API-05: a filter that is wrong or not of this list is refused, never ignored: %s", async (path) => {
  const { status, body } = await door.call("GET", `/api/v1/${path}`);
  expect(status).toBe(422);
  expect(body.errors[0].path).toMatch(/^\/query\//);
});

test("a cursor of one order is refused in the other", async () => {
  const received = (await door.call("GET", "/api/v1/alarms?limit=1")).body.next as string;
  const occurred = (await door.call("GET", "/api/v1/alarms?limit=1&occurredFrom=2026-01-01T00:00:00Z")).body
    .next as string;
  for (const path of [
    `alarms?limit=1&occurredFrom=2026-01-01T00:00:00Z&cursor=${received}`,
    `alarms?limit=1&cursor=${occurred}`,
  ])
    expect((await door.call("GET", `/api/v1/${path}`)).status).toBe(422);
});
