import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Answer, type DoorCall, openDoorCall } from "./door-call.ts";
import { alarm, component, device, operator, unit } from "./http-fixture.ts";

let door: DoorCall;
const put = async (plural: string, ...items: readonly object[]): Promise<void> => {
  const { body } = await door.call("POST", `/api/v1/${plural}`, { items });
  const refused = body.results.filter(({ status }: { status: string }) => status === "refused");
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
};
beforeAll(async () => {
  door = await openDoorCall();
  await put("operators", operator);
  await put("units", unit, { ...unit, id: "unit-2" }, { ...unit, id: "unit-0001a" });
}, 60_000);
afterAll(() => door?.end());

const path = (id = "unit-0001"): string => `/api/v1/units/${id}/acceptances`;
const accept = (id?: string, key?: string, notes = "现场核对"): Promise<Answer> =>
  door.call("POST", path(id), { notes }, key === undefined ? {} : { key });
const list = (query = "", id?: string): Promise<Answer> => door.call("GET", `${path(id)}${query}`);

test("EF-5.1: while a fault is open the acceptance is refused and names each; then there is a record of it", async () => {
  await put("devices", { ...device, status: "fault" });
  await put("components", { ...component, status: "fault" });
  await put("alarms", { ...alarm, type: "commFault", state: "raised", id: "al-1" });
  const refused = await accept();
  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({ code: "not-acceptable", detail: expect.stringContaining("3 things") });
  const named = refused.body.errors.map((one: Record<string, string>) => `${one.code} ${one.path} ${one.clause}`);
  expect(named.sort()).toEqual([
    "componentFault /components/dev-889:1 EF-5.1",
    "deviceFault /devices/dev-889 EF-5.1",
    "openFault /alarms/al-1 EF-5.1",
  ]);
  expect((await list()).body).toEqual({ items: [], next: null });

  await put("devices", device);
  await put("components", component);
  await put("alarms", { ...alarm, type: "commFault", state: "cleared", id: "al-1" });
  const made = await accept();
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ unitId: "unit-0001", notes: "现场核对", deviceCount: 1, adviceCount: 2 });
  expect(made.body.devices).toEqual([{ id: device.id, name: device.name, type: device.type, modelId: null }]);
  expect(made.body.advice.map(({ reason }: { reason: string }) => reason)).toEqual(["noInstallationFile", "noModel"]);
  expect(made.headers.get("location")).toBe(`${path()}/${made.body.id}`);
  expect((await door.call("GET", `${path()}/${made.body.id}`)).body).toEqual(made.body);

  expect(made.body.number).toMatch(/^YSJL-20\d\d-0001$/);

  // What comes later changes nothing of it.
  await put("devices", { ...device, name: "另一名称", status: "fault" });
  expect((await door.call("GET", `${path()}/${made.body.id}`)).body).toEqual(made.body);
  expect((await accept()).status).toBe(409);
  await put("devices", device);
  const auditor = await door.door.addKey({ role: "auditAdministrator" });
  const audit = await door.call("GET", "/api/v1/audit?act=acceptance.create", undefined, { key: auditor });
  expect(audit.body.items).toMatchObject([{ object: `acceptance:${made.body.id}`, reason: "unit:unit-0001" }]);
});

test("records of a unit come newest first, page by page, in a span of time, and never those of another unit", async () => {
  await put("devices", { ...device, id: "dev-a", unitId: "unit-0001a" });
  const ids: string[] = [(await list()).body.items[0].id];
  for (const notes of ["二", "三"]) {
    await setTimeout(5);
    ids.unshift((await accept(undefined, undefined, notes)).body.id);
  }
  expect((await accept("unit-0001a")).status).toBe(201);
  const all = (await list()).body.items;
  expect(all.map(({ id }: { id: string }) => id)).toEqual(ids);
  expect(all[0]).not.toHaveProperty("devices");
  const first = await list("?limit=2");
  expect(first.body.items.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 2));
  const second = await list(`?limit=2&cursor=${first.body.next}`);
  expect([second.body.items.map(({ id }: { id: string }) => id), second.body.next]).toEqual([ids.slice(2), null]);
  const at = encodeURIComponent(all[1].at);
  expect((await list(`?from=${at}`)).body.items.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 2));
  expect((await list(`?to=${at}`)).body.items.map(({ id }: { id: string }) => id)).toEqual(ids.slice(2));
});

test("EF-5.1: acceptances at the same time get numbers without a gap or a double; those that are refused take none", async () => {
  const before = [...(await list()).body.items, ...(await list("", "unit-0001a")).body.items];
  const answers = await Promise.all(
    ["unit-0001", "unit-2", "unit-0001a", "unit-0001", "unit-2"].map((id) => accept(id)),
  );
  expect(answers.map(({ status }) => status)).toEqual([201, 409, 201, 201, 409]);
  const made = answers.filter(({ status }) => status === 201).map(({ body }) => body);
  const all = [...before, ...made].map(({ number }) => Number(number.slice(-4)));
  expect(all.sort((a, b) => a - b)).toEqual(all.map((_, n) => n + 1));
});

test("what cannot be asked is refused, with where", async () => {
  const scoped = await door.door.addKey({ scope: { units: ["unit-2"] } });
  const [made] = (await list()).body.items;
  const refused: readonly (readonly [Promise<Answer>, number])[] = [
    [accept("nobody"), 404],
    [accept("a%20b"), 404],
    [accept("unit-0001", scoped), 404],
    [accept("unit-2", await door.door.addKey({ role: "vendorEngineer" })), 403],
    [accept("unit-2", ""), 401],
    [accept("unit-2", scoped), 409],
    [door.call("POST", path(), {}), 422],
    [door.call("POST", path(), { notes: "x".repeat(2_001) }), 422],
    [door.call("POST", path(), { notes: "x", by: "somebody" }), 422],
    [list("?cursor=x"), 422],
    [list("?from=yesterday"), 422],
    [door.call("GET", `${path()}/acceptance-1`), 404],
    [door.call("GET", `${path("unit-2")}/${made.id}`), 404],
    [door.call("GET", `${path()}/${made.id}`, undefined, { key: scoped }), 404],
  ];
  for (const [n, [answer, status]] of refused.entries()) expect((await answer).status, String(n)).toBe(status);
});
