// Days of a hub in seconds each: what docs/simulation.md tells. Replay: DIANAN_SIM_SEED=<seed> pnpm vitest run packages/hub/test/simulation
import { expect, test } from "vitest";
import { faults } from "./faults.ts";
import { touchedRealTime } from "./real-time-guard.ts";
import { type Outcome, simulate } from "./simulate.ts";
import { cases, createTally, tooRare } from "./tally.ts";

const SEEDS = Number(process.env.DIANAN_SIM_SEEDS ?? (process.env.CI ? 200 : 40));
const FIRST = Number(process.env.DIANAN_SIM_FIRST ?? 1);
const ONE = process.env.DIANAN_SIM_SEED;
/** Seeds within which a broken hub is noticed: CI runs ten dense ones and 190 sparse ones. */
const NOTICED_WITHIN = { dense: 6, sparse: 60 } as const;
/** Of fewer days nobody can say what they must bring. */
const COUNTED_FROM = 200;

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
  1_800_000,
);

test.runIf(ONE === undefined)(
  "whatever a day brings: what is confirmed is stored once, alarms stand until somebody says otherwise, nobody is late unheard",
  async () => {
    const sum: Record<string, number> = {};
    const { counts, saw } = createTally();
    for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1) {
      const outcome = await simulate(seed);
      expect(outcome.broken, words(outcome)).toEqual([]);
      for (const [name, value] of Object.entries(outcome.figures)) sum[name] = (sum[name] ?? 0) + value;
      for (const one of cases) saw(one, outcome.counts[one]);
    }
    // Days in which nothing goes wrong would prove nothing.
    if (SEEDS >= COUNTED_FROM) expect(tooRare(counts(), SEEDS)).toEqual([]);
    const told = Object.entries(sum).map(([name, value]) => `${Math.round(value)} ${name}`);
    console.log(`simulation: seeds ${FIRST} to ${FIRST + SEEDS - 1}: ${told.join(", ")}`);
    const seen = Object.entries(counts()).map(([name, times]) => `${name} ${times}`);
    console.log(`simulation saw: ${seen.join(", ")}`);
  },
  60_000 + SEEDS * 30_000,
);

test.runIf(ONE === undefined)(
  "one seed is one day: the same trace each time, and never real time",
  async () => {
    for (const density of ["dense", "sparse"] as const) {
      const options = { density, hours: 3 };
      const first = await simulate(7, options);
      let second: Outcome | null = null;
      const touched = await touchedRealTime(async () => {
        second = await simulate(7, options);
      });
      expect(second).toMatchObject({ hash: first.hash, figures: first.figures });
      expect((await simulate(8, options)).hash).not.toBe(first.hash);
      expect(touched).toEqual([]);
    }
    // The guard itself sees.
    expect(await touchedRealTime(async () => void new Date(Date.now() + Math.random()))).toHaveLength(2);
  },
  1_800_000,
);

test.runIf(ONE === undefined)(
  "a database in memory and one in a file give the same day, to the byte of its trace",
  async () => {
    const [memory, file] = [await simulate(11, { volume: "memory" }), await simulate(11, { volume: "file" })];
    expect(file).toMatchObject({ hash: memory.hash, figures: memory.figures, broken: [] });
    expect(memory.broken).toEqual([]);
  },
  1_800_000,
);

const broken = faults.flatMap((make) =>
  (["dense", "sparse"] as const).map((density) => [make().name, density, make] as const),
);
test.runIf(ONE === undefined).for(broken)(
  "notices a hub that %s, on days that are %s",
  { timeout: 1_800_000 },
  async ([name, density, make]) => {
    for (let seed = 1; seed <= NOTICED_WITHIN[density]; seed += 1) {
      const { breaks, options } = make();
      const found = await simulate(seed, { density, ...options });
      if (!found.broken.some((line) => line.startsWith(`${breaks}:`))) continue;
      console.log(`${name}: noticed by the ${seed}th ${density} seed`);
      return;
    }
    expect.unreachable(`${name}: not noticed within ${NOTICED_WITHIN[density]} ${density} seeds`);
  },
);
