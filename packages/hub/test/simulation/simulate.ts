// One seed, one day: the hub, its devices, its people and the city.
import { DatabaseSync } from "node:sqlite";
import { StoreError } from "../../src/ports/store-error.ts";
import { deviceBody } from "../registry.ts";
import { createCity } from "./city.ts";
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
import { createVolume, type VolumeKind } from "./volume.ts";

export type Outcome = {
  readonly seed: number;
  /** Of the whole trace. */ readonly hash: string;
  /** Broken invariants, one line each. */ readonly broken: readonly string[];
  readonly trace: readonly string[];
  readonly figures: { readonly [name: string]: number };
};

export type Options = {
  readonly sabotage?: Sabotage;
  readonly disk?: Partial<DiskHabits>;
  /** How long before calm; default 24. */ readonly hours?: number;
  /** How often somebody sends a command; default 10 minutes on average. */ readonly askEveryMs?: number;
  /** Where the database is kept for whoever looks into a failure. */ readonly keep?: string;
  /** Default: a file for one seed in {@link FILE_EACH}, else memory. */ readonly volume?: VolumeKind;
  readonly log?: (line: string) => void;
};

/** So many seeds of which one has its database in a file, as in service. */
const FILE_EACH = 10;
const STARTED_AT = Date.UTC(2026, 2, 1, 16);
/** Findings of one invariant that are told. */
const TOLD_MAX = 5;
/** After the day nothing goes wrong any more, so that what is owed can be seen to arrive. */
const CALM_MS = 2 * HOUR;

const calmDisk: DiskHabits = { fails: 0, doubts: 0, crashes: 0, stalls: 0, lies: false };
const roughDisk: DiskHabits = { fails: 0.002, doubts: 0.001, crashes: 0.000_2, stalls: 0.000_5, lies: false };

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
  const chances = (n: number): Chance => createChance(seed * 0x1_0000 + n);
  const world = chances(0);
  const scheduler = createScheduler(STARTED_AT);
  const trace = createTrace(scheduler, STARTED_AT);
  const observer = createObserver(scheduler);
  const network = new Network({ scheduler, chance: chances(1), trace }, observer);
  const calm = STARTED_AT + (options.hours ?? 24) * HOUR;
  const end = calm + CALM_MS;
  const isCalm = (): boolean => scheduler.now() >= calm;
  let cityAwayUntil = 0;
  const isTroubled = (): boolean => scheduler.now() < cityAwayUntil && !isCalm();
  const city = createCity({ scheduler, chance: chances(2), trace, isTroubled });
  const plans = Array.from({ length: 20 + world.whole(31) }, (_, n) => planOf(n + 1, chances(1_000 + n)));

  const habits = (): DiskHabits => ({
    ...(isCalm() ? calmDisk : roughDisk),
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
    scheduler.after(isCalm() ? SECOND : hubChance.spread(least, most), start);
  };
  /** When each device was registered; until then it is a stranger. */ const registered = new Map<number, number>();
  const registerDevice = async (hub: HubProcess, { address, periodMs }: Plan): Promise<void> => {
    const { id, ...body } = deviceBody(`d${address}`, String(address), { expectedPeriodSeconds: periodMs / SECOND });
    const [result] = await hub.engine.intake.apply([{ kind: "upsert", record: "device", id, body }]);
    if (result?.status !== "created" && result?.status !== "unchanged")
      throw new Error(`device ${id}: ${result?.status}`);
    trace.tell(`device ${address} is registered`);
    registered.set(address, scheduler.now());
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
    disk = createDisk({ scheduler, chance: chances(100 + restarts), trace, habits, crash }, own);
    const needs = { file, scheduler, network, log, outbound: city.outbound, threads: disk.threads };
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
    liveDevice({ scheduler, chance: chances(2_000 + n), trace, network }, plan, calm, done);
  for (const plan of plans) if (plan.isStranger) registerLater(plan);
  const { acts, asked } = startPeople({
    ...{ scheduler, chance: chances(4), trace, calm, process: () => process },
    askEveryMs: options.askEveryMs ?? 10 * MINUTE,
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
  trouble(8 * HOUR, () => crash("by chance"));
  trouble(10 * HOUR, () => {
    trace.tell("storm");
    network.blockedUntil = Math.min(calm, scheduler.now() + world.spread(5, 300) * SECOND);
    for (const link of [...network.links]) if (world.is(0.7)) link.cut(world.is(0.5));
  });
  trouble(6 * HOUR, () => {
    cityAwayUntil = scheduler.now() + world.spread(1, 90) * MINUTE;
  });

  try {
    await scheduler.runUntil(end);
    const broken: string[] = [...failures];
    const database = new DatabaseSync(file, { readOnly: true });
    const told = new Map<string, number>();
    judge({ database, observer, plans, registered, downs, acts, asked, done, city, end }, (invariant, words) => {
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
    return { seed, hash: trace.hash(), broken, trace: trace.last, figures };
  } finally {
    crash("for good");
    life.over = true;
    if (options.keep !== undefined) await volume.keep(options.keep);
    volume.remove();
  }
};
