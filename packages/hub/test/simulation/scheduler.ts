// Virtual time: a heap of what is to happen. Nothing in a simulation waits for a clock.
import { createHash } from "node:crypto";
import { Random } from "@dianan/testkit";

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Something that can end: what it has scheduled then does not happen. */
export type Life = { over: boolean };

export type Scheduler = {
  /** Milliseconds UTC, whole. */ now(): number;
  /** Runs something after `ms`; returns its cancellation. Of what is due at the same time the first asked is the first run. */
  after(ms: number, run: () => void, life?: Life): () => void;
  every(ms: number, run: () => void, life?: Life): void;
  /** Runs everything up to a time; between two events all promises settle. */ runUntil(end: number): Promise<void>;
};

type Event = { readonly at: number; readonly order: number; run: (() => void) | null; readonly life: Life | undefined };

const isBefore = (a: Event, b: Event): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/**
 * A tick begins only when all promises have settled, and costs no turn of the event loop; nothing here waits for input or output, so
 * their order is fixed.
 */
const settled = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

export const createScheduler = (startAt: number): Scheduler => {
  const heap: Event[] = [];
  let now = startAt;
  let orders = 0;

  const push = (event: Event): void => {
    let at = heap.push(event) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (isBefore(heap[parent] as Event, event)) break;
      heap[at] = heap[parent] as Event;
      at = parent;
    }
    heap[at] = event;
  };
  const pop = (): Event => {
    const first = heap[0] as Event;
    const last = heap.pop() as Event;
    if (heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1] as Event, heap[child] as Event)) child += 1;
      if (isBefore(last, heap[child] as Event)) break;
      heap[at] = heap[child] as Event;
      at = child;
    }
    heap[at] = last;
    return first;
  };

  const after: Scheduler["after"] = (ms, run, life) => {
    orders += 1;
    const event: Event = { at: now + Math.max(0, Math.round(ms)), order: orders, run, life };
    push(event);
    return () => {
      event.run = null;
    };
  };
  return {
    now: () => now,
    after,
    every: (ms, run, life) => {
      const next = (): void => {
        run();
        after(ms, next, life);
      };
      after(ms, next, life);
    },
    runUntil: async (end) => {
      await settled();
      while (heap.length > 0 && (heap[0] as Event).at <= end) {
        const { at, run, life } = pop();
        if (run === null || life?.over) continue;
        now = at;
        run();
        await settled();
      }
      now = end;
    },
  };
};

/** Chance that a seed decides. */
export type Chance = {
  /** 0 up to 1. */ unit(): number;
  between(from: number, to: number): number;
  /** Between the two, each order of magnitude as likely as the other. */ spread(from: number, to: number): number;
  whole(below: number): number;
  is(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Waits of a Poisson process. */ wait(mean: number): number;
};

export const createChance = (seed: number): Chance => {
  const random = new Random(seed);
  const unit = (): number => random.next() / 2 ** 32;
  return {
    unit,
    between: (from, to) => from + (to - from) * unit(),
    spread: (from, to) => from * (to / from) ** unit(),
    whole: (below) => random.below(below),
    is: (probability) => unit() < probability,
    pick: (list) => random.pick(list),
    wait: (mean) => -Math.log(1 - unit()) * mean,
  };
};

/** What happened, line by line, as one hash; the last lines are kept for whoever looks at a failure. */
export type Trace = { tell(line: string): void; hash(): string; readonly last: readonly string[] };

const LINES_KEPT = 100_000;

export const createTrace = (scheduler: Scheduler, startAt: number): Trace => {
  const hash = createHash("sha256");
  const last: string[] = [];
  return {
    tell: (text) => {
      const line = `${((scheduler.now() - startAt) / SECOND).toFixed(3)} ${text}`;
      hash.update(`${line}\n`);
      if (last.length < LINES_KEPT) last.push(line);
    },
    hash: () => hash.copy().digest("hex"),
    last,
  };
};
