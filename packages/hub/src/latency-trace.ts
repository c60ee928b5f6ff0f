import type { Instant, TenantId } from "@dianan/model";
import { seenThrough } from "./ports/commit.ts";
import type { AlarmTimes, LatencyTrace } from "./ports/latency.ts";
import type { Store } from "./ports/store.ts";
import type { Batch, Receipt, Write } from "./ports/write.ts";

/** Alarms that count as just come; of them a stream may still say that it was given one. */
const FRESH_MAX = 10_000;
/** What waits to be written; of more the oldest is forgotten: a store that takes nothing must not fill the memory. */
const WAITING_MAX = 10_000;
const PER_COMMIT = 500;

/** Nearly no batch does. */
const raises = ({ writes }: Batch): boolean => {
  for (const write of writes) if (write.kind === "put" && write.record === "alarm") return true;
  return false;
};

/** Alarms that the hub itself raised with this batch; what platforms send has no way of ours. */
const raisedIn = ({ writes }: Batch, { puts }: Receipt): readonly string[] => {
  const changes = writes.filter(({ kind }) => kind === "put" || kind === "delete");
  return changes.flatMap((write, n) =>
    write.kind === "put" && write.record === "alarm" && write.by === undefined && puts[n]?.status === "created"
      ? [write.id]
      : [],
  );
};

type Waiting = { readonly tenant: TenantId; readonly id: string; readonly times: AlarmTimes };
const unsaid: AlarmTimes = { storedAt: null, pushedAt: null, shownAt: null };

const trim = <T>(kept: Map<string, T> | Set<string>, max: number): void => {
  for (const key of kept.keys()) {
    if (kept.size <= max) return;
    kept.delete(key);
  }
};

/** The store, through which it is seen when alarms become durable (告警时延), EF-4.4.1, CP-3.4.1. Closing writes what waits. */
export const createLatencyTrace = (
  store: Store,
  clock: () => Instant,
): { readonly store: Store; readonly trace: LatencyTrace } => {
  const fresh = new Set<string>();
  const waiting = new Map<string, Waiting>();

  const say = (tenant: TenantId, id: string, times: Partial<AlarmTimes>): void => {
    const key = `${tenant} ${id}`;
    const said = waiting.get(key)?.times ?? unsaid;
    waiting.set(key, { tenant, id, times: { ...said, ...times } });
    trim(waiting, WAITING_MAX);
  };
  const commitAll = async (all: readonly Waiting[]): Promise<void> => {
    for (const tenant of new Set(all.map((one) => one.tenant))) {
      const own = all.filter((one) => one.tenant === tenant);
      for (let from = 0; from < own.length; from += PER_COMMIT) {
        const part = own.slice(from, from + PER_COMMIT);
        const writes = part.map(({ id, times }): Write => ({ kind: "alarmTimes", id, times }));
        await store.commit({ tenant, writes });
      }
    }
  };
  const flush = async (): Promise<void> => {
    const all = [...waiting];
    waiting.clear();
    try {
      await commitAll(all.map(([, one]) => one));
    } catch (error) {
      // Written twice is the same: the first time counts.
      for (const [key, one] of all) {
        const since = waiting.get(key);
        waiting.set(key, since === undefined ? one : { ...one, times: earlier(one.times, since.times) });
      }
      trim(waiting, WAITING_MAX);
      throw error;
    }
  };

  const commitThen: Store["commitThen"] = (batch, done) => {
    if (!raises(batch)) return store.commitThen(batch, done);
    store.commitThen(batch, (error, receipt) => {
      if (receipt.puts.length > 0) stored(batch, receipt);
      done(error, receipt);
    });
  };
  const stored = (batch: Batch, receipt: Receipt): void => {
    for (const id of raisedIn(batch, receipt)) {
      fresh.add(`${batch.tenant} ${id}`);
      say(batch.tenant, id, { storedAt: clock() });
    }
    trim(fresh, FRESH_MAX);
  };

  return {
    store: {
      ...seenThrough(store, commitThen),
      close: async () => {
        await flush().catch(() => {});
        await store.close();
      },
    },
    trace: {
      pushed: (tenant, id) => {
        if (fresh.delete(`${tenant} ${id}`)) say(tenant, id, { pushedAt: clock() });
      },
      shown: (tenant, id, at) => {
        const before = waiting.get(`${tenant} ${id}`)?.times.shownAt ?? at;
        say(tenant, id, { shownAt: Math.min(before, at) });
      },
      flush,
    },
  };
};

const earlier = (a: AlarmTimes, b: AlarmTimes): AlarmTimes => ({
  storedAt: a.storedAt ?? b.storedAt,
  pushedAt: a.pushedAt ?? b.pushedAt,
  shownAt: a.shownAt === null || b.shownAt === null ? (a.shownAt ?? b.shownAt) : Math.min(a.shownAt, b.shownAt),
});
