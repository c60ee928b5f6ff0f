import { gb26875 } from "@dianan/codec";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CoapClient, coapDoor, frame, openClient } from "./coap-fixture.ts";
import { type CommandDesk, openDesk } from "./command-fixture.ts";
import { deviceBody, registerDevice } from "./registry.ts";

let desk: CommandDesk;
let client: CoapClient;
const keys = new Map<string, string>();
beforeAll(async () => {
  desk = await openDesk([1, 2], { doors: [coapDoor] });
  for (const id of ["spoken", "other"]) await registerDevice(desk.hub(), deviceBody(id, id, { protocol: "json" }));
  for (const id of ["spoken", "other", "d1", "d2"]) {
    const invited = await desk.hub().call("POST", `/api/v1/devices/${id}/enrolments`);
    const { secret } = (await invited.json()) as { secret: string };
    const enrolled = await desk.hub().call("POST", "/api/v1/uplink/enrolment", { secret });
    keys.set(id, ((await enrolled.json()) as { secret: string }).secret);
  }
  client = openClient(() => desk.hub().hub.doorPorts[0] ?? 0);
}, 60_000);
afterAll(async () => {
  client?.end();
  await desk?.end();
});

const key = (id: string): string => keys.get(id) ?? "";
const down = async (id: string): Promise<readonly { readonly id: string }[]> => {
  const { code, payload } = await client.ask("/down", { method: "GET", key: key(id) });
  expect(code).toBe("2.05");
  return JSON.parse(payload.toString("utf8")).items;
};
const report = async (id: string, command: string, body: object | string): Promise<string> => {
  const payload = typeof body === "string" ? body : JSON.stringify(body);
  return (await client.ask(`/down/${command}`, { key: key(id), payload, contentFormat: 50 })).code;
};
const at = { year: 2026, month: 11, day: 27, hour: 8, minute: 0, second: 0 };

test("SEC-DEV-14, EF-N.1: a device that wakes is told that a command waits, gets it in blocks, reports it; nobody else does", async () => {
  const { body } = await desk.send("spoken", { action: "mute", parameters: { minutes: 10, note: "夜间".repeat(40) } });
  const said = JSON.stringify({ sequence: 1, readings: [] });
  const events = await client.ask("/events", { key: key("spoken"), payload: said, contentFormat: 50 });
  expect(JSON.parse(events.payload.toString())).toMatchObject({ commands: 1 });
  for (let n = 0; n < 3; n += 1)
    expect(await down("spoken")).toMatchObject([
      { id: body.id, action: "mute", parameters: { minutes: 10 }, hex: null },
    ]);
  expect(await down("other")).toEqual([]);
  const id = String(body.id);
  expect(await report("other", id, { outcome: "done" })).toBe("4.04");
  expect(await report("spoken", "command-0", { outcome: "done" })).toBe("4.04");
  for (const bad of ["{", {}, { outcome: "perhaps" }, { outcome: "done", more: 1 }])
    expect(await report("spoken", id, bad)).toBe("4.00");
  expect(await desk.get(id)).toMatchObject({ state: "sent" });
  expect(await report("spoken", id, { outcome: "done", text: "已消音" })).toBe("2.04");
  expect(await report("spoken", id, { outcome: "done" })).toBe("2.04");
  expect(await report("spoken", id, { outcome: "refused" })).toBe("4.09");
  expect(await desk.get(id)).toMatchObject({ state: "done", result: "已消音" });
  expect(await down("spoken")).toEqual([]);
});

test("SEC-DEV-14: with the confirm of its frame a device gets the frame of its command; its answering frame ends it", async () => {
  const { body } = await desk.send("d1", { action: "syncClock" });
  const send = (payload: Uint8Array) =>
    client.ask("/up", { key: key("d1"), payload: Buffer.from(payload), contentFormat: 42 });
  const first = await send(frame(1, 1, 300));
  const framesOf = (payload: Buffer) =>
    gb26875.cutFrames(new Uint8Array(0), payload).frames.flatMap((bytes) => {
      const read = gb26875.decodeFrame(bytes);
      return read.ok ? [read.value] : [];
    });
  const [confirm, command] = framesOf(first.payload);
  expect([first.code, confirm?.command, command?.command]).toEqual(["2.04", 3, 1]);
  // Its datagram was lost: with what it sends next the command comes again, with its serial.
  const second = framesOf((await send(frame(1, 2, 310))).payload);
  expect(second.map(({ serial }) => serial)).toEqual([2, command?.serial]);
  if (command === undefined) throw new Error("no command");
  expect((await send(gb26875.encodeFrame(gb26875.confirm(command, at)))).code).toBe("2.04");
  expect(await desk.settled(body.id)).toMatchObject({ state: "done" });
  expect(framesOf((await send(frame(1, 3, 320))).payload)).toHaveLength(1);
});

test("SEC-DEV-14: nothing whose time is over is given", async () => {
  const { body } = await desk.send("d2", { action: "syncClock", expiresInSeconds: 1 });
  expect(await desk.settled(body.id)).toMatchObject({ state: "expired" });
  const sent = await client.ask("/up", { key: key("d2"), payload: frame(2, 1, 300), contentFormat: 42 });
  expect(gb26875.cutFrames(new Uint8Array(0), sent.payload).frames).toHaveLength(1);
  expect(await down("d2")).toEqual([]);
});
