// `pnpm soak [-- part ...]`: the long tier. Runs the tests that have a short and a long form with the long one's counts, and writes
// what they reported to docs/soak/<date>.md. Bounded to 90 minutes. With words, only the parts whose names hold one of them; their
// sections take the place of those of the same day.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { protocols } from "../packages/codec/src/protocols.ts";
import { root } from "./workspace.ts";

type Part = {
  readonly name: string;
  /** A file or folder that vitest runs. */ readonly path: string;
  /** Runs only tests whose name matches. */ readonly only?: string;
  readonly env: { readonly [name: string]: string };
  /** Lines of the output that are figures. */ readonly figures: RegExp;
};

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
});

const oracleOf = (id: string): Part => ({
  name: `${id}: tables against binary-parser`,
  path: "packages/codec/test/binary-parser.test.ts",
  only: `(^| )${id}: binary-parser`,
  env: { DIANAN_ORACLE_INPUTS: "1000000" },
  figures: /^oracle:/,
});

const byHand: Part = {
  name: "gb26875: tables against the decoder written by hand",
  path: "packages/codec/test/gb26875-by-hand.test.ts",
  env: { DIANAN_FUZZ_INPUTS: "1000000" },
  figures: /^gb26875 by hand:/,
};

/** One group after the other; the parts of a group share the cores, each on one. */
const groups: readonly (readonly Part[])[] = [
  [
    {
      name: "kill -9 of the hub under load",
      path: "packages/hub/test/kill.test.ts",
      env: { DIANAN_KILL_ROUNDS: "300" },
      figures: /^kill test:/,
    },
  ],
  [
    {
      name: "writes and fsyncs of the hub's database that fail",
      path: "packages/hub/test/disk-fault.test.ts",
      env: { DIANAN_FAULT_ROUNDS: "12", DIANAN_STOPPED_MS: "30000" },
      figures: /^disk faults:/,
    },
    {
      name: "a log torn at every byte of the last transaction",
      path: "packages/hub/src/store/torn-tail.test.ts",
      env: { DIANAN_TORN_TAIL: "all" },
      figures: /^torn tail:/,
    },
  ],
  [
    {
      name: "every wrong codec is caught by the conformance kit",
      path: "conformance/test/codec-mutants.test.ts",
      env: { DIANAN_MUTANTS: "all" },
      figures: /^mutants:/,
    },
  ],
  [
    {
      name: "presence of 3,000 devices for a year, with restarts, storms and sleepers",
      path: "packages/hub/test/presence-simulation.test.ts",
      only: "3,000 devices",
      env: { DIANAN_PRESENCE_DAYS: "365" },
      figures: /^presence:/,
    },
  ],
  [
    {
      name: "a simulated day of the hub, seeds from 1",
      path: "packages/hub/test/simulation",
      only: "whatever a day brings",
      env: { DIANAN_SIM_FIRST: "1", DIANAN_SIM_SEEDS: "400" },
      figures: /^simulation:/,
    },
    {
      name: "a simulated day of the hub, seeds from 401",
      path: "packages/hub/test/simulation",
      only: "whatever a day brings",
      env: { DIANAN_SIM_FIRST: "401", DIANAN_SIM_SEEDS: "400" },
      figures: /^simulation:/,
    },
  ],
  [
    {
      name: "calls of the open API made from the document",
      path: "packages/hub/test/http-generated.test.ts",
      env: { DIANAN_API_CALLS: "100000" },
      figures: /api calls:/,
    },
    {
      name: "calls with the ids of another organisation",
      path: "packages/hub/test/http-two-tenants.test.ts",
      only: "find and change nothing",
      env: { DIANAN_TENANT_CALLS: "100000" },
      figures: /tenant calls:/,
    },
  ],
  [...ids.map(fuzzOf), byHand, ...ids.map(oracleOf)],
];

const MINUTES_MAX = 90;
const started = Date.now();
const date = new Date(started).toISOString().slice(0, 10);

const words = process.argv.slice(2).filter((word) => word !== "--");
const isChosen = ({ name }: Part): boolean => words.length === 0 || words.some((word) => name.includes(word));

type Outcome = { readonly name: string; readonly passed: boolean; readonly section: string };

const run = (part: Part): Promise<Outcome> =>
  new Promise((resolve) => {
    const from = Date.now();
    const args = ["vitest", "run", part.path, "--reporter=verbose", ...(part.only ? ["-t", part.only] : [])];
    const child = spawn("pnpm", args, {
      cwd: root,
      env: { ...process.env, ...part.env, NO_COLOR: "1" },
      timeout: Math.max(1, MINUTES_MAX * 60_000 - (from - started)),
      shell: process.platform === "win32",
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
    child.on("close", (code) => {
      const minutes = ((Date.now() - from) / 60_000).toFixed(1);
      const figures = output.split("\n").filter((line) => part.figures.test(line));
      // A part whose tests were not found has proved nothing.
      const passed = code === 0 && figures.length > 0;
      console.log(`\n== ${part.name}: ${minutes} min\n${passed ? figures.join("\n") : output.slice(-4_000)}`);
      const settings = Object.entries(part.env).map(([name, value]) => `${name}=${value}`);
      const only = part.only ? ` -t "${part.only}"` : "";
      const time = new Date(from).toISOString().slice(11, 16);
      const section = [
        `## ${part.name}`,
        "",
        `${passed ? "passed" : "**FAILED**"}: \`${settings.join(" ")} pnpm vitest run ${part.path}${only}\`, ${time} UTC, ${minutes} min`,
        "",
        ...figures.map((line) => `- ${line}`),
      ].join("\n");
      resolve({ name: part.name, passed, section });
    });
  });

/** Sections of a page by their headings. */
const sectionsOf = (page: string): ReadonlyMap<string, string> =>
  new Map(
    page
      .split(/\n(?=## )/)
      .slice(1)
      .map((section) => [/^## (.*)$/m.exec(section)?.[1] ?? "", section.trimEnd()]),
  );

const outcomes: Outcome[] = [];
for (const group of groups) {
  const waiting = group.filter(isChosen);
  const worker = async (): Promise<void> => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) outcomes.push(await run(part));
  };
  await Promise.all(Array.from({ length: Math.min(cpus().length, group.length) }, worker));
}
const failed = outcomes.filter(({ passed }) => !passed).length;
if (outcomes.length === 0) {
  console.error(`没有名称含 ${words.join("、")} 的部分 · no part has ${words.join(" or ")} in its name`);
  process.exit(2);
}

mkdirSync(join(root, "docs", "soak"), { recursive: true });
const file = join(root, "docs", "soak", `${date}.md`);
const sections = new Map(existsSync(file) ? sectionsOf(readFileSync(file, "utf8")) : []);
for (const { name, section } of outcomes) sections.set(name, section);
const machine = `${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.versions.node}`;
const page = [`# Soak of ${date}`, `\`pnpm soak\` on ${machine}; parts share the cores.`];
for (const { name } of groups.flat()) {
  const section = sections.get(name);
  if (section !== undefined) page.push(section);
}
writeFileSync(file, `${page.join("\n\n")}\n`);
console.log(`\n${outcomes.length - failed} passed, ${failed} failed; written to docs/soak/${date}.md`);
process.exit(failed === 0 ? 0 : 1);
