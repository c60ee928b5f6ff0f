// Days of a hub in seconds each: what docs/simulation.md tells. Replay: DIANAN_SIM_SEED=<seed> pnpm vitest run packages/hub/test/simulation
import { expect, test } from "vitest";
import { faults } from "./faults.ts";
import { touchedRealTime } from "./real-time-guard.ts";
import { type Outcome, simulate } from "./simulate.ts";

const SEEDS = Number(process.env.DIANAN_SIM_SEEDS ?? (process.env.CI ? 100 : 20));
const FIRST = Number(process.env.DIANAN_SIM_FIRST ?? 1);
const ONE = process.env.DIANAN_SIM_SEED;
/** Seeds within which a broken hub is noticed. */
const NOTICED_WITHIN = 6;

const words = ({ seed, broken }: Outcome): string =>
  [
    `seed ${seed} breaks ${broken.length} invariants:`,
    ...broken.slice(0, 10).map((line) => `- ${line}`),
    `replay: DIANAN_SIM_SEED=${seed} pnpm vitest run packages/hub/test/simulation -t "one seed"`,
  ].join("\n");

test.runIf(ONE !== undefined)(
  "one seed, with its trace",
  async () => {
    const outcome = await simulate(Number(ONE), { log: (line) => console.log(line) });
    console.log(outcome.trace.join("\n"));
    console.log(`seed ${ONE}: ${outcome.hash} ${JSON.stringify(outcome.figures)}`);
    expect(outcome.broken, words(outcome)).toEqual([]);
  },
  120_000,
);

test.runIf(ONE === undefined)(
  "whatever a day brings: what is confirmed is stored once, alarms stand until somebody says otherwise, nobody is late unheard",
  async () => {
    const sum: Record<string, number> = {};
    for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1) {
      const outcome = await simulate(seed);
      expect(outcome.broken, words(outcome)).toEqual([]);
      for (const [name, value] of Object.entries(outcome.figures)) sum[name] = (sum[name] ?? 0) + value;
    }
    const told = Object.entries(sum).map(([name, value]) => `${Math.round(value)} ${name}`);
    console.log(`simulation: seeds ${FIRST} to ${FIRST + SEEDS - 1}: ${told.join(", ")}`);
  },
  60_000 + SEEDS * 30_000,
);

test.runIf(ONE === undefined)(
  "one seed is one day: the same trace each time, and never real time",
  async () => {
    const first = await simulate(7, { hours: 3 });
    let second: Outcome | null = null;
    const touched = await touchedRealTime(async () => {
      second = await simulate(7, { hours: 3 });
    });
    expect(second).toMatchObject({ hash: first.hash, figures: first.figures });
    expect((await simulate(8, { hours: 3 })).hash).not.toBe(first.hash);
    expect(touched).toEqual([]);
    // The guard itself sees.
    expect(await touchedRealTime(async () => void new Date(Date.now() + Math.random()))).toHaveLength(2);
  },
  120_000,
);

test.runIf(ONE === undefined)(
  "a database in memory and one in a file give the same day, to the byte of its trace",
  async () => {
    const [memory, file] = [await simulate(11, { volume: "memory" }), await simulate(11, { volume: "file" })];
    expect(file).toMatchObject({ hash: memory.hash, figures: memory.figures, broken: [] });
    expect(memory.broken).toEqual([]);
  },
  120_000,
);

test.runIf(ONE === undefined).for(faults.map((make) => [make().name, make] as const))(
  "notices a hub that %s",
  { timeout: 300_000 },
  async ([name, make]) => {
    for (let seed = 1; seed <= NOTICED_WITHIN; seed += 1) {
      const { breaks, options } = make();
      const { broken } = await simulate(seed, options);
      if (broken.some((line) => line.startsWith(`${breaks}:`))) return;
    }
    expect.unreachable(`${name}: not noticed within ${NOTICED_WITHIN} seeds`);
  },
);
