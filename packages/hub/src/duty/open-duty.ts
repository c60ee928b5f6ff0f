import type { Instant } from "@dianan/model";
import type { AccessStore } from "../ports/access-store.ts";
import type { Duty } from "../ports/duty.ts";
import type { Figures } from "../ports/figures.ts";
import type { Store } from "../ports/store.ts";
import { createDutyWatch } from "./duty-watch.ts";
import { createHandovers } from "./handovers.ts";

/** Bounds of the histogram of how fast alarms were shown; 5 s and 20 s are the limits (CP-3.4.1, EF-4.4.1). Milliseconds. */
const SHOWN_BOUNDS_MS: readonly number[] = [100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 60_000];

/** Puts the duty desk together. */
export const openDuty = (deps: {
  readonly store: Pick<Store, "commit">;
  readonly access: AccessStore;
  readonly figures: Figures;
  readonly clock: () => Instant;
}): Duty => {
  const watch = createDutyWatch(deps.store);
  deps.figures.gauge("dutyWatchers", () => watch.watchers(deps.clock()));
  return {
    watch,
    handovers: createHandovers(deps),
    shown: (buckets) => {
      for (const { upToMs, count } of buckets) {
        // A bucket counts where all of it lies: never faster than it was.
        for (const bound of SHOWN_BOUNDS_MS) deps.figures.add(`alarmShownLe${bound}Total`, upToMs <= bound ? count : 0);
        deps.figures.add("alarmShownCountTotal", count);
        deps.figures.add("alarmShownMsTotal", upToMs * count);
      }
    },
  };
};
