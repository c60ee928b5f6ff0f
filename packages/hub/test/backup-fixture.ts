import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Instant } from "@dianan/model";
import { tenantId } from "@dianan/model";
import { createKeyRing, masterKey } from "../src/access/key-ring.ts";
import { openSqliteStore } from "../src/store/sqlite-store.ts";

export const TENANT = tenantId("main");
export const MASTER = Buffer.alloc(32, 7).toString("base64");
const ring = createKeyRing(masterKey(MASTER, ""));
/** The key of backups of these folders. */
export const KEY = ring.keyFor("backup");
/** A name that must be found nowhere in a backup. */
export const CANARY = "金丝雀-canary-0595";

export const scratch = (): { readonly path: string; readonly remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), "dianan-backup-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

/** Puts operators into the database of a data folder; `name` tells states apart. */
export const putOperators = async (dataDir: string, name: string, count: number): Promise<void> => {
  const { store } = await openSqliteStore({
    file: join(dataDir, "hub.db"),
    changes: 10_000,
    undecodable: 100,
    auditKey: ring.keyFor("audit"),
  });
  const writes = Array.from({ length: count }, (_, n) => ({
    kind: "put" as const,
    record: "operator" as const,
    id: `op-${n}`,
    set: { name, contactName: CANARY },
    at: Date.now() as Instant,
    how: "replace" as const,
  }));
  await store.commit({ tenant: TENANT, writes });
  await store.close();
};

/** A data folder with its key, a database and uploaded files of random bytes. */
export const makeData = async (path: string, name: string, files: number, bytes: number): Promise<string> => {
  mkdirSync(join(path, "files", "main"), { recursive: true });
  writeFileSync(join(path, "master.key"), MASTER);
  for (let n = 0; n < files; n += 1) writeFileSync(join(path, "files", "main", `${name}-${n}`), randomBytes(bytes));
  await putOperators(path, name, 50);
  return path;
};
