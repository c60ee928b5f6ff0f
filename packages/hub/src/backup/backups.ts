import { randomUUID } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import type { AccessStore } from "../ports/access-store.ts";
import { type Actor, told } from "../ports/act.ts";
import { BackupError, type BackupHeader } from "../ports/backup-file.ts";
import type { Circumstance } from "../ports/caller.ts";
import type { Store } from "../ports/store.ts";
import type { Backup, Backups } from "../ports/upkeep.ts";
import { backupItem, badBackup, baseFor, failedBackup, isUsable, listBackups } from "./backup-items.ts";

/** What was made. */
export type MadeBackup = { readonly header: BackupHeader; readonly bytes: number };

/** The work itself, beside the main thread. */
export type BackupWork = {
  /** A name for the next one, that grows with time. */ newId(now: Instant): string;
  /** Rejects with why not. @param base - id of the whole one on which it is an increment; null: it is whole itself */
  make(id: string, now: Instant, base: string | null): Promise<MadeBackup>;
  verify(id: string): Promise<void>;
  drop(id: string): void;
  /** Those that lie in the folder and were made under our key, with their sizes. */ found(): readonly MadeBackup[];
};

export type BackupsDeps = {
  readonly store: Pick<Store, "commit">;
  readonly access: AccessStore;
  readonly work: BackupWork;
  /** The hub's own tenant. */ readonly home: TenantId;
  readonly clock: () => Instant;
  /** Usable ones that are kept. */ readonly keep: number;
  readonly log: (line: string) => void;
};

export type RunningBackups = Backups & {
  /** Compares what is known with what lies in the folder: once, at the start. */ settle(): Promise<void>;
  /** The hub's own, when none is under way. */ makeOwn(): Promise<void>;
  /** Resolves when nothing is under way. */ idle(): Promise<void>;
};

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Makes, proves and forgets backups, one thing at a time (SEC-BAK-03, SEC-BAK-05). */
export const createBackups = (deps: BackupsDeps): RunningBackups => {
  const { store, access, work, home, clock, keep, log } = deps;
  const note = (backup: Backup, ...acts: Parameters<typeof told>[]): Promise<unknown> =>
    store.commit({ tenant: home, writes: [backupItem(backup), ...acts.map((act) => told(...act))] });
  const byHub = (): Circumstance => ({ now: clock(), source: "", requestId: randomUUID() });
  let current: { readonly backup: Backup; readonly ended: Promise<void> } | null = null;

  const begin = (backup: Backup, run: () => Promise<void>): void => {
    const ended = run()
      .catch((error: unknown) => log(`backup ${backup.id}: ${wordsOf(error)} 备份未完成`))
      .finally(() => {
        current = null;
      });
    current = { backup, ended };
  };

  /** Usable ones beyond those that are kept go, and what failed before the oldest of these. Never what one that is kept needs. */
  const prune = async (): Promise<void> => {
    const all = await listBackups(access, home);
    const oldest = all.filter(isUsable)[keep - 1];
    if (oldest === undefined) return;
    const needed = new Set(all.filter(({ id }) => id >= oldest.id).map(({ base }) => base));
    for (const { id } of all.filter((one) => one.id < oldest.id && !needed.has(one.id))) {
      work.drop(id);
      await store.commit({
        tenant: home,
        writes: [
          { kind: "dropItem", item: "backup", id, must: false },
          told("hub", "backup.expire", `backup:${id}`, "done", byHub()),
        ],
      });
    }
  };

  /** Tells that one cannot be restored, and so none that was made on it. */
  const noteBad = async (bad: Backup, error: string): Promise<void> => {
    const lost = (await listBackups(access, home)).filter((one) => isUsable(one) && one.base === bad.id);
    const because = `所依赖的完整备份不可用。 The one it was made on is bad: ${bad.id}`;
    const writes = [badBackup(bad, error), ...lost.map((one) => badBackup(one, because))].map(backupItem);
    await store.commit({ tenant: home, writes });
  };

  /** An increment when it can be; a base that turns out to be bad is told as such, and a whole one is made. */
  const makeOn = async (base: Backup | null, id: string, now: Instant): Promise<MadeBackup> => {
    if (base === null) return work.make(id, now, null);
    try {
      return await work.make(id, now, base.id);
    } catch (error) {
      if (!(error instanceof BackupError)) throw error;
      await noteBad(base, `不能作为增量备份的基础。 It cannot be the base of another: ${error.message}`);
      return work.make(id, now, null);
    }
  };

  const make = async (who: Actor, at: Circumstance): Promise<Backup> => {
    const id = work.newId(at.now);
    const running: Backup = {
      ...{ id, state: "running", createdAt: at.now, endedAt: null, bytes: 0, base: null, epoch: "", head: 0 },
      ...{ restoredAt: null, error: null },
    };
    let isNoted: (value: unknown) => void = () => {};
    const noted = new Promise((resolve) => (isNoted = resolve));
    // Taken before the first wait, so that two who ask at once get one.
    begin(running, async () => {
      try {
        await note(running, [who, "backup.create", `backup:${id}`, "done", at]);
      } finally {
        isNoted(null);
      }
      let made: MadeBackup;
      try {
        made = await makeOn(baseFor(await listBackups(access, home), at.now), id, at.now);
      } catch (error) {
        await note(failedBackup(running, clock(), `备份失败。 The backup failed: ${wordsOf(error)}`));
        throw error;
      }
      const { header, bytes } = made;
      const head = header.feeds[home] ?? 0;
      const base = header.base?.id ?? null;
      await note({ ...running, state: "good", endedAt: clock(), bytes, base, epoch: header.epoch, head });
      await prune();
    });
    await noted;
    return running;
  };

  return {
    list: async (tenant, after, limit) => {
      const all = tenant === home ? await listBackups(access, home) : [];
      const rest = after === null ? all : all.filter(({ id }) => id < after);
      const items = rest.slice(0, limit);
      return { items, next: rest.length > limit ? (items.at(-1)?.id ?? null) : null };
    },
    create: async (who, at) => {
      if (who.tenant !== home) return "foreign";
      if (current?.backup.state === "running") return current.backup;
      await current?.ended;
      return make(who, at);
    },
    drill: async (who, id, at) => {
      const backup = who.tenant === home ? (await listBackups(access, home)).find((one) => one.id === id) : undefined;
      if (backup === undefined) return "absent";
      if (current !== null || backup.state === "running") return "busy";
      if (backup.state === "failed") return "unfit";
      begin(backup, async () => {
        try {
          await note(backup, [who, "backup.drill", `backup:${id}`, "done", at]);
          await work.verify(id);
        } catch (error) {
          await noteBad(backup, `恢复演练未通过。 The drill failed: ${wordsOf(error)}`);
          throw error;
        }
        await note({ ...backup, state: "restoredGood", restoredAt: clock(), error: null });
      });
      return backup;
    },
    settle: async () => {
      const found = new Map(work.found().map((one) => [one.header.id, one]));
      const known = await listBackups(access, home);
      for (const backup of known) {
        if (backup.state === "running")
          await note(failedBackup(backup, clock(), "平台停止,备份中断。 The hub ended while it was made."));
        else if (backup.state !== "failed" && !found.has(backup.id))
          await note(
            failedBackup(
              backup,
              clock(),
              "文件或其基础已不在备份文件夹。 Its file, or the one it was made on, is no longer in the folder.",
            ),
          );
      }
      // Made by the command, or before the hub was restored.
      for (const { header, bytes } of found.values()) {
        if (known.some(({ id, state }) => id === header.id && state !== "failed")) continue;
        const at = header.createdAt as Instant;
        await note({
          ...{ id: header.id, state: "good", createdAt: at, endedAt: at, bytes, base: header.base?.id ?? null },
          ...{ epoch: header.epoch, head: header.feeds[home] ?? 0, restoredAt: null, error: null },
        });
      }
    },
    makeOwn: async () => {
      if (current === null) await make("hub", byHub());
    },
    idle: async () => {
      await current?.ended;
    },
  };
};
