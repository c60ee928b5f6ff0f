import type { Entry } from "./device-book.ts";
import type { PendingFrame } from "./pending-frame.ts";

/** An address of which frames are not yet committed, in the list of all such. */
export type Busy = {
  readonly entry: Entry;
  waiting: PendingFrame[];
  /** Receipt of the oldest. */ since: number;
  before: Busy | null;
  after: Busy | null;
};

/** Entries with frames that are not yet committed. A list through the entries themselves: every frame joins and leaves it. */
export type BusyEntries = {
  /** With its first frame. */ join(entry: Entry, frame: PendingFrame): Busy;
  leave(busy: Busy): void;
  /** Receipt of the oldest frame of all; null: none waits. */ since(): number | null;
};

export const createBusyEntries = (): BusyEntries => {
  let last: Busy | null = null;
  return {
    join: (entry, frame) => {
      const busy: Busy = { entry, waiting: [frame], since: frame.receivedAt, before: last, after: null };
      if (last !== null) last.after = busy;
      last = busy;
      entry.busy = busy;
      return busy;
    },
    leave: (busy) => {
      const { entry, before, after } = busy;
      if (before !== null) before.after = after;
      if (after !== null) after.before = before;
      else last = before;
      entry.busy = null;
    },
    since: () => {
      let oldest: number | null = null;
      for (let one = last; one !== null; one = one.before)
        if (oldest === null || one.since < oldest) oldest = one.since;
      return oldest;
    },
  };
};
