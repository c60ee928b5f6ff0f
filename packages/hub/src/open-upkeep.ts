import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Instant, TenantId } from "@dianan/model";
import type { KeyRing } from "./access/key-ring.ts";
import type { Alerts } from "./audit/alerts.ts";
import { UNFINISHED } from "./backup/archive-writer.ts";
import { isUsable, lastGoneAt, listBackups } from "./backup/backup-items.ts";
import { type BackupWork, createBackups, type MadeBackup } from "./backup/backups.ts";
import { createRetentions, RETENTION_RUN_MS } from "./backup/retention.ts";
import { createStorageWatch } from "./backup/storage-watch.ts";
import { makeBackup, newBackupId } from "./backup-files.ts";
import { BACKUP_SUFFIX, backupPath, backupsIn } from "./backup-folder.ts";
import type { BackupReply, BackupTask } from "./backup-task.ts";
import type { HubConfig } from "./config.ts";
import type { SecurityRule } from "./core/alert-rules.ts";
import type { Dataset } from "./core/retention.ts";
import type { AccessStore } from "./ports/access-store.ts";
import { BackupError, DATABASE_NAME } from "./ports/backup-file.ts";
import type { Figures } from "./ports/figures.ts";
import type { DatasetFigures, Expiry } from "./ports/retention.ts";
import type { Store } from "./ports/store.ts";
import type { Upkeep } from "./ports/upkeep.ts";
import { SCHEMA_VERSION, schemaOfFile } from "./store/database-file.ts";
import type { AllFigures } from "./store/dataset-figures.ts";
import { version } from "./version.ts";

const HOUR_MS = 3_600_000;
/** How often it is looked whether something is due. */
const LOOK_MS = 10_000;
/** A hub that was just started, perhaps again and again, is left in peace for so long. */
const SETTLE_MS = 10 * 60_000;
/** After one that failed. */
const AGAIN_MS = HOUR_MS;
/** The integrity check (完整性检查), once soon after the start, then daily. */
const FIRST_CHECK_MS = 10_000;
const CHECK_MS = 24 * HOUR_MS;
/** What was counted is good for so long: it is a walk through the whole database. */
const COUNT_MS = HOUR_MS;
/** No backup takes so long. */
const UNFINISHED_MS = 24 * HOUR_MS;
/** The same trouble is told again after so long. */
const TELL_MS = 24 * HOUR_MS;
/** Frames a second are those of the last so many looks: a minute. */
const LOOKS = 6;

export type UpkeepNeeds = {
  readonly store: Pick<Store, "commit">;
  readonly access: AccessStore;
  readonly expiry: Expiry;
  readonly ring: KeyRing;
  readonly alerts: Alerts;
  /** The hub's own tenant. */ readonly tenant: TenantId;
  readonly figures: Figures;
  /** What is wrong of which others know. */ readonly troublesElsewhere: () => readonly string[];
  readonly clock: () => Instant;
  readonly log: (line: string) => void;
};

const folderOf = ({ dataDir, backupFolder = "" }: HubConfig): string =>
  backupFolder === "" ? join(dataDir, "backups") : backupFolder;

/** A database of a former release is backed up before this one changes it. */
export const backUpBeforeMigration = async (
  config: HubConfig,
  ring: KeyRing,
  log: (line: string) => void,
): Promise<void> => {
  const schema = schemaOfFile(join(config.dataDir, DATABASE_NAME));
  // 0: a file in which nothing is yet.
  if (schema === null || schema === 0 || schema >= SCHEMA_VERSION) return;
  const { path } = await makeBackup(config.dataDir, folderOf(config), ring.keyFor("backup"), Date.now());
  log(`the database is migrated from schema ${schema} to ${SCHEMA_VERSION}; as it was: ${path} 升级前已备份`);
};

/** Runs one task on a thread of its own. `running` has those that can be ended. */
const onThread = (task: BackupTask, running: Set<Worker>): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
    const worker = new Worker(new URL(`./backup-thread.${extension}`, import.meta.url), {
      workerData: task,
      name: "dianan-backup",
    });
    running.add(worker);
    worker.once("message", (reply: BackupReply) => {
      if (reply.ok) resolve(reply.value);
      else reject(reply.code === null ? new Error(reply.message) : new BackupError(reply.code, reply.message));
    });
    worker.once("error", reject);
    worker.once("exit", () => {
      running.delete(worker);
      reject(new Error("it was ended 已中止"));
    });
  });

/** Backups, disk and integrity of a hub that runs (运行维护). */
export const openUpkeep = (
  config: HubConfig,
  needs: UpkeepNeeds,
): { readonly upkeep: Upkeep; readonly close: () => Promise<void> } => {
  const { store, access, expiry, ring, alerts, tenant, clock, log } = needs;
  const { dataDir, backupEveryHours = 24, backupKeep = 7 } = config;
  const folder = folderOf(config);
  const key = ring.keyFor("backup");
  const running = new Set<Worker>();
  const pathOf = (id: string): string => backupPath(folder, id);
  /** Left by a hub or command that was killed; what is being written now is younger. */
  const dropUnfinished = (): void => {
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (name.endsWith(BACKUP_SUFFIX + UNFINISHED) && clock() - statSync(path).mtimeMs > UNFINISHED_MS) rmSync(path);
    }
  };
  const work: BackupWork = {
    newId: newBackupId,
    make: async (id, now, baseId) => {
      const base = baseId === null ? null : pathOf(baseId);
      try {
        return (await onThread({ kind: "make", dataDir, folder, key, id, now, base }, running)) as MadeBackup;
      } finally {
        // A thread that was ended could not tidy up.
        rmSync(pathOf(id) + UNFINISHED, { force: true });
      }
    },
    verify: async (id) => {
      await onThread({ kind: "verify", dataDir, path: pathOf(id), key }, running);
    },
    drop: (id) => rmSync(pathOf(id), { force: true }),
    found: () => backupsIn(folder, key),
  };
  const backups = createBackups({ store, access, work, home: tenant, clock, keep: backupKeep, log });
  const storage = createStorageWatch({ dataDir, home: tenant, store, access, clock });
  let counted: { readonly at: number; readonly all: Promise<AllFigures> } | null = null;
  const figures = async (of: TenantId): Promise<{ readonly [D in Dataset]?: DatasetFigures }> => {
    if (counted === null || performance.now() - counted.at > COUNT_MS) {
      const all = onThread({ kind: "count", file: join(dataDir, DATABASE_NAME) }, running) as Promise<AllFigures>;
      counted = { at: performance.now(), all };
      all.catch(() => {
        counted = null;
      });
    }
    return (await counted.all)[of] ?? {};
  };
  const tenantsNow = async () => [...new Set([tenant, ...(await access.tenants()).map((one) => one.tenant)])];
  const retention = createRetentions({ store, access, expiry, home: tenant, tenantsNow, figures, clock });
  const startedAt = clock();
  const begun = performance.now();
  /** By rule: what is wrong now. */ const troubles = new Map<SecurityRule, string>();
  const toldAt = new Map<SecurityRule, number>();
  const frames: { readonly at: number; readonly count: number }[] = [];
  let triedAt = Number.NEGATIVE_INFINITY;
  let checkedAt: number | null = null;
  let advancedAt = begun;
  let expiredAt = begun + SETTLE_MS - RETENTION_RUN_MS;

  const backupTimes = async () => {
    const all = await listBackups(access, tenant);
    const provenAt = all.reduce<Instant | null>(
      (latest, { restoredAt }) => (restoredAt !== null && restoredAt > (latest ?? 0) ? restoredAt : latest),
      null,
    );
    return { madeAt: all.find(isUsable)?.createdAt ?? null, provenAt };
  };
  const trouble = async (rule: SecurityRule, text: string | null): Promise<void> => {
    if (text === null) {
      troubles.delete(rule);
      toldAt.delete(rule);
      return;
    }
    troubles.set(rule, text);
    const steady = performance.now();
    if (steady - (toldAt.get(rule) ?? Number.NEGATIVE_INFINITY) < TELL_MS) return;
    await alerts.raise(tenant, [{ rule, subject: "hub", actor: null, source: null, count: 1, text }], clock());
    toldAt.set(rule, steady);
  };

  const lookAtBackups = async (): Promise<void> => {
    const every = backupEveryHours * HOUR_MS;
    if (every === 0) return;
    const { madeAt } = await backupTimes();
    const age = clock() - (madeAt ?? startedAt);
    const hours = Math.floor(age / HOUR_MS);
    const isOld = age > 2 * every;
    await trouble(
      "backupOverdue",
      isOld ? `已有 ${hours} 小时没有可用的备份。 There has been no usable backup for ${hours} hours.` : null,
    );
    const steady = performance.now();
    const isDue = madeAt === null ? steady - begun > SETTLE_MS : age >= every || age < 0;
    if (!isDue || steady - triedAt < AGAIN_MS) return;
    triedAt = steady;
    await backups.makeOwn();
  };
  const lookAtDisk = async (): Promise<void> => {
    await storage.sample();
    const { state, freeBytes, totalBytes } = await storage.storage();
    const percent = Math.round(100 - (freeBytes / totalBytes) * 100);
    const text = `磁盘已用 ${percent}%。 The disk is ${percent} % full.`;
    await trouble("storageFilling", state === "warning" ? text : null);
  };
  const lookAtDatabase = async (): Promise<void> => {
    const steady = performance.now();
    if (checkedAt === null ? steady - begun < FIRST_CHECK_MS : steady - checkedAt < CHECK_MS) return;
    checkedAt = steady;
    const task: BackupTask = { kind: "check", file: join(dataDir, DATABASE_NAME) };
    const faults = (await onThread(task, running)) as readonly string[];
    const text = `数据库完整性检查发现损坏,请从备份还原。 The database is damaged, restore a backup: ${faults[0] ?? ""}`;
    await trouble("databaseDamaged", faults.length === 0 ? null : text.slice(0, 500));
  };
  const lookAtRetention = async (): Promise<void> => {
    const steady = performance.now();
    if (steady - advancedAt >= HOUR_MS) {
      await retention.advance(steady - advancedAt);
      advancedAt = steady;
    }
    if (steady - expiredAt < RETENTION_RUN_MS) return;
    expiredAt = steady;
    await retention.run();
  };
  const lookAtFrames = (): void => {
    frames.push({ at: performance.now(), count: needs.figures.snapshot().framesTakenTotal ?? 0 });
    if (frames.length > LOOKS + 1) frames.shift();
  };
  const perSecond = (): number => {
    const [first, last] = [frames[0], frames.at(-1)];
    if (first === undefined || last === undefined || last.at === first.at) return 0;
    return ((last.count - first.count) / (last.at - first.at)) * 1_000;
  };

  let looking: Promise<unknown> = Promise.resolve()
    .then(dropUnfinished)
    .then(backups.settle)
    .catch(() => log("backups: their folder cannot be read 备份文件夹无法读取"));
  let isLooking = false;
  const look = async (): Promise<void> => {
    for (const one of [lookAtBackups, lookAtDisk, lookAtDatabase, lookAtRetention]) await one().catch(() => {});
  };
  const timer = setInterval(() => {
    lookAtFrames();
    if (isLooking) return;
    isLooking = true;
    looking = looking.then(look).finally(() => {
      isLooking = false;
    });
  }, LOOK_MS).unref();
  lookAtFrames();

  return {
    upkeep: {
      backups,
      retention,
      storage: storage.storage,
      backupTimes,
      backupsGoneAt: async () => lastGoneAt(await listBackups(access, tenant), backupKeep, backupEveryHours * HOUR_MS),
      health: () => ({
        version,
        startedAt,
        troubles: [...troubles.values(), ...needs.troublesElsewhere()],
        framesPerSecond: perSecond(),
      }),
    },
    close: async () => {
      clearInterval(timer);
      for (const worker of running) await worker.terminate();
      await looking.catch(() => {});
      await backups.idle();
    },
  };
};
