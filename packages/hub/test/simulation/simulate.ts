// One seed, one day: the hub, its devices, its people and the city.
import { DatabaseSync } from "node:sqlite";
import { StoreError } from "../../src/ports/store-error.ts";
import { deviceBody } from "../registry.ts";
import { createCity } from "./city.ts";
import { type Density, densities, densityOf, slackOf } from "./density.ts";
import { type Done, liveDevice, type Plan, planOf } from "./devices.ts";
import { createDisk, type DiskHabits } from "./disk.ts";
import { type HubProcess, PLATFORM, type Sabotage, startProcess } from "./hub-process.ts";
import { judge } from "./judge.ts";
import { Network } from "./network.ts";
import { createObserver } from "./observer.ts";
import { startPeople } from "./people.ts";
import {
  type Chance,
  createChance,
  createScheduler,
  createTrace,
  DAY,
  HOUR,
  type Life,
  MINUTE,
  SECOND,
} from "./scheduler.ts";
import { type Counts, createTally } from "./tally.ts";
import { createVolume, type VolumeKind } from "./volume.ts";

export type Outcome = {
  readonly seed: number;
  /** Of the whole trace. */ readonly hash: string;
  /** Broken invariants, one line each. */ readonly broken: readonly string[];
  readonly trace: readonly string[];
  readonly figures: { readonly [name: string]: number };
  readonly counts: Counts;
};

export type Options = {
  readonly sabotage?: Sabotage;
  readonly disk?: Partial<DiskHabits>;
  /** How long before calm; default as the density says. */ readonly hours?: number;
  /** How often somebody sends a command; default as the density says. */ readonly askEveryMs?: number;
  /** Where the database is kept for whoever looks into a failure. */ readonly keep?: string;
  /** Default: as the seed decides. */ readonly density?: Density["name"];
  /** Default: a file for one seed in {@link FILE_EACH}, else memory. */ readonly volume?: VolumeKind;
  readonly log?: (line: string) => void;
};

/** So many seeds of which one has its database in a file, as in service. */
const FILE_EACH = 10;
const STARTED_AT = Date.UTC(2026, 2, 1, 16);
/** Findings of one invariant that are told. */
const TOLD_MAX = 5;

const calmDisk: DiskHabits = { fails: 0, doubts: 0, crashes: 0, stalls: 0, lies: false };

const organisations = [
  {
    id: "op1",
    kind: "operator",
    body: { name: "运维", code: "op1", address: "x", contactName: "李", contactPhone: "0595-85600000" },
  },
  {
    id: "u1",
    kind: "unit",
    body: {
      ...{ name: "单位", operatorId: "op1", regionCode: "350582", deviceCount: 0, address: "灵源街道" },
      ...{ latitude: 24.78, longitude: 118.55, platformCode: PLATFORM },
    },
  },
] as const;

/** Runs the world of a seed to its end and judges it. */
export const simulate = async (seed: number, options: Options = {}): Promise<Outcome> => {
  const volume = createVolume(options.volume ?? (seed % FILE_EACH === 0 ? "file" : "memory"));
  const { file } = volume;
  const density = options.density === undefined ? densityOf(seed) : densities[options.density];
  const tally = createTally();
  const { saw } = tally;
  const chances = (n: number): Chance => createChance(seed * 0x1_0000 + n);
  const world = chances(0);
  const scheduler = createScheduler(STARTED_AT);
  const trace = createTrace(scheduler, STARTED_AT);
  const observer = createObserver(scheduler);
  const network = new Network({ scheduler, chance: chances(1), trace, saw }, observer);
  const [troubledHours, calmHours] = density.hours;
  const calm = STARTED_AT + (options.hours ?? troubledHours) * HOUR;
  const end = calm + calmHours * HOUR;
  const isCalm = (): boolean => scheduler.now() >= calm;
  let cityAwayUntil = 0;
  const isTroubled = (): boolean => scheduler.now() < cityAwayUntil && !isCalm();
  const city = createCity({ scheduler, chance: chances(2), trace, saw, isTroubled });
  const [least, more] = density.devices;
  const plans = Array.from({ length: least + world.whole(more) }, (_, n) => planOf(n + 1, chances(1_000 + n), density));
  for (const { isStranger, clockOffMs } of plans) {
    if (isStranger) saw("a stranger speaks");
    if (Math.abs(clockOffMs) > MINUTE) saw("a device's clock is wrong");
  }

  const habits = (): DiskHabits => ({
    ...(isCalm() ? calmDisk : density.disk),
    ...(isCalm() ? {} : options.disk),
  });
  let process: HubProcess | null = null;
  let life: Life = { over: true };
  let disk: ReturnType<typeof createDisk> | null = null;
  let commits = 0;
  let restarts = 0;
  let downFrom = STARTED_AT;
  const downs: { from: number; until: number }[] = [];
  const failures: string[] = [];
  const hubChance = chances(3);
  const log = options.log ?? (() => {});

  const crash = (why: string): void => {
    if (life.over) return;
    trace.tell(`hub ends ${why}`);
    life.over = true;
    if (process !== null) downFrom = scheduler.now();
    commits += disk?.commits() ?? 0;
    void process?.sqlite.store.close();
    process = null;
    network.dropAll();
    disk?.close();
    restarts += 1;
    const kind = hubChance.unit();
    const [least, most] = kind < 0.75 ? [2 * SECOND, MINUTE] : kind < 0.93 ? [MINUTE, 40 * MINUTE] : [HOUR, 3 * HOUR];
    // In the calm it is there, else what is owed would not arrive.
    const awayMs = Math.min(hubChance.spread(least, most), Math.max(0, calm - scheduler.now()) + SECOND);
    if (awayMs >= HOUR) saw("the hub is away for an hour");
    scheduler.after(awayMs, start);
  };
  /** When each device was registered; until then it is a stranger. */ const registered = new Map<number, number>();
  const registerDevice = async (hub: HubProcess, { address, periodMs }: Plan): Promise<void> => {
    const { id, ...body } = deviceBody(`d${address}`, String(address), { expectedPeriodSeconds: periodMs / SECOND });
    const [result] = await hub.engine.intake.apply([{ kind: "upsert", record: "device", id, body }]);
    // The hub may have ended after it was stored, and the device may have spoken since.
    if (!["created", "updated", "unchanged"].includes(String(result?.status)))
      throw new Error(`device ${id}: ${result?.status}`);
    trace.tell(`device ${address} is registered`);
    if (!registered.has(address)) registered.set(address, scheduler.now());
  };
  const register = async (hub: HubProcess): Promise<void> => {
    for (const { id, kind, body } of organisations)
      await hub.engine.intake.apply([{ kind: "upsert", record: kind, id, body }]);
    for (const plan of plans) if (!plan.isStranger) await registerDevice(hub, plan);
  };
  /** Somebody registers it later, and tries again when that fails. */
  const registerLater = (plan: Plan): void => {
    const again = (): void => {
      if (registered.has(plan.address)) return;
      if (process !== null) registerDevice(process, plan).catch(() => {});
      scheduler.after(5 * MINUTE, again);
    };
    scheduler.after(world.between(HOUR, 12 * HOUR), again);
  };
  let isRegistered = false;
  const start = (): void => {
    const own: Life = { over: false };
    life = own;
    disk = createDisk({ scheduler, chance: chances(100 + restarts), trace, saw, habits, crash }, own);
    const needs = { file, scheduler, network, log, outbound: city.outbound, threads: disk.threads, density };
    const sabotage = options.sabotage ?? {};
    startProcess({ ...needs, chance: chances(10_000 + restarts), sabotage }, own)
      .then(async (hub) => {
        if (own.over) return;
        if (!isRegistered) await register(hub);
        isRegistered = true;
        if (own.over) return;
        process = hub;
        downs.push({ from: downFrom, until: scheduler.now() });
        trace.tell("hub is up");
      })
      .catch((error: unknown) => {
        // A disk that fails at the start ends the process, and whoever watches over it starts it again.
        if (error instanceof StoreError) crash(error.message);
        else failures.push(`the hub does not start: ${error instanceof Error ? error.stack : String(error)}`);
      });
  };
  start();

  const done: Done[] = [];
  for (const [n, plan] of plans.entries())
    liveDevice({ scheduler, chance: chances(2_000 + n), trace, network, saw, density }, plan, calm, done);
  for (const plan of plans) if (plan.isStranger) registerLater(plan);
  const { acts, asked } = startPeople({
    ...{ scheduler, chance: chances(4), trace, calm, process: () => process },
    askEveryMs: options.askEveryMs ?? density.askEveryMs,
    dealEveryMs: density.dealEveryMs,
    addresses: () => [...registered.keys()],
  });
  /** Troubles that concern all: the hub ends, the network breaks, the city is away. */
  const trouble = (mean: number, happen: () => void): void => {
    const next = (): void => {
      if (isCalm()) return;
      happen();
      scheduler.after(world.wait(mean), next);
    };
    scheduler.after(world.wait(mean), next);
  };
  trouble(density.endEveryMs, () => {
    if (!life.over) saw("the hub ends by chance");
    crash("by chance");
  });
  trouble(density.stormEveryMs, () => {
    trace.tell("storm");
    saw("a storm");
    network.blockedUntil = Math.min(calm, scheduler.now() + world.spread(5, 300) * SECOND);
    for (const link of [...network.links]) if (world.is(0.7)) link.cut(world.is(0.5));
  });
  trouble(density.cityAwayEveryMs, () => {
    cityAwayUntil = scheduler.now() + world.spread(1, 90) * MINUTE;
  });

  try {
    await scheduler.runUntil(end);
    const broken: string[] = [...failures];
    const database = new DatabaseSync(file, { readOnly: true });
    const told = new Map<string, number>();
    const slack = slackOf(density);
    const facts = { database, observer, plans, registered, downs, acts, asked, done, city, end, slack, saw };
    judge(facts, (invariant, words) => {
      const count = (told.get(invariant) ?? 0) + 1;
      told.set(invariant, count);
      if (count <= TOLD_MAX) broken.push(`${invariant}: ${words}`);
    });
    const count = (table: string): number => Number(database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n);
    const figures = {
      ...{ devices: plans.length, frames: count("frame"), alarms: count("alarm"), offline: count("presence_change") },
      ...{
        restarts,
        commits: commits + ((disk as ReturnType<typeof createDisk> | null) ?? { commits: () => 0 }).commits(),
      },
      ...{ acts: acts.length, commands: asked.length, delivered: city.records.size, days: (end - STARTED_AT) / DAY },
    };
    database.close();
    return { seed, hash: trace.hash(), broken, trace: trace.last, figures, counts: tally.counts() };
  } finally {
    crash("for good");
    life.over = true;
    if (options.keep !== undefined) await volume.keep(options.keep);
    volume.remove();
  }
};
