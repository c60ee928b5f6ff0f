import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultLimits, type RunningHub, startHub } from "@dianan/hub";
import { afterAll, beforeAll, expect, test } from "vitest";

const folder = join(import.meta.dirname, "..");
const dataDir = mkdtempSync(join(tmpdir(), "dianan-nb-platform-"));
let hub: RunningHub;
beforeAll(async () => {
  hub = await startHub(
    {
      dataDir,
      ...{ httpHost: "127.0.0.1", httpPort: 0, gb26875Host: "127.0.0.1", gb26875Port: 0 },
      ...{ platformCode: "JJLY01", platformName: "示例平台", city: null, consoleDir: null },
      ...{ utcOffsetMinutes: 480, expectedPeriodMs: 300_000, linkGraceMs: 60_000, limits: defaultLimits },
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
type Item = Record<string, unknown>;
const call = async (path: string, body?: object): Promise<{ readonly items: readonly Item[] }> => {
  const headers = { authorization: `Bearer ${hub.firstKey}`, "content-type": "application/json" };
  const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  return (await (await fetch(`${hub.httpUrl}/api/v1/${path}`, { headers, ...sent })).json()) as never;
};
/** Decoded after the answer: looks until there is as much. */
const items = async (path: string, count: number): Promise<readonly Item[]> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const { items: found } = await call(path);
    if (found.length >= count) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${path}: not ${count}`);
};

test("it says what its README says, and what the four platforms pushed is there", async () => {
  const place = { address: "灵源街道", latitude: 24.78, longitude: 118.55, platformCode: "JJLY01" };
  const contact = { contactName: "李", contactPhone: "0595-85600000" };
  await call("operators", { items: [{ id: "op1", name: "运维", code: "op1", address: "x", ...contact }] });
  const unit = { id: "u1", name: "站点", operatorId: "op1", regionCode: "350582", deviceCount: 0, ...place };
  await call("units", { items: [unit] });
  const owners = { operatorId: "op1", unitId: "u1", status: "normal", manufacturer: "甲厂", componentCount: 0 };
  const device = (id: string, protocol: string, wireAddress: string) => ({
    ...{
      id,
      name: id,
      protocol,
      wireAddress,
      installedOn: "2026-01-02",
      type: "electricalFireMonitor",
      ...owners,
      ...place,
    },
  });
  const known = [device("smoke", "gb26875", "701"), device("pole", "json", "pole-1"), device("old", "json", "555")];
  await call("devices", { items: known });
  const { said, code } = await run(hub.firstKey ?? "", hub.httpUrl);
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  expect([code, said]).toEqual([0, /```text\n([^`]*)```/.exec(readme)?.[1]]);
  expect(await items("readings?deviceId=smoke", 1)).toMatchObject([{ quantity: "temperature", value: 41.5 }]);
  expect(await items("readings?deviceId=pole", 1)).toMatchObject([{ quantity: "residualCurrent", value: 689 }]);
  expect(await items("alarms?deviceId=pole", 1)).toMatchObject([{ type: "residualCurrentOver" }]);
  expect(await items("readings?deviceId=old", 1)).toMatchObject([{ quantity: "temperature", value: 23.5 }]);
  // Nobody has registered the meter of IoTDA.
  expect(await items("unclaimed", 1)).toMatchObject([{ protocol: "json", wireAddress: "861000000000026" }]);
});

test("with a wrong key, or without a hub, it says what to do", async () => {
  expect(await run("da_wrongwrong", hub.httpUrl)).toMatchObject({
    code: 1,
    said: expect.stringContaining("unauthorized"),
  });
  expect(await run("da_wrongwrong", "http://127.0.0.1:9")).toMatchObject({
    ...{ code: 1, said: expect.stringContaining("Is the hub running?") },
  });
});
