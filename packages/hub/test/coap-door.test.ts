import { gb26875 } from "@dianan/codec";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CoapAsk, type CoapClient, datagram, frame, openClient, openRaw, startCoapHub } from "./coap-fixture.ts";
import type { MqttHub } from "./mqtt-fixture.ts";

let on: MqttHub;
let client: CoapClient;
beforeAll(async () => {
  on = await startCoapHub();
  client = openClient(() => on.port);
}, 60_000);
afterAll(async () => {
  client?.end();
  await on?.end();
});

const key = (id = "own"): string => on.keys.get(id) ?? "";
const up = (payload: Buffer, path = "/up", more: CoapAsk = {}) =>
  client.ask(path, { key: key(), payload, contentFormat: 42, ...more });
const valuesOf = async (deviceId: string): Promise<readonly unknown[]> =>
  (await on.list(`readings?deviceId=${deviceId}&limit=500`)).map(({ value }) => value).sort();
const confirms = (payload: Buffer): readonly number[] =>
  gb26875.cutFrames(new Uint8Array(0), payload).frames.map((bytes) => {
    const read = gb26875.decodeFrame(bytes);
    return read.ok && read.value.command === 3 ? read.value.serial : -1;
  });
const message = (sequence: number, value: number) =>
  JSON.stringify({ sequence, readings: [{ quantity: "temperature", value }] });

test("EF-N.1, EF-4.4.3: a frame is answered with its confirm once it is stored; again it is confirmed and stored once", async () => {
  const first = await up(frame(101, 1, 300));
  expect([first.code, confirms(first.payload)]).toEqual(["2.04", [1]]);
  expect(await valuesOf("own")).toEqual([30]);
  // By a message id of its own, as a device does that has slept meanwhile.
  const again = await up(frame(101, 1, 300));
  expect([again.code, confirms(again.payload)]).toEqual(["2.04", [1]]);
  const two = await up(Buffer.concat([frame(101, 2, 310), frame(101, 3, 320)]), "/dp");
  expect([two.code, confirms(two.payload)]).toEqual(["2.04", [2, 3]]);
  const non = await up(frame(101, 4, 330), "/up", { isConfirmable: false });
  expect([non.code, confirms(non.payload)]).toEqual(["2.04", [4]]);
  expect(await valuesOf("own")).toEqual([30, 31, 32, 33]);
  expect(await on.call("GET", "devices/own")).toMatchObject({ presence: "online" });
  expect(await on.call("GET", "devices/own/way")).toEqual({ deviceId: "own", way: "coap", ack: "stored" });
  expect(await on.call("GET", "devices/other/way")).toEqual({ deviceId: "other", way: null, ack: null });
  expect(await on.call("GET", "devices/nobody/way")).toMatchObject({ code: "not-found" });
});

test("EF-2.1: a device that speaks JSON; the same again is a duplicate", async () => {
  const say = (text: string) => client.ask("/events", { key: key("spoken"), payload: text, contentFormat: 50 });
  const first = await say(message(1, 41.5));
  expect([first.code, JSON.parse(first.payload.toString())]).toEqual([
    "2.04",
    { sequence: 1, status: "accepted", now: expect.any(String), commands: 0 },
  ]);
  expect(JSON.parse((await say(message(1, 41.5))).payload.toString())).toMatchObject({ status: "duplicate" });
  expect(await valuesOf("spoken")).toEqual([41.5]);
  for (const bad of ["{", "{}", '{"sequence":"x"}', '{"sequence":2,"readings":[],"strange":1}'])
    expect((await say(bad)).code, bad).toBe("4.00");
});

test("SEC-DEV-18: frames of what a device carries are taken, of others refused; what is no frame says why", async () => {
  expect((await up(frame(102, 1, 400), "/up/gb26875/102")).code).toBe("2.04");
  const refused: readonly (readonly [Buffer, string, string])[] = [
    [frame(103, 1, 400), "/up/gb26875/103", "4.03"],
    [frame(999, 1, 400), "/up/gb26875/999", "4.03"],
    [frame(102, 2, 400), "/up", "4.03"],
    [frame(101, 9, 400), "/up/nothing/101", "4.04"],
    [Buffer.from("nonsense"), "/up", "4.00"],
    [frame(101, 9, 400).subarray(0, 20), "/up", "4.00"],
  ];
  for (const [payload, path, code] of refused) expect((await up(payload, path)).code, path).toBe(code);
  expect(await valuesOf("carried")).toEqual([40]);
  expect(await valuesOf("other")).toEqual([]);
  expect(JSON.stringify(await on.list("undecodable"))).toContain("6e6f6e73656e7365");
});

test("SEC-API-01: no key, a wrong one, two, a revoked one: 4.01; what there is not is said by its code", async () => {
  const payload = frame(101, 5, 340);
  for (const bad of ["", "dd_wrong-key-000000", `${key()}&k=${key("other")}`, "da_00000000"])
    expect((await up(payload, "/up", { key: bad })).code, bad).toBe("4.01");
  const made = await on.call("POST", "devices/pile/enrolments");
  const enrolled: { secret?: string; credential?: { id: string } } = await on.call("POST", "uplink/enrolment", {
    secret: made.secret,
  });
  const { secret = "", credential } = enrolled;
  expect((await client.ask("/down", { method: "GET", key: secret })).code).toBe("2.05");
  await on.call("DELETE", `devices/pile/credentials/${credential?.id}`);
  expect((await client.ask("/down", { method: "GET", key: secret })).code).toBe("4.01");
  expect((await up(payload, "/nothing")).code).toBe("4.04");
  expect((await up(payload, "/up/gb26875")).code).toBe("4.04");
  expect((await up(payload, "/up", { method: "PUT" })).code).toBe("4.05");
  expect((await up(payload, "/up", { contentFormat: 50 })).code).toBe("4.15");
  expect((await up(payload, "/up", { option: ["If-Match", Buffer.from([1])] })).code).toBe("4.02");
  expect((await client.ask("/events", { key: key(), payload: message(1, 1), contentFormat: 50 })).code).toBe("4.09");
  expect(await valuesOf("own")).not.toContain(34);
});

test("RFC 6690: what there is is told to anybody", async () => {
  const core = await client.ask("/.well-known/core", { method: "GET" });
  expect(core.code).toBe("2.05");
  for (const path of ["up", "dp", "events", "down"]) expect(core.payload.toString()).toContain(`</${path}>`);
});

test("RFC 7959: many frames come in blocks, and their confirms leave in blocks", async () => {
  const serials = Array.from({ length: 60 }, (_, n) => 1_000 + n);
  const body = Buffer.concat(serials.map((serial) => frame(101, serial, serial)));
  expect(body.length).toBeGreaterThan(2_048);
  const sent = await up(body, "/up", { blockExponent: 5 });
  expect([sent.code, confirms(sent.payload)]).toEqual(["2.04", serials]);
  expect(await valuesOf("own")).toEqual(expect.arrayContaining(serials.map((serial) => serial / 10)));
});

test("RFC 7252 §4.5: the same datagram gets the same answer and is stored once; another with its id is its own", async () => {
  const raw = await openRaw(on.port);
  const one = datagram("POST", "up", 77, { key: key(), payload: frame(101, 50, 500) });
  for (let n = 0; n < 4; n += 1) raw.send(one);
  const first = await raw.got(0);
  expect(first).toMatchObject({ code: "2.04", ack: true, messageId: 77 });
  // Those that came while it was being stored need not be answered; one that comes later is.
  const before = raw.heard.length;
  raw.send(one);
  await raw.got(before);
  for (const bytes of raw.heard) expect(bytes.toString("hex")).toBe(first.bytes.toString("hex"));
  // Behind a NAT another device's datagram may have the same address and id.
  raw.heard.length = 0;
  raw.send(datagram("POST", "up", 77, { key: key("other"), payload: frame(103, 50, 501) }));
  expect(await raw.got(0)).toMatchObject({ code: "2.04", messageId: 77 });
  expect([await valuesOf("other"), (await valuesOf("own")).filter((value) => value === 50)]).toEqual([[50.1], [50]]);
  raw.end();
});

test("a device is known by its key: it goes on from another address, in the middle of its blocks", async () => {
  const body = Buffer.concat([frame(101, 60, 600), frame(101, 61, 601), frame(101, 62, 602)]);
  const size = 64;
  const count = Math.ceil(body.length / size);
  for (let number = 0; number < count; number += 1) {
    // Its NAT has forgotten it: each block from a port of its own.
    const raw = await openRaw(on.port);
    const isMore = number < count - 1;
    const block = Buffer.from([number * 16 + (isMore ? 8 : 0) + 2]);
    const payload = body.subarray(number * size, (number + 1) * size);
    raw.send(datagram("POST", "up", number, { key: key(), payload, options: [{ name: "Block1", value: block }] }));
    expect(await raw.got(0)).toMatchObject({ code: isMore ? "2.31" : "2.04" });
    raw.end();
  }
  expect(await valuesOf("own")).toEqual(expect.arrayContaining([60, 60.1, 60.2]));
});

test("RFC 7252 §4.2: a ping, what is malformed and what is no request are reset when they are confirmable, else ignored", async () => {
  const raw = await openRaw(on.port);
  for (const hex of ["50000001", "70000002", "60000003", "50450004", "5901000501", "00", "c0010006", "80010007"])
    raw.send(Buffer.from(hex, "hex"));
  for (const hex of ["40000008", "40450009", "4901000a01", "4001000bff"]) raw.send(Buffer.from(hex, "hex"));
  for (const [n, id] of [8, 9, 10, 11].entries())
    expect(await raw.got(n)).toMatchObject({ reset: true, messageId: id, code: "0.00" });
  expect(raw.heard).toHaveLength(4);
  raw.end();
});

test("RFC 7252 §11.3: no answer is larger than three times its datagram, whoever asks", async () => {
  const raw = await openRaw(on.port);
  const asked = [
    datagram("GET", ".well-known/core", 1, { token: Buffer.alloc(0) }),
    datagram("GET", ".well-known/core", 2, { options: [{ name: "Block2", value: Buffer.from([6]) }] }),
    datagram("GET", "x", 3),
    datagram("POST", "up", 4),
    datagram("GET", "down", 5, { key: "dd_wrong-key" }),
    datagram("GET", "down", 6, { key: key() }),
    datagram("POST", "up", 7, { key: key(), payload: Buffer.from("x") }),
    datagram("POST", "events", 8, { key: key("spoken"), payload: Buffer.from("{") }),
    datagram("POST", "events", 9, { key: key("spoken"), payload: Buffer.from(message(9, 1)) }),
    Buffer.from("4000000a", "hex"),
    Buffer.from("4901000b01", "hex"),
  ];
  for (const [n, one] of asked.entries()) {
    raw.send(one);
    const { bytes } = await raw.got(n);
    expect(bytes.length, `${one.toString("hex")} ${bytes.toString("hex")}`).toBeLessThanOrEqual(3 * one.length);
  }
  raw.end();
});

test("SEC-DEV-10: a device that asks too often is told to come later; others are answered", async () => {
  const raw = await openRaw(on.port);
  const codes: string[] = [];
  let n = 0;
  // More than its burst and what comes back meanwhile, however slow this machine is.
  while (!codes.includes("4.29") && n < 5_000) {
    for (let m = 0; m < 20; m += 1) raw.send(datagram("GET", "down", (n + m) % 65_536, { key: key("pile") }));
    for (let m = 0; m < 20; m += 1) codes.push((await raw.got(n + m)).code);
    n += 20;
  }
  expect(codes[0]).toBe("2.05");
  expect(codes).toContain("4.29");
  raw.end();
  expect((await up(frame(101, 70, 700))).code).toBe("2.04");
});
