import { createHash } from "node:crypto";
import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createKeyRing } from "../src/access/key-ring.ts";
import { type EntrySink, readArchive, readHeader } from "../src/backup/archive-reader.ts";
import { createArchive } from "../src/backup/archive-writer.ts";
import { backupData, verifyData } from "../src/backup-data.ts";
import { BackupError } from "../src/ports/backup-file.ts";
import { SCHEMA_VERSION } from "../src/store/database-file.ts";
import { CANARY, KEY, MASTER, makeData, scratch } from "./backup-fixture.ts";

const LIMIT = { timeout: 120_000 };
const EDITS = 1_000;
const NOWHERE: EntrySink = { begin: () => {}, bytes: () => {}, end: () => {} };

const folder = scratch();
const file = join(folder.path, "edited.dianan");
let path = "";
let whole = Buffer.alloc(0);

beforeAll(async () => {
  await makeData(join(folder.path, "data"), "one", 3, 620_000);
  const report = await backupData({ dataDir: join(folder.path, "data"), masterKey: "" }, join(folder.path, "out"));
  path = report.path;
  whole = readFileSync(path);
}, 30_000);
afterAll(() => folder.remove());

const faultOf = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    if (error instanceof BackupError) return error.code;
    throw error;
  }
  return "none";
};
const edited = (bytes: Uint8Array): string => {
  writeFileSync(file, bytes);
  return faultOf(() => readArchive(file, KEY, SCHEMA_VERSION, NOWHERE));
};

test("SEC-BAK-05: the untouched backup is good, in several chunks", () => {
  expect(whole.length).toBeGreaterThan(2_097_152);
  expect(edited(whole)).toBe("none");
});

test(`SEC-BAK-05, SEC-BAK-02: ${EDITS} random edits and cuts of a backup are found, each of them`, LIMIT, () => {
  const codes = new Map<string, number>();
  // Half of the places are in the header and the first chunk's start, where fields are.
  const place = fc.oneof(fc.nat({ max: 1_200 }), fc.nat({ max: whole.length - 1 }));
  const edit = fc.oneof(
    fc.record({ kind: fc.constant("flip" as const), at: place, bit: fc.nat({ max: 7 }) }),
    fc.record({ kind: fc.constant("cut" as const), at: place, bit: fc.constant(0) }),
    fc.record({ kind: fc.constant("insert" as const), at: place, bit: fc.nat({ max: 255 }) }),
    fc.record({ kind: fc.constant("drop" as const), at: place, bit: fc.constant(0) }),
  );
  fc.assert(
    fc.property(edit, ({ kind, at, bit }) => {
      let bytes: Buffer;
      if (kind === "flip") {
        bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
      } else if (kind === "cut") bytes = whole.subarray(0, at);
      else if (kind === "insert") bytes = Buffer.concat([whole.subarray(0, at), Buffer.of(bit), whole.subarray(at)]);
      else bytes = Buffer.concat([whole.subarray(0, at), whole.subarray(at + 1)]);
      const code = edited(bytes);
      codes.set(`${kind} ${code}`, (codes.get(`${kind} ${code}`) ?? 0) + 1);
      expect(code).not.toBe("none");
      if (kind === "cut" && at > 0) expect(code).toBe("truncated");
    }),
    { numRuns: EDITS },
  );
  expect([...codes.values()].reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(EDITS);
  expect([...codes.keys()]).toEqual(expect.arrayContaining(["flip altered", "cut truncated"]));
});

test("SEC-BAK-05: chunks changed for one another, one left out, one repeated, bytes behind the end", async () => {
  const head = 12 + whole.readUInt32BE(8);
  const step = 4 + (1 << 20) + 16;
  const [first, second] = [whole.subarray(head, head + step), whole.subarray(head + step, head + 2 * step)];
  const [before, rest] = [whole.subarray(0, head), whole.subarray(head + 2 * step)];
  expect(edited(Buffer.concat([before, second, first, rest]))).toBe("altered");
  expect(edited(Buffer.concat([before, first, rest]))).toBe("altered");
  expect(edited(Buffer.concat([before, first, first, second, rest]))).toBe("altered");
  expect(edited(Buffer.concat([whole, Buffer.of(0)]))).toBe("altered");
  // The end of another backup under the same master key.
  const other = readFileSync(
    (await backupData({ dataDir: join(folder.path, "data"), masterKey: "" }, join(folder.path, "out"))).path,
  );
  expect(edited(Buffer.concat([whole.subarray(0, head + step), other.subarray(head + step)]))).toBe("altered");
});

test("SEC-BAK-05: another master key, a later release, something else and nothing at all are told apart", () => {
  const otherKey = createKeyRing(new Uint8Array(32).fill(9)).keyFor("backup");
  expect(faultOf(() => readArchive(path, otherKey, SCHEMA_VERSION, NOWHERE))).toBe("wrong-key");
  expect(faultOf(() => readArchive(path, KEY, SCHEMA_VERSION - 1, NOWHERE))).toBe("newer");
  writeFileSync(file, "SQLite format 3\0 is no backup");
  expect(faultOf(() => readArchive(file, KEY, SCHEMA_VERSION, NOWHERE))).toBe("not-a-backup");
  truncateSync(file, 0);
  expect(faultOf(() => readHeader(file))).toBe("not-a-backup");
});

test("a backup that is well made but holds what is no sound database is refused", LIMIT, () => {
  const source = join(folder.path, "broken.db");
  const build = (prepare: (database: DatabaseSync) => void, spoil: (bytes: Buffer) => void): string => {
    const database = new DatabaseSync(source);
    prepare(database);
    database.close();
    const bytes = readFileSync(source);
    spoil(bytes);
    writeFileSync(source, bytes);
    const target = join(folder.path, `made-${createHash("sha256").update(bytes).digest("hex").slice(0, 8)}.dianan`);
    const archive = createArchive(target, { id: "b", createdAt: 1, schema: 1, epoch: "e", feeds: {} }, KEY);
    archive.file("hub.db", source);
    archive.finish({ id: "b", schema: 1, epoch: "e", counts: { meta: 1 } });
    return target;
  };
  const data = { dataDir: join(folder.path, "data"), masterKey: MASTER };
  const tables = (database: DatabaseSync): void => {
    database.exec(`DROP TABLE IF EXISTS meta; DROP TABLE IF EXISTS feed; CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT);
      CREATE TABLE feed (tenant TEXT, feed INTEGER, head INTEGER); INSERT INTO meta VALUES ('epoch', 'e'); PRAGMA user_version = 1`);
  };
  // Counts that are not those of the manifest.
  expect(
    faultOf(() =>
      verifyData(
        data,
        build(tables, () => {}),
        null,
      ),
    ),
  ).toBe("unsound");
  // A page of the database overwritten before it was backed up.
  expect(
    faultOf(() =>
      verifyData(
        data,
        build(tables, (bytes) => bytes.fill(0x55, 4_200, 4_400)),
        null,
      ),
    ),
  ).toBe("unsound");
});

test("SEC-BAK-03, SEC-KEY-01: nothing of the data and no key can be read in a backup", () => {
  expect(whole.includes(Buffer.from(CANARY, "utf8"))).toBe(false);
  expect(whole.includes(Buffer.from(MASTER))).toBe(false);
  expect(whole.includes(Buffer.alloc(32, 7))).toBe(false);
  expect(whole.includes(Buffer.from("SQLite format 3"))).toBe(false);
});
