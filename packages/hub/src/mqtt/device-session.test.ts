import { type Instant, tenantId } from "@dianan/model";
import type { Packet } from "mqtt-packet";
import { expect, test } from "vitest";
import type { DeviceLink } from "../ports/device-link.ts";
import { createFigures } from "../ports/figures.ts";
import type { UplinkConnection, UplinkResult } from "../ports/uplink.ts";
import type { Write } from "../ports/write.ts";
import { openDeviceSession } from "./device-session.ts";
import type { MqttDeps } from "./mqtt-deps.ts";
import { createSessionBook } from "./session-book.ts";
import { deviceTopic } from "./topics.ts";

const UP = "dianan/v1/gb26875/101/up";
const stored: UplinkResult = { status: "accepted", reply: null, error: null };
const notStored: UplinkResult = { status: "refused", reply: null, error: { code: "not-stored" } };

/** A session whose messages are settled by hand. */
const open = ({ isV5 = false }: { readonly isV5?: boolean } = {}) => {
  const sent: Packet[] = [];
  const ended: number[] = [];
  const asked: ((result: UplinkResult) => void)[] = [];
  let pauses = 0;
  const link: DeviceLink = {
    ...{ remote: "10.0.0.1:1", send: () => {}, isOpen: () => true, resume: () => {} },
    pause: () => {
      pauses += 1;
    },
  };
  const connection: UplinkConnection = {
    ...{ carries: ({ wireAddress }) => wireAddress === "101", reachable: () => {}, broken: () => {}, lost: () => {} },
    ...{ closed: () => {}, events: async () => stored, deviceAt: () => "own" },
    frames: () => new Promise((resolve) => asked.push((result) => resolve([result]))),
  };
  const session = openDeviceSession(
    {
      ...{ figures: createFigures(), limits: { requestRateFactor: 1 }, clock: () => 0 as Instant, now: () => 0 },
      ...{ log: () => {}, readMessage: () => ({ ok: false, error: {} }) },
    } as unknown as MqttDeps,
    {
      tenant: tenantId("t"),
      ...{ link, send: (packet) => void sent.push(packet), isV5: () => isV5, isOver: () => ended.length > 0 },
      end: (code) => void ended.push(code),
    },
    connection,
    { isFull: () => false },
    [],
  );
  const publish = (messageId: number, qos: 0 | 1 | 2 = 1): void =>
    session.take({ cmd: "publish", topic: UP, payload: "x", qos, dup: false, retain: false, messageId });
  const settle = async (n: number, result: UplinkResult): Promise<void> => {
    asked[n]?.(result);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { session, sent, ended, publish, settle, pauses: () => pauses };
};

test("EF-4.4.3: nothing is acked before it is stored, and acks leave in the order of arrival", async () => {
  const { sent, publish, settle } = open();
  for (const id of [1, 2, 3]) publish(id);
  publish(4, 2);
  expect(sent).toEqual([]);
  await settle(2, stored);
  await settle(1, stored);
  expect(sent).toEqual([]);
  await settle(0, stored);
  expect(sent.map(({ cmd, messageId }) => `${cmd} ${messageId}`)).toEqual(["puback 1", "puback 2", "puback 3"]);
  await settle(3, stored);
  expect(sent.at(-1)).toMatchObject({ cmd: "pubrec", messageId: 4 });
});

test.each([true, false])(
  "EF-4.4.3: what is not stored is not acked, and the connection ends so that it is sent again (v5: %s)",
  async (isV5) => {
    const { sent, ended, publish, settle } = open({ isV5 });
    publish(1);
    await settle(0, notStored);
    expect([sent, ended]).toEqual([[], [0x88]]);
  },
);

test("what is not stored of QoS 0 ends nothing: nobody waits for its ack", async () => {
  const { sent, ended, publish, settle } = open();
  publish(0, 0);
  await settle(0, notStored);
  expect([sent, ended]).toEqual([[], []]);
});

test("SEC-DEV-10: more than 256 messages without ack are not read before some are stored", async () => {
  const { publish, pauses } = open();
  for (let id = 1; id <= 256; id += 1) publish(id);
  expect(pauses()).toBe(0);
  publish(257);
  expect(pauses()).toBe(1);
});

test.each([
  { cmd: "connect", clientId: "101" },
  { cmd: "connack", returnCode: 0, sessionPresent: false },
  { cmd: "puback", messageId: 1 },
  { cmd: "auth", reasonCode: 0x18 },
] as const)("MQTT 3.1.1 §3: a $cmd of a device that has signed in ends its connection", (packet) => {
  const { session, ended } = open();
  session.take(packet as Packet);
  expect(ended).toEqual([0x82]);
});

test("SEC-DEV-13, SEC-DEV-17: a takeover puts the former out and is audited, once a minute when it is fought over", () => {
  const writes: Write[] = [];
  let at = 0;
  const book = createSessionBook({
    store: { commit: async ({ writes: some }: { writes: readonly Write[] }) => void writes.push(...some) },
    ...{ figures: createFigures(), clock: () => 1 as Instant, now: () => at, log: () => {} },
  } as unknown as MqttDeps);
  const who = { tenant: tenantId("t"), deviceId: "own", wireAddress: "101", credential: "key-1" };
  const out: number[] = [];
  const enter = (n: number): void => book.enter(who, "10.0.0.1:1", () => void out.push(n));
  enter(1);
  expect([out, writes]).toEqual([[], []]);
  enter(2);
  enter(3);
  expect(out).toEqual([1, 2]);
  expect(writes).toMatchObject([{ kind: "audit", entry: { act: "device.mqttTakeover", object: "device:own" } }]);
  at = 60_000;
  enter(4);
  expect(writes).toHaveLength(2);
  // A session that is kept ends when its time is over.
  book.keep(who, ["a/down"], 10);
  at += 10_000;
  expect(book.take(who)).toBe(null);
});

test.each([
  "dianan/v1/gb26875/101",
  "dianan/v1/gb26875/101/up/",
  "dianan/v1/gb26875/a/b/up",
  "dianan/v1/gb26875/+/up",
  "dianan/v1/+/101/up",
  "dianan/v1/gb26875/#",
  "dianan/v2/gb26875/101/up",
  "/dianan/v1/gb26875/101/up",
  "dp/v1/x/up",
  "$SYS/dianan/v1/gb26875/101/up",
  "",
])("SEC-DEV-13: %s is no topic of a device", (topic) => {
  expect(deviceTopic(topic)).toBe(null);
});

test("our own protocol has its short topics", () => {
  const at = { protocol: "dianan", wireAddress: "42" };
  expect(deviceTopic("dp/v1/42/down")).toEqual({ kind: "down", at, base: "dp/v1/42" });
});
