import { gb26875, type Message } from "@dianan/codec";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asked, type CommandDesk, ENDED, heartbeat, openDesk } from "./command-fixture.ts";
import { until } from "./http-fixture.ts";
import { CONFIRM, frameOf, openWire } from "./wire.ts";

let desk: CommandDesk;
beforeAll(async () => {
  desk = await openDesk([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
}, 30_000);
afterAll(() => desk?.end());

const version: Message = { kind: "transmitterVersion", major: 2, minor: 5 } as Message;

test("SEC-DEV-14: a clock is set over the device's open link: sent, confirmed, told to the audit log", async () => {
  const device = desk.device(1);
  await device.send(heartbeat);
  const before = Date.now();
  const { status, body, headers } = await desk.send("d1", { action: "syncClock", reason: "时钟偏差" });
  expect([status, headers.get("location")]).toEqual([202, `/api/v1/commands/${body.id}`]);
  expect(body).toMatchObject({
    deviceId: "d1",
    componentId: null,
    action: "syncClock",
    reason: "时钟偏差",
    askedBy: { kind: "person", id: desk.officer.id, name: "示例dutyOfficer" },
    approvedBy: null,
  });
  const done = await desk.settled(body.id);
  expect(done).toMatchObject({ state: "done", result: "设备已确认 confirmed", nextContactAt: null });
  expect(Date.parse(String(done.sentAt))).toBeGreaterThanOrEqual(before - 1_000);
  expect(done.frames).toHaveLength(1);
  // The clock was set: to the hub's, cut to the second.
  expect(Math.abs(device.clockOffsetMs)).toBeLessThan(2_500);
  expect(device.clockOffsetMs).not.toBe(0);
  expect(await desk.acts(body.id)).toEqual(["command.ask", "command.send", "command.end"]);
  const frame = await desk.hub().call("GET", `/api/v1/frames/${(done.frames as string[])[0]}`);
  expect(frame.status).toBe(200);
}, 30_000);

test("GB/T 26875.3 §6.4: what was asked for is answered: the reply in words, and its frame as evidence", async () => {
  const { heard, onAsked } = asked(({ kind }) => (kind === "readTransmitterVersion" ? version : "deny"));
  await desk.device(2, { onAsked }).send(heartbeat);
  const { body } = await desk.send("d2", { action: "read", parameters: { what: "version" } });
  const done = await desk.settled(body.id);
  expect(done).toMatchObject({ state: "done", result: expect.stringContaining("major 2, minor 5") });
  expect(heard).toEqual(["readTransmitterVersion"]);
  const frame = await desk.hub().call("GET", `/api/v1/frames/${(done.frames as string[])[0]}`);
  expect(frame.status).toBe(200);
}, 30_000);

test("GB/T 26875.3 §6.5: a denied command is sent again three times, then it is refused", async () => {
  const { heard, onAsked } = asked(() => "deny");
  await desk.device(3, { onAsked }).send(heartbeat);
  const { body } = await desk.send("d3", { action: "read", parameters: { what: "configuration" } });
  const done = await desk.settled(body.id);
  expect(done).toMatchObject({ state: "refused", result: "设备否认 denied" });
  expect(heard).toEqual(Array.from({ length: 4 }, () => "readTransmitterConfiguration"));
  expect(done.frames).toHaveLength(4);
}, 30_000);

test("GB/T 26875.3 §6.5: a command that gets lost is sent again; without any answer it has failed after four", async () => {
  let silent = 2;
  const { heard, onAsked } = asked(() => (silent-- > 0 ? "silence" : version));
  await desk.device(4, { onAsked }).send(heartbeat);
  const first = await desk.send("d4", { action: "read", parameters: { what: "version" } });
  expect((await desk.settled(first.body.id)).state).toBe("done");
  expect(heard).toHaveLength(3);
  silent = 100;
  const second = await desk.send("d4", { action: "read", parameters: { what: "version" } });
  const failed = await desk.settled(second.body.id);
  expect(failed).toMatchObject({ state: "failed", result: expect.stringContaining("没有应答") });
  expect(heard).toHaveLength(7);
}, 30_000);

test("an answer about something else is no answer: it is asked for again (GB/T 26875.3 §6.5)", async () => {
  const component = {
    ...{ id: "d5:1", name: "A 相", address: "1", deviceId: "d5", manufacturer: "甲厂", installedOn: "2026-03-18" },
    ...{ status: "normal", type: "residualCurrentDetector", componentKey: "1/1/17/5" },
  };
  expect((await desk.hub().call("POST", "/api/v1/components", { items: [component] })).status).toBe(200);
  let wrong = 1;
  const { heard, onAsked } = asked(
    () =>
      ({
        kind: "componentConfiguration",
        items: [
          { systemType: 1, systemAddress: 1, componentType: 17, componentAddress: wrong-- > 0 ? 6 : 5, note: "配电箱" },
        ],
      }) as Message,
  );
  await desk.device(5, { onAsked }).send(heartbeat);
  const draft = { action: "read", componentId: "d5:1", parameters: { what: "configuration" } };
  const done = await desk.settled((await desk.send("d5", draft)).body.id);
  expect(done).toMatchObject({ state: "done", componentId: "d5:1", result: expect.stringContaining("配电箱") });
  expect(heard).toEqual(["readComponentConfiguration", "readComponentConfiguration"]);
}, 30_000);

test("EF-N.1: a device that is away gets its commands when it next speaks, in order, one at a time", async () => {
  const ids: unknown[] = [];
  for (const what of ["version", "configuration", "time"])
    ids.push((await desk.send("d6", { action: "read", parameters: { what } })).body.id);
  expect(await desk.get(ids[0])).toMatchObject({ state: "queued", sentAt: null });
  const { heard, onAsked } = asked(({ kind }) =>
    kind === "readTransmitterVersion"
      ? version
      : kind === "readTransmitterTime"
        ? ({
            kind: "transmitterTime",
            time: { year: 2026, month: 1, day: 2, hour: 3, minute: 4, second: 5 },
          } as Message)
        : ({ kind: "transmitterConfiguration", description: "一层" } as unknown as Message),
  );
  await desk.device(6, { onAsked }).send(heartbeat);
  for (const id of ids) expect((await desk.settled(id)).state).toBe("done");
  expect(heard).toEqual(["readTransmitterVersion", "readTransmitterConfiguration", "readTransmitterTime"]);
}, 30_000);

test("SEC-DEV-14: a command whose time is over is not sent, and says so", async () => {
  const { body } = await desk.send("d7", { action: "syncClock", expiresInSeconds: 1 });
  expect(await desk.settled(body.id)).toMatchObject({ state: "expired", sentAt: null });
  const device = desk.device(7);
  await device.send(heartbeat);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(device.clockOffsetMs).toBe(0);
  expect(await desk.acts(body.id)).toEqual(["command.ask", "command.end"]);
}, 30_000);

test("SEC-DEV-14: a command that waits is cancelled with a reason, and never sent", async () => {
  const { body } = await desk.send("d8", { action: "syncClock" });
  const cancelled = await desk.cancel(body.id, desk.second.headers);
  expect([cancelled.status, cancelled.body.state]).toEqual([200, "cancelled"]);
  const device = desk.device(8);
  await device.send(heartbeat);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(device.clockOffsetMs).toBe(0);
  expect((await desk.cancel(body.id, desk.officer.headers)).body).toMatchObject({ code: "wrong-state" });
  expect(await desk.acts(body.id)).toEqual(["command.ask", "command.cancel", "command.end"]);
}, 30_000);

test("a duty check rings at the device, which confirms at once", async () => {
  let minutes = 0;
  await desk.device(9, { onDutyCheck: (timeout) => (minutes = timeout) }).send(heartbeat);
  const { body } = await desk.send("d9", { action: "dutyCheck", parameters: { timeoutMinutes: 3 } });
  expect((await desk.settled(body.id)).state).toBe("done");
  await until(
    () => minutes,
    (value) => value === 3,
  );
}, 30_000);

test("EF-N.1: a device that answers and falls asleep at once has answered; the next command says when it is expected", async () => {
  const first = await desk.send("d10", { action: "read", parameters: { what: "version" } });
  const waits = await desk.send("d10", { action: "syncClock" });
  const device = desk.device(10, {
    onAsked: () => {
      // Its reply is written before the end of its link, and read by the hub together with it.
      setImmediate(() => void device.close());
      return version;
    },
  });
  await device.send(heartbeat);
  expect(await desk.settled(first.body.id)).toMatchObject({ state: "done" });
  const asleep = await desk.get(waits.body.id);
  expect(asleep.state).toMatch(/^(queued|sent)$/);
  const later = await desk.send("d10", { action: "dutyCheck" });
  const expectedAt = Date.parse(String(later.body.nextContactAt));
  expect([expectedAt > Date.now(), expectedAt < Date.now() + 301_000]).toEqual([true, true]);
  await desk.device(10, { onDutyCheck: () => {} }).send(heartbeat);
  for (const id of [waits.body.id, later.body.id]) expect((await desk.settled(id)).state).toBe("done");
}, 30_000);

test("a device that comes by another link gets at once what was lost on the one that it does not hear any more", async () => {
  const { heard: deaf, onAsked } = asked(() => "silence");
  await desk.device(11, { onAsked }).send(heartbeat);
  const { body } = await desk.send("d11", { action: "read", parameters: { what: "version" } });
  await until(
    () => deaf.length,
    (count) => count === 1,
  );
  const since = Date.now();
  await desk.device(11, { onAsked: () => version }).send(heartbeat);
  const done = await desk.settled(body.id);
  expect([done.state, Date.now() - since < 1_400]).toEqual(["done", true]);
}, 30_000);

test("a device that closes its half when it has sent cannot answer: its command waits for a link on which it can", async () => {
  const { body } = await desk.send("d13", { action: "read", parameters: { what: "version" } });
  for (let n = 0; n < 5; n += 1) {
    const wire = await openWire(desk.hub().hub.gb26875Port);
    wire.socket.write(gb26875.encodeFrame(frameOf(13, n)));
    wire.socket.end();
    expect((await wire.next()).command).toBe(CONFIRM);
    await wire.closed;
  }
  expect(await desk.get(body.id)).toMatchObject({ state: "queued", sentAt: null });
  await desk.device(13, { onAsked: () => version }).send(heartbeat);
  expect((await desk.settled(body.id)).state).toBe("done");
}, 30_000);

test("a restart loses no command: what waits, waits; what was away for it is sent; what is over has expired", async () => {
  const { isT0Allowed } = (await desk.allow({ isT0Allowed: true, authorisation: "授权书", needsSecondPerson: true }))
    .body;
  expect(isT0Allowed).toBe(true);
  const reset = await desk.send("d12", { action: "reset", confirmName: "单位" });
  const short = await desk.send("d12", { action: "dutyCheck", expiresInSeconds: 1 });
  const clock = await desk.send("d12", { action: "syncClock" });
  await desk.restart();
  expect((await desk.get(reset.body.id)).state).toBe("awaitingApproval");
  expect((await desk.settled(short.body.id)).state).toBe("expired");
  const { heard, onAsked } = asked(() => "confirm");
  const device = desk.device(12, { onAsked });
  await device.send(heartbeat);
  expect((await desk.settled(clock.body.id)).state).toBe("done");
  expect(heard).toEqual([]);
  expect((await desk.approve(reset.body.id, desk.second.headers)).status).toBe(200);
  expect((await desk.settled(reset.body.id)).state).toBe("done");
  expect(heard).toEqual(["initialise"]);
}, 30_000);

test("commands are listed newest first, by device, unit, state and time, in pages", async () => {
  const list = async (query: string) => {
    const { status, body } = await desk.ask(desk.officer.headers, "GET", `/api/v1/commands?${query}`);
    return { status, items: body.items as readonly { id: string; state: string; deviceId: string }[], next: body.next };
  };
  const all = await list("");
  expect(all.items.length).toBeGreaterThanOrEqual(18);
  const first = await list("limit=4");
  const second = await list(`limit=4&cursor=${first.next}`);
  expect([...first.items, ...second.items]).toEqual(all.items.slice(0, 8));
  expect((await list("deviceId=d6")).items).toHaveLength(3);
  expect((await list("unitId=u1")).items).toHaveLength(all.items.length);
  expect((await list("unitId=u9")).items).toEqual([]);
  expect((await list("state=refused")).items.map(({ deviceId }) => deviceId)).toEqual(["d3"]);
  expect((await list(`from=${encodeURIComponent(new Date(Date.now() + 60_000).toISOString())}`)).items).toEqual([]);
  expect((await list(`to=${encodeURIComponent(new Date(Date.now() - 3_600_000).toISOString())}`)).items).toEqual([]);
  for (const { state } of all.items) expect(ENDED).toContain(state);
  for (const bad of ["state=gone", "limit=0", "from=now", "cursor=x", "deviceId=a%20b", "who=x"])
    expect((await list(bad)).status, bad).toBe(422);
}, 30_000);
