// Where the database of a day lies: in the memory of this process, or in a file as in service.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { migrate } from "../../src/store/schema.ts";

/** `memory`: SQLite's own file system in memory, with a journal of rollback; `file`: a file with a write-ahead log. */
export type VolumeKind = "memory" | "file";

export type Volume = {
  /** What SQLite opens. */ readonly file: string;
  /** Copies the database for whoever looks into a failure. */ keep(folder: string): Promise<void>;
  /** What it held is gone. */ remove(): void;
};

/** A file system in memory where there is one: the disk is virtual anyway. */
const MEMORY = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

const fileVolume = (): Volume => {
  const folder = mkdtempSync(join(MEMORY, "dianan-sim-"));
  return {
    file: join(folder, "hub.db"),
    keep: async (target) => cpSync(folder, target, { recursive: true }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** An empty database of the schema, made by the hub's own steps once for all days of a process; null: not yet. */
let template: DatabaseSync | null = null;
const templateOf = (): DatabaseSync => {
  if (template !== null) return template;
  template = new DatabaseSync(":memory:");
  migrate(template, "simulated");
  return template;
};

const memoryVolume = (name: string): Volume => {
  // Connections of one process that name it share it, and it lasts as long as one of them is open: this one outlives the hub's.
  const file = `file:/dianan-sim-${name}?vfs=memdb`;
  const holder = new DatabaseSync(file);
  templateOf().exec(`VACUUM INTO '${file}'`);
  return {
    file,
    keep: async (target) => {
      mkdirSync(target, { recursive: true });
      await backup(holder, join(target, "hub.db"));
    },
    remove: () => holder.close(),
  };
};

let made = 0;

export const createVolume = (kind: VolumeKind): Volume => {
  made += 1;
  return kind === "file" ? fileVolume() : memoryVolume(String(made));
};
