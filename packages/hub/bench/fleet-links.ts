// Connections of a fleet, held or cut. node fleet-links.ts <JSON of FleetLinks>; asked by messages of its parent, which it answers
// with LinkFigures: `frames`: each device sends a frame; `storm`: all are cut and opened again at once, each to be confirmed several
// frames, one after the other. The last device of the fleet stays away from a storm on.
import { type FleetDevice, type FleetWay, openDevice, openFleet, type Told } from "./fleet-device.ts";

export type FleetLinks = FleetWay & {
  readonly connections: number;
  /** Each device reports so often, whatever else it is asked to; 0: it does not. Milliseconds. */ readonly periodMs: number;
  /** How long it is waited until all are settled. Milliseconds. */ readonly withinMs: number;
};
export type LinkFigures = {
  /** Until the last device was settled. */ readonly ms: number;
  /** Devices that are not settled when no longer is waited. */ readonly unsettled: number;
  /** Frames that were refused, and were sent again. */ readonly denied: number;
  /** Connections that could not be opened at first. */ readonly refused: number;
  /** Connections that the other side has closed. */ readonly closed: number;
  /** Devices that stay away. */ readonly away: readonly number[];
};

const asked = JSON.parse(process.argv[2] ?? "{}") as FleetLinks;
const STORM_FRAMES = 3;
const AGAIN_MS = 200;
const TICK_MS = 50;
/** Frames that are to be confirmed to a device before it is settled. */ const left = new Map<number, number>();
const away: number[] = [];
let [denied, refused, closed] = [0, 0, 0];
let whenSettled: () => void = () => {};
const told: Told = {
  confirmed: (device) => {
    const more = (left.get(device.index) ?? 0) - 1;
    if (more > 0) {
      left.set(device.index, more);
      device.report();
    } else if (left.delete(device.index) && left.size === 0) whenSettled();
  },
  denied: (device) => {
    denied += 1;
    if (left.has(device.index)) setTimeout(() => device.report(), AGAIN_MS);
  },
  closed: () => {
    closed += 1;
  },
};
let fleet: readonly FleetDevice[] = await openFleet(asked, asked.connections, told);

const pause = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms));
/** Begins, and waits until every device was confirmed so many frames. */
const settle = async (frames: number, begin: () => Promise<void>): Promise<LinkFigures> => {
  [denied, refused, closed] = [0, 0, 0];
  for (const { index } of fleet) left.set(index, frames);
  const from = performance.now();
  const settled = new Promise<void>((go) => {
    whenSettled = go;
  });
  await Promise.race([Promise.all([begin(), settled]), pause(asked.withinMs)]);
  const figures = { ms: performance.now() - from, unsettled: left.size, denied, refused, closed, away: [...away] };
  left.clear();
  return figures;
};
/** As a modem does: it tries until it is connected. */
const again = async (before: FleetDevice): Promise<FleetDevice> => {
  for (const from = performance.now(); ; await pause(AGAIN_MS))
    try {
      const device = await openDevice(asked, before.index, told, before.serial());
      device.report();
      return device;
    } catch (error) {
      refused += 1;
      if (performance.now() - from > asked.withinMs) throw error;
    }
};
const frames = (): Promise<LinkFigures> =>
  settle(1, async () => {
    for (const device of fleet) device.report();
  });
const storm = (): Promise<LinkFigures> => {
  const gone = fleet.at(-1);
  if (gone === undefined) throw new RangeError("no device is left");
  gone.leave();
  away.push(gone.index);
  fleet = fleet.slice(0, -1);
  return settle(STORM_FRAMES, async () => {
    const before = fleet;
    fleet = [];
    for (const device of before) device.leave();
    fleet = await Promise.all(before.map(again));
  });
};

let reported = 0;
const from = performance.now();
const report = (): void => {
  for (const due = ((performance.now() - from) / asked.periodMs) * fleet.length; reported < due; reported += 1)
    fleet[reported % fleet.length]?.report();
};
if (asked.periodMs > 0) setInterval(report, TICK_MS);
process.on("message", async (what) => {
  process.send?.(await (what === "storm" ? storm() : frames()));
});
process.once("disconnect", () => process.exit(0));
console.log(JSON.stringify({ open: fleet.length }));
