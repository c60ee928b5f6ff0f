import type { DatabaseSync } from "node:sqlite";
import type { JsonObject, RecordKind } from "../ports/records.ts";
import { withReadingFunctions } from "./reading-steps.ts";
import { keptValue, searchColumn, timeOf } from "./record-table.ts";
import { steps } from "./schema/steps.ts";
import { shardOf } from "./shard.ts";

/** Functions that steps call: what a column is made of is said once, in code. */
const withFunctions = (database: DatabaseSync): void => {
  const bodyOf = (text: unknown): JsonObject => JSON.parse(String(text)) as JsonObject;
  database.function("shard_of", (key) => shardOf(String(key)));
  database.function("text_of", (body, member) => keptValue(bodyOf(body), String(member)));
  database.function("search_of", (kind, body) => searchColumn(kind as RecordKind, bodyOf(body)));
  withReadingFunctions(database);
  database.function("occurred_of", (body, at) => timeOf(bodyOf(body), "occurredAt", Number(at)));
  database.function("time_of", (body, member, at) => timeOf(bodyOf(body), member as "clearedAt", Number(at)));
};

/** The schema that this release reads and writes. */
export const SCHEMA_VERSION: number = steps.length;

/**
 * Brings a database to {@link SCHEMA_VERSION}, each step in its own transaction.
 *
 * @param epoch - names this database's feed; kept when it already has one
 * @param until - stops at this schema, for tests of a step
 * @throws Error when the database was written by a later release
 */
export const migrate = (database: DatabaseSync, epoch: string, until = SCHEMA_VERSION): void => {
  const { user_version: at } = database.prepare("PRAGMA user_version").get() as { user_version: number };
  if (at > SCHEMA_VERSION)
    throw new Error(`the database has schema ${at}, this release knows up to ${SCHEMA_VERSION}: it is too old for it`);
  withFunctions(database);
  for (const [index, step] of steps.entries()) {
    if (index < at || index >= until) continue;
    database.exec(`BEGIN IMMEDIATE; ${step}; PRAGMA user_version = ${index + 1}; COMMIT`);
  }
  database.prepare("INSERT INTO meta VALUES ('epoch', ?) ON CONFLICT (name) DO NOTHING").run(epoch);
};
