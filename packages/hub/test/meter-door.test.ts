import { connect, type Socket } from "node:net";
import { dlt645 } from "@dianan/codec";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CommandDesk, openDesk } from "./command-fixture.ts";
import { until } from "./http-fixture.ts";
import { deviceBody, list, record } from "./registry.ts";

const METER = "000123456789";
const STRANGER = "000000000042";
const NOTHING = new Uint8Array(0);
const { voltages, currents, activePowers, forwardEnergy } = dlt645.dataIdentifiers;

let desk: CommandDesk;
beforeAll(async () => {
  desk = await openDesk([1], { doors: [{ protocol: "dlt645", host: "127.0.0.1", port: 0 }] });
  const items = [deviceBody("meter", METER, { protocol: "dlt645" })];
  expect(await (await desk.hub().call("POST", "/api/v1/devices", { items })).text()).not.toContain("refused");
});
afterAll(() => desk?.end());

const noData = {
  ...{ otherError: false, noData: true, unauthorised: false, baudFixed: false, yearZonesExceeded: false },
  ...{ daySlotsExceeded: false, tariffsExceeded: false, reserved: 0 },
};

type Frame = Parameters<typeof dlt645.encodeFrame>[0];
type Meter = { readonly asked: readonly Frame[]; readonly socket: Socket; end(): Promise<void> };

/** A meter behind a modem: it speaks only when asked, and has voltages and currents. Echoes what it hears, as RS-485 may. */
const openMeter = async (address: string, { isEcho = false } = {}): Promise<Meter> => {
  const asked: Frame[] = [];
  const socket = connect({ port: desk.hub().hub.doorPorts[0] ?? 0, host: "127.0.0.1", noDelay: true });
  let carry: Uint8Array = NOTHING;
  const answerTo = ({ message }: Frame): object => {
    if (message.kind === "readAddressRequest") return { kind: "readAddressAnswer", address };
    const di = message.kind === "readRequest" ? message.di : 0;
    if (di === voltages.code)
      return { kind: "readAnswer", data: { kind: "voltages", a: 2_314, b: 2_301, c: 2_298, unparsed: NOTHING } };
    if (di === currents.code)
      return { kind: "readAnswer", data: { kind: "currents", a: 12_345, b: -5_000, c: 0, unparsed: NOTHING } };
    return { kind: "readError", error: noData };
  };
  socket.on("error", () => {});
  socket.on("data", (chunk: Uint8Array) => {
    const cut = dlt645.cutFrames(carry, chunk);
    carry = cut.carry;
    for (const bytes of cut.frames) {
      const decoded = dlt645.decodeFrame(bytes);
      if (!decoded.ok) throw new Error(`the hub sent ${JSON.stringify(decoded.error)}`);
      asked.push(decoded.value);
      if (isEcho) socket.write(bytes);
      socket.write(dlt645.encodeFrame({ preamble: 4, address, message: answerTo(decoded.value) } as Frame));
    }
  });
  await new Promise<void>((resolve) => socket.once("connect", () => resolve()));
  return {
    asked,
    socket,
    end: () =>
      new Promise((resolve) => {
        socket.once("close", () => resolve());
        socket.end();
      }),
  };
};
const readings = (): Promise<readonly Record<string, unknown>[]> => list(desk.hub(), "readings?deviceId=meter");
/** A whole round: who is there, and seven questions. */
const round = (meter: Meter): Promise<unknown> =>
  until(
    async () => meter.asked.length,
    (count) => count === 8,
  );

test("EF-N.1, EF-2.1: a meter that is asked tells its readings by phase, and is online", async () => {
  const meter = await openMeter(METER);
  await round(meter);
  expect(meter.asked[0]).toMatchObject({ address: "AAAAAAAAAAAA", message: { kind: "readAddressRequest" } });
  for (const { address } of meter.asked.slice(1)) expect(address).toBe(METER);
  const rows = await until(readings, (all) => all.length >= 6);
  expect(await record(desk.hub(), "devices/meter")).toMatchObject({ presence: "online" });
  const parts = await list(desk.hub(), "components?deviceId=meter");
  const idOf = (key: string): unknown => parts.find(({ componentKey }) => componentKey === key)?.id;
  for (const [key, quantity, value] of [
    ["phase/a", "voltage", 231.4],
    ["phase/a", "current", 12.345],
    ["phase/b", "current", 5],
  ] as const)
    expect(rows).toContainEqual(expect.objectContaining({ componentId: idOf(key), quantity, value }));
  await meter.end();
});

test("the same values read again are readings again, never repeats", async () => {
  const before = (await readings()).length;
  const meter = await openMeter(METER);
  await round(meter);
  expect(await until(readings, (all) => all.length >= before * 2)).toHaveLength(before * 2);
  await meter.end();
});

test("SEC-DEV-01: a meter that nobody has registered is listed; the echo of a line is kept as refused and no reading", async () => {
  const meter = await openMeter(STRANGER, { isEcho: true });
  await round(meter);
  const itemsOf = async (path: string): Promise<readonly Record<string, unknown>[]> => list(desk.hub(), path);
  const seen = await until(
    () => itemsOf("unclaimed"),
    (all) => all.some(({ wireAddress }) => wireAddress === STRANGER),
  );
  expect(seen).toContainEqual(expect.objectContaining({ protocol: "dlt645", wireAddress: STRANGER }));
  const broken = await until(
    () => itemsOf("undecodable"),
    (all) => all.length > 0,
  );
  expect(broken[0]).toMatchObject({ protocol: "dlt645", error: { code: "wrong-direction" } });
  await meter.end();
});

test("EF-N.2: a meter whose record names a profile is asked only what the profile polls", async () => {
  const items = [deviceBody("profiled", "000000000077", { protocol: "dlt645", profileId: "dlt645-meter" })];
  expect(await (await desk.hub().call("POST", "/api/v1/devices", { items })).text()).not.toContain("refused");
  const meter = await openMeter("000000000077");
  const rows = await until(
    () => list(desk.hub(), "readings?deviceId=profiled"),
    (all) => all.length >= 6,
  );
  expect(rows).toContainEqual(expect.objectContaining({ quantity: "voltage", value: 231.4 }));
  await until(
    async () => meter.asked.length,
    (count) => count >= 5,
  );
  expect(meter.asked.map(({ message }) => ("di" in message ? message.di : null))).toEqual([
    null,
    ...[voltages, currents, activePowers, forwardEnergy].map(({ code }) => code),
  ]);
  await meter.end();
});

test("a command to a meter is refused in words", async () => {
  const answer = await desk.send("meter", { action: "read" });
  expect([answer.status, answer.body.code]).toEqual([422, "not-supported"]);
});
