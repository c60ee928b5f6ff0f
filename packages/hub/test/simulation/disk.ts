// A virtual disk: the real writer and reader of the store on a real database file, in this process, at virtual times.
import { EventEmitter } from "node:events";
import { DatabaseSync } from "node:sqlite";
import { noReceipt } from "../../src/ports/commit.ts";
import type { JobResult, ReaderMessage, WriterMessage, WriterOptions } from "../../src/store/message.ts";
import { createQueries } from "../../src/store/queries.ts";
import type { StartThread, StoreThread } from "../../src/store/thread.ts";
import { openWriter } from "../../src/store/writer-database.ts";
import { type Chance, type Life, type Scheduler, SECOND, type Trace } from "./scheduler.ts";
import type { Tally } from "./tally.ts";

export type DiskHabits = {
  /** Of a commit: it writes nothing and says so; one of its jobs does. */ readonly fails: number;
  /** Of a commit: it is written, and what comes back says that it is not. */ readonly doubts: number;
  /** Of a commit: the process ends while it is under way. */ readonly crashes: number;
  /** Of a commit: it takes seconds. */ readonly stalls: number;
  /** Says that it has written before it has (a fault for the simulation to find). */ readonly lies: boolean;
};

type Needs = {
  readonly scheduler: Scheduler;
  readonly chance: Chance;
  readonly trace: Trace;
  readonly saw: Tally["saw"];
  readonly habits: () => DiskHabits;
  /** Ends the hub's process. */ readonly crash: (why: string) => void;
};

/** A commit of several jobs is rare, and that one of them fails is what is to be seen. */
const SHARED = 5;
const failure: JobResult = { ok: false, code: "failed", message: "simulated" };

/** Threads of one process of the hub. */
export const createDisk = ({ scheduler, chance, trace, saw, habits, crash }: Needs, life: Life) => {
  const open: (() => void)[] = [];
  let commits = 0;

  const writerThread = (options: WriterOptions): StoreThread => {
    const events = new EventEmitter();
    const writer = openWriter(options, () => Number.MAX_SAFE_INTEGER);
    open.push(() => writer.close());
    scheduler.after(1, () => events.emit("message", { kind: "ready", epoch: writer.epoch }), life);

    const commit = ({ jobs, bytes }: Extract<WriterMessage, { readonly kind: "jobs" }>): void => {
      const { fails, doubts, crashes, stalls, lies } = habits();
      const isStalled = chance.is(stalls);
      const ms = isStalled ? chance.between(SECOND, 12 * SECOND) : chance.spread(0.5, 8);
      if (isStalled) saw("a commit takes seconds");
      const run = (): readonly JobResult[] => {
        commits += 1;
        if (chance.is(jobs.length > 1 ? SHARED * fails : fails)) {
          // Each job had a transaction of its own, and one did not succeed.
          const bad = chance.is(0.5) ? -1 : chance.whole(jobs.length);
          saw(bad < 0 || jobs.length === 1 ? "a commit fails" : "one job of a commit fails");
          trace.tell(`commit fails: ${bad < 0 ? "all" : "one"} of ${jobs.length}`);
          return jobs.map((job, at) => (bad < 0 || bad === at ? failure : (writer.run([job], bytes)[0] as JobResult)));
        }
        const results = writer.run(jobs, bytes);
        if (!chance.is(doubts)) return results;
        saw("a commit is in doubt");
        trace.tell(`commit in doubt: ${jobs.length}`);
        return jobs.map(() => failure);
      };
      const reply = (results: readonly JobResult[]): void => void events.emit("message", { kind: "done", results, ms });
      if (chance.is(crashes)) {
        const isWritten = chance.is(0.5);
        scheduler.after(
          ms,
          () => {
            if (isWritten) run();
            saw(isWritten ? "the hub ends after a commit" : "the hub ends before a commit");
            crash(isWritten ? "after a commit" : "before a commit");
          },
          life,
        );
        return;
      }
      if (lies) {
        const results = jobs.map(
          (job): JobResult => ({ ok: true, value: typeof job === "number" || job.kind === "batch" ? noReceipt : 0 }),
        );
        scheduler.after(ms, () => reply(results), life);
        scheduler.after(ms + chance.between(0, 20 * SECOND), run, life);
        return;
      }
      scheduler.after(
        ms,
        () => {
          const results = run();
          scheduler.after(chance.between(0, 1), () => reply(results), life);
        },
        life,
      );
    };
    return Object.assign(events, {
      postMessage: (message: WriterMessage): void => {
        if (message.kind === "jobs") commit(message);
        else events.emit("exit");
      },
    }) as unknown as StoreThread;
  };

  const readerThread = ({ file }: { readonly file: string }): StoreThread => {
    const events = new EventEmitter();
    const database = new DatabaseSync(file, { readOnly: true });
    open.push(() => database.close());
    const queries = createQueries(database) as { readonly [query: string]: (...args: readonly unknown[]) => unknown };
    return Object.assign(events, {
      postMessage: (message: ReaderMessage): void => {
        if (message === null) {
          events.emit("exit");
          return;
        }
        const { id, query, args } = message;
        scheduler.after(
          chance.between(0, 2),
          () => events.emit("message", { id, ok: true, value: queries[query]?.(...args) }),
          life,
        );
      },
    }) as unknown as StoreThread;
  };

  const threads: StartThread = (name, data) =>
    name === "writer" ? writerThread(data as WriterOptions) : readerThread(data as { readonly file: string });
  return {
    threads,
    /** Lets go of the file, as the end of a process does. */ close: (): void => {
      for (const one of open.splice(0)) one();
    },
    commits: (): number => commits,
  };
};
