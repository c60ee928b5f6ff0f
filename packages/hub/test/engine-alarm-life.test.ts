import { afterAll, beforeAll, expect, test } from "vitest";
import { invite, type Person } from "./alarm-people.ts";
import { openTestHub, type TestHub, until } from "./http-fixture.ts";
import { openPeople } from "./http-people.ts";
import { deviceBody, list, record, register, registerDevice } from "./registry.ts";
import { type City, openCity } from "./share-city.ts";
import { CONFIRM, openWire, statusFrame, type Wire } from "./wire.ts";

let hub: TestHub;
let city: City;
let wire: Wire;
let officer: Person;
beforeAll(async () => {
  city = await openCity();
  hub = await openTestHub({ city: { url: `${city.url}/in/`, key: null, secret: null } });
  await register(hub, [1, 2, 3, 4, 6, 7]);
  officer = await invite(await openPeople(hub), "陈伟", "dutyOfficer");
  wire = await openWire(hub.hub.gb26875Port);
}, 60_000);
afterAll(async () => {
  await wire?.end();
  await hub?.end();
  await city?.close();
});

const act = async (id: unknown, name: string, body: object) => {
  const answer = await officer.act(id, name, body);
  if (answer.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const kinds = async (id: unknown): Promise<readonly string[]> =>
  (await list(hub, `alarms/${id}/timeline`)).map(({ kind, by }) => `${kind} by ${(by as { kind: string }).kind}`);
const alarmsOf = (device: string) => list(hub, `alarms?deviceId=${device}`);
const statusOf = async (device: string) => (await record(hub, `devices/${device}`)).status;
const fire = async (device: number, serial: number, at: number, isOn = true) => {
  expect((await wire.ask(statusFrame(device, serial, { fire: isOn }, at))).command).toBe(CONFIRM);
};

test("EF-4.2: repeats and the recovery that a device reports are in the history, and the alarm stands (SEC-DEV-03)", async () => {
  const now = Date.now();
  await fire(1, 1, now - 3_000);
  await fire(1, 2, now - 2_000);
  const [alarm] = await alarmsOf("d1");
  await act(alarm?.id, "acknowledge", {});
  await fire(1, 3, now - 1_000, false);
  expect(await kinds(alarm?.id)).toEqual([
    ...["raised by device", "repeated by device", "acknowledged by person", "recovered by device"],
  ]);
  expect((await alarmsOf("d1"))[0]).toMatchObject({
    state: "raised",
    recoveredAt: expect.any(String),
    handling: { stage: "acknowledged" },
  });
  expect(await statusOf("d1")).toBe("alarm");
  const evidence = await officer.ask(
    "GET",
    `/api/v1/alarms/${alarm?.id}/evidence`,
    undefined,
    "/api/v1/alarms/{id}/evidence",
  );
  expect(evidence.body.frames).toMatchObject([{ id: alarm?.evidence, deviceId: "d1", wireAddress: "1" }]);
});

test("EF-4.2: what a device reports again after it had reported it gone is new again", async () => {
  const now = Date.now();
  await fire(7, 1, now - 3_000);
  const [alarm] = await alarmsOf("d7");
  await act(alarm?.id, "acknowledge", {});
  await fire(7, 2, now - 2_000, false);
  await fire(7, 3, now - 1_000);
  expect(await alarmsOf("d7")).toMatchObject([{ id: alarm?.id, repeats: 1, handling: { stage: "unacknowledged" } }]);
  expect(await kinds(alarm?.id)).toEqual([
    ...["raised by device", "acknowledged by person", "recovered by device", "repeated by device"],
  ]);
});

test("EF-5.3: closing frees the place: the device is normal, and what comes then is a new alarm", async () => {
  const now = Date.now();
  await fire(2, 1, now - 3_000);
  const [first] = await alarmsOf("d2");
  await act(first?.id, "acknowledge", {});
  await act(first?.id, "close", { reason: "test", text: "月度测试" });
  expect(await statusOf("d2")).toBe("normal");
  await fire(2, 2, now - 1_000);
  const after = await alarmsOf("d2");
  expect(after.map(({ state, handling }) => [state, (handling as { stage: string }).stage]).sort()).toEqual([
    ["cleared", "closed"],
    ["raised", "unacknowledged"],
  ]);
  const refused = await officer.act(first?.id, "reopen", { reason: "r" });
  expect([refused.status, refused.body.code]).toEqual([409, "wrong-state"]);
});

test("EF-5.3: opened again it stands at the device too, and the next occurrence is its repeat", async () => {
  const now = Date.now();
  await fire(3, 1, now - 3_000);
  const [first] = await alarmsOf("d3");
  await act(first?.id, "acknowledge", {});
  await act(first?.id, "close", { reason: "false", text: "误报" });
  expect(await statusOf("d3")).toBe("normal");
  await act(first?.id, "reopen", { reason: "确有漏电" });
  expect(await statusOf("d3")).toBe("alarm");
  await fire(3, 2, now - 1_000);
  expect(await alarmsOf("d3")).toMatchObject([{ id: first?.id, state: "raised", repeats: 1 }]);
});

test("EF-4.1: offline ends by itself and is closed by the hub; nobody has to deal with it", async () => {
  // Silent for three of its periods.
  await registerDevice(hub, deviceBody("d5", "5", { expectedPeriodSeconds: 1 }));
  await wire.ask(statusFrame(5, 1, {}));
  const [offline] = await until(
    () => alarmsOf("d5"),
    (alarms) => alarms.length === 1,
  );
  expect(offline).toMatchObject({ class: "offline", handling: { stage: "unacknowledged" } });
  expect(offline?.handling).not.toHaveProperty("dueAt");
  await wire.ask(statusFrame(5, 2, {}));
  expect(await alarmsOf("d5")).toMatchObject([
    { state: "cleared", handling: { stage: "closed", closure: { by: { kind: "system" } } } },
  ]);
  expect(await kinds(offline?.id)).toEqual(["raised by system", "cleared by system", "closed by system"]);
});

test("EF-4.4.1: the live stream brings what people did, with names masked", async () => {
  await fire(6, 1, Date.now() - 1_000);
  const [alarm] = await alarmsOf("d6");
  const { feedCursor } = (await (await hub.call("GET", "/api/v1/alarms?limit=1")).json()) as { feedCursor: string };
  await act(alarm?.id, "acknowledge", {});
  const stop = new AbortController();
  const response = await fetch(`${hub.hub.httpUrl}/api/v1/events?after=${feedCursor}`, {
    headers: { authorization: `Bearer ${hub.key}` },
    signal: stop.signal,
  });
  let text = "";
  for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += part;
    if (text.includes("event: change")) break;
  }
  stop.abort();
  const data = JSON.parse(/event: change\nid: \S+\ndata: (.*)\n/.exec(text)?.[1] ?? "null");
  expect(data).toMatchObject({ kind: "alarm", id: alarm?.id, version: 2 });
  expect(data.record.handling).toMatchObject({
    stage: "acknowledged",
    acknowledgedBy: { id: officer.id, name: "陈*" },
  });
});

test("SH-5, SEC-PII-02: a city gets the alarm and its end, and nothing of who dealt with it", async () => {
  const [alarm] = await alarmsOf("d1");
  await act(alarm?.id, "close", { reason: "false", text: "误报" });
  const pushed = () =>
    city.pushes.flatMap(({ path, items }) => (path === "/in/alarms" ? items : [])).filter(({ id }) => id === alarm?.id);
  await until(pushed, (items) => items.some((item) => (item as { state?: string }).state === "cleared"), 15_000);
  for (const item of pushed()) expect(item).not.toHaveProperty("handling");
  expect(city.pushes.some(({ body }) => body.includes("陈伟") || body.includes(officer.id))).toBe(false);
}, 20_000);

// Last: the hub has another address afterwards.
test("EF-4.2: an alarm's life, history and what is due survive a restart", async () => {
  await fire(4, 1, Date.now() - 3_000);
  const [alarm] = await alarmsOf("d4");
  await act(alarm?.id, "acknowledge", { note: "已联系" });
  await act(alarm?.id, "advise", { text: "检查线缆" });
  const before = await record(hub, `alarms/${alarm?.id}`);
  const told = await kinds(alarm?.id);
  await wire.end();
  hub = await hub.restart();
  wire = await openWire(hub.hub.gb26875Port);
  expect(await record(hub, `alarms/${alarm?.id}`)).toEqual(before);
  expect(await kinds(alarm?.id)).toEqual(told);
  await fire(4, 2, Date.now() - 1_000);
  expect((await alarmsOf("d4"))[0]).toMatchObject({ id: alarm?.id, repeats: 1, handling: { stage: "acknowledged" } });
}, 20_000);
