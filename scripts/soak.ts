// `pnpm soak`: the long tier. Runs the tests that have a short and a long form with the long one's counts, and writes what
// they reported to docs/soak/<date>.md. Bounded to 90 minutes.
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
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

/** Ten million inputs a protocol: five in each direction. */
const fuzzOf = (id: string): Part => ({
  name: `random, mutated and grown input to ${id}`,
  path: "packages/codec/src",
  only: `(^| )${id} (up|down).*inputs near to frames`,
  env: { DIANAN_FUZZ_INPUTS: "5000000" },
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
      figures: /^kill:/,
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
  [...ids.map(fuzzOf), byHand, ...ids.map(oracleOf)],
];

const MINUTES_MAX = 90;
const started = Date.now();
const date = new Date(started).toISOString().slice(0, 10);

type Outcome = { readonly passed: boolean; readonly lines: readonly string[] };

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
      resolve({
        passed,
        lines: [
          `## ${part.name}: ${passed ? "passed" : "FAILED"}`,
          "",
          `\`${settings.join(" ")} pnpm vitest run ${part.path}${only}\`, ${minutes} min`,
          "",
          ...figures.map((line) => `- ${line}`),
          "",
        ],
      });
    });
  });

const outcomes: Outcome[] = [];
for (const group of groups) {
  const waiting = [...group];
  const worker = async (): Promise<void> => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) outcomes.push(await run(part));
  };
  await Promise.all(Array.from({ length: Math.min(cpus().length, group.length) }, worker));
}
const failed = outcomes.filter(({ passed }) => !passed).length;

const minutes = ((Date.now() - started) / 60_000).toFixed(0);
mkdirSync(join(root, "docs", "soak"), { recursive: true });
writeFileSync(
  join(root, "docs", "soak", `${date}.md`),
  [
    `# Soak of ${date}`,
    "",
    `\`pnpm soak\` on ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.versions.node}; ${minutes} minutes.`,
    "",
    ...outcomes.flatMap(({ lines }) => lines),
  ].join("\n"),
);
console.log(`\n${outcomes.length - failed} passed, ${failed} failed; written to docs/soak/${date}.md`);
process.exit(failed === 0 ? 0 : 1);
