import { mkdtempSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasCompiler, makeDiskShim } from "./disk-shim.ts";
import { killHubChild, startHubChild } from "./hub-child.ts";
import { createKillFleet, expectExactlyOnce, register } from "./kill-fleet.ts";

/** Faults of each kind; the soak tier has more. */
const ROUNDS = Number(process.env.DIANAN_FAULT_ROUNDS ?? 4);
const DEVICES = 24;
const RUN_MS = 700;
const STOPPED_MS = Number(process.env.DIANAN_STOPPED_MS ?? 6_000);
const { EIO, ENOSPC } = constants.errno;

const isRequired = (process.env.CI ?? "") !== "";
if (!hasCompiler && !isRequired)
  console.warn("SKIPPED: no gcc on this machine, so no disk faults 本机没有 gcc,磁盘故障测试已跳过");

const folder = mkdtempSync(join(tmpdir(), "dianan-fault-"));
let shim = "";
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(() => {
  if (hasCompiler) shim = makeDiskShim(folder);
});

type Fault = { readonly call: "write" | "sync"; readonly at: number; readonly times: number; readonly errno: number };

const environmentOf = ({ call, at, times, errno }: Fault): NodeJS.ProcessEnv => ({
  LD_PRELOAD: shim,
  DISK_FAULT_CALL: call,
  DISK_FAULT_AT: String(at),
  DISK_FAULT_TIMES: String(times),
  DISK_FAULT_ERRNO: String(errno),
});

/** The N-th call: every one of the first few, then further apart, into start, migration, traffic and checkpoints. */
const places = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, n) => Math.max(n + 1, Math.round(1.9 ** n)));

const kinds: readonly (readonly [string, Omit<Fault, "at">])[] = [
  ["a write that fails once", { call: "write", times: 1, errno: EIO }],
  ["a write that writes half", { call: "write", times: 1, errno: 0 }],
  ["no space left for 40 writes", { call: "write", times: 40, errno: ENOSPC }],
  ["an fsync that fails once", { call: "sync", times: 1, errno: EIO }],
  ["an fsync that fails 20 times", { call: "sync", times: 20, errno: EIO }],
];

describe.skipIf(!hasCompiler && !isRequired)(
  "EF-4.4.3: what is confirmed is stored once, whatever the disk does",
  () => {
    test.each(kinds)("%s, at any call", { timeout: 60_000 + ROUNDS * 12_000 }, async (name, kind) => {
      expect(hasCompiler, "gcc is required here").toBe(true);
      const dataDir = mkdtempSync(join(folder, "data-"));
      const fleet = createKillFleet(DEVICES);
      const first = await startHubChild(dataDir);
      await register(first, DEVICES);
      await killHubChild(first);
      let refusedStarts = 0;
      let denying = 0;
      for (const at of places(ROUNDS)) {
        const child = await startHubChild(dataDir, environmentOf({ ...kind, at })).catch((error: Error) => error);
        if (child instanceof Error) {
          // It says why, and does not run on a database that it could not open.
          expect(child.message).toMatch(/disk I\/O|full|database|StoreError|EIO|ENOSPC/i);
          refusedStarts += 1;
          continue;
        }
        const running = fleet.devices.map((device) => device.run(child.gb26875Port));
        await new Promise((resolve) => setTimeout(resolve, RUN_MS));
        if (child.log().includes("not stored, denied")) denying += 1;
        await killHubChild(child);
        await Promise.all(running);
      }
      // Else nothing was tried. What is written by half is written on by SQLite itself, and nobody hears of it.
      if (kind.errno !== 0) expect(denying + refusedStarts).toBeGreaterThan(0);
      // The disk is well again: every message under way is resent until it is confirmed.
      const child = await startHubChild(dataDir);
      for (const device of fleet.devices) device.finish();
      await Promise.all(fleet.devices.map((device) => device.run(child.gb26875Port)));
      await killHubChild(child);
      const confirmed = [...fleet.sent.values()].filter(({ confirms }) => confirms > 0);
      console.log(
        `disk faults: ${name}: ${ROUNDS} places, ${refusedStarts} starts refused, ${denying} times frames were denied, ${confirmed.length} frames confirmed`,
      );
      expect(confirmed.length).toBeGreaterThan(DEVICES * ROUNDS);
      expect(fleet.sent.size).toBe(confirmed.length);
      expectExactlyOnce(join(dataDir, "hub.db"), fleet.sent);
    });
  },
);

test("a hub that was stopped for a while and goes on loses nothing and takes nobody for gone", {
  timeout: 60_000,
}, async () => {
  const dataDir = mkdtempSync(join(folder, "stopped-"));
  const fleet = createKillFleet(DEVICES);
  const child = await startHubChild(dataDir);
  await register(child, DEVICES);
  const before = fleet.devices.map((device) => device.run(child.gb26875Port));
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  child.process.kill("SIGSTOP");
  await new Promise((resolve) => setTimeout(resolve, STOPPED_MS));
  child.process.kill("SIGCONT");
  // Devices that got no answer for 5 s have hung up; they come again and bring what was under way to its end.
  for (const device of fleet.devices) device.finish();
  await Promise.all(before);
  await Promise.all(fleet.devices.map((device) => device.run(child.gb26875Port)));
  const headers = { authorization: `Bearer ${child.firstKey}` };
  const listed = await fetch(`${child.httpUrl}/api/v1/devices?limit=500&presence=online`, { headers });
  expect(((await listed.json()) as { items: unknown[] }).items).toHaveLength(DEVICES);
  const changes = await fetch(`${child.httpUrl}/api/v1/presence-changes?presence=offline`, { headers });
  expect(((await changes.json()) as { items: unknown[] }).items).toEqual([]);
  await killHubChild(child);
  expect([...fleet.sent.values()].every(({ confirms }) => confirms > 0)).toBe(true);
  expectExactlyOnce(join(dataDir, "hub.db"), fleet.sent);
});
