import type { AlarmClass } from "@dianan/model";
import type { AlarmRow } from "./alarm-row.ts";
import type { AlarmStore } from "./store.ts";

/** What somebody has silenced (消音): present alarms only, until each is acknowledged, shelved or over. */
export type Silence = {
  /** Silences all that may be heard now. */ hush(): void;
  /** Classes of alarms that are still to be heard. */ left(): ReadonlySet<AlarmClass>;
};

const isHeard = (row: AlarmRow | undefined): row is AlarmRow =>
  row !== undefined && row.rank === 0 && row.shelvedUntil === null;

/** Counts by class, so that to ask what is to be heard costs the same for ten alarms and for a hundred thousand. */
export const createSilence = (alarms: Pick<AlarmStore, "get" | "sorted" | "unacknowledged" | "watch">): Silence => {
  const silenced = new Map<string, AlarmClass>();
  const counts = { alarm: 0, warning: 0, fault: 0, offline: 0, event: 0 };
  const forget = (id: string): void => {
    const name = silenced.get(id);
    if (name === undefined) return;
    counts[name] -= 1;
    silenced.delete(id);
  };
  const put = (row: AlarmRow): void => {
    forget(row.id);
    counts[row.class] += 1;
    silenced.set(row.id, row.class);
  };
  const follow = (id: string): void => {
    const row = alarms.get(id);
    if (!isHeard(row)) forget(id);
    else if (silenced.get(id) !== row.class) put(row);
  };
  alarms.watch({
    changed: (before, after) => {
      const id = (after ?? before)?.id;
      if (id !== undefined && silenced.has(id)) follow(id);
    },
    replaced: () => [...silenced.keys()].forEach(follow),
  });
  return {
    hush: () => {
      for (const row of alarms.sorted()) {
        if (row.rank !== 0) break;
        if (isHeard(row)) put(row);
      }
    },
    left: () => {
      const all = alarms.unacknowledged();
      return new Set((Object.keys(counts) as AlarmClass[]).filter((name) => all[name] > counts[name]));
    },
  };
};
