import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import type { SharingRate } from "../src/ports/sharing.ts";
import { openCourier, openTime } from "./courier-fixture.ts";
import { alarm, operator, until as untilWithin } from "./http-fixture.ts";
import { openCity } from "./share-city.ts";

/** However busy the machine is. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const open = async (rate: SharingRate) => {
  const folder = mkdtempSync(join(tmpdir(), "dianan-rate-"));
  const city = await openCity();
  const time = openTime();
  const sentAt: number[] = [];
  city.answer = () => {
    sentAt.push(time.clock());
    return "accept";
  };
  const settings = { coordinateSystem: "CGCS2000", personalData: "full", periodSeconds: 1, rate } as const;
  const world = await openCourier(join(folder, "hub.db"), city.url, time, () => ({ settings }));
  ends.push(
    async () => rmSync(folder, { recursive: true, force: true }),
    city.close,
    () => world.close(),
  );
  const start = time.clock();
  return {
    ...{ city, time, world },
    /** Lets time go by in steps, each once both ways have nothing to do, until nothing is owed. */
    drain: async (stepMs: number): Promise<void> => {
      const look = async () => {
        if (time.sleeping() >= 2) time.pass(stepMs);
        return world.state();
      };
      await untilWithin(look, ({ pending }) => pending === 0, 60_000);
    },
    /** What was sent, since the beginning: when, where to, how many. */
    sent: () => city.pushes.map(({ path, items }, n) => [Number(sentAt[n]) - start, path, items.length] as const),
  };
};
const alarms = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => ({ ...alarm, id: `al-${String(from + n).padStart(4, "0")}` }));
const operators = (count: number) => Array.from({ length: count }, (_, n) => ({ ...operator, id: `o-${n}` }));

test("EF-N.4: a destination that takes ten records a second gets no more, of both ways together, and everything in the end", async () => {
  const { world, drain, sent } = await open({ recordsPerSecond: 10 });
  await world.put("operator", operators(25));
  await world.put("alarm", alarms(25));
  await drain(50);
  const all = sent();
  expect(all.reduce((sum, [, , count]) => sum + count, 0)).toBe(50);
  for (const [at] of all) {
    const within = all.filter(([other]) => other >= at && other < at + 1_000);
    expect(within.reduce((sum, [, , count]) => sum + count, 0)).toBeLessThanOrEqual(10);
  }
  // Alarms do not wait until the records are through.
  const lastAlarm = all.findLastIndex(([, path]) => path === "/alarms");
  const lastRecord = all.findLastIndex(([, path]) => path === "/operators");
  expect(lastAlarm).toBeLessThan(lastRecord);
});

test("SH-5: of a destination that takes a push in two seconds an alarm has the next one, before records that wait longer", async () => {
  const { world, drain, sent, time } = await open({ pushesPerSecond: 0.5, recordsPerSecond: 5 });
  await world.put("operator", operators(20));
  const first = () => {
    if (time.sleeping() >= 2) time.pass(50);
    return sent().length;
  };
  await untilWithin(first, (count) => count === 1, 25_000);
  await untilWithin(
    () => time.sleeping(),
    (count) => count >= 2,
    25_000,
  );
  await world.put("alarm", alarms(1));
  await drain(50);
  const all = sent();
  expect(all.map(([, path, count]) => `${path} ${count}`)).toEqual([
    "/operators 5",
    "/alarms 1",
    "/operators 5",
    "/operators 5",
    "/operators 5",
  ]);
  for (const [n, [at]] of all.entries()) if (n > 0) expect(at - Number(all[n - 1]?.[0])).toBeGreaterThanOrEqual(2_000);
});

test("SEC-OUT-05: somebody who says try at once does not make it faster than was agreed", async () => {
  const { world, sent, time, drain } = await open({ pushesPerSecond: 1 });
  await world.put("alarm", alarms(1));
  await untilWithin(
    () => sent().length,
    (count) => count === 1,
    25_000,
  );
  await world.put("alarm", alarms(1, 1));
  for (let n = 0; n < 5; n += 1) {
    await untilWithin(
      () => time.sleeping(),
      (count) => count >= 2,
      25_000,
    );
    world.courier.kick();
  }
  expect(sent().length).toBe(1);
  await drain(100);
  expect(sent().length).toBe(2);
});
