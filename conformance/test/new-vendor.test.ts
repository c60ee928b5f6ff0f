// As a new vendor would: the packed kit in an empty folder, an adapter of their own, and no network.
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Report } from "../src/index.ts";
import { reportErrors } from "./report.ts";

const TIME = { timeout: 600_000 };
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const base = mkdtempSync(join(tmpdir(), "dianan-vendor-"));
const folder = join(base, "电安 vendor");
afterAll(() => rmSync(base, { recursive: true }));

const isRequired = process.env.CI !== undefined && process.env.CI !== "";
const has = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;
/** Takes the network away; lo stays. */
const isCut = has("unshare", "-n", "true");
const python = ["python3", "python"].find((one) => has(one, "--version"));
if (!isCut) console.warn("NOT CUT OFF: taking the network away needs root 断网需要 root");

const run = (command: string, ...args: readonly string[]): string => {
  const offline = { ...process.env, npm_config_cache: join(base, "cache"), npm_config_offline: "true" };
  const [program, ...rest] = isCut
    ? ["unshare", "-n", "sh", "-c", 'ip link set lo up 2>/dev/null; exec "$0" "$@"', command, ...args]
    : [command, ...args];
  return execFileSync(program as string, rest, { cwd: folder, env: offline, encoding: "utf8", stdio: "pipe" });
};

let tarball = "";
beforeAll(() => {
  mkdirSync(folder);
  execFileSync("npm", ["pack", "--ignore-scripts", "--pack-destination", base], { cwd: here(".."), stdio: "pipe" });
  tarball = join(base, readdirSync(base).find((name) => name.endsWith(".tgz")) ?? "");
}, TIME.timeout);

test.skipIf(python === undefined && !isRequired)(
  "EF-N.2, CP-N.2: from the packed kit alone, without a network, two commands to the first verdict of a codec",
  TIME,
  () => {
    for (const name of ["adapter.py", "gb26875.py"])
      copyFileSync(here(`../../examples/adapter-python/${name}`), join(folder, name));
    const started = performance.now();
    run("npm", "install", "--no-audit", "--no-fund", tarball);
    const said = run(
      "npx",
      "dianan-conform",
      "run",
      "codec",
      "--lang",
      "en",
      "--out",
      "report",
      "--",
      python ?? "python3",
      "adapter.py",
    );
    console.log(`vendor: two commands, ${((performance.now() - started) / 1000).toFixed(1)} s to the first verdict`);
    expect(said).toMatch(/gb26875\.py 1 \(python\): \d+ cases, pass \d+, FAIL 0/);
    expect(said).toContain("class: robust");
    const report = JSON.parse(readFileSync(join(folder, "report/report.json"), "utf8")) as Report;
    expect(reportErrors(report)).toEqual([]);
    expect(run("npx", "dianan-conform", "verify", "report", "--lang", "en")).toContain("the report is whole");
  },
);

test("what is installed needs nothing else, and says whose work it holds", TIME, () => {
  const kit = join(folder, "node_modules/@dianan/conformance");
  const { dependencies = {} } = JSON.parse(readFileSync(join(kit, "package.json"), "utf8")) as {
    dependencies?: object;
  };
  expect(dependencies).toEqual({});
  expect(readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(["@dianan"]);
  expect(readFileSync(join(kit, "THIRD-PARTY.md"), "utf8")).toContain("fast-check");
  expect(readFileSync(join(kit, "dist/index.d.ts"), "utf8")).not.toMatch(/from ['"][^.'"]/);
  expect(run("npx", "dianan-conform", "lint", "--lang", "en")).toMatch(/\d+ cases, .* 0 problems/);
});

test.skipIf(python === undefined && !isRequired)(
  "a codec that is wrong is told so there too: exit code 1",
  TIME,
  () => {
    const codec = join(folder, "gb26875.py");
    const wrong = readFileSync(codec, "utf8").replace(
      "bytes([sum(control) & 0xFF])",
      "bytes([sum(START + control) & 0xFF])",
    );
    expect(wrong).not.toBe(readFileSync(codec, "utf8"));
    writeFileSync(codec, wrong);
    const args = [
      "dianan-conform",
      "run",
      "codec",
      "--only",
      "F3/encode/frames/*",
      "--lang",
      "en",
      "--",
      python ?? "python3",
      "adapter.py",
    ];
    expect(() => run("npx", ...args)).toThrow(expect.objectContaining({ status: 1 }));
  },
);
