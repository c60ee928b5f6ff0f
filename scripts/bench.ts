// `pnpm bench [codec|hub|api|readings|statistics|forward|notify|backup|console] [-- options]`: every figure is a ratio to a baseline of the same run.
// Without a name, all. With `--write` the tables are put into docs/speed.md, and pictures into docs/images.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeSection } from "./speed-page.ts";
import { root } from "./workspace.ts";

const benches: { readonly [name: string]: string } = {
  codec: "packages/codec/bench/codec.bench.ts",
  hub: "packages/hub/bench/hub.bench.ts",
  api: "packages/hub/bench/api.bench.ts",
  readings: "packages/hub/bench/readings.bench.ts",
  statistics: "packages/hub/bench/statistics.bench.ts",
  forward: "packages/hub/bench/forward.bench.ts",
  notify: "packages/hub/bench/notify.bench.ts",
  backup: "packages/hub/bench/backup.bench.ts",
  console: "packages/console/bench/console.bench.ts",
};

const [first, ...rest] = process.argv.slice(2).filter((word) => word !== "--");
const chosen = first === undefined || first.startsWith("-") ? Object.keys(benches) : [first];
const given = first?.startsWith("-") ? [first, ...rest] : rest;
const options = given.filter((word) => word !== "--write");
const folder = mkdtempSync(join(tmpdir(), "dianan-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const name of chosen) {
  const file = benches[name];
  if (file === undefined) {
    console.error(
      `没有名为 ${name} 的基准测试 · there is no benchmark ${name}; there are: ${Object.keys(benches).join(", ")}`,
    );
    process.exit(2);
  }
  console.log(`\n== ${name}: ${file}`);
  /** What the benchmark has to say on the page: this file, or one for each part of it and for its picture. */ const out =
    join(folder, name);
  const answer = spawnSync(process.execPath, ["--conditions=@dianan/source", join(root, file), ...options], {
    stdio: "inherit",
    env: { ...process.env, DIANAN_BENCH_OUT: out },
  });
  // One that broke its budgets has its figures all the same; one that could not run has none.
  const files = readdirSync(folder).filter((one) => one === name || one.startsWith(`${name}-`));
  for (const file of given.includes("--write") ? files : [])
    if (file.endsWith(".svg")) copyFileSync(join(folder, file), join(root, "docs/images", `speed-${file}`));
    else writeSection(file, readFileSync(join(folder, file), "utf8").split("\n"));
  if (answer.status !== 0) process.exit(answer.status ?? 1);
}
