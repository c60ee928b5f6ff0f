// What the long tier runs.
import { protocols } from "../packages/codec/src/protocols.ts";

/** One long test. */
export type Part = {
  readonly name: string;
  /** A file or folder that vitest runs. */ readonly path: string;
  /** Runs only tests whose name matches. */ readonly only?: string;
  readonly env: { readonly [name: string]: string };
  /** Lines of the output that are figures. */ readonly figures: RegExp;
  /** What it is about: while none of it changes, what was shown stays shown. */ readonly of: readonly string[];
};

const FRAMES = ["packages/codec/src", "packages/layout/src", "packages/testkit/src", "packages/codec/test"];
const KIT = [
  "conformance/src",
  "conformance/data",
  "conformance/test",
  "specs/requirements",
  "specs/sharing",
  "packages/codec/src",
  "packages/sharing/src",
];
const HUB = [
  "packages/hub/src",
  "packages/hub/test",
  "packages/device/src",
  "packages/codec/src",
  "packages/model/src",
];

const ids = Object.keys(protocols);

/** Their frames look alike in both directions and are fuzzed in one run. */
const ALIKE: readonly string[] = ["dianan", "efire-7b7b"];

/** Ten million inputs a protocol: five in each direction. */
const fuzzOf = (id: string): Part => ({
  name: `random, mutated and grown input to ${id}`,
  path: "packages/codec/src",
  only: `(^| )${id} (up|down).*inputs near to frames`,
  env: { DIANAN_FUZZ_INPUTS: ALIKE.includes(id) ? "10000000" : "5000000" },
  figures: /^fuzz:/,
  of: FRAMES,
});

const oracleOf = (id: string): Part => ({
  name: `${id}: tables against binary-parser`,
  path: "packages/codec/test/binary-parser.test.ts",
  only: `(^| )${id}: binary-parser`,
  env: { DIANAN_ORACLE_INPUTS: "1000000" },
  figures: /^oracle:/,
  of: FRAMES,
});

const byHand: Part = {
  name: "gb26875: tables against the decoder written by hand",
  path: "packages/codec/test/gb26875-by-hand.test.ts",
  env: { DIANAN_FUZZ_INPUTS: "1000000" },
  figures: /^gb26875 by hand:/,
  of: FRAMES,
};

/** A quarter of a thousand kills: a hub that is started a thousand times over one database would mostly check that database. */
const killsOf = (quarter: string): Part => ({
  name: `kill -9 of the hub under load, ${quarter} 250`,
  path: "packages/hub/test/kill.test.ts",
  env: { DIANAN_KILL_ROUNDS: "250", DIANAN_BUILT: "1" },
  figures: /^kill test:/,
  of: HUB,
});

/** Ten thousand simulated days between two halves, each on a core of its own. */
const SEEDS = 5_000;

const daysOf = (half: string, from: number): Part => ({
  name: `a simulated day of the hub, ${half}`,
  path: "packages/hub/test/simulation",
  only: "whatever a day brings",
  env: { DIANAN_SIM_FIRST: String(1 + from), DIANAN_SIM_SEEDS: String(SEEDS) },
  figures: /^simulation:/,
  of: HUB,
});

/** One group after the other; the parts of a group share the cores, each on one. */
export const groups: readonly (readonly Part[])[] = [
  ["first", "second", "third", "fourth"].map(killsOf),
  [
    {
      name: "writes and fsyncs of the hub's database that fail",
      path: "packages/hub/test/disk-fault.test.ts",
      env: { DIANAN_FAULT_ROUNDS: "12", DIANAN_STOPPED_MS: "30000" },
      figures: /^disk faults:/,
      of: HUB,
    },
    {
      name: "a log torn at every byte of the last transaction",
      path: "packages/hub/src/store/torn-tail.test.ts",
      env: { DIANAN_TORN_TAIL: "all" },
      figures: /^torn tail:/,
      of: HUB,
    },
  ],
  [
    {
      name: "every wrong codec is caught by the conformance kit",
      path: "conformance/test/codec-mutants.test.ts",
      env: { DIANAN_MUTANTS: "all" },
      figures: /^mutants:/,
      of: KIT,
    },
    {
      name: "every wrong device is caught by the conformance kit",
      path: "conformance/test/device",
      env: { DIANAN_MUTANTS: "all" },
      figures: /^(mutants|device):/,
      of: KIT,
    },
    {
      name: "every wrong platform is caught by the conformance kit, and no unusual one",
      path: "conformance/test/platform",
      env: { DIANAN_MUTANTS: "all" },
      figures: /^(mutants|platform):/,
      of: [...KIT, ...HUB, "packages/open-api/spec"],
    },
    {
      name: "every wrong sender and receiver of shares is caught by the conformance kit",
      path: "conformance/test/share.test.ts",
      env: { DIANAN_MUTANTS: "all" },
      figures: /^(mutants|share):/,
      of: KIT,
    },
  ],
  [
    {
      name: "three hubs agree on 10,000 devices and 1,000 alarms although each is killed again and again",
      path: "packages/cli/test/three-hubs.test.ts",
      env: { DIANAN_SHARED_DEVICES: "10000", DIANAN_SHARED_ALARMS: "1000", DIANAN_SHARED_KILLS: "6" },
      figures: /^three hubs:/,
      of: [...HUB, "packages/cli/src", "packages/cli/test", "packages/open-api/src", "packages/sharing/src"],
    },
    {
      name: "eight simulated hours of the alarm list at 5 events a second",
      path: "packages/console/test/long-day.test.ts",
      env: { DIANAN_CONSOLE_HOURS: "8" },
      figures: /^console day:/,
      of: ["packages/console/src", "packages/console/test", "packages/console/bench"],
    },
    {
      name: "two hubs compare 100,000 records",
      path: "packages/hub/test/reconciliation-speed.test.ts",
      env: { DIANAN_RECONCILE_RECORDS: "100000" },
      figures: /^reconciliation:/,
      of: HUB,
    },
  ],
  [
    {
      name: "presence of 3,000 devices for a year, with restarts, storms and sleepers",
      path: "packages/hub/test/presence-simulation.test.ts",
      only: "3,000 devices",
      env: { DIANAN_PRESENCE_DAYS: "365" },
      figures: /^presence:/,
      of: HUB,
    },
  ],
  [
    {
      name: "kill -9 of the hub while it tells people: none untold, none told twice by one attempt more than once over",
      path: "packages/hub/test/notify-kill.test.ts",
      env: { DIANAN_KILL_ROUNDS: "100" },
      figures: /^notify kill:/,
      of: HUB,
    },
  ],
  [daysOf("first half", 0), daysOf("second half", SEEDS)],
  [
    {
      name: "calls of the open API made from the document",
      path: "packages/hub/test/http-generated.test.ts",
      env: { DIANAN_API_CALLS: "100000" },
      figures: /api calls:/,
      of: HUB,
    },
    {
      name: "calls with the ids of another organisation",
      path: "packages/hub/test/http-two-tenants.test.ts",
      only: "find and change nothing",
      env: { DIANAN_TENANT_CALLS: "100000" },
      figures: /tenant calls:/,
      of: HUB,
    },
  ],
  [...ids.map(fuzzOf), byHand, ...ids.map(oracleOf)],
];
