import { setTimeout as sleep } from "node:timers/promises";
import type { Case, Finding } from "../case.ts";

/** How often it is looked whether something has come. Milliseconds. */
export const CHECK_MS = 5;

/** What the kit needs of a device's seat around a dialogue. */
type Seat = { linked(): Promise<unknown>; calm(): Promise<unknown> };

/** A dialogue with a device; whatever it leaves open is settled afterwards. */
export const dialogue = <S extends Seat>(
  said: Pick<Case<S>, "id" | "requirements" | "polarity" | "asks" | "title" | "needs">,
  run: (seat: S) => Promise<Finding | null>,
): Case<S> => ({
  ...{ target: "device", kind: "dialogue" },
  ...said,
  run: async ({ seat }) => {
    try {
      await seat.linked();
      return await run(seat);
    } finally {
      await seat.calm();
    }
  },
});

/** The first of what was heard, from `since` on, whose frame fits, waiting for it; null: none in time. */
export const nextHeard = async <F, H extends { readonly frame: F | null }>(
  heard: readonly H[],
  since: number,
  fits: (frame: F) => boolean,
  ms: number,
): Promise<H | null> => {
  const until = performance.now() + ms;
  for (let from = since; ; await sleep(CHECK_MS)) {
    for (; from < heard.length; from += 1) {
      const one = heard[from];
      if (one?.frame != null && fits(one.frame)) return one;
    }
    if (performance.now() > until) return null;
  }
};
