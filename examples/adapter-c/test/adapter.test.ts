import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { countsOf, loadSuite, runCodec } from "@dianan/conformance";
import { afterAll, expect, test } from "vitest";

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const hasGcc = spawnSync("gcc", ["--version"]).status === 0;
const isRequired = process.env.CI !== undefined && process.env.CI !== "";
if (!hasGcc && !isRequired) console.warn("SKIPPED: no gcc on this machine 本机没有 gcc,已跳过");

const folder = mkdtempSync(join(tmpdir(), "dianan-c-"));
afterAll(() => rmSync(folder, { recursive: true }));

test.skipIf(!hasGcc && !isRequired)(
  "a codec in C, written from the tables alone, agrees with ours in every case",
  { timeout: 600_000 },
  async () => {
    const adapter = join(folder, "adapter");
    const sources = readdirSync(path("../src")).filter((name) => name.endsWith(".c"));
    const warnings = ["-Wall", "-Wextra", "-Wno-missing-field-initializers", "-Werror"];
    const args = ["-std=c11", "-O1", "-fsanitize=address", ...warnings, "-o", adapter, ...sources, "-lm"];
    execFileSync("gcc", args, { cwd: path("../src") });
    // The sanitizer keeps what was freed for a while, which would be taken for memory that grows.
    const command = { command: "env", args: ["ASAN_OPTIONS=quarantine_size_mb=1", adapter] };
    const run = await runCodec({ suite: loadSuite("F3"), adapter: command, seed: 7, runs: 10 });
    expect(run.results.filter(({ finding }) => finding !== null)).toEqual([]);
    expect(run.reached).toBe("robust");
    expect(countsOf(run.results).PASS).toBeGreaterThan(600);
  },
);

test("the adapter itself stays short enough to be read at a glance", () => {
  expect(readFileSync(path("../src/adapter.c"), "utf8").split("\n").length).toBeLessThan(100);
});
