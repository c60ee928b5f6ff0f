// `pnpm soak [-- --all] [-- part ...]`: the long tier. Runs the tests that have a short and a long form with the long one's counts, and
// writes what they reported to docs/soak/<date>.md. Bounded to 90 minutes. What has passed before, and is about nothing that has
// changed since, is not run again unless `--all` asks for it. With words, only the parts whose names hold one of them; their sections
// take the place of those of the same day.
import { spawn } from "node:child_process";
import { cpus } from "node:os";
import { commandOf, passedOn, sourcesOf, writePage } from "./soak-page.ts";
import { groups, type Part } from "./soak-parts.ts";
import { root } from "./workspace.ts";

const MINUTES_MAX = 90;
const started = Date.now();
const date = new Date(started).toISOString().slice(0, 10);

const given = process.argv.slice(2).filter((word) => word !== "--");
const isAll = given.includes("--all");
const words = given.filter((word) => word !== "--all");
const isChosen = ({ name }: Part): boolean => words.length === 0 || words.some((word) => name.includes(word));

type Outcome = {
  readonly name: string;
  readonly passed: boolean /** Null: the page says it. */;
  readonly section: string | null;
};

const told = (part: Part, passed: boolean, lines: readonly string[]): Outcome => ({
  name: part.name,
  passed,
  section: [`## ${part.name}`, "", ...lines].join("\n"),
});

const runPart = (part: Part): Promise<Outcome> => {
  const sources = sourcesOf(part);
  const before = sources === null || isAll ? null : passedOn(part, sources);
  if (before !== null) {
    console.log(`\n== ${part.name}: passed on ${before}, nothing has changed since`);
    const lines = [`passed on [${before}](${before}.md); sources \`${sources}\` have not changed since`];
    return Promise.resolve(
      before === date ? { name: part.name, passed: true, section: null } : told(part, true, lines),
    );
  }
  const from = Date.now();
  const left = MINUTES_MAX * 60_000 - (from - started);
  if (left <= 0) {
    console.log(`\n== ${part.name}: not run, the time was over`);
    return Promise.resolve(told(part, false, ["**NOT RUN**: the time was over"]));
  }
  return new Promise((resolve) => {
    const args = ["vitest", "run", part.path, "--reporter=verbose", ...(part.only ? ["-t", part.only] : [])];
    const child = spawn("pnpm", args, {
      cwd: root,
      env: { ...process.env, ...part.env, NO_COLOR: "1" },
      timeout: left,
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
      const time = new Date(from).toISOString().slice(11, 16);
      const state = `${passed ? "passed" : "**FAILED**"}: \`${commandOf(part)}\``;
      const about = sources === null ? "sources not committed" : `sources \`${sources}\``;
      const lines = [`${state}, ${time} UTC, ${minutes} min, ${about}`, "", ...figures.map((line) => `- ${line}`)];
      resolve(told(part, passed, lines));
    });
  });
};

const outcomes: Outcome[] = [];
for (const group of groups) {
  const waiting = group.filter(isChosen);
  const worker = async (): Promise<void> => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) outcomes.push(await runPart(part));
  };
  await Promise.all(Array.from({ length: Math.min(cpus().length, group.length) }, worker));
}
const failed = outcomes.filter(({ passed }) => !passed).length;
if (outcomes.length === 0) {
  console.error(`没有名称含 ${words.join("、")} 的部分 · no part has ${words.join(" or ")} in its name`);
  process.exit(2);
}
const names = groups.flat().map(({ name }) => name);
writePage(date, names, outcomes);
console.log(`\n${outcomes.length - failed} passed, ${failed} failed; written to docs/soak/${date}.md`);
process.exit(failed === 0 ? 0 : 1);
