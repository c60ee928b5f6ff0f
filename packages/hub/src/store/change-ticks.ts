import type { RecordKind } from "../ports/records.ts";
import type { Ticks } from "../ports/ticks.ts";
import type { Batch, Write } from "../ports/write.ts";

/** Kinds of writes that change no record, no place in the feed and no item of who may do what. */
const harmless: ReadonlySet<Write["kind"]> = new Set([
  ...(["frame", "undecodable", "reading", "deviceState", "dropState", "stranger", "dismiss"] as const),
  ...(["outbox", "webhook", "notice", "audit", "session", "alarmTimes", "latestNotAfter", "sent"] as const),
]);
/** Kinds of writes that change no record besides. */
const recordless: ReadonlySet<Write["kind"]> = new Set([...harmless, "item", "dropItem"]);
/** A change of one of these may change the count in one of those, whichever it is. */
const parents: { readonly [K in RecordKind]?: RecordKind } = { device: "unit", component: "device" };

/** Records whose last change is remembered one by one; above it all of them count as changed. */
const RECORDS_MAX = 20_000;

/** The counts, and what moves them. */
export type ChangeTicks = Ticks & {
  /** Whether a batch moves no count: most only bring what was measured. */ isHarmless(batch: Batch): boolean;
  /** The first tick of any other batch, before it is written; the second is to be called when it was. */
  begun(batch: Batch): () => void;
  /** Does anything else that may change records or items. */ aroundAny<T>(work: () => Promise<T>): Promise<T>;
};

export const createChangeTicks = (): ChangeTicks => {
  let count = 0;
  /** Last change of what is not told apart. */ let floor = 0;
  let changed = 0;
  const kinds = new Map<string, number>();
  const records = new Map<string, number>();

  const everything = (): void => {
    floor = count;
    kinds.clear();
    records.clear();
  };
  const move = ({ tenant, writes }: Batch): void => {
    count += 1;
    if (writes.some(({ kind }) => !recordless.has(kind))) changed = count;
    for (const write of writes) {
      if (harmless.has(write.kind)) continue;
      if ((write.kind !== "put" && write.kind !== "delete") || records.size >= RECORDS_MAX) {
        everything();
        return;
      }
      records.set(`${tenant} ${write.record} ${write.id}`, count);
      const parent = parents[write.record];
      if (parent !== undefined) kinds.set(`${tenant} ${parent}`, count);
    }
  };
  return {
    any: () => count,
    records: () => changed,
    of: (tenant, kind, id) =>
      Math.max(floor, kinds.get(`${tenant} ${kind}`) ?? 0, records.get(`${tenant} ${kind} ${id}`) ?? 0),
    isHarmless: ({ writes }) => {
      for (const { kind } of writes) if (!harmless.has(kind)) return false;
      return true;
    },
    begun: (batch) => {
      move(batch);
      return () => move(batch);
    },
    aroundAny: async (work) => {
      const tick = (): void => {
        count += 1;
        changed = count;
        everything();
      };
      tick();
      try {
        return await work();
      } finally {
        tick();
      }
    },
  };
};
