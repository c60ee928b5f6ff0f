import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { countsOf, loadSuite, runCodec } from "@dianan/conformance";
import { expect, test } from "vitest";

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const has = (command: string): boolean => spawnSync(command, ["--version"]).status === 0;
const python = ["python3", "python"].find(has);
const isRequired = process.env.CI !== undefined && process.env.CI !== "";
if (python === undefined && !isRequired) console.warn("SKIPPED: no Python on this machine 本机没有 Python,已跳过");

test.skipIf(python === undefined && !isRequired)(
  "a codec in Python, written from the tables alone, agrees with ours in every case",
  { timeout: 180_000 },
  async () => {
    expect(python, "Python is required here").toBeDefined();
    const adapter = { command: python as string, args: [path("../adapter.py")] };
    const run = await runCodec({ suite: loadSuite("F3"), adapter, seed: 7, runs: 20 });
    expect(run.results.filter(({ finding }) => finding !== null)).toEqual([]);
    expect(run.reached).toBe("robust");
    expect(countsOf(run.results).PASS).toBeGreaterThan(600);
  },
);

test("the adapter itself stays short enough to be read at a glance", () => {
  expect(readFileSync(path("../adapter.py"), "utf8").split("\n").length).toBeLessThan(100);
});
