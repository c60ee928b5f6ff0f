import type { OutboxLane } from "../ports/outbox.ts";
import { createBackingOff } from "./backing-off.ts";
import type { CourierDeps } from "./courier-deps.ts";
import { type Lane, type LaneParts, startLane } from "./lane.ts";
import { createPace } from "./pace.ts";
import { createRest } from "./rest.ts";
import { alwaysOpen, createSendWindow } from "./send-window.ts";

/** A courier at work. */
export type Courier = {
  /** Tries at once whatever the period or the back-off says. */ kick(): void;
  /** Lets the pushes under way end for a moment, then hangs up; what was not settled stays owed. */
  close(): Promise<void>;
};

/** Whether anything is owed is looked up in microseconds, an alarm waits for none; records may go together. Milliseconds. */
const SETTLE_MS: { readonly [L in OutboxLane]: number } = { alarms: 0, records: 50 };
/** Alarms that follow one another this closely share a connection. */
const GATHER_MS: { readonly [L in OutboxLane]: number } = { alarms: 10, records: 0 };
/** A push under way at close may take this long still. */
const CLOSE_GRACE_MS = 1_500;

const realTimer = (run: () => void, ms: number): (() => void) => {
  const timeout = setTimeout(run, ms);
  return () => clearTimeout(timeout);
};

/**
 * Brings what is owed to one destination (市级平台等) on two ways: alarms on one, woken by the commit that owes them, and all else in its
 * period on the other. So no alarm waits for a push of records, nor for a receiver that chokes on them. State lives in the outbox: a
 * restart goes on.
 */
export const startCourier = (deps: CourierDeps): Courier => {
  const { target, settings, timer = realTimer } = deps;
  const hangUp = new AbortController();
  let isClosing = false;
  const windows = { alarms: alwaysOpen, records: createSendWindow(settings.periodSeconds * 1000) };
  const pace = createPace(settings.rate);
  const rests = { alarms: createRest(timer), records: createRest(timer) };
  const backOffs = { alarms: createBackingOff(), records: createBackingOff() };
  const partsOf = (lane: OutboxLane): LaneParts => {
    const other = lane === "alarms" ? "records" : "alarms";
    return {
      ...{ lane, window: windows[lane], rest: rests[lane], backOff: backOffs[lane], pace },
      otherFails: () => backOffs[other].isFailing(),
      // Whoever is back for one is perhaps for the other.
      recovered: () => {
        backOffs[other].release();
        rests[other].rouse();
      },
      owesMore: () => lanes[other].look(),
      ...{ settleMs: SETTLE_MS[lane], gatherMs: GATHER_MS[lane], hangUp: hangUp.signal, isClosing: () => isClosing },
      label: target.id.startsWith("city-") ? "city" : `sharing ${target.id}`,
    };
  };
  const lanes: { readonly [L in OutboxLane]: Lane } = {
    alarms: startLane(deps, partsOf("alarms")),
    records: startLane(deps, partsOf("records")),
  };
  const both = [lanes.alarms, lanes.records];
  const stopHints = deps.hints.onHint(() => {
    for (const lane of both) lane.wake();
  });
  return {
    kick: () => {
      for (const lane of both) lane.kick();
    },
    close: async () => {
      isClosing = true;
      stopHints();
      for (const rest of Object.values(rests)) rest.end();
      const grace = setTimeout(() => hangUp.abort(), CLOSE_GRACE_MS);
      await Promise.all(both.map(({ running }) => running));
      clearTimeout(grace);
    },
  };
};
