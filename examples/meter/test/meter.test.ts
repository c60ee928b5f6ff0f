import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultLimits, type RunningHub, startHub } from "@dianan/hub";
import { afterAll, beforeAll, expect, test } from "vitest";

const METER = "000123456789";
const folder = join(import.meta.dirname, "..");
const dataDir = mkdtempSync(join(tmpdir(), "dianan-meter-"));
let hub: RunningHub;
beforeAll(async () => {
  hub = await startHub(
    {
      dataDir,
      ...{ httpHost: "127.0.0.1", httpPort: 0, gb26875Host: "127.0.0.1", gb26875Port: 0 },
      ...{ platformCode: "JJLY01", platformName: "示例平台", city: null, consoleDir: null },
      ...{ utcOffsetMinutes: 480, expectedPeriodMs: 300_000, linkGraceMs: 60_000, limits: defaultLimits },
      doors: [{ protocol: "dlt645", host: "127.0.0.1", port: 0 }],
    },
    { log: () => {} },
  );
}, 60_000);
afterAll(async () => {
  await hub?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const run = (...args: string[]): Promise<{ readonly said: string; readonly code: number | null }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ["--conditions=@dianan/source", "src/main.ts", ...args], { cwd: folder });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += String(chunk)));
    child.once("close", (code) => resolve({ said, code }));
  });
const call = async (
  path: string,
  items?: readonly unknown[],
): Promise<{ items: readonly Record<string, unknown>[] }> => {
  const headers = { authorization: `Bearer ${hub.firstKey}`, "content-type": "application/json" };
  const body = items === undefined ? {} : { method: "POST", body: JSON.stringify({ items }) };
  const answer = await fetch(`${hub.httpUrl}/api/v1/${path}`, { headers, ...body });
  return (await answer.json()) as { items: readonly Record<string, unknown>[] };
};

test("it says what its README says", async () => {
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  const { said, code } = await run("127.0.0.1", String(hub.doorPorts[0]));
  expect([code, said]).toEqual([0, /```text\n([^`]*)```/.exec(readme)?.[1]]);
  expect((await call("unclaimed")).items).toMatchObject([{ protocol: "dlt645", wireAddress: METER }]);
});

test("registered, its readings are there in their units", async () => {
  const place = { address: "灵源街道", latitude: 24.78, longitude: 118.55, platformCode: "JJLY01" };
  const contact = { contactName: "李", contactPhone: "0595-85600000" };
  await call("operators", [{ id: "op1", name: "运维", code: "op1", address: "x", ...contact }]);
  await call("units", [{ id: "u1", name: "站点", operatorId: "op1", regionCode: "350582", deviceCount: 0, ...place }]);
  const owners = { operatorId: "op1", unitId: "u1", status: "normal", manufacturer: "甲厂", componentCount: 0 };
  const wire = { protocol: "dlt645", wireAddress: METER, installedOn: "2026-01-02" };
  const device = { id: "meter-1", name: "电表", type: "electricalFireMonitor" };
  await call("devices", [{ ...device, ...owners, ...wire, ...place }]);
  await run("127.0.0.1", String(hub.doorPorts[0]));
  const { items } = await call("readings?deviceId=meter-1");
  const values = items.map(({ quantity, value }) => `${quantity} ${value}`);
  expect(values).toEqual(expect.arrayContaining(["voltage 231.4", "current 12.345", "energyImport 8820.55"]));
  expect(values).toHaveLength(7);
});

test("without a hub it says what to do", async () => {
  const { code, said } = await run("127.0.0.1", "9");
  expect([code, said]).toEqual([1, expect.stringContaining("--doors dlt645=9")]);
});
