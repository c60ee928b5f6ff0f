// Of a device that nobody has registered: what could not be stored is sent again, what there is no room for is not.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gb26875 } from "@dianan/codec";
import { type Instant, tenantId } from "@dianan/model";
import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultLimits } from "../src/config.ts";
import { defaultDueDays } from "../src/core/alarm-life-state.ts";
import { createIdSupply } from "../src/core/uuid-v7.ts";
import { driversOf } from "../src/drivers/drivers.ts";
import { createGb26875Driver } from "../src/drivers/gb26875-driver.ts";
import { type Engine, startEngine } from "../src/ingest/engine.ts";
import { createFeedHints } from "../src/ingest/feed-hints.ts";
import { bothWays } from "../src/ports/commit.ts";
import { createFigures } from "../src/ports/figures.ts";
import type { Store } from "../src/ports/store.ts";
import { StoreError } from "../src/ports/store-error.ts";
import { openSqliteStore } from "../src/store/sqlite-store.ts";
import { statusFrame } from "./wire.ts";

const tenant = tenantId("t");
const folder = mkdtempSync(join(tmpdir(), "dianan-unlisted-"));
let engine: Engine;
let store: Store;
let isBroken = false;
beforeAll(async () => {
  const opened = await openSqliteStore({
    ...{ file: join(folder, "hub.db"), changes: 1_000, undecodable: 10, auditKey: new Uint8Array(32) },
  });
  ({ store } = opened);
  const clock = () => Date.now() as Instant;
  engine = await startEngine({
    ...{ tenant, platformCode: "JJLY01", utcOffsetMinutes: 480, expectedPeriodMs: 300_000, linkGraceMs: 60_000 },
    ...{ dueDays: defaultDueDays, limits: { ...defaultLimits, strangers: 2 }, settings: opened.access, clock },
    store: {
      ...store,
      ...bothWays((batch) =>
        isBroken ? Promise.reject(new StoreError("failed", "disk I/O error")) : store.commit(batch),
      ),
    },
    drivers: driversOf([createGb26875Driver(480)]),
    ...{ hints: createFeedHints(() => {}), figures: createFigures(), log: () => {} },
    nextId: createIdSupply(clock, (bytes) => crypto.getRandomValues(bytes)),
  });
});
afterAll(async () => {
  await engine.finish();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const push = async (address: number) => {
  const from = { remote: "r", trust: "T0", speaksFor: async () => true, link: null } as const;
  const frame = gb26875.encodeFrame(statusFrame(address, 1, { fire: true }));
  const { status, error } = await engine.uplink.relayedFrame(from, "gb26875", frame);
  return `${status} ${String(error?.code ?? "")}`;
};

test("EF-4.4.3: a fire alarm of an unregistered device that the disk did not take is to be sent again, and then stored once", async () => {
  isBroken = true;
  expect(await push(7)).toBe("refused not-stored");
  isBroken = false;
  expect(await push(7)).toBe("accepted ");
  expect(await push(7)).toBe("duplicate ");
  expect(await store.strangers(tenant, 10)).toMatchObject([{ wireAddress: "7" }]);
});

test("SEC-DEV-01: one for which the list has no room is refused for good", async () => {
  expect(await push(8)).toBe("accepted ");
  const said = [await push(9), await push(10), await push(11)];
  expect(said.at(-1)).toBe("refused not-listed");
  isBroken = true;
  expect(await push(12)).toBe("refused not-listed");
  isBroken = false;
});
