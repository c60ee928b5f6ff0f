import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { finishSwap } from "../src/backup/swap.ts";
import { backupData, settleData, verifyData } from "../src/backup-data.ts";
import { makeData, putOperators, scratch } from "./backup-fixture.ts";

const ROUNDS = Number(process.env.DIANAN_BACKUP_KILLS ?? 8);
const FILES = 6;

let folder = scratch();
beforeEach(() => {
  folder = scratch();
});
afterEach(() => folder.remove());

/** Runs it, and kills it so long after it began; null: lets it end. How long it took. */
const run = (words: readonly string[], killAfter: number | null): Promise<{ ms: number; wasKilled: boolean }> =>
  new Promise((resolve, reject) => {
    const main = fileURLToPath(new URL("./backup-child.ts", import.meta.url));
    const child = spawn(process.execPath, ["--conditions=@dianan/source", main, ...words]);
    let begun = 0;
    let errors = "";
    child.stderr.on("data", (text) => {
      errors += String(text);
    });
    child.stdout.once("data", () => {
      begun = performance.now();
      if (killAfter !== null) setTimeout(() => child.kill("SIGKILL"), killAfter);
    });
    child.once("exit", (code, signal) =>
      code === 0 || signal === "SIGKILL"
        ? resolve({ ms: performance.now() - begun, wasKilled: signal === "SIGKILL" })
        : reject(new Error(errors)),
    );
  });

/** What a data folder holds: the name of its operators and the states that its files are of. */
const stateOf = (dataDir: string): { readonly operators: unknown; readonly files: readonly string[] } => {
  const database = new DatabaseSync(join(dataDir, "hub.db"));
  expect(database.prepare("PRAGMA integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
  const rows = database
    .prepare("SELECT DISTINCT body ->> 'name' AS name, count(*) AS n FROM operator GROUP BY 1")
    .all();
  database.close();
  return {
    operators: rows.map((row) => `${row.name} ${row.n}`),
    files: readdirSync(join(dataDir, "files", "main")).sort(),
  };
};
/** What lies in the folder for work under way; killed early enough, it was not even made. */
const workIn = (dataDir: string): readonly string[] =>
  existsSync(join(dataDir, "backup-work")) ? readdirSync(join(dataDir, "backup-work")) : [];
const stateNamed = (name: string) => ({
  operators: [`${name} 50`],
  files: Array.from({ length: FILES }, (_, n) => `${name}-${n}`),
});

test(`SEC-BAK-05: killed ${ROUNDS} times in the middle of a restore, the old state is whole or the new one`, {
  timeout: 60_000 + ROUNDS * 15_000,
}, async () => {
  const source = await makeData(join(folder.path, "source"), "new", FILES, 3_000_000);
  const backup = (await backupData({ dataDir: source, masterKey: "" }, join(folder.path, "out"))).path;
  const old = await makeData(join(folder.path, "old"), "old", FILES, 1_000);
  const fresh = (): string => {
    const dataDir = join(folder.path, "data");
    rmSync(dataDir, { recursive: true, force: true });
    cpSync(old, dataDir, { recursive: true });
    return dataDir;
  };
  let { ms } = await run(["restore", fresh(), backup], null);
  expect(stateOf(join(folder.path, "data"))).toEqual(stateNamed("new"));
  let kills = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const dataDir = fresh();
    const ended = await run(["restore", dataDir, backup], (ms * (round + Math.random())) / ROUNDS);
    if (ended.wasKilled) kills += 1;
    // The machine was busier when it was measured.
    else ms = ended.ms;
    settleData(dataDir);
    const state = stateOf(dataDir);
    expect([stateNamed("old"), stateNamed("new")]).toContainEqual(state);
    expect(existsSync(join(dataDir, "swap.json"))).toBe(false);
    expect(workIn(dataDir)).toEqual([]);
  }
  expect(kills).toBeGreaterThanOrEqual(ROUNDS / 2);
});

test(`SEC-BAK-03: killed ${ROUNDS} times in the middle of a backup, the data are whole and no part is taken for a backup`, {
  timeout: 60_000 + ROUNDS * 15_000,
}, async () => {
  const dataDir = await makeData(join(folder.path, "data"), "old", FILES, 3_000_000);
  const out = join(folder.path, "out");
  let { ms } = await run(["backup", dataDir, out], null);
  let kills = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const ended = await run(["backup", dataDir, out], (ms * (round + Math.random())) / ROUNDS);
    if (ended.wasKilled) kills += 1;
    else ms = ended.ms;
  }
  expect(kills).toBeGreaterThanOrEqual(ROUNDS / 2);
  expect(stateOf(dataDir)).toEqual(stateNamed("old"));
  const made = readdirSync(out).filter((name) => name.endsWith(".dianan"));
  expect(made.length).toBeGreaterThanOrEqual(1);
  for (const name of made) expect(verifyData({ dataDir, masterKey: "" }, join(out, name), null).files).toBe(FILES);
  settleData(dataDir);
  expect(workIn(dataDir)).toEqual([]);
});

test("SEC-BAK-05: a swap that was cut off between any two of its steps is ended by the next start", async () => {
  // Old: a, b, log; new: a, c. Steps: a out, a in, b out, c in, log out.
  const names = ["a", "b", "c", "log"];
  const steps: readonly (readonly [string, string])[] = [
    ["a", "aside/a"],
    ["staged/a", "a"],
    ["b", "aside/b"],
    ["staged/c", "c"],
    ["log", "aside/log"],
  ];
  for (let done = 0; done <= steps.length; done += 1) {
    const dir = join(folder.path, `cut-${done}`);
    for (const name of ["staged", "aside"]) mkdirSync(join(dir, name), { recursive: true });
    for (const name of ["a", "b", "log"]) writeFileSync(join(dir, name), `old ${name}`);
    for (const name of ["a", "c"]) writeFileSync(join(dir, "staged", name), `new ${name}`);
    const marker = { staged: "staged", aside: "aside", names, incoming: ["a", "c"] };
    writeFileSync(join(dir, "swap.json"), JSON.stringify(marker));
    for (const [from, to] of steps.slice(0, done)) renameSync(join(dir, from), join(dir, to));
    expect(finishSwap(dir)).toBe(true);
    expect(readdirSync(dir).sort(), `cut after ${done}`).toEqual(["a", "aside", "c"]);
    expect([readFileSync(join(dir, "a"), "utf8"), readFileSync(join(dir, "c"), "utf8")]).toEqual(["new a", "new c"]);
    expect(readdirSync(join(dir, "aside")).map((name) => readFileSync(join(dir, "aside", name), "utf8"))).toEqual([
      "old a",
      "old b",
      "old log",
    ]);
    expect(finishSwap(dir)).toBe(false);
  }
});

test("what a dead process left is cleared; what a living one makes is not", async () => {
  const dataDir = await makeData(join(folder.path, "data"), "old", 1, 10);
  mkdirSync(join(dataDir, "backup-work", "999999999-dead"), { recursive: true });
  mkdirSync(join(dataDir, "backup-work", `${process.ppid}-living`), { recursive: true });
  settleData(dataDir);
  expect(readdirSync(join(dataDir, "backup-work"))).toEqual([`${process.ppid}-living`]);
  await putOperators(dataDir, "old", 50);
});
