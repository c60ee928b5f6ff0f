// One process of the hub: everything between a device's bytes, the store and the city, put together as `hub.ts` does it.
import { type Instant, tenantId } from "@dianan/model";
import { createKeyRing } from "../../src/access/key-ring.ts";
import { createSeals } from "../../src/access/seal.ts";
import { openCentres } from "../../src/centre/open-centres.ts";
import { type CommandEngine, openCommands } from "../../src/command/open-commands.ts";
import { defaultLimits } from "../../src/config.ts";
import type { DueDays } from "../../src/core/alarm-life-state.ts";
import { createIdSupply } from "../../src/core/uuid-v7.ts";
import { driversOf } from "../../src/drivers/drivers.ts";
import { createGb26875Driver } from "../../src/drivers/gb26875-driver.ts";
import { type Engine, startEngine } from "../../src/ingest/engine.ts";
import { createFeedHints } from "../../src/ingest/feed-hints.ts";
import { createFrameTap } from "../../src/ingest/frame-tap.ts";
import { packReadings } from "../../src/pack-readings.ts";
import { createFigures } from "../../src/ports/figures.ts";
import type { Outbound } from "../../src/ports/outbound.ts";
import { openSharing } from "../../src/share/open-sharing.ts";
import { openSqliteStore, type SqliteStore } from "../../src/store/sqlite-store.ts";
import type { StartThread } from "../../src/store/thread.ts";
import { openTcpLink, type TcpLink } from "../../src/transport/tcp-link.ts";
import { noMapper } from "../courier-fixture.ts";
import { type Density, LOOKS } from "./density.ts";
import type { Network } from "./network.ts";
import { type Chance, HOUR, type Life, MINUTE, type Scheduler } from "./scheduler.ts";

export const TENANT = tenantId("main");
export const PLATFORM = "JJLY01";
export const LINK_GRACE_MS = MINUTE;
/** People have three hours, so that a day shows who is late. */
export const DUE_MS = 3 * HOUR;
const dueDays: DueDays = { fire: DUE_MS / (24 * HOUR), charging: DUE_MS / (24 * HOUR) };
/** Of a zone, minutes. */
const ZONE = 480;

/** Breaks what a process is made of, so that the simulation can be seen to notice; see `faults.ts`. */
export type Sabotage = {
  readonly store?: (sqlite: SqliteStore, scheduler: Scheduler) => SqliteStore;
  readonly driver?: (driver: ReturnType<typeof createGb26875Driver>) => ReturnType<typeof createGb26875Driver>;
  readonly outbound?: (outbound: Outbound) => Outbound;
  /** Nobody calls the engine each second. */ readonly isWithoutTick?: boolean;
};

export type HubNeeds = {
  readonly file: string;
  readonly scheduler: Scheduler;
  readonly chance: Chance;
  readonly network: Network;
  readonly threads: StartThread;
  readonly outbound: Outbound;
  readonly log: (line: string) => void;
  readonly sabotage: Sabotage;
  readonly density: Density;
};

export type HubProcess = {
  readonly sqlite: SqliteStore;
  readonly engine: Engine;
  readonly commands: CommandEngine;
};

/** Starts it; devices get through once this resolves. */
export const startProcess = async (needs: HubNeeds, life: Life): Promise<HubProcess> => {
  const { file, scheduler, chance, network, threads, log, sabotage } = needs;
  const { paceMs, packEveryMs } = needs.density;
  const clock = (): Instant => scheduler.now() as Instant;
  const soon = (run: () => void): void => void scheduler.after(0, run, life);
  const timer = (run: () => void, ms: number): (() => void) => scheduler.after(ms, run, life);
  const nextId = createIdSupply(clock, (bytes) => {
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = chance.whole(256);
  });
  const ring = createKeyRing(new Uint8Array(32).fill(7));
  const opened = await openSqliteStore({
    ...{ file, threads, soon, changes: 1_000_000, undecodable: 1_000 },
    auditKey: ring.keyFor("audit"),
    alarms: { platformCode: PLATFORM, due: dueDays },
  });
  const sqlite = sabotage.store?.(opened, scheduler) ?? opened;
  const { store, access, outbox } = sqlite;
  const hints = createFeedHints(log);
  const tap = createFrameTap(log);
  const figures = createFigures();
  const outbound = sabotage.outbound?.(needs.outbound) ?? needs.outbound;
  const common = { store, access, hints, clock, utcOffsetMinutes: ZONE, log };
  const city = { url: "https://city.example/api/v1", key: "k", secret: null };
  const intakeOf = async () => engine.intake;
  const centres = openCentres({
    ...{ ...common, outbox, queues: sqlite.webhooks, timer, random: chance.unit },
    // No fire centre is set up in these days.
    outbound: {
      checkDial: async () => "addressForbidden",
      dial: async () => ({ ok: false, error: "addressForbidden" }),
    },
    ...{ platformName: PLATFORM, version: [1, 0] },
  });
  const sharing = await openSharing(
    {
      ...{ ...common, centres, outbox, seals: createSeals(ring), outbound, trusted: outbound },
      ...{ timer, random: chance.unit, links: { linked: async () => [], key: async () => null }, intakeOf, paceMs },
      ...{ mapper: noMapper, findings: () => [] },
    },
    TENANT,
    city,
  );
  const made = createGb26875Driver(ZONE);
  const driver = sabotage.driver?.(made) ?? made;
  const drivers = driversOf([driver]);
  const engine: Engine = await startEngine({
    ...{ tenant: TENANT, platformCode: PLATFORM, expectedPeriodMs: 5 * MINUTE, linkGraceMs: LINK_GRACE_MS },
    ...{ limits: defaultLimits, dueDays, settings: access, tap, figures, nextId, paceMs, ...common },
    drivers,
  });
  const commands = await openCommands({
    ...{ tenant: TENANT, store, access, drivers, downlink: engine.downlink, tap, answerMs: null, clock, nextId, log },
  });

  const links = new Set<TcpLink>();
  network.accept = (socket) => {
    const link = openTcpLink(socket, {
      ...{ limits: defaultLimits, figures, accept: engine.doorOf(driver.id), log },
      now: scheduler.now,
      flushLater: (one) => soon(() => one.flush()),
    });
    links.add(link);
    socket.once("close", () => links.delete(link));
  };
  await sharing.start();
  scheduler.every(
    LOOKS * paceMs,
    () => {
      if (!sabotage.isWithoutTick) engine.tick();
      commands.tick();
      for (const link of links) link.sweep(scheduler.now());
    },
    life,
  );
  const pack = (): void => void packReadings(sqlite.readings, clock).catch((error: unknown) => log(String(error)));
  scheduler.every(packEveryMs, pack, life);
  return { sqlite, engine, commands };
};
