// From the byte of an alarm to its event.

import type { SeenAlarms } from "./event-reader.ts";
import { percentile } from "./fleet-device.ts";
import type { LoadRecord, Times } from "./fleet-load.ts";
import { benchDevice } from "./fleet-registry.ts";
import { pause } from "./hub-parts.ts";

const WITHIN_MS = 60_000;
const LOOK_MS = 100;

export type EventTimes = Times & {
  /** Alarms that were sent. */ readonly raised: number;
  /** Of them: no event came. */ readonly missing: number;
};

/** Times of the alarms sent in a phase, after they have had time to come. The order of a device's alarms is kept (EF-4.4.3). */
export const eventTimes = async ({ alarms }: LoadRecord, name: string, seen: SeenAlarms): Promise<EventTimes> => {
  const counts = new Map<number, number>();
  const sent = alarms.flatMap(([phase, device, at]) => {
    const place = counts.get(device) ?? 0;
    counts.set(device, place + 1);
    return phase === name ? [{ device: benchDevice(device), place, at }] : [];
  });
  const isMissing = ({ device, place }: (typeof sent)[number]): boolean => seen.at.get(device)?.[place] === undefined;
  for (const from = performance.now(); sent.some(isMissing) && performance.now() - from < WITHIN_MS; )
    await pause(LOOK_MS);
  const times = sent.flatMap(({ device, place, at }) => {
    const event = seen.at.get(device)?.[place];
    return event === undefined ? [] : [event - at];
  });
  const sorted = Float64Array.from(times).sort();
  const [p50Ms, p99Ms] = [percentile(sorted, 0.5), percentile(sorted, 0.99)];
  const maxMs = sorted.at(-1) ?? Number.NaN;
  return { raised: sent.length, missing: sent.length - times.length, count: sorted.length, p50Ms, p99Ms, maxMs };
};
