import { type Gap, type Hearing, neverListened, stepHearing } from "../core/hearing.ts";
import type { JsonObject } from "../ports/records.ts";
import type { EngineDeps } from "./deps.ts";

/** Remembers across restarts when the hub could hear nobody, because silence of such a time says nothing of a device. */
export type HearingLog = {
  /** Oldest first. */ gaps(): readonly Gap[];
  /** To be called every second. True when a gap has just ended. */ tick(): boolean;
};

const SAVE_MS = 15_000;
const ITEM = { kind: "setting", id: "hearing", lookup: null, expiresAt: null } as const;

/** Rejects with the store's error when it cannot be read. */
export const openHearingLog = async ({ tenant, store, settings, clock, log }: EngineDeps): Promise<HearingLog> => {
  const startedAt = clock();
  const item = await settings.item(tenant, ITEM.kind, ITEM.id);
  // A hub that has kept no account yet cannot know since when it was down.
  let hearing: Hearing = stepHearing(restored(item?.body ?? {}) ?? { ...neverListened, at: 0 }, startedAt);
  let savedAt = Number.NEGATIVE_INFINITY;

  const save = (): void => {
    savedAt = hearing.at ?? startedAt;
    const body = { at: hearing.at, gaps: hearing.gaps };
    store
      .commit({ tenant, writes: [{ kind: "item", item: { ...ITEM, body }, ifVersion: null }] })
      .catch((error: unknown) => log(`hearing not kept: ${error instanceof Error ? error.message : "?"}`));
  };

  return {
    gaps: () => hearing.gaps,
    tick: () => {
      const before = hearing.gaps;
      hearing = stepHearing(hearing, clock());
      const isGap = hearing.gaps !== before;
      if (isGap)
        log("the hub was stopped for a while: silence of that time counts for no device 平台曾停顿,该时段的静默不计");
      if (isGap || Math.abs((hearing.at ?? 0) - savedAt) >= SAVE_MS) save();
      return isGap;
    },
  };
};

const isTime = (value: unknown): value is number => Number.isSafeInteger(value);

const restored = ({ at, gaps }: JsonObject): Hearing | null => {
  if (!isTime(at) || !Array.isArray(gaps)) return null;
  return { at, gaps: gaps.filter((gap: Partial<Gap> | null): gap is Gap => isTime(gap?.from) && isTime(gap.until)) };
};
