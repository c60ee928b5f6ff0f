import type { Instant } from "@dianan/model";
import { progressView } from "./http/job-view.ts";
import type { AccessKind } from "./ports/access-store.ts";
import { bothWays, type Committed, seenThrough } from "./ports/commit.ts";
import type { Store } from "./ports/store.ts";
import type { JobProgress } from "./ports/transfer.ts";
import type { Happening, Webhooks } from "./ports/webhooks.ts";
import type { Batch } from "./ports/write.ts";

const jobKinds: readonly AccessKind[] = ["import", "export", "reconciliation"];

const isEnded = (progress: unknown): progress is JobProgress & { readonly finishedAt: Instant } =>
  typeof progress === "object" &&
  progress !== null &&
  "finishedAt" in progress &&
  typeof progress.finishedAt === "number";

const NONE: readonly Happening[] = [];

/** Nearly all batches have none: they only bring what was measured. */
const hasItems = (writes: Batch["writes"]): boolean => {
  for (const { kind } of writes) if (kind === "item") return true;
  return false;
};

/** Jobs that end with this batch. One that is written twice as it ended is one event: its end has one time. */
const endedJobs = ({ writes }: Batch, utcOffsetMinutes: number): readonly Happening[] => {
  if (!hasItems(writes)) return NONE;
  return writes.flatMap((write) => {
    if (write.kind !== "item" || !jobKinds.includes(write.item.kind)) return [];
    const { kind, id, body } = write.item;
    const { progress } = body;
    if (!isEnded(progress)) return [];
    const data = { job: kind, id, progress: progressView(progress, utcOffsetMinutes) };
    return [
      {
        type: "com.dianan.job.ended",
        subject: id,
        key: `${kind} ${progress.finishedAt}`,
        unitId: null,
        at: progress.finishedAt,
        data,
      },
    ];
  });
};

/** The store, through which the end of a job is told to webhooks in the commit that ends it. */
export type JobEvents = { readonly store: Store; connect(webhooks: Pick<Webhooks, "writesFor" | "queued">): void };

export const createJobEvents = (store: Store, utcOffsetMinutes: number): JobEvents => {
  let webhooks: Pick<Webhooks, "writesFor" | "queued"> | null = null;
  const commitEnded = async (batch: Batch, jobs: readonly Happening[]): ReturnType<Store["commit"]> => {
    const told = await Promise.all(jobs.map((job) => webhooks?.writesFor(batch.tenant, job) ?? []));
    const receipt = await store.commit({ ...batch, writes: [...batch.writes, ...told.flat()] });
    webhooks?.queued();
    return receipt;
  };
  const announce = (batch: Batch, jobs: readonly Happening[], done: Committed): void =>
    bothWays((ended) => commitEnded(ended, jobs)).commitThen(batch, done);
  const commitThen: Store["commitThen"] = (batch, done) => {
    const jobs = endedJobs(batch, utcOffsetMinutes);
    if (jobs.length === 0) store.commitThen(batch, done);
    else announce(batch, jobs, done);
  };
  return {
    store: seenThrough(store, commitThen),
    connect: (to) => {
      webhooks = to;
    },
  };
};
