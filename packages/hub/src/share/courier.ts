import type { Instant, TenantId } from "@dianan/model";
import { nextAttemptAt } from "../core/backoff.ts";
import { sharedRecord } from "../core/shared-record.ts";
import type { FeedHints } from "../ports/live.ts";
import type { Outbox, OutboxResult, OutboxRow } from "../ports/outbox.ts";
import type { StoredRecord } from "../ports/records.ts";
import type { DestinationSettings } from "../ports/sharing.ts";
import type { Store } from "../ports/store.ts";
import { originOf } from "./party-origin.ts";
import { type Parcel, type PushOutcome, type PushTarget, push } from "./push.ts";
import { createRest } from "./rest.ts";
import { createSendWindow } from "./send-window.ts";
import { createShaping, hasPerson, type Shaping } from "./shaping.ts";
import { transferEntries } from "./transfer-entries.ts";

export type CourierDeps = {
  readonly tenant: TenantId;
  readonly target: PushTarget;
  readonly settings: Pick<DestinationSettings, "coordinateSystem" | "personalData" | "periodSeconds"> & {
    /** The connected platform that is sent to; absent: none. */ readonly partyId?: string;
  };
  readonly outbox: Outbox;
  readonly store: Pick<Store, "commit" | "record" | "ticks" | "history">;
  readonly hints: FeedHints;
  readonly clock: () => Instant;
  /** Runs something once after real milliseconds and returns its cancellation; a test may run time faster. */
  readonly timer?: (run: () => void, ms: number) => () => void;
  /** How often the hub looks after itself, see the engine's. */ readonly paceMs?: number;
  /** 0 up to 1, for the jitter of back-offs. */ readonly random?: () => number;
  readonly utcOffsetMinutes: number;
  /** One line for the operator's log; never holds a secret or personal data. */ readonly log: (line: string) => void;
};

/** A courier at work. */
export type Courier = {
  /** Tries at once whatever the period or the back-off says. */ kick(): void;
  /** Lets the push under way end for a moment, then hangs up; what was not settled stays owed. */
  close(): Promise<void>;
};

/** Records of one push. */
const GROUP_MAX = 500;
/** The outbox is looked at this often, in times of the hub's pace, even when nothing woke us: a hint carries no promise. */
const LOOKS = 5;
/** While no record has changed it is not asked, but at each so many-th look: some debts are written with no record. */
const ASK_LOOKS = 12;
/** Idle, it looks at most this often however fast changes come: an alarm waits for no longer than this. */
const SETTLE_MS = 50;
/** A push under way at close may take this long still. */
const CLOSE_GRACE_MS = 1_500;

/** A row that is ready to go, and whether somebody can be known by it. */
type Ready = { readonly row: OutboxRow; readonly parcel: Parcel; readonly isPersonal: boolean };

const realTimer = (run: () => void, ms: number): (() => void) => {
  const timeout = setTimeout(run, ms);
  return () => clearTimeout(timeout);
};

/**
 * Brings what is owed to one destination (市级平台等). One push at a time; before each the outbox is asked again, so an alarm
 * waits for at most the one push that is under way, never for a queue or a period. State lives in the outbox: a restart goes on.
 */
export const startCourier = (deps: CourierDeps): Courier => {
  const { tenant, target, settings, outbox, store, timer = realTimer, random = Math.random } = deps;
  const lookMs = LOOKS * (deps.paceMs ?? 1_000);
  const { id: name } = target;
  const label = name.startsWith("city-") ? "city" : `sharing ${name}`;
  const hangUp = new AbortController();
  const rest = createRest(timer);
  const window = createSendWindow(settings.periodSeconds * 1000);
  let isClosing = false;
  let isKicked = false;
  /** Nothing may go between these times while the count stays. */
  let nothing: { readonly from: number; readonly until: number; readonly tick: number } | null = null;
  /** Smaller after a push was refused as a whole, to find the record at fault. */ let groupSize = GROUP_MAX;

  const packed = async (row: OutboxRow, shaped: Shaping): Promise<Ready | null> => {
    const record = await store.record(tenant, row.kind, row.id);
    if (record === null) return null;
    // The record as it is now: the version that is sent may be later than the one that the row names.
    const out: StoredRecord = await shaped(record);
    const json = JSON.stringify(sharedRecord(out, deps.utcOffsetMinutes));
    const parcel = { id: record.id, version: record.version, json, isTombstone: record.deleted };
    return {
      row: { ...row, version: record.version },
      parcel,
      isPersonal: settings.personalData === "full" && hasPerson(out),
    };
  };

  const settle = async (results: readonly OutboxResult[], persons: readonly OutboxRow[] = []): Promise<void> => {
    const at = deps.clock();
    const outcome = { kind: "outbox", write: { act: "settle", name, at, results } } as const;
    await store.commit({ tenant, writes: [outcome, ...transferEntries(name, persons, at)] });
  };

  const fail = async (reason: string, retryAfter: number | null): Promise<void> => {
    const at = deps.clock();
    const fails = (await outbox.standing(tenant, name)).fails + 1;
    const nextAt = nextAttemptAt(at, fails, retryAfter, random()) as Instant;
    await outbox.failed(tenant, name, at, nextAt, reason);
    if (fails === 1) deps.log(`${label}: ${reason}; trying again 共享上报失败,将重试`);
  };

  const conclude = async (sent: readonly Ready[], outcome: PushOutcome): Promise<void> => {
    if (outcome.kind === "stopped") return;
    if (outcome.kind === "failed") return fail(outcome.reason, outcome.retryAfterMs);
    if (outcome.kind === "rejected" && sent.length > 1) {
      groupSize = Math.ceil(sent.length / 2);
      return;
    }
    const results = sent.map(({ row }, index): OutboxResult => {
      if (outcome.kind === "rejected") return { row, outcome: "dead", error: outcome.reason };
      const answer = outcome.answers[index];
      return answer?.accepted === false
        ? { row, outcome: "dead", error: answer.reason }
        : { row, outcome: "sent", error: null };
    });
    await settle(
      results,
      sent.filter(({ isPersonal }) => isPersonal).map(({ row }) => row),
    );
    groupSize = Math.min(GROUP_MAX, groupSize * 2);
    const dead = results.filter((result) => result.outcome === "dead");
    const [first] = dead;
    if (first)
      deps.log(
        `${label}: refused ${dead.length} records for good 对方拒收 ${dead.length} 条记录; ${first.row.kind} ${first.row.id}: ${first.error}`,
      );
  };

  const findsNothing = (tick: number, now: number): void => {
    nothing = { from: now, until: now + Math.min(ASK_LOOKS * lookMs, window.waitMs(now)), tick };
  };

  /** Without what came from the platform that is sent to; that is settled unsent. */
  const withoutTheirs = async (party: string, known: readonly Ready[]): Promise<readonly Ready[]> => {
    const isTheirs = await Promise.all(known.map(({ row }) => originOf(store, tenant, party, row)));
    const returning = known.filter((_, index) => isTheirs[index]);
    if (returning.length > 0) await settle(returning.map(({ row }) => ({ row, outcome: "sent", error: null })));
    return known.filter((_, index) => !isTheirs[index]);
  };

  /** Sends one group. False when nothing is to be sent now. `tick`: of records, before anything was asked. */
  const round = async (isOwing: boolean, tick: number): Promise<boolean> => {
    const now = deps.clock();
    const recordsUntil = window.open(now);
    const rows = await outbox.next(tenant, name, groupSize, recordsUntil as Instant | null);
    const [first] = rows;
    if (first === undefined) {
      if (recordsUntil === null) {
        findsNothing(tick, now);
        return false;
      }
      if (isOwing && (await outbox.oweMore(tenant, name))) return true;
      window.close();
      // What came while a window was open waits for the next.
      if (recordsUntil === now) findsNothing(tick, now);
      return false;
    }
    if (first.kind !== "alarm") window.used();
    const shaped = createShaping(store, tenant, settings);
    const found = await Promise.all(rows.map((row) => packed(row, shaped)));
    const gone = rows.filter((_, index) => found[index] === null);
    if (gone.length > 0) await settle(gone.map((row) => ({ row, outcome: "dead", error: "the record is not there" })));
    const known = found.filter((one) => one !== null);
    const ready = settings.partyId === undefined ? known : await withoutTheirs(settings.partyId, known);
    if (ready.length > 0 && !isClosing) {
      const parcels = ready.map(({ parcel }) => parcel);
      await conclude(ready, await push(target, first.kind, parcels, deps.clock(), hangUp.signal));
    }
    return true;
  };

  const isKnownToOweNothing = (): boolean =>
    !isKicked &&
    nothing !== null &&
    nothing.tick === store.ticks.records() &&
    nothing.from <= deps.clock() &&
    nothing.until > deps.clock();

  const turn = async (): Promise<void> => {
    rest.begin();
    if (nothing !== null && isKnownToOweNothing())
      return rest.sleep(Math.min(nothing.until - deps.clock(), lookMs), true);
    const tick = store.ticks.records();
    const { nextAt, isOwing } = await outbox.standing(tenant, name);
    const waitMs = isKicked ? 0 : nextAt - deps.clock();
    isKicked = false;
    // In slices: a clock that is set back must not silence us for longer. A hint does not shorten a back-off.
    if (waitMs > 0) return rest.sleep(Math.min(waitMs, lookMs), false);
    if (await round(isOwing, tick)) return;
    await rest.sleep(SETTLE_MS, false);
    await rest.sleep(Math.min(window.waitMs(deps.clock()), lookMs), true);
  };

  const run = async (): Promise<void> => {
    while (!isClosing) {
      try {
        await turn();
      } catch (error) {
        if (isClosing) return;
        deps.log(`${label}: the outbox failed 待送队列出错: ${error instanceof Error ? error.message : "?"}`);
        await rest.sleep(1_000, false);
      }
    }
  };

  const stopHints = deps.hints.onHint(() => {
    if (!isKnownToOweNothing()) rest.wake();
  });
  const running = run();
  return {
    kick: () => {
      isKicked = true;
      window.reset();
      rest.rouse();
    },
    close: async () => {
      isClosing = true;
      stopHints();
      rest.end();
      const grace = setTimeout(() => hangUp.abort(), CLOSE_GRACE_MS);
      await running;
      clearTimeout(grace);
    },
  };
};
