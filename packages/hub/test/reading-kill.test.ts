import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Instant, tenantId } from "@dianan/model";
import { expect, test } from "vitest";
import { openSqliteStore } from "../src/store/sqlite-store.ts";
import { readingNumber } from "./reading-numbers.ts";
import { storedReadings } from "./stored-readings.ts";

const ROUNDS = 8;
/** Commits before a kill, of 40 readings each. */
const LEAST_COMMITS = 6;
const HOUR = 3_600_000;

test("EF-4.1: killed while it packs, the hub has every reading once, and summaries that say the same", {
  timeout: 120_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "dianan-reading-kill-"));
  const file = join(folder, "hub.db");
  let durable = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const args = ["--conditions=@dianan/source", join(import.meta.dirname, "reading-child.ts"), file, String(durable)];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    const ended = once(child, "exit");
    let text = "";
    for await (const part of child.stdout.iterator({ destroyOnReturn: false })) {
      text += String(part);
      if (text.split("\n").length > LEAST_COMMITS) break;
    }
    // Somewhere within the next pass.
    await new Promise((resolve) => setTimeout(resolve, round * 7));
    child.kill("SIGKILL");
    await ended;
    durable = Number(text.trim().split("\n").at(-1));
  }
  const found = storedReadings(file);
  const numbers = found.map(({ values }) => Number(values[0]?.value)).sort((a, b) => a - b);
  expect(durable).toBeGreaterThanOrEqual(ROUNDS * LEAST_COMMITS * 40);
  // All that was confirmed, and perhaps the commit behind it, each once.
  expect(numbers.length).toBeGreaterThanOrEqual(durable);
  expect(numbers).toEqual(numbers.map((_, n) => n));
  for (const { tenant: _, ...row } of found) expect(row).toEqual(readingNumber(Number(row.values[0]?.value)));

  const opened = await openSqliteStore({ file, changes: 100, undecodable: 10, auditKey: new Uint8Array(32) });
  while (await opened.readings.pack(0 as Instant, true));
  const [from, to] = [1_764_000_000_000 - 4 * HOUR, 1_764_000_000_000 + 400 * HOUR];
  for (let device = 0; device < 30; device += 1) {
    const query = { deviceId: `d${device}`, component: null, quantity: null, from: from as Instant, to: to as Instant };
    const series = async (stepMs: number) => opened.store.readingSeries(tenantId("t1"), { ...query, stepMs });
    const [hours, values] = [(await series(HOUR))[0]?.steps ?? [], (await series(1_000))[0]?.steps ?? []];
    const own = numbers.filter((n) => n % 30 === device).length;
    expect(values.reduce((sum, { count }) => sum + count, 0)).toBe(own);
    for (const hour of hours) {
      const within = values.filter((one) => one.from >= hour.from && one.from < hour.from + HOUR);
      expect([hour.count, hour.min, hour.max, hour.last]).toEqual([
        within.reduce((sum, { count }) => sum + count, 0),
        Math.min(...within.map(({ min }) => min)),
        Math.max(...within.map(({ max }) => max)),
        within.at(-1)?.last,
      ]);
    }
    expect(hours.reduce((sum, { count }) => sum + count, 0)).toBe(own);
  }
  await opened.store.close();
  rmSync(folder, { recursive: true });
});
