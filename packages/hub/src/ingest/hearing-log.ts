import { type Gap, type Hearing, neverListened, stepHearing } from "../core/hearing.ts";
import type { JsonObject } from "../ports/records.ts";
import type { EngineDeps } from "./deps.ts";

/** Remembers across restarts when the hub could hear nobody, because silence of such a time says nothing of a device. */
export type HearingLog = {
  /** The clock of the former process was ahead of this one's. */ readonly wasAhead: boolean;
  /** Oldest first. */ gaps(): readonly Gap[];
  /** To be called every second. What has just shown itself: the end of a gap, or a clock that was set back; else null. */
  tick(): "gap" | "setBack" | null;
};

/** What is remembered of itself by a process that is killed: written down each so many looks. */
const SAVE_LOOKS = 15;
/** A clock that is slewed is not set. */
const SET_BACK_MIN_MS = 1_000;
const ITEM = { kind: "setting", id: "hearing", lookup: null, expiresAt: null } as const;

/** Rejects with the store's error when it cannot be read. */
export const openHearingLog = async (deps: EngineDeps): Promise<HearingLog> => {
  const { tenant, store, settings, clock, paceMs = 1_000, log } = deps;
  const startedAt = clock();
  const item = await settings.item(tenant, ITEM.kind, ITEM.id);
  // A hub that has kept no account yet cannot know since when it was down.
  const former = restored(item?.body ?? {});
  let hearing: Hearing = stepHearing(former ?? { ...neverListened, at: 0 }, startedAt, paceMs);
  let savedAt = Number.NEGATIVE_INFINITY;

  const save = (): void => {
    savedAt = hearing.at ?? startedAt;
    const body = { at: hearing.at, gaps: hearing.gaps };
    store
      .commit({ tenant, writes: [{ kind: "item", item: { ...ITEM, body }, ifVersion: null }] })
      .catch((error: unknown) => log(`hearing not kept: ${error instanceof Error ? error.message : "?"}`));
  };

  return {
    wasAhead: (former?.at ?? 0) - startedAt > SET_BACK_MIN_MS,
    gaps: () => hearing.gaps,
    tick: () => {
      const before = hearing;
      hearing = stepHearing(before, clock(), paceMs);
      const passed = (hearing.at ?? 0) - (before.at ?? 0);
      const isSetBack = passed < -SET_BACK_MIN_MS;
      const isGap = passed > 0 && hearing.gaps !== before.gaps;
      if (isGap)
        log("the hub was stopped for a while: silence of that time counts for no device 平台曾停顿,该时段的静默不计");
      if (isSetBack)
        log(
          "the clock was set back: what was heard later counts as heard now; keep it by NTP 系统时钟被回拨,此后的静默从现在起计;请用 NTP 校时",
        );
      if (isGap || isSetBack || Math.abs((hearing.at ?? 0) - savedAt) >= SAVE_LOOKS * paceMs) save();
      return isSetBack ? "setBack" : isGap ? "gap" : null;
    },
  };
};

const isTime = (value: unknown): value is number => Number.isSafeInteger(value);

const restored = ({ at, gaps }: JsonObject): Hearing | null => {
  if (!isTime(at) || !Array.isArray(gaps)) return null;
  return { at, gaps: gaps.filter((gap: Partial<Gap> | null): gap is Gap => isTime(gap?.from) && isTime(gap.until)) };
};
