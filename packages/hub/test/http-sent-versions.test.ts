import { afterAll, beforeAll, expect, test } from "vitest";
import { alarm, openTestHub, putPlace, type TestHub, unit } from "./http-fixture.ts";
import { openPeople } from "./http-people.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
  await putPlace(hub);
}, 20_000);
afterAll(() => hub?.end());

const push = async (plural: string, items: readonly object[], key = hub.key): Promise<readonly object[]> => {
  const response = await hub.call("POST", `/api/v1/${plural}`, { items }, { authorization: `Bearer ${key}` });
  expect([200, 202]).toContain(response.status);
  return ((await response.json()) as { results: readonly object[] }).results;
};
const nameOf = async (id: string): Promise<unknown> =>
  ((await (await hub.call("GET", `/api/v1/units/${id}`)).json()) as { name?: unknown }).name;
const at = (minute: number): string => `2026-01-02T11:${String(minute).padStart(2, "0")}:00+08:00`;

test("CS-ORDER-02: in one push the higher version holds wherever it stands", async () => {
  const mine = { ...unit, id: "unit-batch" };
  const results = await push("units", [
    { ...mine, name: "三", version: 3 },
    { ...mine, name: "一", version: 1 },
    { ...mine, name: "四", version: 4 },
  ]);
  expect(results).toMatchObject([
    { status: "created" },
    { status: "unchanged", superseded: true },
    { status: "updated" },
  ]);
  expect(await nameOf("unit-batch")).toBe("四");
});

test("CS-ORDER-02: the same version with other content is taken, and so is what says no version", async () => {
  const mine = { ...unit, id: "unit-same", version: 5 };
  await push("units", [{ ...mine, name: "甲" }]);
  expect(await push("units", [{ ...mine, name: "乙" }])).toMatchObject([{ status: "updated" }]);
  const { version: _, ...bare } = mine;
  expect(await push("units", [{ ...bare, name: "丙" }])).toMatchObject([{ status: "updated" }]);
  expect(await nameOf("unit-same")).toBe("丙");
});

test("CS-ORDER-02: an unchanged record raises the version all the same, and one that is refused does not", async () => {
  const mine = { ...unit, id: "unit-un" };
  await push("units", [{ ...mine, version: 1 }]);
  expect(await push("units", [{ ...mine, version: 8 }])).toMatchObject([{ status: "unchanged" }]);
  expect(await push("units", [{ ...mine, name: "迟到", version: 7 }])).toMatchObject([{ superseded: true }]);
  expect(await push("units", [{ ...mine, operatorId: "nobody", version: 20 }])).toMatchObject([{ status: "refused" }]);
  expect(await push("units", [{ ...mine, name: "九", version: 9 }])).toMatchObject([{ status: "updated" }]);
});

test("CS-ORDER-02: what was deleted does not come back by a late push, even if it had never come", async () => {
  const mine = { ...unit, id: "unit-gone" };
  await push("units", [{ ...mine, version: 1 }]);
  await push("units", [{ id: "unit-gone", version: 3, deleted: true }]);
  expect(await push("units", [{ ...mine, version: 2 }])).toMatchObject([{ status: "unchanged", superseded: true }]);
  expect((await hub.call("GET", "/api/v1/units/unit-gone")).status).toBe(404);
  expect(await push("units", [{ ...mine, version: 4 }])).toMatchObject([{ status: "created" }]);

  expect(await push("units", [{ id: "unit-never", version: 2, deleted: true }])).toMatchObject([
    { status: "refused", problem: { code: "not-found" } },
  ]);
  expect(await push("units", [{ ...mine, id: "unit-never", version: 1 }])).toEqual([
    { id: "unit-never", status: "unchanged", superseded: true },
  ]);
  expect((await hub.call("GET", "/api/v1/units/unit-never")).status).toBe(404);
});

test("a sender that counts anew, as after a restore, is heard by its later times; one whose times are older is not", async () => {
  const mine = { ...unit, id: "unit-anew" };
  await push("units", [{ ...mine, version: 90, updatedAt: at(10) }]);
  expect(await push("units", [{ ...mine, name: "旧", version: 5, updatedAt: at(9) }])).toMatchObject([
    { superseded: true },
  ]);
  expect(await push("units", [{ ...mine, name: "新", version: 5, updatedAt: at(11) }])).toMatchObject([
    { status: "updated" },
  ]);
  expect(await push("units", [{ ...mine, name: "六", version: 6, updatedAt: at(12) }])).toMatchObject([
    { status: "updated" },
  ]);
});

test("CS-ORDER-02: versions are of one sender: another one's count starts where it likes; an alarm is held alike", async () => {
  const people = await openPeople(hub);
  const key = await people.key(["records:read", "records:write", "alarms:write"]);
  const other = String(key.authorization).replace("Bearer ", "");
  const mine = { ...unit, id: "unit-two" };
  await push("units", [{ ...mine, version: 7 }]);
  expect(await push("units", [{ ...mine, name: "乙", version: 1 }], other)).toMatchObject([{ status: "updated" }]);
  expect(await push("units", [{ ...mine, name: "甲", version: 6 }])).toMatchObject([{ superseded: true }]);

  const late = { ...alarm, id: "al-late" };
  await push("alarms", [{ ...late, state: "cleared", version: 2 }]);
  expect(await push("alarms", [{ ...late, state: "raised", version: 1 }])).toMatchObject([
    { status: "unchanged", superseded: true },
  ]);
  const kept = (await (await hub.call("GET", "/api/v1/alarms/al-late")).json()) as { state: string };
  expect(kept.state).toBe("cleared");
});

test("CS-ORDER-02: a push that comes late changes nothing, and is taken as superseded; so it is after a restart", {
  timeout: 40_000,
}, async () => {
  const mine = { ...unit, id: "unit-late" };
  const second = { ...mine, name: "第二版", version: 2, updatedAt: at(2) };
  expect(await push("units", [second])).toEqual([{ id: "unit-late", status: "created", version: 1 }]);
  const late = { ...mine, name: "第一版", version: 1, updatedAt: at(1) };
  const superseded = [{ id: "unit-late", status: "unchanged", version: 1, superseded: true }];
  expect(await push("units", [late])).toEqual(superseded);
  hub = await hub.restart();
  expect(await push("units", [late])).toEqual(superseded);
  expect(await push("units", [{ ...late, deleted: true }])).toEqual(superseded);
  expect(await nameOf("unit-late")).toBe("第二版");
  const changes = (await (await hub.call("GET", "/api/v1/changes?limit=500")).json()) as { items: { id: string }[] };
  expect(changes.items.filter(({ id }) => id === "unit-late")).toHaveLength(1);
});
