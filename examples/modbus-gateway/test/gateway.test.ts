import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultLimits, type RunningHub, startHub } from "@dianan/hub";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Gateway, openGateway } from "../src/gateway.ts";

/** 125 breakers of 24 registers each: 3,000 registers. */
const UNITS = 125;
const folder = join(import.meta.dirname, "..");
const dataDir = mkdtempSync(join(tmpdir(), "dianan-modbus-"));
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
let hub: RunningHub;

const call = async (path: string, items?: readonly unknown[]): Promise<Record<string, unknown>[]> => {
  const headers = { authorization: `Bearer ${hub.firstKey}`, "content-type": "application/json" };
  const body = items === undefined ? {} : { method: "POST", body: JSON.stringify({ items }) };
  const answer = await fetch(`${hub.httpUrl}/api/v1/${path}`, { headers, ...body });
  const said = (await answer.json()) as { items?: Record<string, unknown>[]; results?: Record<string, unknown>[] };
  return said.items ?? said.results ?? [];
};

beforeAll(async () => {
  gateway = await openGateway(0, (unit, count) => void asked.push({ unit, count, at: Date.now() }));
  hub = await startHub(
    {
      dataDir,
      ...{ httpHost: "127.0.0.1", httpPort: 0, gb26875Host: "127.0.0.1", gb26875Port: 0 },
      ...{ platformCode: "JJLY01", platformName: "示例平台", city: null, consoleDir: null },
      ...{ utcOffsetMinutes: 480, expectedPeriodMs: 300_000, linkGraceMs: 60_000, limits: defaultLimits },
      lines: [{ name: "plc1", protocol: "modbus-tcp", host: "127.0.0.1", port: gateway.port }],
    },
    { log: () => {} },
  );
  const place = { address: "灵源街道", latitude: 24.78, longitude: 118.55, platformCode: "JJLY01" };
  const contact = { contactName: "李", contactPhone: "0595-85600000" };
  await call("operators", [{ id: "op1", name: "运维", code: "op1", address: "x", ...contact }]);
  await call("units", [{ id: "u1", name: "站点", operatorId: "op1", regionCode: "350582", deviceCount: 0, ...place }]);
  const owners = { operatorId: "op1", unitId: "u1", status: "normal", manufacturer: "甲厂", componentCount: 0 };
  const device = { name: "断路器", type: "electricalFireMonitor", installedOn: "2026-01-02", ...owners, ...place };
  const items = Array.from({ length: UNITS }, (_, n) => ({ ...device, ...wire(n + 1) }));
  const results = await call("devices", items);
  expect(results.map(({ status }) => status)).toEqual(Array(UNITS).fill("created"));
}, 60_000);
afterAll(async () => {
  await hub?.close();
  await gateway?.close();
  rmSync(dataDir, { recursive: true, force: true });
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
    (await call("readings?deviceId=breaker-3")).map(({ quantity, value }) => `${quantity} ${value}`);
  await expect
    .poll(texts, { timeout: 20_000 })
    .toEqual(expect.arrayContaining(["residualCurrent 12", "voltage 230", "current 1.5"]));
  gateway.trip();
  const types = async (): Promise<readonly unknown[]> =>
    (await call("alarms?deviceId=breaker-3")).map(({ type }) => type);
  await expect.poll(types, { timeout: 30_000 }).toEqual(expect.arrayContaining(["residualCurrentOver"]));
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
