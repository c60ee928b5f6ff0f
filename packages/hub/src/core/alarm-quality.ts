const MINUTE_MS = 60_000;
const TEN_MINUTES_MS = 10 * MINUTE_MS;
/** ISA-18.2: a flood begins with more than this in 10 minutes, and ends with fewer than {@link CALM}. */
const FLOOD = 10;
const CALM = 5;
/** So often within a minute a source chatters. */
const CHATTERING = 3;
const SOURCES_MAX = 10;

/** An alarm that came, or came again. */
export type AlarmArrival = {
  /** Integer milliseconds UTC. */ readonly at: number;
  readonly deviceId: string;
  readonly type: string;
  readonly class: string;
  /** The same alarm again, which is nothing new for people. */ readonly isRepeat: boolean;
  /** How often it came in all; of a repeat 0, because its alarm counts it. */ readonly times: number;
};

export type AlarmSource = { readonly deviceId: string; readonly type: string; readonly count: number };

/** How well alarms serve the people who watch them (告警质量), in the terms of ISA-18.2. */
export type AlarmQuality = {
  /** Without repeats. */ readonly alarms: number;
  /** Of them of the class `alarm` (报警). */ readonly ofTopClass: number;
  readonly floods: number;
  /** Sources, a device and a type each, that came three times within a minute. */ readonly chattering: number;
  /** The ten most frequent, repeats counted. */ readonly topSources: readonly AlarmSource[];
};

type Source = { readonly deviceId: string; readonly type: string; count: number; readonly last: number[] };

/**
 * Judges alarms as they came (告警负荷、泛滥、反复). One pass; it remembers ten minutes and the sources.
 *
 * @param arrivals - in the order of `at`
 */
export const alarmQuality = (arrivals: Iterable<AlarmArrival>): AlarmQuality => {
  const sources = new Map<string, Source>();
  const chattering = new Set<string>();
  const recent: number[] = [];
  let [alarms, ofTopClass, floods, isFlood] = [0, 0, 0, false];
  for (const arrival of arrivals) {
    const { at, deviceId, type } = arrival;
    const key = `${deviceId} ${type}`;
    const source = sources.get(key) ?? { deviceId, type, count: 0, last: [] };
    sources.set(key, source);
    source.count += arrival.times;
    source.last.push(at);
    if (source.last.length > CHATTERING) source.last.shift();
    if (source.last.length === CHATTERING && at - (source.last[0] ?? at) <= MINUTE_MS) chattering.add(key);
    if (arrival.isRepeat) continue;
    alarms += 1;
    if (arrival.class === "alarm") ofTopClass += 1;
    while (recent.length > 0 && at - (recent[0] ?? at) >= TEN_MINUTES_MS) recent.shift();
    if (recent.length < CALM) isFlood = false;
    recent.push(at);
    if (recent.length > FLOOD && !isFlood) {
      isFlood = true;
      floods += 1;
    }
    // More than this decides nothing, and a flood is not to fill the memory.
    if (recent.length > FLOOD + 1) recent.shift();
  }
  const topSources = [...sources.values()]
    .map(({ deviceId, type, count }) => ({ deviceId, type, count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || compare(a.deviceId, b.deviceId) || compare(a.type, b.type))
    .slice(0, SOURCES_MAX);
  return { alarms, ofTopClass, floods, chattering: chattering.size, topSources };
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
