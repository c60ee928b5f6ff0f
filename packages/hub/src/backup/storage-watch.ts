import { readdirSync, statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Instant, TenantId } from "@dianan/model";
import type { AccessStore } from "../ports/access-store.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Store } from "../ports/store.ts";
import type { Storage } from "../ports/upkeep.ts";

/** SEC-BAK-07: part of the disk above which it is a warning. */
const WARNING = 0.8;
const DAY_MS = 86_400_000;
/** Growth is what a week says. */
const WEEK_MS = 7 * DAY_MS;
/** Samples closer than this say nothing of growth. */
const SAMPLE_MS = 3_600_000;
/** How long a look at the folder is good for: it may hold many files. */
const LOOK_MS = 10 * 60_000;
const ID = "storage";

type Sample = { readonly at: number; readonly bytes: number };

const sizeOf = (folder: string): number => {
  let sum = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    try {
      sum += entry.isDirectory() ? sizeOf(path) : statSync(path).size;
    } catch {
      // It was removed meanwhile.
    }
  }
  return sum;
};

/** What a disk and its growth say. Pure. */
export const forecast = (
  disk: { readonly totalBytes: number; readonly freeBytes: number },
  samples: readonly Sample[],
  now: Sample,
): Storage => {
  const first = samples.find(({ at }) => at >= now.at - WEEK_MS && at <= now.at - SAMPLE_MS);
  const bytesPerDay = first === undefined ? 0 : ((now.bytes - first.bytes) / (now.at - first.at)) * DAY_MS;
  const left = disk.totalBytes * WARNING - (disk.totalBytes - disk.freeBytes);
  const state = left <= 0 ? "warning" : "good";
  const daysLeft = left <= 0 ? 0 : bytesPerDay > 0 ? left / bytesPerDay : null;
  return { ...disk, usedByHub: now.bytes, bytesPerDay, daysLeft, state };
};

/** Watches the disk on which the data folder lies (SEC-BAK-07). */
export const createStorageWatch = (deps: {
  readonly dataDir: string;
  readonly home: TenantId;
  readonly store: Pick<Store, "commit">;
  readonly access: AccessStore;
  readonly clock: () => Instant;
}) => {
  const { dataDir, home, store, access, clock } = deps;
  let looked: Sample = { at: 0, bytes: 0 };
  const look = (): Sample => {
    const at = clock();
    if (Math.abs(at - looked.at) > LOOK_MS) looked = { at, bytes: sizeOf(dataDir) };
    return looked;
  };
  const samplesOf = async (): Promise<readonly Sample[]> =>
    ((await access.item(home, "setting", ID))?.body.samples as readonly Sample[] | undefined) ?? [];
  return {
    storage: async (): Promise<Storage> => {
      const { blocks, bavail, bsize } = statfsSync(dataDir);
      return forecast({ totalBytes: blocks * bsize, freeBytes: bavail * bsize }, await samplesOf(), look());
    },
    /** Keeps a sample a day. */
    sample: async (): Promise<void> => {
      const now = look();
      const before = await samplesOf();
      const newest = before.at(-1)?.at ?? 0;
      // A clock that was set back would keep it silent.
      if (now.at - newest < DAY_MS && now.at >= newest) return;
      const samples = [...before.filter(({ at }) => at > now.at - WEEK_MS - DAY_MS && at < now.at), now];
      const body: JsonObject = { samples };
      await store.commit({
        tenant: home,
        writes: [
          { kind: "item", item: { kind: "setting", id: ID, body, lookup: null, expiresAt: null }, ifVersion: null },
        ],
      });
    },
  };
};
