import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dianan, printed, scratchFolder, startDianan } from "./run-dianan.ts";

const LIMIT = { timeout: 120_000 };
const folder = scratchFolder();
const data = join(folder.path, "data");
let backup = "";

beforeAll(async () => {
  const hub = startDianan(["hub", "--data", data, "--http-port", "0", "--gb26875-port", "0"]);
  const deadline = performance.now() + 60_000;
  while (!hub.out().includes("The hub is running")) {
    if (performance.now() > deadline) throw new Error(hub.err());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  // While it runs.
  const made = await dianan(["backup", "--json", "--data", data, join(folder.path, "out")]);
  backup = String(printed(made)[0]?.path);
  const refused = await dianan(["restore", "--data", data, backup]);
  await hub.stop();
  expect([refused.code, refused.err.includes("a hub runs on this data folder")]).toEqual([1, true]);
}, 120_000);
afterAll(() => folder.remove());

test("SEC-BAK-05: verify, dry run and restore say what they did in both languages", LIMIT, async () => {
  const proven = await dianan(["verify", "--data", data, backup]);
  expect([proven.code, proven.out.includes("可以还原"), proven.out.includes("can be restored")]).toEqual([
    0,
    true,
    true,
  ]);
  const dry = await dianan(["restore", "--dry-run", "--data", data, backup]);
  expect([dry.code, dry.out.includes("未做任何改动"), dry.out.includes("Nothing was changed")]).toEqual([
    0,
    true,
    true,
  ]);
  const done = await dianan(["restore", "--data", data, backup]);
  expect([done.code, done.out.includes("before-restore-")]).toEqual([0, true]);
  const migrated = await dianan(["migrate", "--data", data]);
  expect([migrated.code, migrated.out.includes("nothing to do")]).toEqual([0, true]);
});

test("SEC-BAK-05: refusals name the reason, and the exit code is 1; a wrong use is 2", LIMIT, async () => {
  const increment = await dianan(["backup", "--increment", "--data", data, join(folder.path, "out")]);
  expect([
    increment.code,
    increment.out.includes("增量,基于 backup-"),
    increment.out.includes("an increment on"),
  ]).toEqual([0, true, true]);
  const alone = join(folder.path, "alone.dianan");
  const made = readdirSync(join(folder.path, "out")).find((name) => !backup.endsWith(name));
  copyFileSync(join(folder.path, "out", String(made)), alone);
  const missing = await dianan(["verify", "--data", data, alone]);
  expect([missing.code, missing.err.includes("完整备份不在"), missing.err.includes("not beside it")]).toEqual([
    1,
    true,
    true,
  ]);
  const bad = join(folder.path, "bad.dianan");
  writeFileSync(bad, readFileSync(backup).subarray(0, 5_000));
  const cut = await dianan(["verify", "--data", data, bad]);
  expect([cut.code, cut.err.includes("被截断"), cut.err.includes("truncated")]).toEqual([1, true, true]);
  const env = { DIANAN_MASTER_KEY: Buffer.alloc(32, 3).toString("base64") };
  const key = await dianan(["restore", "--data", data, backup], "", env);
  expect([key.code, key.err.includes("另一主密钥"), key.err.includes("another master key")]).toEqual([1, true, true]);
  const none = join(folder.path, "none");
  mkdirSync(none);
  expect((await dianan(["backup", "--data", none, none])).err).toContain("there is no database");
  expect((await dianan(["restore", "--data", none, backup])).err).toContain("there is no master key");
  expect((await dianan(["verify"])).code).toBe(2);
  expect((await dianan(["verify", "--data", data, join(folder.path, "missing")])).err).toContain("ENOENT");
});
