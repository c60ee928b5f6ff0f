import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultLimits, type RunningHub, startHub } from "@dianan/hub";
import { afterAll, beforeAll, expect, test } from "vitest";

const folder = join(import.meta.dirname, "..");
const dataDir = mkdtempSync(join(tmpdir(), "dianan-mqtt-device-"));
let hub: RunningHub;
beforeAll(async () => {
  hub = await startHub(
    {
      dataDir,
      ...{ httpHost: "127.0.0.1", httpPort: 0, gb26875Host: "127.0.0.1", gb26875Port: 0 },
      ...{ platformCode: "JJLY01", platformName: "示例平台", city: null, consoleDir: null },
      ...{ utcOffsetMinutes: 480, expectedPeriodMs: 300_000, linkGraceMs: 60_000, limits: defaultLimits },
      doors: [{ protocol: "mqtt", host: "127.0.0.1", port: 0 }],
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
const call = async (path: string, body?: object): Promise<Record<string, unknown>> => {
  const headers = { authorization: `Bearer ${hub.firstKey}`, "content-type": "application/json" };
  const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  return (await (await fetch(`${hub.httpUrl}/api/v1/${path}`, { headers, ...sent })).json()) as Record<string, unknown>;
};

test("it says what its README says, and its reading and alarm are there", async () => {
  const place = { address: "灵源街道", latitude: 24.78, longitude: 118.55, platformCode: "JJLY01" };
  const contact = { contactName: "李", contactPhone: "0595-85600000" };
  await call("operators", { items: [{ id: "op1", name: "运维", code: "op1", address: "x", ...contact }] });
  const unit = { id: "u1", name: "站点", operatorId: "op1", regionCode: "350582", deviceCount: 0, ...place };
  await call("units", { items: [unit] });
  const owners = { operatorId: "op1", unitId: "u1", status: "normal", manufacturer: "甲厂", componentCount: 0 };
  const wire = { protocol: "json", wireAddress: "d-1", installedOn: "2026-01-02", type: "electricalFireMonitor" };
  await call("devices", { items: [{ id: "d-1", name: "MQTT 设备", ...owners, ...wire, ...place }] });
  const { secret } = await call("devices/d-1/enrolments", {});
  const { said, code } = await run("d-1", String(secret), hub.httpUrl, `mqtt://127.0.0.1:${hub.doorPorts[0]}`);
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  expect([code, said]).toEqual([0, /```text\n([^`]*)```/.exec(readme)?.[1]]);
  const readings = (await call("readings?deviceId=d-1")).items as readonly Record<string, unknown>[];
  expect(readings.map(({ quantity, value }) => `${quantity} ${value}`).sort()).toEqual([
    "residualCurrent 689",
    "temperature 41.5",
  ]);
  expect((await call("alarms?deviceId=d-1")).items).toMatchObject([{ type: "residualCurrentOver", value: 689 }]);
  expect(await run("d-1", String(secret), hub.httpUrl, `mqtt://127.0.0.1:${hub.doorPorts[0]}`)).toMatchObject({
    code: 1,
    said: expect.stringContaining("bad-credentials"),
  });
});

test("without a hub it says what to do", async () => {
  const { code, said } = await run("d-1", "de_nothing-nothing", "http://127.0.0.1:9");
  expect([code, said]).toEqual([1, expect.stringContaining("Is the hub running?")]);
});
