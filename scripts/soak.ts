// `pnpm soak`: the long tier. Runs the tests that have a short and a long form with the long one's counts, and writes what
// they reported to docs/soak/<date>.md. Bounded to 90 minutes.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { root } from "./workspace.ts";

type Part = {
  readonly name: string;
  /** A file or folder that vitest runs. */ readonly path: string;
  readonly env: { readonly [name: string]: string };
  /** Lines of the output that are figures. */ readonly figures: RegExp;
};

const parts: readonly Part[] = [
  {
    name: "kill -9 of the hub under load",
    path: "packages/hub/test/kill.test.ts",
    env: { DIANAN_KILL_ROUNDS: "300" },
    figures: /^kill:/,
  },
  {
    name: "random and mutated input to the codec",
    path: "packages/codec",
    env: { DIANAN_FUZZ_INPUTS: "10000000" },
    figures: /^fuzz:/,
  },
];

const MINUTES_MAX = 90;
const started = Date.now();
const date = new Date(started).toISOString().slice(0, 10);
const lines: string[] = [];
let failed = 0;

for (const part of parts) {
  const left = MINUTES_MAX * 60_000 - (Date.now() - started);
  console.log(`\n== ${part.name}`);
  const answer = spawnSync("pnpm", ["vitest", "run", part.path, "--reporter=verbose"], {
    cwd: root,
    env: { ...process.env, ...part.env, NO_COLOR: "1" },
    encoding: "utf8",
    timeout: left,
    maxBuffer: 256 * 1024 * 1024,
    shell: process.platform === "win32",
  });
  const output = `${answer.stdout}${answer.stderr}`;
  const passed = answer.status === 0;
  if (!passed) failed += 1;
  const settings = Object.entries(part.env).map(([name, value]) => `${name}=${value}`);
  const figures = output.split("\n").filter((line) => part.figures.test(line));
  lines.push(
    `## ${part.name}: ${passed ? "passed" : "FAILED"}`,
    "",
    `\`${settings.join(" ")} pnpm vitest run ${part.path}\``,
    "",
  );
  lines.push(...figures.map((line) => `- ${line}`), "");
  console.log(passed ? figures.join("\n") : output.slice(-4_000));
}

const minutes = ((Date.now() - started) / 60_000).toFixed(0);
mkdirSync(join(root, "docs", "soak"), { recursive: true });
writeFileSync(
  join(root, "docs", "soak", `${date}.md`),
  [
    `# Soak of ${date}`,
    "",
    `\`pnpm soak\` on ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.versions.node}; ${minutes} minutes.`,
    "",
    ...lines,
  ].join("\n"),
);
console.log(`\n${parts.length - failed} passed, ${failed} failed; written to docs/soak/${date}.md`);
process.exit(failed === 0 ? 0 : 1);
