import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { invite, type Person, platformOf } from "./alarm-people.ts";
import { alarm, openTestHub, putPlace, type TestHub, unit } from "./http-fixture.ts";
import { openPeople } from "./http-people.ts";

let hub: TestHub;
let key: Person;
let chen: Person;
let lin: Person;
let tenant: Person;
let fitter: Person;
let auditor: Person;
beforeAll(async () => {
  hub = await openTestHub();
  await putPlace(hub);
  const other = { ...unit, id: "unit-0002", name: "另一单位" };
  await hub.call("POST", "/api/v1/units", { items: [other] });
  const people = await openPeople(hub);
  key = platformOf(people, hub);
  chen = await invite(people, "陈伟", "dutyOfficer");
  lin = await invite(people, "林静", "dutyOfficer");
  tenant = await invite(people, "王磊", "unitUser", { units: ["unit-0002"] });
  auditor = await invite(people, "李审", "auditAdministrator");
  fitter = await invite(people, "赵强", "operatorUser");
}, 60_000);
afterAll(() => hub?.end());

let made = 0;
/** A new alarm; its id. */
const raise = async (more: object = {}): Promise<string> => {
  made += 1;
  const item = { ...alarm, id: `al-${made}`, ...more };
  const { status, body } = await key.ask("POST", "/api/v1/alarms", { items: [item] });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return item.id;
};
const act = (who: Person, id: string, name: string, body: unknown) => who.act(id, name, body);
const read = (who: Person, id: string) => who.ask("GET", `/api/v1/alarms/${id}`, undefined, "/api/v1/alarms/{id}");
const timeline = async (who: Person, id: string, query = "") =>
  who.ask("GET", `/api/v1/alarms/${id}/timeline${query}`, undefined, "/api/v1/alarms/{id}/timeline");
const kinds = async (id: string) => (await timeline(chen, id)).body.items.map(({ kind }) => kind);
const failed = async (answer: ReturnType<typeof act>) => {
  const { status, body } = await answer;
  return [status, body.code];
};

describe("the way of an alarm over the API", () => {
  test("EF-5.3: acknowledged, assigned, advised, rectified, recovered, closed; each step is told and audited", async () => {
    const id = await raise();
    const first = await act(chen, id, "acknowledge", { note: "已电话联系现场" });
    expect([first.status, first.headers.get("etag"), first.body.version]).toEqual([200, '"2"', 2]);
    expect(first.body.handling).toMatchObject({
      stage: "acknowledged",
      acknowledgedVia: "web",
      acknowledgedBy: { kind: "person", id: chen.id, name: "陈伟" },
      isOverdue: false,
      commentCount: 0,
    });
    await act(chen, id, "assign", { assigneeId: fitter.id, note: "请今天到场" });
    const advised = await act(fitter, id, "advise", { text: "更换 5 回路末端线缆" });
    expect(advised.body.handling).toMatchObject({
      assignee: { id: fitter.id, name: "赵强" },
      advice: { text: "更换 5 回路末端线缆" },
    });
    const rectified = await act(fitter, id, "rectify", { text: "已更换", rectifiedAt: new Date().toISOString() });
    expect(rectified.body.handling.stage).toBe("rectified");
    expect(await failed(act(fitter, id, "close", { reason: "resolved", text: "正常" }))).toEqual([
      409,
      "value-still-over",
    ]);
    const gone = await act(chen, id, "confirm-recovery", { note: "现场复测 68 mA" });
    expect(gone.body).toMatchObject({ state: "cleared", handling: { stage: "rectified" } });
    const closed = await act(chen, id, "close", { reason: "resolved", text: "复测正常" });
    expect(closed.body.handling).toMatchObject({ stage: "closed", closure: { reason: "resolved", text: "复测正常" } });
    expect(closed.body.handling.closure.hasCleared).toBe(undefined);
    expect(await kinds(id)).toEqual([
      ...["raised", "acknowledged", "assigned", "advised", "rectified", "recovered", "cleared", "closed"],
    ]);
    expect((await read(chen, id)).body).toEqual(closed.body);
  });

  test("EF-4.2: two officers at once both succeed; the first has it and the second is told who", async () => {
    const id = await raise();
    const [one, two] = await Promise.all([act(chen, id, "acknowledge", {}), act(lin, id, "acknowledge", {})]);
    expect([one.status, two.status]).toEqual([200, 200]);
    const winner = one.body.handling.acknowledgedBy.id;
    expect(two.body.handling.acknowledgedBy.id).toBe(winner);
    expect([one.body.version, two.body.version]).toEqual([2, 2]);
    expect((await kinds(id)).filter((kind) => kind === "acknowledged")).toHaveLength(1);
    // A name is whole only for its owner (SEC-PII-03).
    const [mine, theirs] = winner === chen.id ? [one, two] : [two, one];
    expect(mine.body.handling.acknowledgedBy.name).not.toContain("*");
    expect(theirs.body.handling.acknowledgedBy.name).toMatch(/^.\*$/);
  });

  test("EF-5.3: it can be given to whoever may deal with it and sees it; names are masked, the unit of another is not told", async () => {
    const id = await raise();
    const list = (who: Person, of = id, query = "") =>
      who.ask("GET", `/api/v1/alarms/${of}/assignees${query}`, undefined, "/api/v1/alarms/{id}/assignees");
    const { items } = (await list(chen)).body;
    const names = Object.fromEntries(items.map((one) => [one.id, one.name]));
    expect(Object.keys(names).sort()).toEqual([chen.id, lin.id, fitter.id].sort());
    expect(names[chen.id]).toBe("陈伟");
    expect(names[fitter.id]).toMatch(/^赵\*+$/);
    expect((await act(chen, id, "assign", { assigneeId: fitter.id })).status).toBe(200);
    expect(await failed(list(chen, "nobody"))).toEqual([404, "not-found"]);
    expect(await failed(list(chen, id, "?role=unitUser"))).toEqual([422, "invalid"]);
    expect([(await list(tenant)).status, (await list(auditor)).status, (await list(key)).status]).toEqual([
      403, 403, 403,
    ]);
  });

  test("EF-4.2: taken back with a reason, then acknowledged by another", async () => {
    const id = await raise();
    await act(chen, id, "acknowledge", {});
    expect(await failed(act(lin, id, "take-back", { reason: " " }))).toEqual([422, "invalid"]);
    const back = await act(chen, id, "take-back", { reason: "点错" });
    expect(back.body.handling).toMatchObject({ stage: "unacknowledged" });
    expect(back.body.handling.acknowledgedBy).toBe(undefined);
    expect((await act(lin, id, "acknowledge", { via: "phone" })).body.handling).toMatchObject({
      acknowledgedVia: "phone",
      acknowledgedBy: { id: lin.id },
    });
    expect(await failed(act(key, id, "take-back", { reason: "r" }))).toEqual([403, "forbidden"]);
  });

  test("EF-4.2: shelved out of sight with a reason, brought back by hand", async () => {
    const id = await raise();
    const shelved = await act(chen, id, "shelve", { minutes: 60, reason: "夜间施工用电" });
    expect(shelved.body.handling).toMatchObject({ stage: "unacknowledged", shelvedReason: "夜间施工用电" });
    expect(Date.parse(shelved.body.handling.shelvedUntil) - Date.now()).toBeGreaterThan(59 * 60_000);
    const back = await act(lin, id, "unshelve", { reason: "施工结束" });
    expect(back.body.handling.shelvedUntil).toBe(undefined);
    expect(await failed(act(lin, id, "unshelve", { reason: "再来" }))).toEqual([409, "wrong-state"]);
    for (const minutes of [0, 1_441, 1.5]) {
      const refused = await act(chen, id, "shelve", { minutes, reason: "r" });
      expect([refused.status, refused.body.errors[0]?.path]).toEqual([422, "/minutes"]);
    }
  });

  test("EF-5.3: closed as false while it stands it is cleared; opened again it stands", async () => {
    const id = await raise({ type: "arcDetected" });
    await act(chen, id, "acknowledge", {});
    const closed = await act(chen, id, "close", { reason: "false", text: "探测器受潮误报" });
    expect(closed.body).toMatchObject({ state: "cleared", handling: { stage: "closed" } });
    for (const [name, body] of [
      ["close", { reason: "test", text: "t" }],
      ["advise", { text: "t" }],
      ["rectify", { text: "t", rectifiedAt: new Date().toISOString() }],
      ["shelve", { minutes: 5, reason: "r" }],
      ["assign", { assigneeId: fitter.id }],
      ["confirm-recovery", { note: "n" }],
      ["take-back", { reason: "r" }],
    ] as const)
      expect(await failed(act(chen, id, name, body)), name).toEqual([409, "wrong-state"]);
    const again = await act(fitter, id, "reopen", { reason: "确有漏电" });
    expect(again.body).toMatchObject({ state: "raised", handling: { stage: "acknowledged" } });
    expect(again.body.clearedAt).toBe(undefined);
    expect(await failed(act(fitter, id, "reopen", { reason: "再来" }))).toEqual([409, "wrong-state"]);
  });

  test("EF-5.3: a newer alarm of the same kind stands in the place of one that was closed", async () => {
    const first = await raise({ type: "smokeAlarm" });
    await act(chen, first, "acknowledge", {});
    await act(chen, first, "close", { reason: "test", text: "测试" });
    await raise({ type: "smokeAlarm" });
    const refused = await act(chen, first, "reopen", { reason: "r" });
    expect([refused.status, refused.body.code]).toEqual([409, "wrong-state"]);
    expect(refused.body.detail).toMatch(/newer alarm.*新的同类告警/);
  });

  test("EF-5.3: what nobody acknowledged is not closed, what has no advice is not resolved", async () => {
    const id = await raise();
    expect(await failed(act(chen, id, "close", { reason: "test", text: "t" }))).toEqual([409, "wrong-state"]);
    await act(chen, id, "acknowledge", {});
    await act(chen, id, "confirm-recovery", { note: "n" });
    expect(await failed(act(chen, id, "close", { reason: "resolved", text: "t" }))).toEqual([409, "advice-missing"]);
    expect((await act(chen, id, "close", { reason: "duplicate", text: "与 al-1 相同" })).status).toBe(200);
  });

  test("EF-5.3: the newest reading says whether the value is over: 409 while it is, closed without a person's word when not", async () => {
    const id = await raise({ threshold: 500, value: 689, unit: "mA", occurredAt: "2026-01-02T11:04:05+08:00" });
    const measure = (value: number, at: string) =>
      key.ask("POST", "/api/v1/readings", { items: [{ deviceId: "dev-889", quantity: "residualCurrent", value, at }] });
    await act(chen, id, "acknowledge", {});
    await act(chen, id, "advise", { text: "检查绝缘" });
    await measure(612, "2026-01-02T11:10:00+08:00");
    expect(await failed(act(chen, id, "confirm-recovery", { note: "n" }))).toEqual([409, "wrong-state"]);
    expect(await failed(act(chen, id, "close", { reason: "resolved", text: "t" }))).toEqual([409, "value-still-over"]);
    await measure(68, "2026-01-02T11:20:00+08:00");
    expect((await act(chen, id, "close", { reason: "resolved", text: "复测 68 mA" })).body.state).toBe("cleared");
    const evidence = await chen.ask("GET", `/api/v1/alarms/${id}/evidence`, undefined, "/api/v1/alarms/{id}/evidence");
    expect(evidence.body.readings.map(({ value }) => value)).toEqual([612]);
  });
});

describe("who may do what", () => {
  test("SEC-AZ-02: an alarm of a foreign unit is as if it did not exist, for every act and reading", async () => {
    const id = await raise();
    const bodies = {
      acknowledge: {},
      rectify: { text: "t", rectifiedAt: new Date().toISOString() },
      comments: { text: "t" },
    };
    for (const [name, body] of Object.entries(bodies)) {
      expect(await failed(act(tenant, id, name, body)), name).toEqual([404, "not-found"]);
      expect(await failed(act(tenant, id, name, "{")), name).toEqual([404, "not-found"]);
    }
    expect((await timeline(tenant, id)).status).toBe(404);
    const path = `/api/v1/alarms/${id}/evidence`;
    expect((await tenant.ask("GET", path, undefined, "/api/v1/alarms/{id}/evidence")).status).toBe(404);
    const bulk = await tenant.ask("POST", "/api/v1/alarm-acknowledgements", { ids: [id, "nobody"] });
    expect(bulk.body.results).toMatchObject([
      { id, status: "refused", problem: { code: "not-found" } },
      { id: "nobody", status: "refused", problem: { code: "not-found" } },
    ]);
    expect((await read(chen, id)).body.handling.stage).toBe("unacknowledged");
    const own = await raise({ unitId: "unit-0002" });
    expect((await act(tenant, own, "acknowledge", {})).status).toBe(200);
  });

  test("SEC-AZ-05: roles act as their rows say", async () => {
    const id = await raise({ unitId: "unit-0002" });
    const denied: readonly (readonly [Person, string, object])[] = [
      [tenant, "close", { reason: "test", text: "t" }],
      [tenant, "shelve", { minutes: 5, reason: "r" }],
      [tenant, "assign", { assigneeId: fitter.id }],
      [fitter, "shelve", { minutes: 5, reason: "r" }],
      [key, "assign", { assigneeId: fitter.id }],
      [key, "reopen", { reason: "r" }],
      [key, "confirm-recovery", { note: "n" }],
      [key, "shelve", { minutes: 5, reason: "r" }],
    ];
    for (const [who, name, body] of denied)
      expect(await failed(act(who, id, name, body)), name).toEqual([403, "forbidden"]);
    expect(await kinds(id)).toEqual(["raised"]);
  });

  test("EF-5.3: an alarm is given only to somebody who may deal with it", async () => {
    const id = await raise();
    // Nobody; an administrator; somebody whose units do not hold it.
    const me = await chen.ask("GET", "/api/v1/me");
    expect(me.body.operations).toContain("assignAlarm");
    for (const assigneeId of ["nobody", tenant.id]) {
      const refused = await act(chen, id, "assign", { assigneeId });
      expect([refused.status, refused.body.errors[0]?.path], assigneeId).toEqual([422, "/assigneeId"]);
    }
    expect((await act(chen, id, "assign", { assigneeId: lin.id })).body.handling.assignee).toEqual({
      ...{ kind: "person", id: lin.id, name: "林*" },
    });
  });

  test("SEC-AUD-01, SEC-AUD-03: every act is in the audit log with who and what, a refused step is not", async () => {
    const id = await raise();
    await act(chen, id, "acknowledge", {});
    await act(chen, id, "take-back", { reason: "点错" });
    await act(chen, id, "take-back", { reason: "再点" });
    const { body } = await auditor.ask("GET", `/api/v1/audit?object=alarm:${id}`);
    expect(body.items.map((one) => [one.act, one.actor, one.role, one.reason])).toEqual([
      ["alarm.takeBack", `account:${chen.id}`, "dutyOfficer", "点错"],
      ["alarm.acknowledge", `account:${chen.id}`, "dutyOfficer", ""],
    ]);
  });
});
