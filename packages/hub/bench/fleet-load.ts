// A fleet that reports at a steady pace, in phases, whatever the answers do. node fleet-load.ts <JSON of FleetLoad>; prints
// FleetFigures as JSON.
import { rmSync, writeFileSync } from "node:fs";
import { type FleetDevice, openFleet, percentile, steadyMs, type Told } from "./fleet-device.ts";

export type LoadPhase = {
  readonly name: string;
  readonly seconds: number;
  /** Frames per second that are offered. */ readonly rate: number;
  readonly alarmsPerSecond: number;
  /** Exists as long as the phase lasts: for who is to do something meanwhile. */ readonly whileFile?: string;
};
export type FleetLoad = {
  readonly port: number;
  readonly connections: number;
  /** Further devices, which send alarms and nothing else. */ readonly alarmDevices: number;
  readonly phases: readonly LoadPhase[];
  /** Frames that a device keeps until they are confirmed; what is offered beyond them is held back. */
  readonly inFlightMax: number;
  /** Serials go on from it: devices that have spoken before tell nothing twice. */ readonly firstSerial?: number;
  /** Where LoadRecord is written. */ readonly out: string;
  /** How long confirms are waited for at the end. */ readonly settleSeconds: number;
};
export type Times = { readonly count: number; readonly p50Ms: number; readonly p99Ms: number; readonly maxMs: number };
export type PhaseFigures = {
  readonly name: string;
  readonly offeredPerSecond: number;
  /** Of what was offered: not sent, as its device had no room. */ readonly heldBack: number;
  readonly sentPerSecond: number;
  /** That came while it lasted. */ readonly confirmedPerSecond: number;
  /** Of the frames sent in it, whenever they were confirmed. */ readonly readings: Times;
  readonly alarms: Times;
};
export type FleetFigures = {
  readonly phases: readonly PhaseFigures[];
  readonly denied: number;
  /** Connections that the hub has closed. */ readonly closed: number;
  /** Not answered when the end was waited for. */ readonly unanswered: number;
  readonly drainMs: number;
};
export type LoadRecord = {
  /** Alarms in the order in which they were sent, at steadyMs. */
  readonly alarms: readonly (readonly [phase: string, device: number, at: number])[];
  /** What was confirmed: device * 65536 + serial. */ readonly confirms: readonly number[];
  /** When each phase began, steadyMs. */ readonly began: { readonly [phase: string]: number };
  /** The 99th percentile of what was confirmed in each second of the run, from its start on. Milliseconds. */
  readonly seconds: readonly Times[];
};

const asked = JSON.parse(process.argv[2] ?? "{}") as FleetLoad;
/** What is more than this behind is given up: it counts as not offered. */
const BEHIND_SECONDS = 0.25;
const FIRST_COMPONENT = 100;

const timesOf = (times: readonly number[]): Times => {
  const sorted = Float64Array.from(times).sort();
  const [p50Ms, p99Ms] = [percentile(sorted, 0.5), percentile(sorted, 0.99)];
  return { count: sorted.length, p50Ms, p99Ms, maxMs: sorted.at(-1) ?? Number.NaN };
};
const phases = asked.phases.map((phase) => ({
  phase,
  ...{ from: Number.POSITIVE_INFINITY, until: 0, offered: 0, heldBack: 0, sent: 0, confirmed: 0 },
  ...{ readings: [] as number[], alarms: [] as number[] },
}));
type Running = (typeof phases)[number];
let now: Running | null = null;
const alarms: LoadRecord["alarms"][number][] = [];
const confirms: number[] = [];
const seconds: number[][] = [];
let startedAt = 0;
let [denied, closed] = [0, 0];
const told: Told = {
  confirmed: ({ index }, serial, ms) => {
    const at = performance.now();
    confirms.push(index * 65_536 + serial);
    if (now !== null) now.confirmed += 1;
    const second = Math.floor((at - startedAt) / 1_000);
    const own = seconds[second] ?? [];
    seconds[second] = own;
    own.push(ms);
    const sentIn = phases.findLast(({ from }) => from <= at - ms);
    (index < connections ? sentIn?.readings : sentIn?.alarms)?.push(ms);
  },
  denied: () => {
    denied += 1;
  },
  closed: () => {
    closed += 1;
  },
};
const { connections, alarmDevices, firstSerial = 0 } = asked;
const fleet = await openFleet(asked, connections, told, { firstSerial });
const alarmFleet = await openFleet(asked, alarmDevices, told, { first: connections, firstSerial });
const pause = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms));

let [turn, raised] = [0, 0];
const offer = (running: Running): void => {
  const device = fleet[turn++ % fleet.length] as FleetDevice;
  running.offered += 1;
  if (device.waiting() >= asked.inFlightMax) running.heldBack += 1;
  else {
    device.report();
    running.sent += 1;
  }
};
const raise = ({ phase }: Running): void => {
  const device = alarmFleet[raised % alarmFleet.length] as FleetDevice;
  const component = FIRST_COMPONENT + Math.floor(raised++ / alarmFleet.length);
  alarms.push([phase.name, device.index, steadyMs()]);
  device.alarm(component);
};
/** Does so many of them as are due; what is too far behind is left out. */
const pacer = (perSecond: number, from: number, work: () => void) => {
  let done = 0;
  return (at: number): void => {
    const due = ((at - from) / 1_000) * perSecond;
    done = Math.max(done, Math.ceil(due - perSecond * BEHIND_SECONDS - 1));
    for (; done < due; done += 1) work();
  };
};
const runPhase = async (running: Running): Promise<void> => {
  const { phase } = running;
  if (phase.whileFile !== undefined) writeFileSync(phase.whileFile, "");
  now = running;
  running.from = performance.now();
  const end = running.from + phase.seconds * 1_000;
  const reports = pacer(phase.rate, running.from, () => offer(running));
  const raises = pacer(alarmFleet.length === 0 ? 0 : phase.alarmsPerSecond, running.from, () => raise(running));
  for (let at = running.from; at < end; at = performance.now()) {
    reports(at);
    raises(at);
    await pause(1);
  }
  running.until = performance.now();
  if (phase.whileFile !== undefined) rmSync(phase.whileFile);
};

startedAt = performance.now();
for (const running of phases) await runPhase(running);
now = null;
const stopped = performance.now();
const unanswered = (): number => [...fleet, ...alarmFleet].reduce((sum, device) => sum + device.waiting(), 0);
while (unanswered() > 0 && performance.now() - stopped < asked.settleSeconds * 1_000) await pause(20);

const steadyFrom = steadyMs() - performance.now();
const record: LoadRecord = {
  ...{ alarms, confirms },
  began: Object.fromEntries(phases.map(({ phase, from }) => [phase.name, steadyFrom + from])),
  seconds: Array.from(seconds, (own) => timesOf(own ?? [])),
};
writeFileSync(asked.out, JSON.stringify(record));
const figures: FleetFigures = {
  phases: phases.map((one) => {
    const perSecond = (count: number): number => Math.round(count / ((one.until - one.from) / 1_000));
    return {
      ...{ name: one.phase.name, offeredPerSecond: perSecond(one.offered), heldBack: one.heldBack },
      ...{ sentPerSecond: perSecond(one.sent), confirmedPerSecond: perSecond(one.confirmed) },
      ...{ readings: timesOf(one.readings), alarms: timesOf(one.alarms) },
    };
  }),
  ...{ denied, closed, unanswered: unanswered(), drainMs: performance.now() - stopped },
};
console.log(JSON.stringify(figures));
process.exit(0);
