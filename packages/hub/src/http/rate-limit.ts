import { type OperationRow, type RateClass, rateClasses } from "@dianan/open-api/tables";
import type { Caller } from "../ports/caller.ts";
import { type Problem, waitProblem } from "./problem.ts";

/** A rate class's budget: so many at once, and so many in the long run. */
export type Budget = { readonly requests: number; readonly perSeconds: number; readonly burst: number };

/** What a request finds in its bucket. */
export type Taken = {
  readonly isTaken: boolean;
  /** When the bucket is full again. Milliseconds of the caller's clock. */ readonly fullAt: number;
  /** Requests that may follow at once. */ readonly left: number;
  /** Until one may be made; 0 when this one was. Milliseconds. */ readonly waitMs: number;
};

/**
 * A token bucket that is one number, the time at which it is full again: a request moves it by what one token takes to come back,
 * and is refused where that would be more than the burst away.
 *
 * @param fullAt - of the request before; anything in the past is a full bucket
 */
export const take = (fullAt: number, now: number, { requests, perSeconds, burst }: Budget): Taken => {
  const tokenMs = (perSeconds * 1000) / requests;
  const burstMs = burst * tokenMs;
  // A clock that was put back must not lock anybody out: no bucket is emptier than empty.
  const from = Math.min(Math.max(fullAt, now), now + burstMs);
  const next = from + tokenMs;
  const overMs = next - now - burstMs;
  // Sums of fractions: a token that is whole but for a rounding error is whole.
  if (overMs > 1e-6) return { isTaken: false, fullAt: from, left: 0, waitMs: overMs };
  return { isTaken: true, fullAt: next, left: Math.floor((now + burstMs - next) / tokenMs + 1e-6), waitMs: 0 };
};

/** Buckets remembered of callers, and as many of sources; above it those that asked longest ago are forgotten (are full again). */
export const BUCKETS_MAX = 20_000;

/** Bounded, in the order of the last request. */
const createBuckets = () => {
  const buckets = new Map<string, number>();
  return (key: string, now: number, budget: Budget): Taken => {
    const taken = take(buckets.get(key) ?? 0, now, budget);
    buckets.delete(key);
    buckets.set(key, taken.fullAt);
    for (const [oldest] of buckets) {
      if (buckets.size <= BUCKETS_MAX) break;
      buckets.delete(oldest);
    }
    return taken;
  };
};

const groupsOf = (text: string): readonly string[] => (text === "" ? [] : text.split(":"));

/** A peer for its limits: an IPv4 address, or the first 64 bits of an IPv6 one, within which a host may take any address. */
export const sourceOf = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (!plain.includes(":")) return plain;
  const [front = "", back] = plain.split("::");
  const head = groupsOf(front);
  const tail = back === undefined ? [] : groupsOf(back);
  const gap = back === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  const groups = [...head, ...Array.from({ length: gap }, () => "0"), ...tail];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
};

/** What a request's budget says: headers for its answer, and its refusal when the budget is spent. */
export type Allowance = { readonly headers: { readonly [name: string]: string }; readonly refusal: Problem | null };

/** Budgets of the document's rate classes (限流), per caller, or per source where nobody has said who they are (SEC-API-08). */
export type RateLimits = {
  /** @param caller - null: a source that has no good credential, or needs none */
  ask(row: Pick<OperationRow, "rateClass">, caller: Caller | null, source: string, now: number): Allowance;
};

/** Sign-in, tokens and the handshake are guessed at with and without credentials. */
const PER_SOURCE: ReadonlySet<RateClass> = new Set(["signIn"]);

/** @param factorNow - by which every budget is multiplied; 1 in service */
export const createRateLimits = (factorNow: () => number): RateLimits => {
  // Apart, so that a flood from many addresses makes nobody forget what a caller has used.
  const ofCallers = createBuckets();
  const ofSources = createBuckets();
  const budgets: ReadonlyMap<string, Budget> = new Map(Object.entries(rateClasses));
  return {
    ask: ({ rateClass }, caller, source, now) => {
      const plain = budgets.get(rateClass);
      if (plain === undefined) throw new RangeError(`there is no rate class ${rateClass}`);
      const factor = factorNow();
      const budget = { ...plain, requests: plain.requests * factor, burst: plain.burst * factor };
      const taken =
        caller === null || PER_SOURCE.has(rateClass)
          ? ofSources(`${rateClass} ${sourceOf(source)}`, now, budget)
          : ofCallers(`${rateClass} ${caller.tenant} ${caller.actor}`, now, budget);
      const windowSeconds = Math.ceil((budget.burst * budget.perSeconds) / budget.requests);
      return {
        headers: {
          RateLimit: `"${rateClass}";r=${taken.left};t=${Math.max(0, Math.ceil((taken.fullAt - now) / 1000))}`,
          "RateLimit-Policy": `"${rateClass}";q=${Math.floor(budget.burst)};w=${windowSeconds}`,
        },
        refusal: taken.isTaken ? null : waitProblem("too-many-requests", Math.max(1, Math.ceil(taken.waitMs / 1000))),
      };
    },
  };
};
