// An engine on a real store, with a clock that the test sets.
import { join } from "node:path";
import { type Instant, tenantId } from "@dianan/model";
import { defaultLimits } from "../src/config.ts";
import { createIdSupply } from "../src/core/uuid-v7.ts";
import { driversOf } from "../src/drivers/drivers.ts";
import { createGb26875Driver } from "../src/drivers/gb26875-driver.ts";
import { type Engine, startEngine } from "../src/ingest/engine.ts";
import { createFeedHints } from "../src/ingest/feed-hints.ts";
import { createFigures } from "../src/ports/figures.ts";
import { openSqliteStore, type SqliteStore } from "../src/store/sqlite-store.ts";

export const tenant = tenantId("main");

/** Starts one on the data in a folder; devices are expected every five minutes. @param now - milliseconds UTC, asked for each time */
export const startClocked = async (
  folder: string,
  now: () => number,
): Promise<{ readonly engine: Engine; readonly sqlite: SqliteStore }> => {
  const auditKey = new Uint8Array(32);
  const sqlite = await openSqliteStore({ file: join(folder, "hub.db"), changes: 1_000, undecodable: 10, auditKey });
  const clock = () => now() as Instant;
  const engine = await startEngine({
    ...{ tenant, platformCode: "JJLY01", utcOffsetMinutes: 480, expectedPeriodMs: 300_000, linkGraceMs: 60_000 },
    ...{ limits: defaultLimits, dueDays: { fire: 7, charging: 3 }, store: sqlite.store, clock, log: () => {} },
    settings: sqlite.access,
    drivers: driversOf([createGb26875Driver(480)]),
    hints: createFeedHints(() => {}),
    figures: createFigures(),
    nextId: createIdSupply(clock, (bytes) => crypto.getRandomValues(bytes)),
  });
  return { engine, sqlite };
};
