import { readFileSync } from "node:fs";
import { gb26875 } from "@dianan/codec";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestHub, type TestHub, until } from "./http-fixture.ts";
import { deviceBody, list, record, register, registerDevice } from "./registry.ts";
import { analogFrame, CONFIRM, DENY, frameOf, openWire, statusFrame, type Wire } from "./wire.ts";

let hub: TestHub;
let wire: Wire;
beforeAll(async () => {
  hub = await openTestHub();
  await register(hub, [889, 890, 891, 892, 893, 894]);
  wire = await openWire(hub.hub.gb26875Port);
});
afterAll(async () => {
  await wire.end();
  await hub.end();
});
const alarmsOf = (device: string) => list(hub, `alarms?deviceId=${device}`);

describe("a frame's way", () => {
  test("EF-4.1: an analog value is stored as a reading of its new component, then confirmed with swapped addresses", async () => {
    const sent = analogFrame(889, 7, 256);
    const answer = await wire.ask(sent);
    expect(answer).toMatchObject({
      serial: 7,
      command: CONFIRM,
      source: 0,
      destination: 889,
      message: { kind: "empty" },
    });
    const [component] = await list(hub, "components?deviceId=d889");
    expect(component).toMatchObject({
      componentKey: "1/1/18/1",
      deviceId: "d889",
      manufacturer: "甲厂",
      status: "normal",
    });
    const [reading] = await list(hub, "readings?deviceId=d889");
    expect(reading).toMatchObject({
      deviceId: "d889",
      componentId: component?.id,
      quantity: "temperature",
      value: 25.6,
    });
    expect(await record(hub, "devices/d889")).toMatchObject({
      presence: "online",
      status: "normal",
      componentCount: 1,
    });
  });

  test("EF-4.2: a fire alarm becomes an alarm record with its frame as evidence; bit 0 clear suppresses nothing", async () => {
    const frame = statusFrame(890, 1, { fire: true });
    expect((await wire.ask(frame)).command).toBe(CONFIRM);
    const [alarm] = await alarmsOf("d890");
    expect(alarm).toMatchObject({
      type: "residualCurrentOver",
      class: "alarm",
      severity: "critical",
      state: "raised",
      unitId: "u1",
      platformCode: "JJLY01",
      repeats: 0,
      rawText: "配电箱",
    });
    const evidence = await record(hub, `frames/${alarm?.evidence}`);
    expect(evidence.hex).toBe(Buffer.from(gb26875.encodeFrame(frame)).toString("hex"));
    expect(await record(hub, "devices/d890")).toMatchObject({ status: "alarm" });
    expect((await list(hub, "components?deviceId=d890"))[0]).toMatchObject({ status: "alarm", name: "配电箱" });
  });

  test("SEC-DEV-06: a resend is confirmed again and changes nothing", async () => {
    const bytes = gb26875.encodeFrame(statusFrame(891, 4, { fire: true }));
    for (let n = 0; n < 3; n += 1) expect(await wire.ask(bytes)).toMatchObject({ serial: 4, command: CONFIRM });
    wire.send(bytes);
    wire.send(bytes);
    await wire.next();
    await wire.next();
    const alarms = await alarmsOf("d891");
    expect(alarms).toHaveLength(1);
    expect(alarms[0]).toMatchObject({ version: 1, repeats: 0 });
  });

  test("SEC-DEV-03: a forged recovery leaves the alarm open and the device in alarm", async () => {
    const at = Date.now();
    await wire.ask(statusFrame(892, 1, { fire: true }, at - 60_000));
    await wire.ask(statusFrame(892, 2, { fire: false }, at));
    const [alarm] = await alarmsOf("d892");
    expect(alarm).toMatchObject({ state: "raised", recoveredAt: expect.any(String) });
    expect(await record(hub, "devices/d892")).toMatchObject({ status: "alarm" });
  });

  test("an alarm that a platform clears is closed for the engine too: the next occurrence is a new alarm", async () => {
    const at = Date.now();
    await wire.ask(statusFrame(893, 1, { fault: true }, at - 5_000));
    const [alarm] = await alarmsOf("d893");
    expect(await record(hub, "devices/d893")).toMatchObject({ status: "fault" });
    const { version: _v, updatedAt: _u, ...body } = alarm ?? {};
    const cleared = await hub.call("POST", "/api/v1/alarms", { items: [{ ...body, state: "cleared" }] });
    expect(cleared.status).toBe(200);
    expect(await record(hub, "devices/d893")).toMatchObject({ status: "normal" });
    await wire.ask(statusFrame(893, 2, { fault: true }, at - 5_000));
    expect(await alarmsOf("d893")).toHaveLength(1);
    await wire.ask(statusFrame(893, 3, { fault: true }, at));
    expect((await alarmsOf("d893")).map((one) => one.state).sort()).toEqual(["cleared", "raised"]);
  });

  test("GB/T 26875.3 §6.5: a heartbeat is confirmed, an answer of the device is not, a request is denied", async () => {
    expect(await wire.ask(frameOf(894, 1))).toMatchObject({ serial: 1, command: CONFIRM });
    wire.send(gb26875.encodeFrame(frameOf(894, 2, { command: 3 })));
    wire.send(gb26875.encodeFrame(frameOf(894, 3, { command: 6 })));
    expect(await wire.ask(frameOf(894, 4, { command: 4 }))).toMatchObject({ serial: 4, command: DENY });
  });

  test("an unknown type is confirmed and kept, with a diagnostic for its integrator", async () => {
    const message = { kind: "unknown", typeFlag: 201, count: 1, bytes: Uint8Array.of(1, 2, 3) } as never;
    expect((await wire.ask(frameOf(894, 5, { message }))).command).toBe(CONFIRM);
    await until(
      () => list(hub, "undecodable"),
      (rows) => rows.some((row) => (row.error as { code: string }).code === "unknown-type"),
    );
  });

  test("GB/T 26875.3 §6.5.3: a wrong checksum or an unknown command is denied with swapped addresses and kept with its error", async () => {
    const good = gb26875.encodeFrame(analogFrame(889, 21, 1));
    const badSum = good.slice();
    badSum[badSum.length - 3] = ((badSum[badSum.length - 3] ?? 0) + 1) & 255;
    expect(await wire.ask(badSum)).toMatchObject({ serial: 21, command: DENY, destination: 889, source: 0 });
    const badCommand = good.slice();
    badCommand[26] = 77;
    badCommand[badCommand.length - 3] = ((badCommand[badCommand.length - 3] ?? 0) + 75) & 255;
    expect(await wire.ask(badCommand)).toMatchObject({ serial: 21, command: DENY });
    const rows = await until(
      () => list(hub, "undecodable"),
      (all) => all.filter((row) => String((row.error as { path: string }).path) !== "").length >= 2,
    );
    const hexes = rows.map((row) => row.hex);
    expect(hexes).toContain(Buffer.from(badSum).toString("hex"));
    expect(hexes).toContain(Buffer.from(badCommand).toString("hex"));
    expect(await list(hub, "readings?deviceId=d889")).toHaveLength(1);
  });

  test("garbage before a frame is skipped without an answer, and the frame is taken", async () => {
    wire.send(Buffer.concat([Buffer.from("GET / HTTP/1.1\r\n\r\n"), gb26875.encodeFrame(frameOf(894, 30))]));
    expect(await wire.next()).toMatchObject({ serial: 30, command: CONFIRM });
  });

  test("a frame in single bytes and many frames in one chunk are answered alike, in order", async () => {
    const bytes = gb26875.encodeFrame(analogFrame(889, 40, 5));
    for (const byte of bytes) wire.send(Uint8Array.of(byte));
    expect(await wire.next()).toMatchObject({ serial: 40, command: CONFIRM });
    const many = Array.from({ length: 100 }, (_, n) => gb26875.encodeFrame(analogFrame(889, 100 + n, n)));
    wire.send(Buffer.concat(many));
    for (let n = 0; n < 100; n += 1) expect(await wire.next()).toMatchObject({ serial: 100 + n, command: CONFIRM });
    expect(await list(hub, "readings?deviceId=d889&limit=500")).toHaveLength(102);
  });

  test("every published sample frame of a device is answered as its command asks", async () => {
    const samples = JSON.parse(readFileSync(new URL("./real-frames.json", import.meta.url), "utf8")) as readonly {
      readonly hex: string;
      readonly answer: number | null;
    }[];
    expect(samples.length).toBeGreaterThan(3);
    for (const { hex, answer } of samples) {
      const own = await openWire(hub.hub.gb26875Port);
      own.send(Buffer.from(hex, "hex"));
      if (answer === null) await expect(own.next(150)).rejects.toThrow("no answer");
      else expect((await own.next()).command, hex).toBe(answer);
      await own.end();
    }
  });
});

describe("strangers", () => {
  test("SEC-DEV-01: an unregistered address is confirmed and listed, its alarm is kept, and registering it claims the alarm", async () => {
    const own = await openWire(hub.hub.gb26875Port);
    expect((await own.ask(statusFrame(7_777, 1, { fire: true }))).command).toBe(CONFIRM);
    expect((await own.ask(statusFrame(7_777, 2, { fire: true }, Date.now() + 2_000))).command).toBe(CONFIRM);
    const stranger = (await list(hub, "unclaimed")).find((one) => one.wireAddress === "7777");
    expect(stranger).toMatchObject({ protocol: "gb26875", frames: 2, alarms: [{ type: "residualCurrentOver" }] });
    expect(await alarmsOf("claimer")).toEqual([]);
    await registerDevice(hub, deviceBody("claimer", "7777"));
    expect((await list(hub, "unclaimed")).some((one) => one.wireAddress === "7777")).toBe(false);
    const [alarm] = await alarmsOf("claimer");
    expect(alarm).toMatchObject({ state: "raised", unitId: "u1", repeats: 1 });
    const [component] = await list(hub, "components?deviceId=claimer");
    expect(component).toMatchObject({ id: alarm?.componentId, status: "alarm" });
    expect(await record(hub, "devices/claimer")).toMatchObject({ presence: "online", status: "alarm" });
    await own.ask(statusFrame(7_777, 3, { fire: true }, Date.now() + 4_000));
    expect((await alarmsOf("claimer")).map((one) => one.repeats)).toEqual([2]);
    await own.end();
  });

  test("an address belongs to one device of this platform; a device that is deleted is a stranger again", async () => {
    const taken = await hub.call("POST", "/api/v1/devices", { items: [deviceBody("second", "889")] });
    expect(await taken.json()).toMatchObject({ results: [{ status: "refused" }] });
    await registerDevice(hub, deviceBody("short", "8888"));
    await wire.ask(frameOf(8_888, 1));
    expect((await hub.call("DELETE", "/api/v1/devices/short")).status).toBeLessThan(300);
    expect((await wire.ask(frameOf(8_888, 2))).command).toBe(CONFIRM);
    expect((await list(hub, "unclaimed")).some((one) => one.wireAddress === "8888")).toBe(true);
  });

  test("EF-5.5: a device that moves to another address takes its open alarms along", async () => {
    await registerDevice(hub, deviceBody("mover", "9001"));
    const at = Date.now();
    await wire.ask(statusFrame(9_001, 1, { fire: true }, at));
    await registerDevice(hub, deviceBody("mover", "9002"));
    await wire.ask(statusFrame(9_002, 1, { fire: true }, at + 2_000));
    expect((await alarmsOf("mover")).map((one) => one.repeats)).toEqual([1]);
    await wire.ask(frameOf(9_001, 2));
    expect((await list(hub, "unclaimed")).some((one) => one.wireAddress === "9001")).toBe(true);
  });
});
