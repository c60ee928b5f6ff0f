import type { Refusal } from "../live/link.ts";
import type { Photo } from "./photos.ts";

/** What was written of an alarm with photos, and has not arrived (未发出的内容). */
export type Unsent = {
  /** Account of whoever wrote it: nobody else sees or sends it. */ readonly owner: string;
  readonly alarmId: string;
  readonly verb: "advise" | "rectify" | "comment";
  readonly text: string;
  /** What a field for date and time says; empty: nothing. */ readonly time: string;
  readonly photos: readonly Photo[];
  /** Goes with each try, so that nothing is done twice. */ readonly key: string;
  /** `draft`: nobody has sent it; `wanted`: it goes by itself once the hub answers; `refused`: somebody has to look at it. */
  readonly state: "draft" | "wanted" | "refused";
  readonly problem: Refusal | null;
  /** Milliseconds, of this computer. */ readonly at: number;
};

/** Where it is kept; a browser that keeps nothing refuses. */
export type UnsentStore = {
  all(): Promise<readonly Unsent[]>;
  put(one: Unsent): Promise<void>;
  remove(one: Pick<Unsent, "owner" | "alarmId" | "verb">): Promise<void>;
};

/** Pieces, and bytes of all photos, that a browser keeps. */
export const UNSENT_MAX = 30;
export const UNSENT_BYTES_MAX = 64 * 1024 * 1024;
/** A photo of somebody's premises does not lie in a phone for ever. Milliseconds. */
export const UNSENT_AGE_MAX_MS = 7 * 86_400_000;

export const isSame = (a: Pick<Unsent, "owner" | "alarmId" | "verb">, b: typeof a): boolean =>
  a.owner === b.owner && a.alarmId === b.alarmId && a.verb === b.verb;

const bytesOf = ({ photos }: Unsent): number =>
  // What the hub has is not kept twice.
  photos.reduce((sum, { bytes, fileId }) => sum + (fileId === null ? bytes.size : 0), 0);

/** Whether it can be kept beside what is there; itself as it was before counts for nothing. */
export const fits = (kept: readonly Unsent[], one: Unsent): boolean => {
  const others = kept.filter((other) => !isSame(other, one));
  return (
    others.length < UNSENT_MAX && others.reduce((sum, other) => sum + bytesOf(other), bytesOf(one)) <= UNSENT_BYTES_MAX
  );
};

/** Keeps it, if it fits, and forgets what is too old. @returns whether it is kept */
export const keep = async (store: UnsentStore, one: Unsent): Promise<boolean> => {
  try {
    const all = await store.all();
    const old = all.filter(({ at }) => one.at - at > UNSENT_AGE_MAX_MS);
    for (const other of old) await store.remove(other);
    const rest = all.filter((other) => !old.includes(other));
    if (!fits(rest, one)) return false;
    await store.put(one);
    return true;
  } catch {
    return false;
  }
};
