import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ExampleHub, openExampleHub } from "@dianan/example-hub";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Gateway, openGateway } from "../src/gateway.ts";

/** 125 breakers of 24 registers each: 3,000 registers. */
const UNITS = 125;
const folder = join(import.meta.dirname, "..");
const wire = (unit: number) => ({
  ...{
    id: `breaker-${unit}`,
    protocol: "modbus-tcp",
    wireAddress: `plc1/${unit}`,
    profileId: "smart-breaker-a-single",
  },
});
const asked: { readonly unit: number; readonly count: number; readonly at: number }[] = [];
let gateway: Gateway;
/** An RS-485 bus behind a serial server. */ let bus: Gateway;
const askedOnBus = new Set<number>();
let hub: ExampleHub;
beforeAll(async () => {
  gateway = await openGateway(0, (unit, count) => void asked.push({ unit, count, at: Date.now() }));
  bus = await openGateway(0, (unit) => void askedOnBus.add(unit), "rtu");
  hub = await openExampleHub({
    lines: [
      { name: "plc1", protocol: "modbus-tcp", host: "127.0.0.1", port: gateway.port },
      { name: "bus1", protocol: "modbus-rtu", host: "127.0.0.1", port: bus.port },
    ],
  });
  const onBus = [1, 2].map((unit) => ({
    ...{ ...wire(unit), id: `bus-${unit}`, name: "断路器" },
    ...{ protocol: "modbus-rtu", wireAddress: `bus1/${unit}` },
  }));
  await hub.register(...Array.from({ length: UNITS }, (_, n) => ({ name: "断路器", ...wire(n + 1) })), ...onBus);
}, 60_000);
afterAll(async () => {
  await hub?.close();
  await gateway?.close();
  await bus?.close();
});

test("EF-N.1, EF-2.1: 3,000 registers behind one gateway of another's make are 125 requests, all units before any twice", async () => {
  await expect.poll(() => asked.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(UNITS);
  const round = asked.slice(0, UNITS);
  expect(new Set(round.map(({ unit }) => unit)).size).toBe(UNITS);
  expect(round.reduce((sum, { count }) => sum + count, 0)).toBe(3_000);
  console.log(
    `3,000 registers: ${(round.at(-1)?.at ?? 0) - (round[0]?.at ?? 0)} ms from the first request to the last`,
  );
});

test("its readings are there in their units, and a trip is an alarm of its type", async () => {
  const texts = async (): Promise<readonly string[]> =>
    (await hub.items("readings?deviceId=breaker-3")).map(({ quantity, value }) => `${quantity} ${value}`);
  await expect
    .poll(texts, { timeout: 20_000 })
    .toEqual(expect.arrayContaining(["residualCurrent 12", "voltage 230", "current 1.5"]));
  gateway.trip();
  const types = async (): Promise<readonly unknown[]> =>
    (await hub.items("alarms?deviceId=breaker-3")).map(({ type }) => type);
  await expect.poll(types, { timeout: 30_000 }).toEqual(expect.arrayContaining(["residualCurrentOver"]));
});

test("EF-N.1: units on an RS-485 bus behind a serial server are polled in turn, and a trip of one is an alarm", async () => {
  const values = async (unit: number): Promise<readonly string[]> =>
    (await hub.items(`readings?deviceId=bus-${unit}`)).map(({ quantity, value }) => `${quantity} ${value}`);
  for (const unit of [1, 2]) await expect.poll(() => values(unit), { timeout: 30_000 }).toContain("residualCurrent 12");
  expect([...askedOnBus].sort()).toEqual([1, 2]);
  bus.trip();
  const types = async (): Promise<readonly unknown[]> =>
    (await hub.items("alarms?deviceId=bus-2")).map(({ type }) => type);
  await expect.poll(types, { timeout: 30_000 }).toContain("residualCurrentOver");
});

test("a framing that there is not is refused with those that there are", () => {
  const { status, stderr } = spawnSync(process.execPath, ["--conditions=@dianan/source", "src/main.ts", "0", "ascii"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect([status, stderr.trim()]).toEqual([2, "ascii: 应为 tcp 或 rtu it must be tcp or rtu"]);
});

test("it says what its README says", async () => {
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  expect(JSON.parse(/```json\n([^`]*)```/.exec(readme)?.[1] ?? "")).toEqual((({ id: _, ...rest }) => rest)(wire(3)));
  const child = spawn(process.execPath, ["--conditions=@dianan/source", "src/main.ts", "0"], { cwd: folder });
  const said = await new Promise<string>((resolve) => {
    let text = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        text += String(chunk);
        if (text.includes("\n")) resolve(text);
      });
  });
  child.kill();
  expect(said).toMatch(/^127\.0\.0\.1:[1-9][0-9]*/);
});
