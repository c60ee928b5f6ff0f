import type { Instant, TenantId } from "@dianan/model";
import type { CityConfig } from "../config.ts";
import { nextAttemptAt } from "../core/backoff.ts";
import { sharedRecord } from "../core/shared-record.ts";
import type { FeedHints } from "../ports/live.ts";
import type { Destination, Outbox, OutboxResult, OutboxRow } from "../ports/outbox.ts";
import type { Store } from "../ports/store.ts";
import { type Parcel, type PushOutcome, push } from "./push.ts";

export type CourierDeps = {
  readonly tenant: TenantId;
  readonly destination: Destination;
  readonly city: CityConfig;
  readonly outbox: Outbox;
  readonly store: Store;
  readonly hints: FeedHints;
  readonly clock: () => Instant;
  /** Runs something once after real milliseconds and returns its cancellation; a test may run time faster. */
  readonly timer?: (run: () => void, ms: number) => () => void;
  readonly utcOffsetMinutes: number;
  /** One line for the operator's log; never holds a secret or personal data. */ readonly log: (line: string) => void;
};

/** A courier at work. `close` lets the push under way end for a moment, then hangs up; what was not settled stays owed. */
export type Courier = { close(): Promise<void> };

/** Records of one push. */
const GROUP_MAX = 500;
/** The outbox is looked at this often even when nothing woke us: a hint carries no promise. */
const LOOK_MS = 5_000;
/** A push under way at close may take this long still. */
const CLOSE_GRACE_MS = 1_500;

const realTimer = (run: () => void, ms: number): (() => void) => {
  const timeout = setTimeout(run, ms);
  return () => clearTimeout(timeout);
};

/**
 * Brings what is owed to one city platform (市级平台). One push at a time; before each the outbox is asked again, so an alarm
 * waits for at most the one push that is under way, never for a queue. State lives in the outbox: a restart goes on.
 */
export const startCourier = (deps: CourierDeps): Courier => {
  const { tenant, destination, outbox, store, timer = realTimer } = deps;
  const { name } = destination;
  const hangUp = new AbortController();
  let isClosing = false;
  let isWoken = false;
  let wakeUp: (() => void) | null = null;
  /** Smaller after a push was refused as a whole, to find the record at fault. */ let groupSize = GROUP_MAX;

  const wake = (): void => {
    isWoken = true;
    wakeUp?.();
  };
  const sleep = async (ms: number, untilWoken: boolean): Promise<void> => {
    if (isClosing || (untilWoken && isWoken)) return;
    await new Promise<void>((resolve) => {
      const cancel = timer(resolve, ms);
      wakeUp = () => {
        // A hint does not shorten a back-off; closing does.
        if (!untilWoken && !isClosing) return;
        cancel();
        resolve();
      };
    });
    wakeUp = null;
  };

  const packed = async (row: OutboxRow): Promise<{ readonly row: OutboxRow; readonly parcel: Parcel } | null> => {
    const record = await store.record(tenant, row.kind, row.id);
    if (record === null) return null;
    // The record as it is now: the version that is sent may be later than the one that the row names.
    const json = JSON.stringify(sharedRecord(record, deps.utcOffsetMinutes));
    return { row: { ...row, version: record.version }, parcel: { id: record.id, version: record.version, json } };
  };

  const fail = async (reason: string, retryAfter: number | null): Promise<void> => {
    const at = deps.clock();
    const fails = (await outbox.state(tenant, name)).fails + 1;
    const nextAt = nextAttemptAt(at, fails, retryAfter, Math.random()) as Instant;
    await outbox.failed(tenant, name, at, nextAt, reason);
    if (fails === 1) deps.log(`city: ${reason}; trying again 市级平台上报失败,将重试`);
  };

  const settle = async (rows: readonly OutboxRow[], outcome: PushOutcome): Promise<void> => {
    if (outcome.kind === "stopped") return;
    if (outcome.kind === "failed") return fail(outcome.reason, outcome.retryAfterMs);
    if (outcome.kind === "rejected" && rows.length > 1) {
      groupSize = Math.ceil(rows.length / 2);
      return;
    }
    const results = rows.map((row, index): OutboxResult => {
      if (outcome.kind === "rejected") return { row, outcome: "dead", error: outcome.reason };
      const answer = outcome.answers[index];
      return answer?.accepted === false
        ? { row, outcome: "dead", error: answer.reason }
        : { row, outcome: "sent", error: null };
    });
    await outbox.settle(tenant, name, deps.clock(), results);
    groupSize = Math.min(GROUP_MAX, groupSize * 2);
    const dead = results.filter((result) => result.outcome === "dead");
    const [first] = dead;
    if (first)
      deps.log(
        `city: refused ${dead.length} records for good 市级平台拒收 ${dead.length} 条记录; ${first.row.kind} ${first.row.id}: ${first.error}`,
      );
  };

  /** Sends one group. False when nothing is owed. */
  const round = async (): Promise<boolean> => {
    const rows = await outbox.next(tenant, name, groupSize);
    const first = rows[0];
    if (first === undefined) return false;
    const found = await Promise.all(rows.map(packed));
    const gone = rows.filter((_, index) => found[index] === null);
    if (gone.length > 0)
      await outbox.settle(
        tenant,
        name,
        deps.clock(),
        gone.map((row) => ({ row, outcome: "dead", error: "the record is not there" })),
      );
    const ready = found.filter((one) => one !== null);
    if (ready.length > 0 && !isClosing) {
      const parcels = ready.map(({ parcel }) => parcel);
      const outcome = await push(deps.city, name, first.kind, parcels, deps.clock(), hangUp.signal);
      await settle(
        ready.map(({ row }) => row),
        outcome,
      );
    }
    return true;
  };

  const run = async (): Promise<void> => {
    while (!isClosing) {
      try {
        const waitMs = (await outbox.state(tenant, name)).nextAt - deps.clock();
        if (waitMs > 0) {
          // In slices: a clock that is set back must not silence us for longer.
          await sleep(Math.min(waitMs, LOOK_MS), false);
          continue;
        }
        isWoken = false;
        if (!(await round())) await sleep(LOOK_MS, true);
      } catch (error) {
        if (isClosing) return;
        deps.log(`city: the outbox failed 待送队列出错: ${error instanceof Error ? error.message : "?"}`);
        await sleep(1_000, false);
      }
    }
  };

  const stopHints = deps.hints.onHint(wake);
  const url = new URL(destination.url);
  if (url.protocol === "http:" && !/^(localhost|127\.|\[::1\])/.test(url.hostname))
    deps.log(
      "city: its address is not https; contact data travels unencrypted 市级平台地址不是 https,联系人信息未加密传输",
    );
  const running = run();
  return {
    close: async () => {
      isClosing = true;
      stopHints();
      wake();
      const grace = setTimeout(() => hangUp.abort(), CLOSE_GRACE_MS);
      await running;
      clearTimeout(grace);
    },
  };
};
