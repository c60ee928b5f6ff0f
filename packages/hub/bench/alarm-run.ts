// Alarms among the readings of other devices: how long until each is confirmed, and until its event is there.
import { type EventTimes, eventTimes } from "./alarm-events.ts";
import { readAlarms } from "./event-reader.ts";
import type { PhaseFigures } from "./fleet-load.ts";
import { type BenchHub, loadOf, type PartOptions, type Probe, probeOf } from "./hub-parts.ts";

/** `rate`: alarms included. */
export type AlarmOptions = PartOptions & { readonly alarmDevices: number; readonly alarmsPerSecond: number };
export type AlarmRun = {
  /** Of the frames of all devices. */ readonly load: PhaseFigures;
  readonly events: EventTimes;
  readonly probe: Probe;
};
const WARM_UP_SECONDS = 2;
const SETTLE_SECONDS = 60;

/**
 * @param firstSerial - serials of the fleet go on from it
 * @throws Error when a frame is not confirmed, a connection closed, or an alarm without event
 */
export const runWithAlarms = async (hub: BenchHub, options: AlarmOptions, firstSerial = 0): Promise<AlarmRun> => {
  const { connections, seconds, rate, alarmDevices, alarmsPerSecond } = options;
  const seen = await readAlarms(hub.httpUrl, hub.key);
  const probing = probeOf(hub.folder, seconds + WARM_UP_SECONDS);
  const phase = { rate: rate - alarmsPerSecond, alarmsPerSecond };
  const { figures, record } = await loadOf(hub, {
    ...{ connections, alarmDevices, firstSerial, inFlightMax: Number.MAX_SAFE_INTEGER, settleSeconds: SETTLE_SECONDS },
    phases: [
      { name: "warm up", seconds: WARM_UP_SECONDS, ...phase },
      { name: "measured", seconds, ...phase },
    ],
  });
  const probe = await probing;
  const events = await eventTimes(record, "measured", seen);
  seen.stop();
  const load = figures.phases.at(-1);
  if (load === undefined || figures.denied + figures.closed + figures.unanswered + events.missing > 0)
    throw new Error(`not all confirmed and told: ${JSON.stringify({ figures, events })}`);
  return { load, events, probe };
};
