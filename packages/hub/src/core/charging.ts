import { type SessionEnd, type SessionEvent, sessionEnds } from "@dianan/model";
import type { Step } from "./step.ts";

/** A charging session (充电会话) as it is stored. Times are milliseconds UTC. */
export type ChargingSession = {
  readonly id: string;
  readonly order: string | null;
  readonly startedAt: number;
  /** Null: still charging. */ readonly endedAt: number | null;
  /** Scaled integer of `energyImport`; null: never told. */ readonly energy: number | null;
  /** Fen; null: never told. */ readonly amount: number | null;
  /** Scaled integer of `activePower`, the greatest seen; null: none seen. */ readonly maxPower: number | null;
  /** Why it ended; null: not yet, or the device never said. */ readonly end: SessionEnd | null;
  /** CP-3.2 counts it as an abnormal power-off (异常断电). */ readonly isAbnormal: boolean;
  /** The protocol's own reason; null: none. */ readonly rawCode: string | null;
};

/** What is remembered of one port. */
export type PortSessions = {
  /** The session under way. */ readonly open: ChargingSession | null;
  /** The one before: a settlement that comes again is known by it. */ readonly last: ChargingSession | null;
};

export const noSessions: PortSessions = { open: null, last: null };

export type ChargingInput =
  | {
      readonly kind: "told";
      readonly event: Pick<
        SessionEvent,
        "phase" | "order" | "elapsed" | "energy" | "amount" | "end" | "rawCode" | "at"
      >;
      readonly now: number;
      readonly nextId: () => string;
    }
  /** Power of the port now. Scaled integer of `activePower`. */
  | { readonly kind: "power"; readonly power: number };

/** A session that is new or has changed. */
export type ChargingEffect = ChargingSession;

/** Raw code of a session whose end the device never told. */
export const LOST_END = "lost-end";

/** A device's clock may be so far ahead, and its word of the past so old, to be believed. */
const AHEAD_MS = 5 * 60_000;
const PAST_MS = 30 * 86_400_000;
/** A settlement without an order number is a repeat of one that ended so lately. */
const REPEAT_MS = 10 * 60_000;

const believed = (at: number | null, now: number): number =>
  at !== null && at <= now + AHEAD_MS && at >= now - PAST_MS ? Math.min(at, now) : now;

const startOf = (at: number, elapsed: number | null): number => at - Math.max(0, elapsed ?? 0) * 1_000;

/** The larger of two that may be unknown: what grows during a session does not shrink by a frame that came late. */
const larger = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b);

/** Whether an event is of this session: the same order, or one of them does not know it. */
const isOf = ({ order }: ChargingSession, told: { readonly order: string | null }): boolean =>
  order === null || told.order === null || order === told.order;

/**
 * One step of a port's sessions. Robust against what is lost and what comes twice: progress or an end without a start makes the session
 * that it tells of, a new order ends the one before whose end was lost (`end` null, not counted as abnormal: nobody said so), a
 * settlement that is sent again changes nothing. CP-3.1, CP-3.2.
 */
export const stepPort = (state: PortSessions, input: ChargingInput): Step<PortSessions, ChargingEffect> => {
  if (input.kind === "power") return powered(state, input.power);
  const { event, now } = input;
  if (event.phase === "ended") return ended(state, input);
  // A frame that was on its way when the session ended.
  if (state.open === null && event.phase === "progress" && isRepeat(state.last, event, now))
    return { state, effects: [] };
  const { open } = state;
  const isSame = open !== null && isOf(open, event) && !(event.phase === "started" && restarted(open, event));
  if (isSame) {
    const next: ChargingSession = {
      ...open,
      order: open.order ?? event.order,
      energy: larger(open.energy, event.energy),
      amount: larger(open.amount, event.amount),
    };
    return isAlike(open, next) ? { state, effects: [] } : { state: { ...state, open: next }, effects: [next] };
  }
  const at = believed(event.at, now);
  const begun: ChargingSession = {
    id: input.nextId(),
    order: event.order,
    startedAt: startOf(at, event.elapsed),
    endedAt: null,
    energy: event.energy,
    amount: event.amount,
    maxPower: null,
    end: null,
    isAbnormal: false,
    rawCode: null,
  };
  if (open === null) return { state: { open: begun, last: state.last }, effects: [begun] };
  const lost = { ...open, endedAt: Math.max(open.startedAt, Math.min(begun.startedAt, now)), rawCode: LOST_END };
  return { state: { open: begun, last: lost }, effects: [lost, begun] };
};

/** A start without an order number that says nothing has been used is another session than one that has. */
const restarted = (
  open: ChargingSession,
  { order, elapsed }: { order: string | null; elapsed: number | null },
): boolean => order === null && elapsed === 0 && (open.energy ?? 0) > 0;

const powered = (state: PortSessions, power: number): Step<PortSessions, ChargingEffect> => {
  const { open } = state;
  if (open === null || power <= (open.maxPower ?? -1)) return { state, effects: [] };
  const next = { ...open, maxPower: power };
  return { state: { ...state, open: next }, effects: [next] };
};

const ended = (
  state: PortSessions,
  { event, now, nextId }: Extract<ChargingInput, { readonly kind: "told" }>,
): Step<PortSessions, ChargingEffect> => {
  const { open, last } = state;
  const isOpen = open !== null && isOf(open, event);
  if (!isOpen && isRepeat(last, event, now)) return corrected(state, event);
  const at = believed(event.at, now);
  const startedAt = isOpen ? open.startedAt : startOf(at, event.elapsed);
  const session: ChargingSession = {
    id: isOpen ? open.id : nextId(),
    order: event.order ?? (isOpen ? open.order : null),
    startedAt,
    endedAt: Math.max(startedAt, at),
    // A settlement is the device's last word: it outweighs what was told on the way.
    energy: event.energy ?? (isOpen ? open.energy : null),
    amount: event.amount ?? (isOpen ? open.amount : null),
    maxPower: isOpen ? open.maxPower : null,
    end: event.end,
    isAbnormal: event.end !== null && sessionEnds[event.end].isAbnormal,
    rawCode: event.rawCode === "" ? null : event.rawCode,
  };
  // An end of another order than the one under way was sent late, and ends nothing.
  return { state: { open: isOpen ? null : open, last: session }, effects: [session] };
};

const isRepeat = (last: ChargingSession | null, { order }: { readonly order: string | null }, now: number): boolean =>
  last !== null &&
  last.endedAt !== null &&
  (order !== null ? last.order === order : last.order === null && now - last.endedAt < REPEAT_MS);

/** A settlement that comes again may know more: the end of a session that was given up as lost. */
const corrected = (
  state: PortSessions,
  {
    end,
    energy,
    amount,
    rawCode,
  }: { end: SessionEnd | null; energy: number | null; amount: number | null; rawCode: string },
): Step<PortSessions, ChargingEffect> => {
  const { last } = state;
  if (last === null || last.end !== null || end === null) return { state, effects: [] };
  const known = {
    ...{ ...last, end, isAbnormal: sessionEnds[end].isAbnormal, rawCode: rawCode === "" ? null : rawCode },
    ...{ energy: energy ?? last.energy, amount: amount ?? last.amount },
  };
  return { state: { ...state, last: known }, effects: [known] };
};

const isAlike = (a: ChargingSession, b: ChargingSession): boolean =>
  a.order === b.order && a.energy === b.energy && a.amount === b.amount;
