import { gb26875 } from "@dianan/codec";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Answer, type DoorCall, openDoorCall } from "./door-call.ts";
import { device, operator, unit } from "./http-fixture.ts";

let door: DoorCall;
const keys = new Map<string, string>();
const put = async (plural: string, ...items: readonly object[]): Promise<void> => {
  const { body } = await door.call("POST", `/api/v1/${plural}`, { items });
  expect(JSON.stringify(body)).not.toContain("refused");
};
const wire = (id: string, wireAddress: string, more: object = {}): object => ({
  ...{ ...device, id, unitId: "unit-0001", protocol: "gb26875", wireAddress, ...more },
});
beforeAll(async () => {
  door = await openDoorCall();
  await put("operators", operator);
  await put("units", unit);
  await put(
    "devices",
    wire("own", "101"),
    wire("carried", "102", { gatewayId: "own" }),
    wire("other", "103"),
    wire("spoken", "spoken", { protocol: "json" }),
  );
  const administrator = await door.door.addKey({ role: "systemAdministrator" });
  for (const id of ["own", "spoken"]) {
    const { body } = await door.call("POST", `/api/v1/devices/${id}/credentials`, undefined, { key: administrator });
    keys.set(id, body.secret);
  }
}, 20_000);
afterAll(() => door?.end());

const at = { year: 2026, month: 11, day: 27, hour: 8, minute: 0, second: 0 };
const system = { systemType: 1, systemAddress: 1, componentAddress: 1, time: at };
const frame = (address: number, serial: number, value = 300): string =>
  Buffer.from(
    gb26875.encodeFrame({
      ...{ serial, version: { main: 1, user: 1 }, time: at, source: address, destination: 0, command: 2 },
      message: {
        kind: "componentAnalog",
        items: [{ ...system, componentType: 18, analogType: gb26875.analogTypes.temperature.code, value }],
      },
    } as never),
  ).toString("hex");
const sendFrames = (items: readonly object[], key = keys.get("own")): Promise<Answer> =>
  door.call("POST", "/api/v1/uplink/frames", { items }, { key: key ?? "" });
const one = (wireAddress: string, hex: string, protocol = "gb26875") => ({ protocol, wireAddress, hex });
const say = (message: object, key = keys.get("spoken")): Promise<Answer> =>
  door.call("POST", "/api/v1/uplink/events", message, { key: key ?? "" });
const codes = ({ body }: Answer): readonly string[] =>
  body.results.map(({ status, error }: { status: string; error: { code: string } | null }) =>
    error === null ? status : `${status} ${error.code}`,
  );
const list = async (path: string): Promise<readonly Record<string, unknown>[]> =>
  (await door.call("GET", `/api/v1/${path}`)).body.items;

test("EF-N.1, EF-4.4.4: frames of a device and of those it carries are stored, each with the confirm to give back", async () => {
  const sent = await sendFrames([one("101", frame(101, 1)), one("102", frame(102, 1)), one("101", frame(101, 2, 310))]);
  expect([sent.status, codes(sent)]).toEqual([200, ["accepted", "accepted", "accepted"]]);
  for (const [n, { reply }] of sent.body.results.entries()) {
    const answer = gb26875.decodeFrame(Buffer.from(reply, "hex"));
    expect(answer).toMatchObject({ ok: true, value: { command: 3, serial: [1, 1, 2][n] } });
  }
  expect((await list("readings?deviceId=own")).map(({ value }) => value).sort()).toEqual([30, 31]);
  expect(await list("readings?deviceId=carried")).toHaveLength(1);
  expect((await door.call("GET", "/api/v1/devices/carried")).body).toMatchObject({ presence: "online" });
  expect((await door.call("GET", "/api/v1/devices/carried/way")).body).toMatchObject({ way: "http", ack: "stored" });
});

test("SEC-DEV-06: a repeat is confirmed again and changes nothing, alone and within one request", async () => {
  const again = await sendFrames([
    one("101", frame(101, 2, 310)),
    one("101", frame(101, 3, 320)),
    one("101", frame(101, 3, 320)),
  ]);
  expect(codes(again)).toEqual(["duplicate", "accepted", "duplicate"]);
  expect(again.body.results[0].reply).not.toBe(null);
  expect(await list("readings?deviceId=own")).toHaveLength(3);
});

test("SEC-DEV-18: what a device does not carry is refused, and so is what is no frame; the rest is taken", async () => {
  const good = frame(101, 4, 330);
  const bad = `${good.slice(0, -6)}00${good.slice(-4)}`;
  const sent = await sendFrames([
    one("103", frame(103, 1)),
    one("999", frame(999, 1)),
    one("101", frame(102, 9)),
    one("101", bad),
    one("101", "0000000000"),
    one("101", `${good}${good}`),
    one("101", good.slice(0, -2)),
    one("101", good, "mbus"),
    one("101", good),
  ]);
  expect(codes(sent)).toEqual([
    "refused not-carried",
    "refused not-carried",
    "refused wrong-address",
    "refused bad-checksum",
    "refused not-one-frame",
    "refused not-one-frame",
    "refused not-one-frame",
    "refused unknown-protocol",
    "accepted",
  ]);
  expect(sent.body.results[7].error.message.en).toContain("gb26875");
  expect(await list("readings?deviceId=other")).toEqual([]);
  expect(await list("undecodable")).not.toEqual([]);
});

test("EF-2.1, EF-4.1: a device that speaks JSON tells readings and an alarm; a repeat is told as one", async () => {
  const message = {
    sequence: 1,
    readings: [
      { component: "loop-5", quantity: "residualCurrent", value: 68.9, at: "2026-11-27T08:00:00+08:00" },
      { quantity: "flavour", value: 1 },
    ],
    conditions: [
      { component: "loop-5", type: "temperatureOver", present: true, value: 81.5, threshold: 70 },
      { component: "loop-6", type: "somethingNew", present: true },
    ],
    identity: { firmware: "1.4.2" },
  };
  const first = await say(message);
  expect([first.status, first.body]).toEqual([
    200,
    { sequence: 1, status: "accepted", now: expect.any(String), commands: 0 },
  ]);
  expect((await say(message)).body.status).toBe("duplicate");
  expect(await list("readings?deviceId=spoken")).toMatchObject([{ quantity: "residualCurrent", value: 68.9 }]);
  const alarms = await list("alarms?deviceId=spoken");
  expect(alarms.map(({ type, value, threshold, repeats }) => ({ type, value, threshold, repeats }))).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ type: "temperatureOver", value: 81.5, threshold: 70 }),
      expect.objectContaining({ type: "unmapped" }),
    ]),
  );
  expect(alarms).toHaveLength(2);
  // What could not be kept is listed for who integrates the device.
  expect(JSON.stringify(await list("undecodable"))).toContain("flavour");
  // SEC-DEV-03: gone, as the device says, clears nothing.
  await say({ sequence: 2, conditions: [{ component: "loop-5", type: "temperatureOver", present: false }] });
  expect((await list("alarms?deviceId=spoken&state=raised")).length).toBe(2);
});

test("what cannot be taken is refused, with where", async () => {
  const reading = { quantity: "residualCurrent", value: 1 };
  const refused: readonly (readonly [Promise<Answer>, number])[] = [
    [sendFrames([], keys.get("own")), 422],
    [sendFrames([one("101", "zz")]), 422],
    [sendFrames([{ protocol: "gb26875", hex: "00" }]), 422],
    [sendFrames(Array.from({ length: 101 }, () => one("101", "00"))), 422],
    [sendFrames([one("101", frame(101, 5))], "dd_wrongwrongwrong"), 401],
    [say({ sequence: 1 }), 422],
    [say({ sequence: -1, readings: [reading] }), 422],
    [say({ sequence: 1, readings: [{ ...reading, value: "1" }] }), 422],
    [say({ sequence: 1, readings: [{ ...reading, at: "yesterday" }] }), 422],
    [say({ sequence: 1, readings: [reading], more: 1 }), 422],
    // It is registered with another protocol.
    [say({ sequence: 1, readings: [reading] }, keys.get("own")), 409],
  ];
  for (const [n, [answer, status]] of refused.entries()) expect((await answer).status, String(n)).toBe(status);
});

test("SEC-DEV-15: the key of a device that is gone opens nothing", async () => {
  expect((await door.call("DELETE", "/api/v1/devices/own")).status).toBe(204);
  expect((await sendFrames([one("101", frame(101, 6))])).status).toBe(403);
});
