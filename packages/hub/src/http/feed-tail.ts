import type { TenantId } from "@dianan/model";
import type { Change, StoredRecord } from "../ports/records.ts";
import type { Store } from "../ports/store.ts";

/** Changes kept ready for readers that are up to date. */
const TAIL_MAX = 2_000;
/** Changes fetched at once. */
const FETCH_MAX = 500;

/** A change as text for the wire, made once for all readers. */
export type TailEntry = {
  readonly position: number;
  readonly text: string;
  /** For readers who may not see everything. */ readonly record: StoredRecord;
};

/** The newest part of the change feed, shared by all streams: a hundred readers cost one query per growth, not a hundred. */
export type FeedTail = {
  /** Entries after a position, oldest first, without gaps; empty when there are none yet. */
  after(position: number): Promise<readonly TailEntry[]>;
};

export const createFeedTail = (store: Store, tenant: TenantId, textOf: (change: Change) => string): FeedTail => {
  let tail: TailEntry[] = [];
  /** Position before the first entry. */ let start = 0;
  let end = -1;
  let growing: Promise<void> | null = null;

  const fetch = async (position: number): Promise<TailEntry[]> =>
    (await store.changes(tenant, position, FETCH_MAX)).map((change) => ({
      position: change.position,
      text: textOf(change),
      record: change.record,
    }));

  const grow = async (): Promise<void> => {
    const from = end;
    const more = await fetch(from);
    // The tail may have been begun anew elsewhere meanwhile.
    if (end !== from || more.length === 0) return;
    tail.push(...more);
    end = more.at(-1)?.position ?? end;
    if (tail.length > TAIL_MAX) {
      tail = tail.slice(-TAIL_MAX);
      start = (tail[0]?.position ?? end + 1) - 1;
    }
  };

  return {
    after: async (position) => {
      if (position > end) {
        tail = [];
        start = position;
        end = position;
      }
      if (position < start) return fetch(position);
      // A query under way may have been asked before the change that woke us: only one that starts from now on counts.
      if (growing !== null) await growing;
      if (position === end) {
        growing ??= grow().finally(() => {
          growing = null;
        });
        await growing;
      }
      if (position < start || position > end) return fetch(position);
      return tail.slice(position - start, position - start + FETCH_MAX);
    },
  };
};
