import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { readArchive, readHeader } from "./backup/archive-reader.ts";
import { syncFolder } from "./backup/sync-folder.ts";
import { basePath } from "./backup-folder.ts";
import { mergeIncrement } from "./backup-increment.ts";
import { BackupError, type BackupManifest, DATABASE_NAME } from "./ports/backup-file.ts";
import { databaseFaults, describeDatabase, SCHEMA_VERSION } from "./store/database-file.ts";

/** Puts the files of one backup into a folder, durable. @param flags - `wx`: no file may be there; `w`: it takes the place of one */
const extract = (path: string, key: Uint8Array, into: string, flags: "wx" | "w"): BackupManifest => {
  let target = -1;
  const folders = new Set([into]);
  const manifest = readArchive(path, key, SCHEMA_VERSION, {
    begin: (name) => {
      mkdirSync(dirname(join(into, name)), { recursive: true, mode: 0o700 });
      folders.add(dirname(join(into, name)));
      target = openSync(join(into, name), flags, 0o600);
    },
    bytes: (part) => {
      for (let at = 0; at < part.length; ) at += writeSync(target, part, at);
    },
    end: () => {
      fsyncSync(target);
      closeSync(target);
    },
  });
  for (const folder of folders) syncFolder(folder);
  return manifest;
};

/** Unpacks a backup into a folder, with its base when it is an increment, and proves it: every byte, the database, its counts. */
export const unpack = (path: string, key: Uint8Array, into: string, how: "quick" | "full"): BackupManifest => {
  const header = readHeader(path);
  if (header.base !== undefined) extract(basePath(path, header), key, into, "wx");
  const manifest = extract(path, key, into, header.base === undefined ? "wx" : "w");
  const database = join(into, DATABASE_NAME);
  if (!existsSync(database)) throw new BackupError("unsound", "there is no database in it");
  if (header.base !== undefined) mergeIncrement(into, manifest.whole ?? []);
  const faults = databaseFaults(database, how);
  if (faults.length > 0) throw new BackupError("unsound", `its database is damaged: ${faults[0]}`);
  const { counts, schema } = describeDatabase(database);
  if (schema !== manifest.schema || JSON.stringify(counts) !== JSON.stringify(manifest.counts))
    throw new BackupError("unsound", "its database is not the one of its manifest");
  return manifest;
};
