import { modbusRtu, modbusTcp } from "@dianan/codec";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHub, type TestHub, until } from "./http-fixture.ts";
import {
  closed,
  exception,
  type Gateway,
  type GatewayAnswer,
  type ModbusFrame,
  openGateway,
  registers,
  tripped,
} from "./modbus-gateway.ts";
import { deviceBody, list, record, register } from "./registry.ts";

/** A unit of the plant by its number: 1 is well, 2 has tripped, 3 has no such registers, 4 is silent, 5 is out of reach, 6 is late. */
const plant = ({ unit }: ModbusFrame): GatewayAnswer => {
  if (unit === 1) return registers(closed);
  if (unit === 2) return registers(tripped);
  if (unit === 3) return exception(2);
  if (unit === 6) return { ...registers(tripped), afterMs: 2_600 };
  return unit === 5 ? exception(0x0b) : null;
};

let tcp: Gateway;
let rtu: Gateway;
let hub: TestHub;
beforeAll(async () => {
  tcp = await openGateway(modbusTcp, plant);
  rtu = await openGateway(modbusRtu, plant);
  hub = await openTestHub({
    lines: [
      { name: "plc1", protocol: "modbus-tcp", host: "127.0.0.1", port: tcp.port },
      { name: "bus1", protocol: "modbus-rtu", host: "127.0.0.1", port: rtu.port },
    ],
  });
  await register(hub, [1]);
  const breaker = (id: string, protocol: string, wireAddress: string): object =>
    deviceBody(id, wireAddress, { protocol, profileId: "smart-breaker-a-single" });
  const items = [
    ...[1, 2, 3, 4, 5, 6].map((unit) => breaker(`tcp-${unit}`, "modbus-tcp", `plc1/${unit}`)),
    ...[1, 2, 4].map((unit) => breaker(`rtu-${unit}`, "modbus-rtu", `bus1/${unit}`)),
    // No profile, another line, no address of a line: none of them is asked.
    deviceBody("bare", "plc1/9", { protocol: "modbus-tcp" }),
    breaker("elsewhere", "modbus-tcp", "plc2/8"),
    breaker("odd", "modbus-tcp", "plc1-7"),
  ];
  expect(await (await hub.call("POST", "/api/v1/devices", { items })).text()).not.toContain("refused");
});
afterAll(async () => {
  await hub?.end();
  await Promise.all([tcp?.close(), rtu?.close()]);
});

const readings = (id: string): Promise<readonly Record<string, unknown>[]> => list(hub, `readings?deviceId=${id}`);

test.each(["tcp-1", "rtu-1"])("EF-N.1, EF-2.1: %s is read by its profile, in its units, and is online", async (id) => {
  const rows = await until(
    () => readings(id),
    (all) => all.length >= 11,
    20_000,
  );
  for (const [quantity, value] of [
    ["residualCurrent", 12],
    ["voltage", 230],
    ["current", 1.5],
    ["frequency", 50],
    ["switchState", 1],
  ] as const)
    expect(rows).toContainEqual(expect.objectContaining({ quantity, value }));
  expect(await record(hub, `devices/${id}`)).toMatchObject({ presence: "online" });
});

test.each(["tcp-2", "rtu-2"])("EF-2.2: a breaker that leakage has opened, %s, is an alarm of its type", async (id) => {
  const alarms = await until(
    () => list(hub, `alarms?deviceId=${id}`),
    (all) => all.some(({ type }) => type === "residualCurrentOver"),
    20_000,
  );
  expect(alarms.map(({ type }) => type)).toEqual(expect.arrayContaining(["residualCurrentOver"]));
});

test("exception 02 is said once, and the block is not asked again; nobody hears a unit that its gateway cannot reach", async () => {
  await until(
    async () => tcp.asked.filter(({ unit }) => unit === 1).length,
    (count) => count >= 2,
    20_000,
  );
  expect(tcp.asked.filter(({ unit }) => unit === 3)).toHaveLength(1);
  const said = (await list(hub, "undecodable")).filter(({ protocol }) => protocol === "modbus-tcp");
  expect(JSON.stringify(said)).toContain("illegal data address");
  expect(await record(hub, "devices/tcp-3")).toMatchObject({ presence: "online" });
  for (const silent of ["tcp-4", "tcp-5", "tcp-6", "rtu-4"]) {
    expect(await record(hub, `devices/${silent}`)).not.toMatchObject({ presence: "online" });
    expect(await readings(silent)).toEqual([]);
  }
});

test("an answer that comes when its question has been given up is refused and kept: no reading, no alarm", async () => {
  const late = async (): Promise<readonly Record<string, unknown>[]> =>
    (await list(hub, "undecodable")).filter(
      ({ protocol, hex, error }) =>
        protocol === "modbus-tcp" && /0604/.test(String(hex)) && /late|bad-value/.test(JSON.stringify(error)),
    );
  expect((await until(late, (all) => all.length > 0, 15_000)).length).toBeGreaterThan(0);
  expect(await readings("tcp-6")).toEqual([]);
  expect(await list(hub, "alarms?deviceId=tcp-6")).toEqual([]);
});

test("only registered units with a profile, of this line, are asked; one question at a time, each with a number of its own", () => {
  expect(new Set(tcp.asked.map(({ unit }) => unit))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  expect(new Set(rtu.asked.map(({ unit }) => unit))).toEqual(new Set([1, 2, 4]));
  const numbers = tcp.asked.map((frame) => ("transaction" in frame ? frame.transaction : null));
  expect(new Set(numbers).size).toBe(numbers.length);
});

test("a gateway that hangs up is called again, and its units go on", async () => {
  const before = tcp.asked.length;
  for (const socket of tcp.sockets) socket.destroy();
  await until(
    async () => tcp.asked.length,
    (count) => count > before,
    20_000,
  );
});

test("only lines of a bus are dialled", async () => {
  const line = { name: "x", protocol: "ykc", host: "127.0.0.1", port: 1 };
  await expect(openTestHub({ lines: [line] })).rejects.toThrow("--doors");
});
