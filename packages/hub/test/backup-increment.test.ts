import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createArchive } from "../src/backup/archive-writer.ts";
import { backupData, restoreData, verifyData } from "../src/backup-data.ts";
import { type BackupReport, makeBackup } from "../src/backup-files.ts";
import { databaseFaults } from "../src/store/database-file.ts";
import { KEY, MASTER, makeData, putOperators, scratch } from "./backup-fixture.ts";

const SLOW = { timeout: 60_000 };
const folder = scratch();
const dataDir = join(folder.path, "data");
const out = join(folder.path, "out");
const data = { dataDir, masterKey: "" };
let base: BackupReport;
let increment: BackupReport;
/** The rows that the increment must bring back. */
let rows: unknown;

const rowsIn = (dir: string): unknown => {
  const database = new DatabaseSync(join(dir, "hub.db"), { readOnly: true });
  const found = ["operator", "change", "audit"].map((table) => database.prepare(`SELECT * FROM ${table}`).all());
  database.close();
  return found;
};
const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code;

beforeAll(async () => {
  await makeData(dataDir, "old", 3, 300_000);
  await putOperators(dataDir, "以前", 2_000);
  base = await backupData(data, out, true);
  await putOperators(dataDir, "以后", 3);
  const files = join(dataDir, "files", "main");
  rmSync(join(files, "old-1"));
  writeFileSync(join(files, "new-0"), "新的");
  writeFileSync(join(files, "old-2"), "换过");
  rows = rowsIn(dataDir);
  increment = await backupData(data, out, true);
  await putOperators(dataDir, "再以后", 10);
}, 60_000);
afterAll(() => folder.remove());

/** The increment, or what is given for it, beside the base or what is given for that: what a drill says of it. */
const drill = (top: Uint8Array, bottom: Uint8Array | null): unknown => {
  const dir = join(folder.path, "drill");
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir);
  if (bottom !== null) writeFileSync(join(dir, basename(base.path)), bottom);
  const path = join(dir, basename(increment.path));
  writeFileSync(path, top);
  try {
    return verifyData(data, path, null).counts;
  } catch (error) {
    return codeOf(error);
  }
};

test(
  "SEC-BAK-03: an increment holds what changed; with its base it brings back all of that instant",
  SLOW,
  async () => {
    expect([base.header.format, base.header.base]).toEqual([1, undefined]);
    expect(increment.header).toMatchObject({ format: 2, base: { id: base.header.id, salt: base.header.salt } });
    expect(increment.bytes * 4).toBeLessThan(base.bytes);
    expect(increment.files).toBe(3);
    expect(verifyData(data, increment.path, null)).toMatchObject({ counts: increment.counts, files: 3 });
    const asked = await restoreData(data, increment.path, true);
    expect([asked.aside, asked.files]).toEqual([null, 3]);
    const other = join(folder.path, "other");
    mkdirSync(other);
    await restoreData({ dataDir: other, masterKey: MASTER }, increment.path, false);
    const restored = rowsIn(other) as unknown[][];
    // One entry more: of the restore.
    restored[2]?.pop();
    expect(restored).toEqual(rows);
    expect(databaseFaults(join(other, "hub.db"), "full")).toEqual([]);
    expect(readdirSync(join(other, "files", "main")).sort()).toEqual(["new-0", "old-0", "old-2"]);
    expect(readFileSync(join(other, "files", "main", "old-2"), "utf8")).toBe("换过");
    expect(existsSync(join(other, "hub.db-delta"))).toBe(false);
    expect(readdirSync(join(dataDir, "backup-work"))).toEqual([]);
  },
);

test("SEC-BAK-05: without its base, or with another one of that name, an increment is refused", SLOW, async () => {
  const top = readFileSync(increment.path);
  expect(drill(top, readFileSync(base.path))).toEqual(increment.counts);
  expect(drill(top, null)).toBe("no-base");
  expect(drill(top, Buffer.from("no backup"))).toBe("no-base");
  expect(drill(top, top)).toBe("no-base");
  const again = await makeBackup(dataDir, join(folder.path, "again"), KEY, Date.now(), { id: base.header.id });
  expect(drill(top, readFileSync(again.path))).toBe("no-base");
  // Its own base is whole itself, and stays what it is when it stands alone.
  expect(verifyData(data, base.path, null).counts).toEqual(base.counts);
});

test("SEC-BAK-05: an increment or its base that was changed or cut anywhere is refused", SLOW, () => {
  const [top, bottom] = [readFileSync(increment.path), readFileSync(base.path)];
  const spoilt = (bytes: Buffer, at: number, isCut: boolean): Buffer => {
    if (isCut) return bytes.subarray(0, at);
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    return flipped;
  };
  const refusals = ["altered", "truncated", "newer", "wrong-key", "no-base", "not-a-backup"];
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), fc.nat(), (isTop, isCut, place) => {
      const at = place % (isTop ? top : bottom).length;
      const code = isTop ? drill(spoilt(top, at, isCut), bottom) : drill(top, spoilt(bottom, at, isCut));
      expect(refusals).toContain(code);
    }),
    { numRuns: 60 },
  );
});

test("an increment that is well made but does not give what its manifest says is refused", SLOW, () => {
  const delta = join(folder.path, "delta");
  const made = (bytes: Uint8Array, whole: readonly { name: string; bytes: number; sha256: string }[]): unknown => {
    writeFileSync(delta, bytes);
    const path = join(folder.path, "made.dianan");
    rmSync(path, { force: true });
    const { id, schema, epoch, feeds, salt } = base.header;
    const archive = createArchive(path, { id: "x", createdAt: 1, schema, epoch, feeds, base: { id, salt } }, KEY);
    archive.file("hub.db-delta", delta);
    archive.finish({ id: "x", schema, epoch, counts: base.counts, whole });
    return drill(readFileSync(path), readFileSync(base.path));
  };
  const nothing = Buffer.alloc(8);
  expect(made(Buffer.alloc(3), []), "no delta").toBe("unsound");
  expect(made(nothing, [{ name: "hub.db", bytes: 0, sha256: "0" }]), "another digest").toBe("unsound");
  expect(made(nothing, []), "nothing at all").toBe("unsound");
});

test("an increment is made neither on an increment nor on what was damaged: nothing is left of it", SLOW, async () => {
  const dir = join(folder.path, "bad");
  mkdirSync(dir);
  const spoilt = join(dir, "spoilt.dianan");
  copyFileSync(base.path, spoilt);
  const bytes = readFileSync(spoilt);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(spoilt, bytes);
  const codeOn = (on: string): Promise<unknown> =>
    makeBackup(dataDir, dir, KEY, Date.now(), { base: on }).then(() => "none", codeOf);
  expect(await codeOn(increment.path)).toBe("no-base");
  expect(await codeOn(spoilt)).toBe("altered");
  expect(await codeOn(join(folder.path, "data", "master.key"))).toBe("not-a-backup");
  expect(await codeOn(join(dir, "gone.dianan"))).toBe("no-base");
  expect(readdirSync(dir)).toEqual(["spoilt.dianan"]);
  expect(readdirSync(join(dataDir, "backup-work"))).toEqual([]);
});
