import type { ActOf, AlarmScene, AlarmStep, Tell } from "./alarm-act.ts";
import type { AlarmLife } from "./alarm-life-state.ts";
import type { AlarmSlot } from "./alarm-slot.ts";
import { CLOCK_TOLERANCE_MS } from "./alarm-slot.ts";

/** Longest time for which an alarm can be shelved. */
const SHELF_MAX_MS = 1_440 * 60_000;

const stamped = <T extends { readonly at: number }>(one: T | null, now: number): T | null =>
  one === null || one.at <= now ? one : { ...one, at: now };

/**
 * The life of an alarm that was dealt with while the hub's clock was ahead: nothing of it happened later than now, and people have
 * the time from now on that they have (EF-5.3, CP-4.2). That it was overdue is taken back when only the wrong clock said so.
 *
 * @param now - milliseconds UTC
 * @param due - of `dueMs`
 */
export const lifeNotAfter = (life: AlarmLife, now: number, due: number | null): AlarmLife => {
  const { rectification, shelf, chatter, escalatedAt } = life;
  const dueAt = life.dueAt === null || due === null ? life.dueAt : Math.min(life.dueAt, now + due);
  const isTakenBack = escalatedAt !== null && escalatedAt > now && dueAt !== null && dueAt > now;
  const rectified = stamped(rectification, now);
  return {
    ...life,
    acknowledged: stamped(life.acknowledged, now),
    assigned: stamped(life.assigned, now),
    dueAt,
    escalatedAt: isTakenBack || escalatedAt === null ? null : Math.min(escalatedAt, now),
    advice: stamped(life.advice, now),
    rectification: rectified && { ...rectified, rectifiedAt: Math.min(rectified.rectifiedAt, now) },
    closure: stamped(life.closure, now),
    shelf: shelf && { ...shelf, until: Math.min(shelf.until, now + SHELF_MAX_MS) },
    ...(chatter === undefined ? {} : { chatter: { ...chatter, at: Math.min(chatter.at, now) } }),
  };
};

/** The step of such a life, told once in the alarm's history. */
export const setBack = (
  life: AlarmLife,
  _: ActOf<"setBack">,
  { at, due }: Pick<AlarmScene, "at" | "due">,
  entry: Tell,
): AlarmStep => {
  const text = "平台时钟曾超前,时间与期限从现在起计 The hub's clock was ahead: times and the due date count from now";
  const next = lifeNotAfter(life, at, due);
  return { ok: true, life: { ...next, acts: next.acts + 1 }, entries: [entry("commented", text)], record: null };
};

/** Times of an alarm's record that the hub gives it. */
const TIMES = ["receivedAt", "occurredAt", "lastOccurredAt", "recoveredAt", "clearedAt"] as const;

/** Those of its times that lie ahead, put back. @param text - now, as records write it */
export const alarmTimesNotAfter = (
  body: { readonly [member: string]: unknown },
  now: number,
  text: string,
): { readonly [member: string]: string } =>
  Object.fromEntries(
    TIMES.flatMap((member) => {
      const value = body[member];
      return typeof value === "string" && Date.parse(value) > now ? [[member, text] as const] : [];
    }),
  );

/** What the core remembers of an alarm: else nothing that its device says of it would be newer than the wrong clock. */
export const slotNotAfter = (slot: AlarmSlot, now: number): AlarmSlot => {
  const { open } = slot;
  return {
    ...slot,
    open: open && {
      ...open,
      occurredAt: Math.min(open.occurredAt, now),
      lastOccurredAt: Math.min(open.lastOccurredAt, now),
      recoveredAt: open.recoveredAt === null ? null : Math.min(open.recoveredAt, now),
    },
    heard: slot.heard.filter((at) => at <= now + CLOCK_TOLERANCE_MS),
  };
};
