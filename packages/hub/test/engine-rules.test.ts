import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHub, type TestHub, until } from "./http-fixture.ts";
import { killHubChild, startHubChild } from "./hub-child.ts";
import { deviceBody, list, register, registerDevice } from "./registry.ts";
import { analogFrame, CONFIRM, openWire, statusFrame, type Wire } from "./wire.ts";

let hub: TestHub;
let wire: Wire;
const stop = new AbortController();
type Told = { readonly kind: string; readonly id: string; readonly record: Record<string, unknown> };
const told: Told[] = [];
beforeAll(async () => {
  hub = await openTestHub();
  await register(hub, [1, 2, 3, 4]);
  wire = await openWire(hub.hub.gb26875Port);
  const stream = await fetch(`${hub.hub.httpUrl}/api/v1/events`, {
    headers: { authorization: `Bearer ${hub.key}` },
    signal: stop.signal,
  });
  const pump = async (): Promise<void> => {
    let rest = "";
    for await (const text of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (rest + text).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks)
        if (/^event: change$/m.test(block)) told.push(JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? "null"));
    }
  };
  pump().catch(() => {});
}, 30_000);
afterAll(async () => {
  stop.abort();
  await wire?.end();
  await hub?.end();
});

const rule = (onDelaySeconds: number, offDelaySeconds: number, more: object = {}) => ({
  ...{ code: "temperature-high", type: "temperatureHigh", isOn: true, match: "all", onDelaySeconds, offDelaySeconds },
  conditions: [{ kind: "above", quantity: "temperature", limit: 60, deadband: 5 }],
  ...more,
});
const set = async (device: string, rules: readonly unknown[]): Promise<void> => {
  const answer = await hub.call(
    "PUT",
    `/api/v1/devices/${device}/thresholds`,
    { rules, reason: "测试" },
    { "if-match": "*" },
  );
  if (answer.status === 412)
    expect((await hub.call("PUT", `/api/v1/devices/${device}/thresholds`, { rules, reason: "测试" })).status).toBe(200);
  else expect(answer.status).toBe(200);
};
let serial = 0;
const degrees = async (device: number, celsius: number, at: number): Promise<void> => {
  serial += 1;
  expect((await wire.ask(analogFrame(device, serial, celsius * 10, at))).command).toBe(CONFIRM);
};
const alarmsOf = (device: string) => list(hub, `alarms?deviceId=${device}`);
const sse = (device: string, state: string) =>
  until(
    () => told.find(({ kind, record }) => kind === "alarm" && record.deviceId === device && record.state === state),
    (found) => found !== undefined,
  );

test("EF-2.2, EF-3.1: readings by frame raise a warning with its evidence, shown live; it goes beyond deadband and off-delay", async () => {
  await set("d1", [rule(2, 3)]);
  const now = Math.floor(Date.now() / 1_000) * 1_000;
  await degrees(1, 59.9, now - 60_000);
  await degrees(1, 65, now - 50_000);
  await degrees(1, 66, now - 49_000);
  expect(await alarmsOf("d1")).toEqual([]);
  await degrees(1, 67, now - 48_000);
  const live = (await sse("d1", "raised")) as Told;
  expect(live.record).toMatchObject({
    ...{ type: "temperatureHigh", class: "warning", state: "raised", value: 67, threshold: 60, unit: "Cel" },
    rawCode: "rule:temperature-high",
    description: expect.stringContaining("设定值 60"),
    componentId: expect.any(String),
  });
  const evidence = (await (await hub.call("GET", `/api/v1/alarms/${live.id}/evidence`)).json()) as {
    frames: readonly unknown[];
  };
  expect(evidence.frames).toMatchObject([{ id: live.record.evidence, deviceId: "d1" }]);
  // Inside the deadband; then beyond it, for less than the off-delay; then back: it stands.
  await degrees(1, 56, now - 40_000);
  await degrees(1, 54, now - 35_000);
  await degrees(1, 54, now - 33_000);
  await degrees(1, 61, now - 32_000);
  await degrees(1, 54, now - 31_000);
  await degrees(1, 54, now - 29_000);
  expect(await alarmsOf("d1")).toMatchObject([{ id: live.id, state: "raised", repeats: 0 }]);
  // A late reading is no evidence.
  await degrees(1, 20, now - 45_000);
  await degrees(1, 54, now - 28_000);
  expect((await sse("d1", "cleared")) as Told).toMatchObject({ id: live.id });
  expect(await alarmsOf("d1")).toMatchObject([{ id: live.id, state: "cleared" }]);
});

test("EF-2.2: a value that was not read again lasts: the on-delay ends by the clock, the off-delay does not", async () => {
  await set("d2", [rule(1, 1)]);
  await degrees(2, 70, Date.now());
  expect((await sse("d2", "raised")) as Told).toMatchObject({ record: { value: 70 } });
  await degrees(2, 20, Date.now() + 1_000);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(await alarmsOf("d2")).toMatchObject([{ state: "raised" }]);
  await degrees(2, 20, Date.now() + 3_000);
  expect(await alarmsOf("d2")).toMatchObject([{ state: "cleared" }]);
});

test("EF-2.2: a device that falls silent is found by its rule, and found again when it speaks", async () => {
  await set("d3", [
    rule(0, 0, {
      code: "silent",
      type: "dataMissing",
      conditions: [{ kind: "noData", quantity: "temperature", forSeconds: 1 }],
    }),
  ]);
  await degrees(3, 20, Date.now());
  const live = (await sse("d3", "raised")) as Told;
  expect(live.record).toMatchObject({ type: "dataMissing", rawText: expect.stringContaining("没有数据") });
  expect(live.record.evidence).toBeUndefined();
  await degrees(3, 20, Date.now() + 5_000);
  expect(await alarmsOf("d3")).toMatchObject([{ id: live.id, state: "cleared" }]);
});

test("SEC-DEV-03: what the device itself has reported stands beside what the hub's rule has raised and cleared", async () => {
  await set("d4", [rule(0, 0)]);
  const now = Date.now();
  expect((await wire.ask(statusFrame(4, 900, { fire: true }, now - 9_000))).command).toBe(CONFIRM);
  await degrees(4, 70, now - 8_000);
  await degrees(4, 20, now - 5_000);
  const all = await alarmsOf("d4");
  expect(all.map(({ type, state }) => `${type} ${state}`).sort()).toEqual([
    "residualCurrentOver raised",
    "temperatureHigh cleared",
  ]);
});

const upload = async (deviceId: string, value: number, at: number): Promise<void> => {
  const item = { deviceId, quantity: "temperature", value, at: new Date(at).toISOString() };
  const { results } = (await (await hub.call("POST", "/api/v1/readings", { items: [item] })).json()) as {
    results: readonly unknown[];
  };
  expect(results).toEqual([{ deviceId, status: "created" }]);
};

test("EF-2.2: a device without address is judged, goes on over a restart, and takes its warnings along when it gets one", async () => {
  const { protocol: _protocol, wireAddress: _wireAddress, ...loose } = deviceBody("d9", "");
  const now = Date.now();
  await registerDevice(hub, loose);
  await set("d9", [rule(0, 2)]);
  await upload("d9", 65, now - 20_000);
  expect(await alarmsOf("d9")).toMatchObject([{ type: "temperatureHigh", state: "raised", value: 65 }]);
  await upload("d9", 20, now - 15_000);
  stop.abort();
  await wire.end();
  hub = await hub.restart();
  await upload("d9", 66, now - 14_000);
  await upload("d9", 20, now - 10_000);
  expect(await alarmsOf("d9")).toMatchObject([{ state: "raised", repeats: 0 }]);
  await registerDevice(hub, deviceBody("d9", "9"));
  await upload("d9", 20, now - 7_000);
  expect(await alarmsOf("d9")).toMatchObject([{ state: "cleared" }]);
  expect((await hub.call("DELETE", "/api/v1/devices/d9")).status).toBe(204);
  // What comes again under that id is another device: nothing of the old one is remembered.
  await registerDevice(hub, loose);
  await upload("d9", 20, now - 30_000);
  await upload("d9", 70, now - 29_000);
  expect((await alarmsOf("d9")).filter(({ state }) => state === "raised")).toHaveLength(1);
});

test("EF-2.2: what a rule remembers outlasts kill -9: no twin warning, no lost off-delay, the rules themselves", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "dianan-rules-"));
  let child = await startHubChild(dataDir);
  const key = child.firstKey;
  const as = (): TestHub =>
    ({
      call: (method: string, path: string, body?: unknown) =>
        fetch(`${child.httpUrl}${path}`, {
          method,
          headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
    }) as TestHub;
  const now = Math.floor(Date.now() / 1_000) * 1_000;
  const send = async (frames: readonly (readonly [number, number])[]): Promise<void> => {
    const line = await openWire(child.gb26875Port);
    for (const [celsius, at] of frames) {
      serial += 1;
      expect((await line.ask(analogFrame(1, serial, celsius * 10, now + at))).command).toBe(CONFIRM);
    }
    await killHubChild(child);
    await line.end();
    child = await startHubChild(dataDir);
  };
  const states = async () => (await list(as(), "alarms?deviceId=d1")).map(({ type, state }) => `${type} ${state}`);
  try {
    await register(as(), [1]);
    const body = { rules: [rule(10, 10)], reason: "测试" };
    expect((await as().call("PUT", "/api/v1/devices/d1/thresholds", body)).status).toBe(200);
    await send([[65, -100_000]]);
    expect(await states()).toEqual([]);
    await send([[65, -90_000]]);
    expect(await states()).toEqual(["temperatureHigh raised"]);
    await send([[66, -85_000]]);
    await send([[20, -80_000]]);
    expect(await states()).toEqual(["temperatureHigh raised"]);
    await send([[20, -70_000]]);
    expect(await states()).toEqual(["temperatureHigh cleared"]);
  } finally {
    await killHubChild(child);
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 60_000);
