import { join } from "node:path";
import type { Instant } from "@dianan/model";
import type { KeyRing } from "./access/key-ring.ts";
import type { HubConfig } from "./config.ts";
import { defaultDueDays } from "./core/alarm-life-state.ts";
import { createJobEvents, type JobEvents } from "./job-events.ts";
import { createLatencyTrace } from "./latency-trace.ts";
import type { Figures } from "./ports/figures.ts";
import type { LatencyTrace } from "./ports/latency.ts";
import type { Store } from "./ports/store.ts";
import { openSqliteStore, type SqliteStore } from "./store/sqlite-store.ts";
import { createWatchedStore } from "./tcec/committed.ts";

/** The store as the hub uses it: everything that is committed through `store` is seen by the parts beside it. */
export type OpenedStore = {
  readonly store: Store;
  /** The ports of the database itself, for what nobody has to see. */ readonly opening: SqliteStore;
  readonly latency: { readonly trace: LatencyTrace };
  readonly jobEvents: JobEvents;
  readonly watched: ReturnType<typeof createWatchedStore>;
};

/** @throws StoreError failed when the database cannot be opened */
export const openStore = async (
  config: HubConfig,
  ring: KeyRing,
  { figures, clock }: { readonly figures: Figures; readonly clock: () => Instant },
): Promise<OpenedStore> => {
  const opening = await openSqliteStore({
    file: join(config.dataDir, "hub.db"),
    changes: config.limits.changes,
    undecodable: config.limits.undecodable,
    auditKey: ring.keyFor("audit"),
    alarms: { platformCode: config.platformCode, due: config.dueDays ?? defaultDueDays },
    committed: (jobs, ms) => {
      figures.add("commitsTotal");
      figures.add("commitJobsTotal", jobs);
      figures.observe("commit", ms);
    },
  });
  const latency = createLatencyTrace(opening.store, clock);
  const jobEvents = createJobEvents(latency.store, config.utcOffsetMinutes);
  const watched = createWatchedStore(jobEvents.store);
  return { store: watched.store, opening, latency, jobEvents, watched };
};
