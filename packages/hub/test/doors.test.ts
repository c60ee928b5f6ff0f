import { createServer } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCrowd } from "../src/transport/crowd.ts";
import { openTestHub, type TestHub, testLimits } from "./http-fixture.ts";
import { list, register } from "./registry.ts";
import { CONFIRM, openWire, statusFrame } from "./wire.ts";

const door = { protocol: "gb26875", host: "127.0.0.1", port: 0 } as const;

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub({ doors: [door], limits: { ...testLimits, connectionsPerSource: 3 } });
  await register(hub, [1, 2]);
});
afterAll(() => hub?.end());

test("a further door takes frames as the first does, and says its port", async () => {
  const [port = 0] = hub.hub.doorPorts;
  expect(port).not.toBe(hub.hub.gb26875Port);
  const wires = await Promise.all([openWire(hub.hub.gb26875Port), openWire(port)]);
  for (const [at, wire] of wires.entries())
    expect((await wire.ask(statusFrame(at + 1, 1, { fire: true }))).command).toBe(CONFIRM);
  expect((await list(hub, "alarms")).map(({ deviceId }) => deviceId).sort()).toEqual(["d1", "d2"]);
  await Promise.all(wires.map((wire) => wire.end()));
});

test("SEC-DEV-09: places are counted over all doors", async () => {
  const [port = 0] = hub.hub.doorPorts;
  const wires = await Promise.all([port, hub.hub.gb26875Port, port, hub.hub.gb26875Port].map((one) => openWire(one)));
  await Promise.race(wires.map(({ closed }) => closed));
  expect(wires.filter(({ socket }) => socket.closed)).toHaveLength(1);
  await Promise.all(wires.map((wire) => wire.end()));
});

test.each([
  [
    "a protocol that no driver speaks",
    { ...door, protocol: "modbus" },
    /protocol modbus: 平台没有该协议的驱动.*gb26875/,
  ],
  ["a host that is none of this machine", { ...door, host: "192.0.2.1" }, /EADDRNOTAVAIL/],
])("%s: the hub does not start, and says why", async (_, one, why) => {
  await expect(openTestHub({ doors: [door, one] })).rejects.toThrow(why);
});

test("a door whose port is taken is named by its option, and the other doors are closed again", async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) =>
    other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port)),
  );
  const taken = { code: "port-taken", port, option: "doors" };
  await expect(openTestHub({ doors: [{ ...door, port }] })).rejects.toMatchObject(taken);
  await new Promise((resolve) => other.close(resolve));
});

test("a crowd gives each source and all together no more places than there are, and each place again", () => {
  const crowd = createCrowd({ connections: 3, connectionsPerSource: 2 });
  const said = ["a", "a", "a", "b", "c"].map(crowd.enter);
  expect(said).toEqual(["in", "in", "connectionsPerSource", "in", "connections"]);
  expect(crowd.size()).toBe(3);
  crowd.leave("a");
  expect([crowd.enter("a"), crowd.enter("b"), crowd.size()]).toEqual(["in", "connections", 3]);
});
