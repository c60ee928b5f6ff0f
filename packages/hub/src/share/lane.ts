import type { Instant } from "@dianan/model";
import type { OutboxLane, OutboxResult, OutboxRow } from "../ports/outbox.ts";
import type { BackingOff } from "./backing-off.ts";
import type { CourierDeps } from "./courier-deps.ts";
import type { Pace } from "./pace.ts";
import { createPacker, type Ready } from "./packer.ts";
import { type PushOutcome, push } from "./push.ts";
import type { Rest } from "./rest.ts";
import type { SendWindow } from "./send-window.ts";
import { transferEntries } from "./transfer-entries.ts";

/** One of the two ways to a destination. */
export type Lane = {
  /** Something may be owed: a record has changed. */ wake(): void;
  /** Something is owed of which no record has changed. */ look(): void;
  /** Tries at once whatever the period or the back-off says. */ kick(): void;
  /** Resolves once it no longer runs. */ readonly running: Promise<void>;
};

export type LaneParts = {
  readonly lane: OutboxLane;
  readonly window: SendWindow;
  readonly rest: Rest;
  readonly backOff: BackingOff;
  /** Of both ways together. */ readonly pace: Pace;
  /** Whether the other way fails. */ readonly otherFails: () => boolean;
  /** This way gets through again. */ readonly recovered: () => void;
  /** More is owed than was. */ readonly owesMore: () => void;
  /** Idle, it looks at most this often however fast changes come. Milliseconds. */ readonly settleMs: number;
  /** After a push that took all there was it waits so long for what comes next, to send it together. Milliseconds. */
  readonly gatherMs: number;
  readonly label: string;
  readonly hangUp: AbortSignal;
  readonly isClosing: () => boolean;
};

/** Records of one push; of one that a mapping makes, whose steps and result are bounded. */
const GROUP_MAX = 500;
const MAPPED_GROUP_MAX = 100;
/** The outbox is looked at this often, in times of the hub's pace, even when nothing woke us: a hint carries no promise. */
const LOOKS = 5;
/** While no record has changed it is not asked, but at each so many-th look: some debts are written with no record. */
const ASK_LOOKS = 12;

/**
 * One push at a time, so that what is sent of one record keeps its order. A push takes all that is owed, up to {@link GROUP_MAX}: while one is
 * under way the next one grows. What it brought is settled in one commit; what was not settled is sent again, with the same id.
 */
export const startLane = (deps: CourierDeps, parts: LaneParts): Lane => {
  const { tenant, target, outbox, store, random = Math.random } = deps;
  const { lane, window, rest, backOff, pace, label, isClosing } = parts;
  const lookMs = LOOKS * (deps.paceMs ?? 1_000);
  const { id: name } = target;
  const groupMax = Math.min(pace.groupMax, target.mapped === undefined ? GROUP_MAX : MAPPED_GROUP_MAX);
  /** Nothing may go between these times while the count stays. */
  let nothing: { readonly from: number; readonly until: number; readonly tick: number } | null = null;
  let isKicked = false;
  /** Smaller after a push was refused as a whole, to find the record at fault. */ let groupSize = groupMax;

  const settle = async (results: readonly OutboxResult[], persons: readonly OutboxRow[] = []): Promise<void> => {
    const at = deps.clock();
    const outcome = { kind: "outbox", write: { act: "settle", name, at, results, answered: lane } } as const;
    await store.commit({ tenant, writes: [outcome, ...transferEntries(name, persons, at)] });
    if (backOff.worked()) parts.recovered();
  };
  /** What is settled without having been sent says nothing of the receiver. */
  const packed = createPacker(deps, async (results) => {
    const write = { act: "settle", name, at: deps.clock(), results } as const;
    await store.commit({ tenant, writes: [{ kind: "outbox", write }] });
  });

  const fail = async (reason: string, retryAfter: number | null): Promise<void> => {
    const { fails, nextAt } = backOff.failed(deps.clock(), retryAfter, random());
    await outbox.failed(tenant, name, lane, nextAt as Instant, reason);
    if (fails === 1 && !parts.otherFails()) deps.log(`${label}: ${reason}; trying again 共享上报失败,将重试`);
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
    groupSize = Math.min(groupMax, groupSize * 2);
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

  /** Sends one group. `tick`: of records, before anything was asked. */
  const round = async (isOwing: boolean, tick: number): Promise<"all" | "part" | "nothing"> => {
    const now = deps.clock();
    const until = window.open(now);
    if (until === null) {
      findsNothing(tick, now);
      return "nothing";
    }
    const asked = groupSize;
    const rows = await outbox.next(tenant, name, lane, asked, until as Instant);
    const [first] = rows;
    if (first === undefined) {
      if (isOwing && lane === "records" && (await outbox.oweMore(tenant, name))) {
        parts.owesMore();
        return "part";
      }
      window.close();
      // Whom nothing is owed nothing can fail.
      if (until >= now && backOff.worked())
        await store.commit({ tenant, writes: [{ kind: "outbox", write: { act: "calm", name, lane } }] });
      // What came while a window was open waits for the next.
      if (until >= now) findsNothing(tick, now);
      return "nothing";
    }
    const paceMs = pace.waitMs(lane, deps.clock());
    if (paceMs > 0) {
      await rest.sleep(Math.min(paceMs, lookMs), false);
      return "part";
    }
    window.used();
    const ready = await packed(rows);
    if (ready.length > 0 && !isClosing()) {
      const parcels = ready.map(({ parcel }) => parcel);
      pace.used(lane, parcels.length, deps.clock());
      await conclude(ready, await push(target, first.kind, parcels, deps.clock(), parts.hangUp));
    }
    return ready.length < rows.length || rows.length >= Math.min(asked, groupSize) ? "part" : "all";
  };

  const isKnownToOweNothing = (): boolean =>
    nothing !== null &&
    nothing.tick === store.ticks.records() &&
    nothing.from <= deps.clock() &&
    nothing.until > deps.clock();

  const turn = async (): Promise<void> => {
    rest.begin();
    if (nothing !== null && isKnownToOweNothing())
      return rest.sleep(Math.min(nothing.until - deps.clock(), lookMs), true);
    const tick = store.ticks.records();
    const { fails, nextAt, isOwing } = await outbox.standing(tenant, name, lane);
    backOff.begin(fails, nextAt);
    const waitMs = isKicked ? 0 : backOff.waitMs(deps.clock());
    isKicked = false;
    // In slices: a clock that is set back must not silence us for longer. A hint does not shorten a back-off.
    if (waitMs > 0) return rest.sleep(Math.min(waitMs, lookMs), false);
    const found = await round(isOwing, tick);
    if (found === "part") return;
    if (found === "all") return parts.gatherMs > 0 ? rest.sleep(parts.gatherMs, false) : undefined;
    if (parts.settleMs > 0) await rest.sleep(parts.settleMs, false);
    await rest.sleep(Math.min(window.waitMs(deps.clock()), lookMs), true);
  };

  const run = async (): Promise<void> => {
    while (!isClosing()) {
      try {
        await turn();
      } catch (error) {
        if (isClosing()) return;
        deps.log(`${label}: the outbox failed 待送队列出错: ${error instanceof Error ? error.message : "?"}`);
        await rest.sleep(1_000, false);
      }
    }
  };

  return {
    wake: () => {
      if (!isKnownToOweNothing()) rest.wake();
    },
    look: () => {
      nothing = null;
      rest.wake();
    },
    kick: () => {
      nothing = null;
      isKicked = true;
      window.reset();
      rest.rouse();
    },
    running: run(),
  };
};
