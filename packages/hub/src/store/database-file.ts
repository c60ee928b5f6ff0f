import { existsSync } from "node:fs";
import { backup, DatabaseSync } from "node:sqlite";
import { migrate, SCHEMA_VERSION } from "./schema.ts";

/** What is in a database file: for a backup's manifest, and for comparing what came out with it. */
export type DatabaseContent = {
  readonly schema: number;
  readonly epoch: string;
  /** Head of the feed of each tenant. */ readonly feeds: { readonly [tenant: string]: number };
  /** Rows of each table. */ readonly counts: { readonly [table: string]: number };
};

const using = <T>(file: string, options: { readonly readOnly: boolean }, work: (database: DatabaseSync) => T): T => {
  const database = new DatabaseSync(file, options);
  try {
    database.exec("PRAGMA busy_timeout = 5000");
    return work(database);
  } finally {
    database.close();
  }
};

/** More than any database has: all pages in one step. */
const ALL_PAGES = 0x7fff_ffff;

/**
 * Copies a database that is being written to as it is at one instant, page by page, so that what did not change since a former copy lies
 * where it lay in that. In one step: several would begin anew with each commit of the hub, and never end on a busy one.
 *
 * @param target - must not be there
 */
export const snapshotDatabase = async (file: string, target: string): Promise<void> => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    database.exec("PRAGMA busy_timeout = 5000");
    await backup(database, target, { rate: ALL_PAGES });
  } finally {
    database.close();
  }
  // A file of its own, without a log beside it.
  using(target, { readOnly: false }, (copy) => copy.exec("PRAGMA journal_mode = DELETE"));
};

/** Reads what is in a database file. */
export const describeDatabase = (file: string): DatabaseContent =>
  using(file, { readOnly: true }, (database) => {
    const tables = database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
      .all();
    const count = (name: unknown): number =>
      Number(database.prepare(`SELECT count(*) AS n FROM "${String(name)}"`).get()?.n);
    return {
      schema: schemaIn(database),
      epoch: String(database.prepare("SELECT value FROM meta WHERE name = 'epoch'").get()?.value),
      feeds: Object.fromEntries(
        database
          .prepare("SELECT tenant, head FROM feed WHERE feed = 0 ORDER BY tenant")
          .all()
          .map(({ tenant, head }) => [String(tenant), Number(head)]),
      ),
      counts: Object.fromEntries(tables.map(({ name }) => [String(name), count(name)])),
    };
  });

const schemaIn = (database: DatabaseSync): number =>
  Number(database.prepare("PRAGMA user_version").get()?.user_version ?? 0);

/** Schema of a database file; null when there is none. */
export const schemaOfFile = (file: string): number | null =>
  existsSync(file) ? using(file, { readOnly: true }, schemaIn) : null;

/**
 * What is wrong with a database file, at most ten findings; none: it is sound.
 *
 * @param how - `quick`: every page; `full`: also that every index says the same as its table, some ten times slower
 */
export const databaseFaults = (file: string, how: "quick" | "full"): readonly string[] => {
  try {
    return using(file, { readOnly: true }, (database) => {
      // A check of indices jumps about: it is bound by the disk unless much of it is at hand.
      database.exec("PRAGMA cache_size = -262144");
      const check = how === "quick" ? "quick_check(10)" : "integrity_check(10)";
      const found = database
        .prepare(`PRAGMA ${check}`)
        .all()
        .map((row) => String(Object.values(row)[0]));
      return found.length === 1 && found[0] === "ok" ? [] : found;
    });
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
};

/** Brings a database that nobody has open to the schema of this release. */
export const migrateFile = (file: string): void =>
  using(file, { readOnly: false }, (database) => {
    const kept = database.prepare("SELECT value FROM meta WHERE name = 'epoch'").get()?.value;
    migrate(database, String(kept));
  });

/**
 * Makes a restored database one of its own: its feed gets another epoch when it is opened next, so that who read further than it goes
 * is told to begin anew (410); and everybody signs in again.
 */
export const renewDatabase = (file: string): void =>
  using(file, { readOnly: false }, (database) => {
    database.exec("DELETE FROM meta WHERE name = 'epoch'");
    if (schemaIn(database) > 1) database.exec("DELETE FROM access WHERE kind IN ('session', 'challenge')");
  });

const SQLITE_BUSY = 5;

/** Whether another process has the database open. Folds its log into it when nobody has. */
export const isDatabaseInUse = (file: string): boolean => {
  if (!existsSync(file)) return false;
  try {
    const database = new DatabaseSync(file);
    try {
      // Leaving WAL needs the file for oneself. The hub goes back to it when it opens the file.
      database.exec("PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE");
    } finally {
      database.close();
    }
    return false;
  } catch (error) {
    // What is damaged otherwise may be replaced.
    return (error as { errcode?: number }).errcode === SQLITE_BUSY;
  }
};

export { SCHEMA_VERSION };
