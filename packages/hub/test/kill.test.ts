import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { killHubChild, startHubChild } from "./hub-child.ts";
import { createKillFleet, expectExactlyOnce, register } from "./kill-fleet.ts";

const ROUNDS = Number(process.env.DIANAN_KILL_ROUNDS ?? 20);
const DEVICES = 48;
/** With fewer confirms in all the test has shown nothing. */
const CONFIRMED_MIN = 250 * ROUNDS;

test(
  `EF-4.4.3: a hub killed ${ROUNDS} times in the middle of traffic has stored every confirmed frame exactly once`,
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "dianan-kill-"));
    const fleet = createKillFleet(DEVICES);
    const { sent, devices } = fleet;
    try {
      for (let round = 0; round < ROUNDS; round += 1) {
        const child = await startHubChild(dataDir);
        if (round === 0) await register(child, DEVICES);
        const running = devices.map((device) => device.run(child.gb26875Port));
        // Another moment each time, so that the kill meets the hub in every state.
        await new Promise((resolve) => setTimeout(resolve, 450 + Math.random() * 600));
        // Half of the kills come right after a confirm: one that left before its commit would be found out.
        if (round % 2 === 0)
          await new Promise<void>((resolve) => {
            fleet.onConfirm = () => {
              child.process.kill("SIGKILL");
              fleet.onConfirm = () => {};
              resolve();
            };
          });
        await killHubChild(child);
        await Promise.all(running);
      }
      // The last run: every message under way is resent until it is confirmed, as a device would.
      const child = await startHubChild(dataDir);
      for (const device of devices) device.finish();
      await Promise.all(devices.map((device) => device.run(child.gb26875Port)));
      await killHubChild(child);

      const confirmed = [...sent.values()].filter((one) => one.confirms > 0);
      console.log(`kill test: ${ROUNDS} kills, ${sent.size} frames sent, ${confirmed.length} confirmed`);
      expect(confirmed.length).toBeGreaterThanOrEqual(CONFIRMED_MIN);
      expect(sent.size).toBe(confirmed.length);
      expectExactlyOnce(join(dataDir, "hub.db"), sent);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
  30_000 + ROUNDS * 15_000,
);
