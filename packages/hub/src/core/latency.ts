import { type AlarmTypeRow, alarmTypes, isAlarmType } from "@dianan/model";

/** Parts of an alarm's way (环节). */
export const latencyLegs = [
  "deviceToReceived",
  "receivedToStored",
  "storedToPushed",
  "storedToShown",
  "receivedToShown",
] as const;
export type LatencyLeg = (typeof latencyLegs)[number];

/** From received to shown: 20 s of electrical fire (EF-4.4.1), 5 s of charging (CP-3.4.1). Milliseconds. */
export const shownLimitMs = { electricalFire: 20_000, charging: 5_000 } as const;
export type LatencySystem = keyof typeof shownLimitMs;
const systems = Object.keys(shownLimitMs) as readonly LatencySystem[];

/** Which limit an alarm has: its device's type decides; where that says neither, the alarm's type. */
export const latencySystemOf = (type: string, deviceType: string): LatencySystem => {
  if (deviceType === "chargingPile") return "charging";
  const { fire, eBike }: AlarmTypeRow = alarmTypes[isAlarmType(type) ? type : "unmapped"];
  return deviceType !== "electricalFireMonitor" && eBike && !fire ? "charging" : "electricalFire";
};

/** One alarm's way. Milliseconds UTC; null: not known. */
export type AlarmWay = {
  readonly system: LatencySystem;
  /** From the device's own time to receipt. Milliseconds. */ readonly deviceMs: number | null;
  readonly receivedAt: number;
  readonly storedAt: number;
  readonly pushedAt: number | null;
  readonly shownAt: number | null;
};

/** Times of one leg, milliseconds. The percentiles are times that were measured: the least that so many did not exceed. */
export type LatencyFigure = {
  readonly leg: LatencyLeg;
  readonly system: LatencySystem;
  readonly count: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  readonly limitMs: number;
  /** How many took longer than the limit. */ readonly over: number;
};

/** A clock that was set back in between makes nothing faster than at once. */
const since = (from: number, to: number | null): number | null => (to === null ? null : Math.max(0, to - from));

const timesOf: { readonly [L in LatencyLeg]: (way: AlarmWay) => number | null } = {
  deviceToReceived: ({ deviceMs }) => deviceMs,
  receivedToStored: ({ receivedAt, storedAt }) => since(receivedAt, storedAt),
  storedToPushed: ({ storedAt, pushedAt }) => since(storedAt, pushedAt),
  storedToShown: ({ storedAt, shownAt }) => since(storedAt, shownAt),
  receivedToShown: ({ receivedAt, shownAt }) => since(receivedAt, shownAt),
};

/** How fast alarms went (告警时延统计): each leg and system of which there is anything, in their order. */
export const latencyFigures = (ways: Iterable<AlarmWay>): readonly LatencyFigure[] => {
  const measured = latencyLegs.flatMap((leg) => systems.map((system) => ({ leg, system, all: [] as number[] })));
  for (const way of ways)
    for (const { leg, system, all } of measured) {
      const ms = system === way.system ? timesOf[leg](way) : null;
      if (ms !== null) all.push(ms);
    }
  return measured
    .filter(({ all }) => all.length > 0)
    .map(({ leg, system, all }) => {
      const sorted = Float64Array.from(all).sort();
      const least = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
      const limitMs = shownLimitMs[system];
      const over = all.filter((ms) => ms > limitMs).length;
      return { leg, system, count: all.length, p50Ms: least(0.5), p99Ms: least(0.99), maxMs: least(1), limitMs, over };
    });
};
