import type { OutboxLane } from "../ports/outbox.ts";
import type { SharingRate } from "../ports/sharing.ts";

/** How fast a destination may be sent to, both ways together (限速). Times: the hub's clock, milliseconds. */
export type Pace = {
  /** Records of one push: what may go in a second, so that an alarm waits for one push at most. */ readonly groupMax: number;
  /** Until a push that has something to send may begin; 0: now. Alarms that wait go before records. */
  waitMs(lane: OutboxLane, now: number): number;
  /** A push begins. */ used(lane: OutboxLane, records: number, now: number): void;
};

const unpaced: Pace = { groupMax: Number.POSITIVE_INFINITY, waitMs: () => 0, used: () => {} };

/** For so long after its time an alarm that waits keeps its place before records. */
const KEPT_MS = 1_000;

export const createPace = (rate: SharingRate | null): Pace => {
  if (rate === null) return unpaced;
  const { pushesPerSecond = Number.POSITIVE_INFINITY, recordsPerSecond = Number.POSITIVE_INFINITY } = rate;
  const groupMax = Math.max(1, Math.floor(recordsPerSecond));
  const restMs = (records: number): number => Math.max(1_000 / pushesPerSecond, (records * 1_000) / recordsPerSecond);
  const longestMs = restMs(groupMax === Number.POSITIVE_INFINITY ? 0 : groupMax);
  let nextFrom = 0;
  /** Before this records leave the next push to alarms. */ let keptUntil = 0;
  return {
    groupMax,
    waitMs: (lane, now) => {
      // A clock that was set back must not silence us for longer than any push takes.
      if (nextFrom - now > longestMs) nextFrom = now + longestMs;
      if (keptUntil - now > longestMs + KEPT_MS) keptUntil = 0;
      const from = lane === "alarms" ? nextFrom : Math.max(nextFrom, keptUntil);
      if (from <= now) return 0;
      if (lane === "alarms") keptUntil = nextFrom + KEPT_MS;
      return Math.ceil(from - now);
    },
    used: (lane, records, now) => {
      nextFrom = now + restMs(records);
      if (lane === "alarms") keptUntil = 0;
    },
  };
};
