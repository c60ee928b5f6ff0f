import type { Instant } from "@dianan/model";
import { backoffMs, nextAttemptAt, retryAfterMs } from "../core/backoff.ts";
import type { Delivery, DeliveryError, WebhookAct, WebhookState } from "../ports/webhook-store.ts";
import { TEST_TYPE } from "./event-of.ts";
import { type Attempt, isTaken } from "./sending.ts";

/** A receiver that has taken nothing for so long is left alone until somebody asks. Milliseconds. */
export const FAILING_MAX_MS = 3 * 86_400_000;
/** An event is given up when a receiver that takes others has refused it so often: about a day. */
const REFUSALS_MAX = 30;
const REFUSED_WAIT_MAX_MS = 3_600_000;
const GONE = 410;

/** The part of a state that follows from attempts. */
export type Circuit = Pick<
  WebhookState,
  "fails" | "failingSince" | "nextAt" | "lastOkAt" | "lastStatus" | "isVerified" | "endedBecause"
> & {
  /** When the last failure was noted: attempts that began before it say nothing new. */ readonly failedAt: number;
};

/** A circuit through which nothing has gone yet. */
export const freshCircuit: Circuit = {
  ...{ fails: 0, failingSince: null, nextAt: 0 as Instant, lastOkAt: null, lastStatus: null },
  ...{ isVerified: false, endedBecause: null, failedAt: 0 },
};

type AttemptSet = Extract<WebhookAct, { readonly do: "attempt" }>["set"];

/** Nothing was sent, and sending it again as it is would be no different: what is wrong is here, not there. */
const isOurs = (error: DeliveryError | null): boolean =>
  error === "notAllowed" || error?.startsWith("mapping-") === true;

/** What an attempt makes of the delivery. */
export const deliveryAfter = (
  delivery: Delivery,
  attempt: Attempt,
  now: Instant,
  before: Circuit,
  random: number,
): AttemptSet => {
  const told = { lastAt: now, lastStatus: attempt.status, lastError: attempt.error, lastMs: attempt.ms };
  const attempts = delivery.attempts + 1;
  if (isTaken(attempt)) return { ...told, state: "delivered", attempts, refusals: delivery.refusals, nextAt: now };
  // A test that is not sent tells nothing of the address.
  if (attempt.error === "skipped")
    return {
      ...told,
      state: delivery.type === TEST_TYPE ? "failed" : "delivered",
      attempts,
      refusals: delivery.refusals,
      nextAt: now,
    };
  // While a receiver is away, its events wait however long it takes: only what it refuses beside others counts.
  const isRefused = delivery.lastAt === null || (before.lastOkAt ?? 0) > delivery.lastAt;
  const refusals = delivery.refusals + (isRefused ? 1 : 0);
  const isOver = isOurs(attempt.error) || refusals >= REFUSALS_MAX;
  const wait = Math.min(REFUSED_WAIT_MAX_MS, backoffMs(refusals, random) * 2 ** Math.max(0, refusals - 11));
  return {
    ...told,
    state: isOver ? "failed" : "pending",
    attempts,
    refusals,
    nextAt: (now + wait) as Instant,
  };
};

/** What an attempt makes of the receiver's circuit (熔断): a failure breaks it for a while, a success closes it again. */
export const circuitAfter = (
  before: Circuit,
  attempt: Attempt,
  isTest: boolean,
  startedAt: Instant,
  now: Instant,
  random: number,
): Circuit => {
  const { status } = attempt;
  if (attempt.error === "skipped" || isOurs(attempt.error)) return before;
  if (isTaken(attempt))
    return {
      ...before,
      ...{ fails: 0, failingSince: null, nextAt: now, lastOkAt: now, lastStatus: status },
      isVerified: before.isVerified || isTest,
    };
  if (status === GONE) return { ...before, lastStatus: status, endedBecause: "gone" };
  if (startedAt < before.failedAt) return { ...before, lastStatus: status };
  const fails = before.fails + 1;
  const failingSince = before.failingSince ?? now;
  return {
    ...before,
    ...{ fails, failingSince, failedAt: now, lastStatus: status },
    nextAt: nextAttemptAt(now, fails, retryAfterMs(attempt.retryAfter, now), random) as Instant,
    endedBecause: now - failingSince > FAILING_MAX_MS ? "failing" : before.endedBecause,
  };
};
