import type { Store } from "./store.ts";
import type { Batch, Receipt } from "./write.ts";

/** Told once what became of a batch; of one that failed the receipt says nothing. */
export type Committed = (error: Error | null, receipt: Receipt) => void;

/** The receipt of a batch that changed no record. */
export const noReceipt: Receipt = { puts: [], head: 0 };

/** A commit as whoever waits for a single one wants it. */
export const promised =
  (commitThen: (batch: Batch, done: Committed) => void) =>
  (batch: Batch): Promise<Receipt> =>
    new Promise((resolve, reject) =>
      commitThen(batch, (error, receipt) => (error === null ? resolve(receipt) : reject(error))),
    );

/** A store through which what is committed is seen: both its ways go by `commitThen`. */
export const seenThrough = (store: Store, commitThen: Store["commitThen"]): Store => ({
  ...store,
  commit: promised(commitThen),
  commitThen,
});

/** Both ways of committing, of one that promises. */
export const bothWays = (
  commit: (batch: Batch) => Promise<Receipt>,
): {
  readonly commit: (batch: Batch) => Promise<Receipt>;
  readonly commitThen: (batch: Batch, done: Committed) => void;
} => ({
  commit,
  commitThen: (batch, done) =>
    void commit(batch).then(
      (receipt) => done(null, receipt),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), noReceipt),
    ),
});
