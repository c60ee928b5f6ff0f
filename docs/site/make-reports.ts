// The site shows the conformance reports of our own implementations. The tests leave them; what is missing or too old is made now.
import { spawnSync } from "node:child_process";
import { root } from "./paths.ts";
import { missingReports } from "./reports.ts";

const missing = missingReports();
if (missing.length > 0) {
  console.log(
    `reports are made by their tests (正在生成符合性测试报告): ${missing.map(({ name }) => name).join(", ")}`,
  );
  const files = [...new Set(missing.map(({ test }) => test))];
  // Only what makes a report: the tests that say that something of ours is robust.
  const words = ["exec", "vitest", "run", ...files, "-t", "is robust", "--reporter=default"];
  const { status } = spawnSync("pnpm", words, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
}
const still = missingReports();
if (still.length > 0) {
  console.error(`no report was made (未生成): ${still.map(({ name }) => name).join(", ")}`);
  process.exit(1);
}
