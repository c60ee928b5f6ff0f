import { createServer } from "node:net";
import { gb26875 } from "@dianan/codec";
import { afterEach, expect, test } from "vitest";
import { openTestHub, type TestHub, until } from "./http-fixture.ts";
import { list, record, register } from "./registry.ts";
import { analogFrame, CONFIRM, frameOf, openWire, statusFrame } from "./wire.ts";

let hub: TestHub | null = null;
afterEach(async () => {
  await hub?.end();
  hub = null;
});
const presenceOf = (test: TestHub, id: string) => record(test, `devices/${id}`).then((device) => device.presence);

test("EF-4.1: a registered device that has not spoken is shown offline, without an alarm", async () => {
  hub = await openTestHub();
  await register(hub, [1]);
  expect(await record(hub, "devices/d1")).toMatchObject({ presence: "offline", status: "offline" });
  expect(await list(hub, "alarms")).toEqual([]);
});

test("EF-4.1: a lost link makes offline with an alarm after its grace; the device heard again clears it", async () => {
  hub = await openTestHub({ linkGraceMs: 200, expectedPeriodMs: 2_000 });
  await register(hub, [1]);
  const first = await openWire(hub.hub.gb26875Port);
  await first.ask(frameOf(1, 1));
  expect(await presenceOf(hub, "d1")).toBe("online");
  // Longer than its period: a link that it keeps.
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  await first.ask(frameOf(1, 9));
  await first.end();
  const lostAt = performance.now();
  await until(
    () => presenceOf(hub as TestHub, "d1"),
    (presence) => presence === "offline",
  );
  // Sooner than silence alone would say.
  expect(performance.now() - lostAt).toBeLessThan(5_000);
  expect(await list(hub, "alarms")).toMatchObject([
    { type: "offline", class: "offline", state: "raised", componentId: null },
  ]);
  const second = await openWire(hub.hub.gb26875Port);
  await second.ask(frameOf(1, 2));
  expect(await record(hub, "devices/d1")).toMatchObject({ presence: "online", status: "normal" });
  expect(await list(hub, "alarms")).toMatchObject([
    { type: "offline", state: "cleared", clearedAt: expect.any(String) },
  ]);
  await second.end();
});

test("EF-4.4.2: a device that keeps its link and is silent for three periods is offline", async () => {
  hub = await openTestHub({ expectedPeriodMs: 150 });
  await register(hub, [1]);
  const wire = await openWire(hub.hub.gb26875Port);
  await wire.ask(frameOf(1, 1));
  await until(
    () => presenceOf(hub as TestHub, "d1"),
    (presence) => presence === "offline",
  );
  await wire.end();
});

test("EF-4.4.2: where its operator wants it sooner than after six hours, it is timed-out offline then, and told so", async () => {
  hub = await openTestHub({ expectedPeriodMs: 150, timedOutAfterMs: 1_500 });
  await register(hub, [1]);
  const wire = await openWire(hub.hub.gb26875Port);
  await wire.ask(frameOf(1, 1));
  await until(
    () => presenceOf(hub as TestHub, "d1"),
    (presence) => presence === "timedOut",
  );
  const changes = await list(hub, "presence-changes?deviceId=d1");
  expect(changes.map(({ presence }) => presence)).toEqual(["timedOut", "offline", "online"]);
  await wire.end();
});

test("EF-4.1: a device that sleeps, and so closes its link after each upload, is not offline for that", async () => {
  hub = await openTestHub({ linkGraceMs: 100 });
  await register(hub, [1]);
  const wire = await openWire(hub.hub.gb26875Port);
  await wire.ask(frameOf(1, 1));
  await wire.ask(frameOf(1, 2));
  await wire.end();
  await new Promise((resolve) => setTimeout(resolve, 2_300));
  expect(await presenceOf(hub, "d1")).toBe("online");
  expect(await list(hub, "alarms")).toEqual([]);
});

test("EF-4.4.2: a hub that restarts again and again keeps alive nothing that is dead", async () => {
  hub = await openTestHub({ expectedPeriodMs: 1_500 });
  await register(hub, [1]);
  const wire = await openWire(hub.hub.gb26875Port);
  await wire.ask(frameOf(1, 1));
  await wire.end();
  for (let start = 0; start < 6 && (await presenceOf(hub, "d1")) === "online"; start += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    hub = await hub.restart();
  }
  expect(await presenceOf(hub, "d1")).toBe("offline");
}, 20_000);

test("a restart keeps presence, alarms, serials of resends and strangers, and raises no false offline", async () => {
  hub = await openTestHub();
  await register(hub, [1, 2]);
  const at = Date.now();
  const before = await openWire(hub.hub.gb26875Port);
  await before.ask(statusFrame(1, 1, { fire: true }, at));
  await before.ask(statusFrame(77, 1, { fire: true }, at));
  await before.end();
  const alarms = await list(hub, "alarms");

  hub = await hub.restart();
  // Longer than a tick of the presence clock.
  await new Promise((resolve) => setTimeout(resolve, 1_300));
  expect(await presenceOf(hub, "d1")).toBe("online");
  const after = await openWire(hub.hub.gb26875Port);
  expect((await after.ask(statusFrame(1, 1, { fire: true }, at))).command).toBe(CONFIRM);
  expect(await list(hub, "alarms")).toEqual(alarms);
  await after.ask(statusFrame(1, 2, { fire: true }, at + 1_000));
  expect(await list(hub, "alarms")).toMatchObject([{ id: alarms[0]?.id, repeats: 1 }]);
  await after.ask(statusFrame(77, 2, { fire: true }, at + 1_000));
  expect(await list(hub, "unclaimed")).toMatchObject([{ wireAddress: "77", frames: 2, alarms: [{ repeats: 0 }] }]);
  expect(hub.hub.firstKey).toBeNull();
  await after.end();
});

test("a device that closes its half once it has sent still gets its confirm", async () => {
  hub = await openTestHub();
  await register(hub, [1]);
  const wire = await openWire(hub.hub.gb26875Port);
  wire.socket.end(gb26875.encodeFrame(analogFrame(1, 3, 5)));
  expect(await wire.next()).toMatchObject({ serial: 3, command: CONFIRM });
  await wire.closed;
});

test("closing confirms what was taken before it ends, and takes no new connection", async () => {
  hub = await openTestHub();
  await register(hub, [1]);
  const port = hub.hub.gb26875Port;
  const wire = await openWire(port);
  const answer = wire.ask(frameOf(1, 1));
  await new Promise((resolve) => setTimeout(resolve, 5));
  const closing = hub.hub.close();
  expect((await answer).command).toBe(CONFIRM);
  await closing;
  await wire.closed;
  await expect(openWire(port)).rejects.toThrow();
});

test("a port that is taken is an error that names the port and the option, and what was opened is closed again", async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) =>
    other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port)),
  );
  await expect(openTestHub({ gb26875Port: port })).rejects.toMatchObject({
    code: "port-taken",
    port,
    option: "gb26875Port",
  });
  await expect(openTestHub({ httpPort: port })).rejects.toMatchObject({ code: "port-taken", port, option: "httpPort" });
  await new Promise((resolve) => other.close(resolve));
});
