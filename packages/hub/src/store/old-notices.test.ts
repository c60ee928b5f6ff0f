import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { createOldNotices } from "./old-notices.ts";
import { migrate } from "./schema.ts";

const OLD = 1_000;
const LIMIT = 2_000;

const openDatabase = (): DatabaseSync => {
  const database = new DatabaseSync(":memory:");
  migrate(database, "epoch");
  return database;
};
const add = (database: DatabaseSync, tenant: string, id: string, at: number, state: string): void => {
  database
    .prepare(
      `INSERT INTO notice VALUES (?, ?, ?, 'p:1', 'sms', 0, 0, 'alarm', 'u', ?, ?, 0, 0, '', '', '{}', NULL, ?, 1, 0, 0, NULL, NULL,
         1, NULL, NULL, NULL, NULL, NULL)`,
    )
    .run(tenant, id, `al-${id}`, `al-${id}`, at, state);
  database.prepare("INSERT INTO notice_receipt VALUES (?, ?, 1, ?, 'delivered', '', NULL, '')").run(tenant, id, at);
  database.prepare("INSERT INTO notice_send VALUES (?, 'p:1', ?, ?, 1, '{}')").run(tenant, at, id);
  database.prepare("INSERT INTO notice_case VALUES (?, ?, 1, 0, ?, '{}', NULL)").run(tenant, `al-${id}`, at);
};
const left = (database: DatabaseSync, table: string, column: string): readonly unknown[] =>
  database
    .prepare(`SELECT tenant || ' ' || ${column} AS one FROM ${table} ORDER BY 1`)
    .all()
    .map(({ one }) => one);

test("SEC-BAK-08: old notices go with their receipts; what waits or is on its way stays, and so does another tenant's", () => {
  const database = openDatabase();
  for (const [id, at, state] of [
    ["a", OLD, "delivered"],
    ["b", OLD, "queued"],
    ["c", OLD, "sending"],
    ["d", LIMIT, "failed"],
  ] as const) {
    add(database, "t", id, at, state);
    add(database, "other", id, at, state);
  }
  expect(createOldNotices(database)("t", LIMIT, 10)).toBe(1);
  const others = ["other a", "other b", "other c", "other d"];
  expect(left(database, "notice", "id")).toEqual([...others, "t b", "t c", "t d"]);
  expect(left(database, "notice_receipt", "notice")).toEqual([...others, "t b", "t c", "t d"]);
  // Caps look back a day: what was requested before the limit counts nowhere any more.
  expect(left(database, "notice_send", "notice")).toEqual([...others, "t d"]);
  expect(left(database, "notice_case", "alarm")).toEqual(
    ["other al-a", "other al-b", "other al-c", "other al-d", "t al-b", "t al-c", "t al-d"].sort(),
  );
  database.close();
});

test("a part is as long as it is asked to be, oldest first", () => {
  const database = openDatabase();
  for (let n = 0; n < 5; n += 1) add(database, "t", String(n), OLD - n, "expired");
  const remove = createOldNotices(database);
  expect([remove("t", LIMIT, 2), left(database, "notice", "id")]).toEqual([2, ["t 0", "t 1", "t 2"]]);
  expect([remove("t", LIMIT, 2), remove("t", LIMIT, 2), remove("t", LIMIT, 2)]).toEqual([2, 1, 0]);
  database.close();
});
