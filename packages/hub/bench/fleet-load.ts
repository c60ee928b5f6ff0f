// A fleet that reports at a steady pace whatever the answers do. node fleet-load.ts <JSON of FleetLoad>; prints figures as JSON.
import { writeFileSync } from "node:fs";
import { type FleetDevice, openFleet, percentile } from "./fleet-device.ts";

export type FleetLoad = {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly rate: number;
  /** Of further devices, which send nothing else. */ readonly alarmDevices: number;
  readonly alarmsPerSecond: number;
  /** Where `[device, component, sent at]` of each alarm are written, and who was confirmed what. */ readonly out: string;
  /** Unsent bytes of a socket above which its device offers no more: a device has little memory. */
  readonly deviceBytes: number;
  /** How long confirms are waited for at the end. */ readonly settleSeconds: number;
};
export type FleetFigures = {
  readonly offered: number;
  /** Of them: not sent, as the device's memory was full. */ readonly heldBack: number;
  readonly sentPerSecond: number;
  readonly confirmedPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  readonly denied: number;
  readonly closed: number;
  /** Not answered when the end was waited for. */ readonly unanswered: number;
  readonly drainMs: number;
};

const asked = JSON.parse(process.argv[2] ?? "{}") as FleetLoad;
const times: number[] = [];
const alarms: (readonly [number, number, number])[] = [];
const confirms: number[] = [];
let [isMeasuring, denied, closed, offered, heldBack, sent] = [false, 0, 0, 0, 0, 0];
const told = {
  confirmed: ({ index }: FleetDevice, serial: number, ms: number): void => {
    confirms.push(index * 65_536 + serial);
    if (isMeasuring) times.push(ms);
  },
  denied: () => {
    denied += 1;
  },
  closed: () => {
    closed += 1;
  },
};
const fleet = await openFleet(asked.port, asked.connections, told);
const alarmFleet = await openFleet(asked.port, asked.alarmDevices, told, asked.connections);
const pause = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms));
const from = performance.now();
const measureFrom = from + asked.warmUpSeconds * 1_000;
const end = measureFrom + asked.seconds * 1_000;
let [reports, raised] = [0, 0];
for (let now = from; now < end; now = performance.now()) {
  isMeasuring = now >= measureFrom;
  for (const due = ((now - from) / 1_000) * asked.rate; reports < due; reports += 1) {
    const device = fleet[reports % fleet.length] as FleetDevice;
    if (isMeasuring) offered += 1;
    if (device.socket.writableLength > asked.deviceBytes) {
      if (isMeasuring) heldBack += 1;
      continue;
    }
    device.report();
    if (isMeasuring) sent += 1;
  }
  for (const due = ((now - from) / 1_000) * asked.alarmsPerSecond; raised < due; raised += 1) {
    const device = alarmFleet[raised % alarmFleet.length] as FleetDevice;
    const component = 100 + Math.floor(raised / alarmFleet.length);
    if (isMeasuring) alarms.push([device.index, component, performance.timeOrigin + performance.now()]);
    device.alarm(component);
  }
  await pause(1);
}
const seconds = (performance.now() - measureFrom) / 1_000;
const confirmedInTime = times.length;
const stopped = performance.now();
const everybody = [...fleet, ...alarmFleet];
const unanswered = (): number => everybody.reduce((sum, device) => sum + device.waiting(), 0);
while (unanswered() > 0 && performance.now() - stopped < asked.settleSeconds * 1_000) await pause(20);
const drainMs = performance.now() - stopped;
const sorted = Float64Array.from(times).sort();
writeFileSync(asked.out, JSON.stringify({ alarms, confirms }));
const figures: FleetFigures = {
  ...{ offered, heldBack, denied, closed, drainMs },
  sentPerSecond: Math.round(sent / seconds),
  confirmedPerSecond: Math.round(confirmedInTime / seconds),
  ...{ p50Ms: percentile(sorted, 0.5), p99Ms: percentile(sorted, 0.99), maxMs: sorted.at(-1) ?? Number.NaN },
  unanswered: unanswered(),
};
console.log(JSON.stringify(figures));
process.exit(0);
