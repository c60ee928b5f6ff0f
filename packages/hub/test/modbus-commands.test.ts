import { modbusRtu, modbusTcp } from "@dianan/codec";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CommandDesk, openDesk } from "./command-fixture.ts";
import { until } from "./http-fixture.ts";
import { closed, exception, type Gateway, type ModbusFrame, openGateway, registers } from "./modbus-gateway.ts";
import { deviceBody, record } from "./registry.ts";

const policy = { isT0Allowed: true, authorisation: "甲单位 2026-01-02 书面授权", needsSecondPerson: true };
const isWrite = ({ message }: ModbusFrame): boolean => message.kind === "writeRegister";
/** Units 1 take what is written, units 2 refuse it, units 3 say nothing to it. */
const answer = (frame: ModbusFrame) => {
  if (!isWrite(frame)) return registers(closed);
  if (frame.unit === 1) return { message: { ...frame.message, kind: "registerWritten" } };
  return frame.unit === 2 ? exception(2, 6) : null;
};

let tcp: Gateway;
let rtu: Gateway;
let desk: CommandDesk;
beforeAll(async () => {
  tcp = await openGateway(modbusTcp, answer);
  rtu = await openGateway(modbusRtu, answer);
  desk = await openDesk([1], {
    commandAnswerMs: 900,
    lines: [
      { name: "plc1", protocol: "modbus-tcp", host: "127.0.0.1", port: tcp.port },
      { name: "bus1", protocol: "modbus-rtu", host: "127.0.0.1", port: rtu.port },
    ],
  });
  const profileId = "smart-breaker-a-single";
  const items = [
    ...[1, 2, 3].map((unit) => deviceBody(`tcp-${unit}`, `plc1/${unit}`, { protocol: "modbus-tcp", profileId })),
    ...[1, 2].map((unit) => deviceBody(`rtu-${unit}`, `bus1/${unit}`, { protocol: "modbus-rtu", profileId })),
    deviceBody("bare", "plc1/9", { protocol: "modbus-tcp" }),
    deviceBody("meter", "plc2/8", { protocol: "modbus-tcp", profileId: "wem3080t" }),
  ];
  expect(await (await desk.hub().call("POST", "/api/v1/devices", { items })).text()).not.toContain("refused");
  expect((await desk.allow(policy)).status).toBe(200);
  for (const id of ["tcp-1", "tcp-2", "tcp-3", "rtu-1", "rtu-2"])
    await until(
      () => record(desk.hub(), `devices/${id}`),
      ({ presence }) => presence === "online",
      20_000,
    );
});
afterAll(async () => {
  await desk?.end();
  await Promise.all([tcp?.close(), rtu?.close()]);
});

const writesTo = (gateway: Gateway, unit: number): readonly ModbusFrame["message"][] =>
  gateway.asked.filter((frame) => isWrite(frame) && frame.unit === unit).map(({ message }) => message);

test.each([
  ["tcp-1", () => tcp],
  ["rtu-1", () => rtu],
])("SEC-DEV-14: a set point of %s is written once, and done when the device says so", async (id, gateway) => {
  const asked = await desk.send(id, { action: "setThreshold", parameters: { form: "over-current", ampere: 40 } });
  expect(asked.status, JSON.stringify(asked.body)).toBe(202);
  const settled = await desk.settled(asked.body.id);
  expect(settled).toMatchObject({ state: "done", result: expect.stringContaining("设备已写入") });
  expect(settled.frames).toHaveLength(1);
  expect(writesTo(gateway(), 1)).toEqual([{ kind: "writeRegister", address: 4, value: 4_000 }]);
});

test("a breaker is opened only when a second person has approved it", async () => {
  const before = writesTo(tcp, 1).length;
  const asked = await desk.send("tcp-1", { action: "openBreaker", confirmName: "单位" });
  expect(asked.body).toMatchObject({ state: "awaitingApproval" });
  expect(writesTo(tcp, 1)).toHaveLength(before);
  expect((await desk.approve(asked.body.id, desk.second.headers)).status).toBe(200);
  expect(await desk.settled(asked.body.id)).toMatchObject({ state: "done" });
  expect(writesTo(tcp, 1).slice(before)).toEqual([{ kind: "writeRegister", address: 13, value: 0 }]);
});

test.each(["tcp-2", "rtu-2"])("what %s refuses has ended, in its words, and is not written again", async (id) => {
  const asked = await desk.send(id, { action: "setThreshold", parameters: { form: "over-voltage", volt: 260 } });
  const settled = await desk.settled(asked.body.id);
  expect(settled).toMatchObject({ state: "refused", result: expect.stringContaining("illegal data address") });
  expect(writesTo(id === "tcp-2" ? tcp : rtu, 2)).toHaveLength(1);
});

test("a unit that says nothing to a write: nobody knows what it did", async () => {
  const asked = await desk.send("tcp-3", { action: "setThreshold", parameters: { form: "over-voltage", volt: 260 } });
  expect(await desk.settled(asked.body.id)).toMatchObject({ state: "failed" });
  expect(new Set(writesTo(tcp, 3).map((message) => JSON.stringify(message))).size).toBe(1);
});

test.each([
  ["bare", { action: "openBreaker" }, "not-supported", "profileId"],
  ["meter", { action: "openBreaker" }, "not-supported", "wem3080t"],
  ["tcp-1", { action: "read" }, "not-supported", "Modbus"],
  ["tcp-1", { action: "startCharge" }, "not-supported", "Modbus"],
  ["tcp-1", { action: "setThreshold", parameters: {} }, "invalid", "over-voltage"],
  ["tcp-1", { action: "setThreshold", parameters: { form: "constructor" } }, "invalid", "over-voltage"],
  ["tcp-1", { action: "setThreshold", parameters: { form: "over-current" } }, "invalid", "/parameters/ampere"],
  [
    "tcp-1",
    { action: "setThreshold", parameters: { form: "over-current", ampere: 126 } },
    "invalid",
    "/parameters/ampere",
  ],
  [
    "tcp-1",
    { action: "setThreshold", parameters: { form: "over-current", ampere: 5, volt: 1 } },
    "invalid",
    "/parameters/volt",
  ],
] as const)(
  "a command to %s that cannot be written, %j, is refused where it does not fit",
  async (id, draft, code, word) => {
    const refused = await desk.send(id, { ...draft, confirmName: "单位" });
    expect(refused.status, JSON.stringify(refused.body)).toBe(422);
    expect(refused.body).toMatchObject({ code });
    expect(JSON.stringify(refused.body)).toContain(word);
  },
);

test("without the organisation's written word nothing is written to a device that proves nothing", async () => {
  expect((await desk.allow({ ...policy, isT0Allowed: false, authorisation: null })).status).toBe(200);
  const before = tcp.asked.filter(isWrite).length;
  const refused = await desk.send("tcp-1", {
    action: "setThreshold",
    parameters: { form: "over-current", ampere: 40 },
  });
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect(tcp.asked.filter(isWrite)).toHaveLength(before);
});
