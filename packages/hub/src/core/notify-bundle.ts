import { type CallCap, freeAt, type SentNotice } from "./notify-budget.ts";
import type { NotifyGrouping } from "./notify-policy.ts";

/** What waits for one person on one channel and is of one cause: it goes out as one message. */
export type NotifyBundle = {
  readonly channel: string;
  readonly class: string;
  /** Of the first of its alarms. */ readonly unitId: string;
  readonly unitIds: readonly string[];
  readonly rootIds: readonly string[];
  readonly alarmIds: readonly string[];
  readonly expiresAt: number;
};

/** A way to send: a channel setting that works, in the order in which they are tried. */
export type NotifyWay = { readonly courierId: string; readonly caps: readonly CallCap[] };

export type BundleDecision =
  | { readonly kind: "send"; readonly courierId: string }
  | { readonly kind: "hold"; readonly until: number }
  /** This person knows already; the message before stands for it. */
  | { readonly kind: "merge" }
  | { readonly kind: "fail"; readonly reason: "budget" | "no-courier" };

/** One row that waits. */
export type WaitingNotice = {
  readonly id: string;
  readonly alarmId: string;
  readonly class: string;
  readonly unitId: string;
  /** The alarm under which it is grouped; itself: none. */ readonly rootId: string;
  readonly channel: string;
  readonly expiresAt: number;
};

const MINUTE_MS = 60_000;
/** Messages about one cause are counted over so long. */
export const STORM_MS = 60 * MINUTE_MS;
/** A cap that frees within this is waited for. */
const PATIENCE_MS = MINUTE_MS;

/** Whether a person is in a storm of a class on a channel: more alarms in the last minute than anybody can take in one by one. */
export const isStorm = (
  waiting: readonly WaitingNotice[],
  sent: readonly SentNotice[],
  grouping: NotifyGrouping,
  at: number,
): boolean => {
  const alarms = new Set(waiting.map(({ alarmId }) => alarmId));
  for (const one of sent) if (one.at > at - MINUTE_MS) for (const id of one.alarmIds) alarms.add(id);
  return alarms.size > grouping.stormPerMinute;
};

/** What waits for one person on one channel, parted into causes: a storm of a class is one, else a root or unit. */
export const bundlesOf = (
  waiting: readonly WaitingNotice[],
  sent: readonly SentNotice[],
  grouping: NotifyGrouping,
  at: number,
): readonly (readonly WaitingNotice[])[] => {
  const parts = new Map<string, WaitingNotice[]>();
  for (const alarmClass of new Set(waiting.map((one) => one.class))) {
    const own = waiting.filter((one) => one.class === alarmClass);
    const isOne = isStorm(
      own,
      sent.filter((one) => one.class === alarmClass),
      grouping,
      at,
    );
    for (const one of own) {
      const key = isOne
        ? alarmClass
        : JSON.stringify([alarmClass, one.rootId === one.alarmId ? one.unitId : one.rootId]);
      parts.set(key, [...(parts.get(key) ?? []), one]);
    }
  }
  return [...parts.values()];
};

/**
 * What becomes of a bundle. The first message of a cause goes at once; what follows within the window is one message at its end; a
 * person gets so many about one storm and no more. One cause never hides another class.
 *
 * @param sent - to this person by all channels, within {@link STORM_MS} at least
 * @param isWhole - the bundle is a storm of its class
 */
export const decide = (
  bundle: NotifyBundle,
  sent: readonly SentNotice[],
  ways: readonly NotifyWay[],
  {
    grouping,
    at,
    isWhole,
    utcOffsetMinutes,
  }: {
    readonly grouping: NotifyGrouping;
    readonly at: number;
    readonly isWhole: boolean;
    readonly utcOffsetMinutes: number;
  },
): BundleDecision => {
  if (ways.length === 0) return { kind: "fail", reason: "no-courier" };
  const related = sent.filter(
    (one) =>
      one.at > at - STORM_MS &&
      one.class === bundle.class &&
      ((isWhole && one.isStorm === true) || bundle.unitIds.includes(one.unitId) || bundle.rootIds.includes(one.rootId)),
  );
  const alarms = new Set([...bundle.alarmIds, ...related.flatMap(({ alarmIds }) => alarmIds)]);
  if (alarms.size > 1) {
    if (related.length >= grouping.perPersonMax) return { kind: "merge" };
    const last = related
      .filter(({ channel }) => channel === bundle.channel)
      .reduce((max, one) => Math.max(max, one.at), 0);
    const until = last + grouping.windowSeconds * 1_000;
    if (until > at) return until < bundle.expiresAt ? { kind: "hold", until } : { kind: "merge" };
  }
  let soonest = Number.POSITIVE_INFINITY;
  for (const { courierId, caps } of ways) {
    const own = sent.filter((one) => one.courierId === courierId);
    const free = freeAt(caps, own, bundle, at, utcOffsetMinutes);
    if (free <= at) return { kind: "send", courierId };
    soonest = Math.min(soonest, free);
  }
  return soonest - at <= PATIENCE_MS && soonest < bundle.expiresAt
    ? { kind: "hold", until: soonest }
    : { kind: "fail", reason: "budget" };
};
