import { afterAll, beforeAll, expect, test } from "vitest";
import { invite, type Person, platformOf } from "./alarm-people.ts";
import { alarm, openTestHub, putPlace, type TestHub } from "./http-fixture.ts";
import { openPeople, type People } from "./http-people.ts";
import { figure } from "./registry.ts";

let hub: TestHub;
let people: People;
let key: Person;
let chen: Person;
let lin: Person;
let bounded: Person;
let fitter: Person;
let auditor: Person;
beforeAll(async () => {
  hub = await openTestHub();
  await putPlace(hub);
  people = await openPeople(hub);
  key = platformOf(people, hub);
  chen = await invite(people, "陈伟", "dutyOfficer");
  lin = await invite(people, "林静", "dutyOfficer");
  bounded = await invite(people, "王磊", "dutyOfficer", { units: ["unit-0009"] });
  fitter = await invite(people, "赵强", "operatorUser");
  auditor = await invite(people, "李审", "auditAdministrator");
}, 60_000);
afterAll(() => hub?.end());

const audited = async (act: string) => (await auditor.ask("GET", `/api/v1/audit?act=${act}`)).body.items;
const give = (who: Person, notes = "小布林养老院告警已派单") =>
  who.ask("POST", "/api/v1/duty/handovers", { isSoundTested: true, notes });
const take = (who: Person, id: string) =>
  who.ask("POST", `/api/v1/duty/handovers/${id}/take`, undefined, "/api/v1/duty/handovers/{id}/take");

test("EF-5.9: a shift is handed over with what stands open, counted by the hub, and another officer signs", async () => {
  const items = ["a", "b", "c"].map((id) => ({ ...alarm, id }));
  await key.ask("POST", "/api/v1/alarms", { items });
  await chen.act("b", "shelve", { minutes: 5, reason: "施工" });
  await chen.act("c", "acknowledge", {});
  await chen.act("c", "close", { reason: "test", text: "测试" });
  const given = await give(chen);
  expect([given.status, given.headers.get("location")]).toEqual([201, `/api/v1/duty/handovers/${given.body.id}`]);
  expect(given.body).toMatchObject({ open: 2, shelved: 1, overdue: 0, silentDevices: 0, takenBy: null, takenAt: null });
  expect(given.body.givenBy).toEqual({ kind: "person", id: chen.id, name: "陈伟" });
  expect([(await take(chen, given.body.id)).body.code, (await take(chen, given.body.id)).status]).toEqual([
    ...["same-person", 409],
  ]);
  const taken = await take(lin, given.body.id);
  expect(taken.body).toMatchObject({ givenBy: { name: "陈*" }, takenBy: { id: lin.id, name: "林静" } });
  expect((await take(lin, given.body.id)).body.code).toBe("wrong-state");
  expect((await audited("duty.give")).map(({ object }) => object)).toEqual([`handover:${given.body.id}`]);
  expect((await audited("duty.take")).map(({ actor }) => actor)).toEqual([`account:${lin.id}`]);
});

test("EF-5.9: of two officers who sign at once one has it", async () => {
  const { body } = await give(chen);
  const third = await invite(people, "孙立", "dutyOfficer");
  const both = await Promise.all([take(lin, body.id), take(third, body.id)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
}, 20_000);

test("EF-5.9: handovers are listed newest first, by time, in pages", async () => {
  const before = new Date();
  for (const notes of ["一", "二", "三"]) await give(chen, notes);
  const list = async (who: Person, query: string) => (await who.ask("GET", `/api/v1/duty/handovers?${query}`)).body;
  const from = encodeURIComponent(before.toISOString());
  expect((await list(fitter, `from=${from}`)).items.map(({ notes }) => notes)).toEqual(["三", "二", "一"]);
  expect((await list(fitter, `to=${from}`)).items.map(({ notes }) => notes)).not.toContain("一");
  const first = await list(chen, `from=${from}&limit=2`);
  expect(first.items.map(({ notes }) => notes)).toEqual(["三", "二"]);
  const second = await list(chen, `from=${from}&limit=2&cursor=${first.next}`);
  expect([second.items.map(({ notes }) => notes), second.next]).toEqual([["一"], null]);
  for (const bad of ["limit=0", "cursor=x", "from=now", "nobody=1"])
    expect((await chen.ask("GET", `/api/v1/duty/handovers?${bad}`)).status, bad).toBe(422);
});

test("SEC-AZ-03: who sees a part of the tenant counts that part, and sees no other's handovers", async () => {
  const whole = await give(chen);
  const own = await give(bounded);
  expect(own.body).toMatchObject({ open: 0, shelved: 0 });
  const { items } = (await bounded.ask("GET", "/api/v1/duty/handovers")).body;
  expect(items.map(({ id }) => id)).toEqual([own.body.id]);
  expect((await take(bounded, whole.body.id)).status).toBe(404);
  for (const id of ["nobody", "%00", "x".repeat(65)]) expect((await take(chen, id)).status).toBe(404);
});

test("SEC-AZ-05, SEC-API-05: only duty officers hand over, and only as the document has it", async () => {
  for (const who of [fitter, auditor, key]) expect((await give(who)).status).toBe(403);
  for (const body of [
    {},
    { isSoundTested: "yes", notes: "" },
    { isSoundTested: true, notes: "x".repeat(2_001) },
    { isSoundTested: true, notes: "", open: 0 },
  ])
    expect((await chen.ask("POST", "/api/v1/duty/handovers", body)).status).toBe(422);
});

const beat = (who: Person, more: object = {}) =>
  who.ask("POST", "/api/v1/duty/watch", { consoleId: "console-1", isSoundOn: true, isVisible: true, ...more });

test("EF-4.2: a console that is armed and visible watches; that it begins and that nobody watches is audited, once", async () => {
  expect((await beat(chen, { isSoundOn: false })).status).toBe(204);
  expect((await beat(chen, { isVisible: false })).status).toBe(204);
  expect(await figure(hub, "dianan_duty_watchers")).toBe(0);
  expect(await audited("duty.watch")).toEqual([]);
  for (let n = 0; n < 3; n += 1) expect((await beat(chen)).status).toBe(204);
  expect((await beat(lin)).status).toBe(204);
  expect(await figure(hub, "dianan_duty_watchers")).toBe(2);
  expect((await audited("duty.watch")).map(({ actor }) => actor)).toEqual([`account:${lin.id}`, `account:${chen.id}`]);
  await beat(chen, { isVisible: false });
  expect(await audited("duty.unwatched")).toEqual([]);
  await beat(lin, { isSoundOn: false });
  expect(await figure(hub, "dianan_duty_watchers")).toBe(0);
  expect((await audited("duty.unwatched")).map(({ actor }) => actor)).toEqual(["hub"]);
  for (const bad of [{ consoleId: "a b" }, { isSoundOn: 1 }, { more: 1 }])
    expect((await beat(chen, bad)).status).toBe(422);
  for (const who of [fitter, key]) expect((await beat(who)).status).toBe(403);
});

test("EF-4.4.1, CP-3.4.1: how fast alarms were shown becomes a metric, never better than it was", async () => {
  const report = (buckets: unknown) => chen.ask("POST", "/api/v1/duty/latency", { consoleId: "console-1", buckets });
  expect(
    (
      await report([
        { upToMs: 150, count: 3 },
        { upToMs: 20_000, count: 2 },
        { upToMs: 20_001, count: 1 },
      ])
    ).status,
  ).toBe(204);
  const text = await (await hub.call("GET", "/metrics")).text();
  const below = (bound: string) =>
    Number(new RegExp(`dianan_alarm_shown_ms_bucket\\{le="${bound.replace("+", "\\+")}"\\} (\\d+)`).exec(text)?.[1]);
  expect([below("100"), below("200"), below("20000"), below("60000"), below("+Inf")]).toEqual([0, 3, 5, 6, 6]);
  for (const bad of [
    [],
    [{ upToMs: 0, count: 1 }],
    [{ upToMs: 1 }],
    [{ upToMs: 1, count: -1 }],
    [{ upToMs: 1, count: 2_000_000 }],
  ])
    expect((await report(bad)).status).toBe(422);
});
