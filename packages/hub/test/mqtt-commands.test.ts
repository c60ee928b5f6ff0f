import { gb26875 } from "@dianan/codec";
import { connectAsync, type MqttClient } from "mqtt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CommandDesk, openDesk } from "./command-fixture.ts";
import { frame, hasMosquitto, isMosquittoRequired, runTool, until } from "./mqtt-fixture.ts";
import { deviceBody, registerDevice } from "./registry.ts";

const PERIOD_MS = 2_000;
const GRACE_MS = 500;

let desk: CommandDesk;
const keys = new Map<string, string>();
beforeAll(async () => {
  desk = await openDesk([1, 2, 3, 4], {
    doors: [{ protocol: "mqtt", host: "127.0.0.1", port: 0 }],
    expectedPeriodMs: PERIOD_MS,
    linkGraceMs: GRACE_MS,
  });
  await registerDevice(desk.hub(), deviceBody("spoken", "spoken", { protocol: "json" }));
  for (const id of ["d1", "d2", "d3", "d4", "spoken"]) {
    const invited = await desk.hub().call("POST", `/api/v1/devices/${id}/enrolments`);
    const { secret } = (await invited.json()) as { secret: string };
    const enrolled = await desk.hub().call("POST", "/api/v1/uplink/enrolment", { secret });
    keys.set(id, ((await enrolled.json()) as { secret: string }).secret);
  }
}, 60_000);
afterAll(() => desk?.end());

const client = (id: string, protocolVersion: 4 | 5 = 4): Promise<MqttClient> =>
  connectAsync({
    protocolVersion,
    ...{ host: "127.0.0.1", port: desk.hub().hub.doorPorts[0] ?? 0, clientId: id, username: id, reconnectPeriod: 0 },
    password: keys.get(id) ?? "",
  });
const at = { year: 2026, month: 11, day: 27, hour: 8, minute: 0, second: 0 };
const answering = async (one: MqttClient, address: number, says: "confirm" | "deny"): Promise<Buffer[]> => {
  const asked: Buffer[] = [];
  one.on("message", (_, payload) => {
    const read = gb26875.decodeFrame(payload);
    // A confirm of what it has sent is none of its commands.
    if (!read.ok || read.value.command === 3) return;
    asked.push(payload);
    one.publish(`dianan/v1/gb26875/${address}/up`, Buffer.from(gb26875.encodeFrame(gb26875[says](read.value, at))), {
      qos: 1,
    });
  });
  await one.subscribeAsync(`dianan/v1/gb26875/${address}/down`);
  return asked;
};

test("SEC-DEV-14, EF-N.1: a command goes down by the topic and its answer comes up; the device has said nothing before", async () => {
  const one = await client("d1");
  const asked = await answering(one, 1, "confirm");
  const { status, body } = await desk.send("d1", { action: "syncClock" });
  expect(status).toBe(202);
  expect(await desk.settled(body.id)).toMatchObject({ state: "done" });
  expect(asked).toHaveLength(1);
  await one.endAsync();
});

test("a device that refuses is said to have refused; one that hears no down topic is sent nothing, until it does", async () => {
  const deaf = await client("d2");
  const heard: string[] = [];
  deaf.on("message", (topic) => heard.push(topic));
  await deaf.publishAsync("dianan/v1/gb26875/2/up", frame(2, 1), { qos: 1 });
  const { body } = await desk.send("d2", { action: "syncClock" });
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect([heard, (await desk.get(body.id)).state]).toEqual([[], "queued"]);
  const asked = await answering(deaf, 2, "deny");
  const { state } = await desk.settled(body.id, ["refused", "failed", "done"]);
  expect(state).not.toBe("done");
  expect(asked.length).toBeGreaterThan(0);
  await deaf.endAsync();
}, 30_000);

test.runIf(hasMosquitto || isMosquittoRequired)(
  "SEC-DEV-14: mosquitto_sub hears the frame of a command",
  async () => {
    const port = String(desk.hub().hub.doorPorts[0]);
    const hearing = runTool("mosquitto_sub", [
      ...["-h", "127.0.0.1", "-p", port, "-i", "d3", "-u", "d3", "-P", keys.get("d3") ?? "", "-F", "%x"],
      ...["-t", "dianan/v1/gb26875/3/down", "-C", "1", "-W", "10"],
    ]);
    const { status } = await desk.send("d3", { action: "syncClock", expiresInSeconds: 30 });
    expect(status).toBe(202);
    const { said } = await hearing;
    expect(gb26875.decodeFrame(Buffer.from(said.trim(), "hex")), said).toMatchObject({ ok: true });
  },
  30_000,
);

test("EF-4.4.2: a connection that is lost makes its device offline after the grace, as over TCP", async () => {
  const one = await client("d4");
  const presence = async (): Promise<unknown> =>
    ((await (await desk.hub().call("GET", "/api/v1/devices/d4")).json()) as { presence: string }).presence;
  const started = Date.now();
  let serial = 0;
  // It keeps its link: it is heard on it for longer than one upload takes.
  while (Date.now() - started < PERIOD_MS + 1_000) {
    serial += 1;
    await one.publishAsync("dianan/v1/gb26875/4/up", frame(4, serial, serial), { qos: 1 });
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  expect(await presence()).toBe("online");
  const lostAt = Date.now();
  one.stream.destroy();
  await until(presence, (now) => now === "offline");
  // Silence alone would need three periods.
  expect(Date.now() - lostAt).toBeLessThan(3 * PERIOD_MS - 1_000);
}, 30_000);

test("SEC-DEV-14, EF-N.1: a device that speaks JSON is told its command by its down topic, and reports it by its id", async () => {
  const one = await client("spoken");
  const told: { readonly id: string }[] = [];
  one.on("message", (_, payload) => void told.push(JSON.parse(payload.toString("utf8"))));
  await one.subscribeAsync("dianan/v1/json/spoken/down");
  const { status, body } = await desk.send("spoken", { action: "mute", parameters: { minutes: 5 } });
  expect(status).toBe(202);
  // Without a report it comes again, with the same id.
  await until(
    () => told.length,
    (n) => n >= 2,
  );
  expect(new Set(told.map(({ id }) => id))).toEqual(new Set([body.id]));
  expect(told[0]).toEqual({
    ...{ id: body.id, action: "mute", component: null, parameters: { minutes: 5 }, expiresAt: expect.any(String) },
  });
  const result = "dianan/v1/json/spoken/result";
  const said = JSON.stringify({ id: body.id, outcome: "done", text: "已消音" });
  await one.publishAsync(result, said, { qos: 1 });
  // Its PUBACK came after the commit, and a repeat is acked too.
  expect(await desk.get(body.id)).toMatchObject({
    state: "done",
    result: expect.stringContaining("已消音"),
  });
  await one.publishAsync(result, said, { qos: 1 });
  await one.endAsync();
}, 30_000);

test("SEC-DEV-13, SEC-DEV-14: reports that are no report, of another's command or on another's topic are refused", async () => {
  const { body } = await desk.send("d2", { action: "syncClock" });
  const one = await client("spoken", 5);
  const refusal = (topic: string, payload: object | string): Promise<number | undefined> =>
    one.publishAsync(topic, typeof payload === "string" ? payload : JSON.stringify(payload), { qos: 1 }).then(
      () => 0,
      (error: { readonly code?: number }) => error.code,
    );
  const own = "dianan/v1/json/spoken/result";
  expect(await refusal(own, "no json")).toBe(0x99);
  expect(await refusal(own, { outcome: "done" })).toBe(0x99);
  expect(await refusal(own, { id: body.id, outcome: "perhaps" })).toBe(0x99);
  expect(await refusal(own, { id: body.id, outcome: "done" })).toBe(0x87);
  expect(await refusal("dianan/v1/gb26875/2/result", { id: body.id, outcome: "done" })).toBe(0x87);
  expect((await desk.get(body.id)).state).not.toBe("done");
  await one.endAsync();
});
