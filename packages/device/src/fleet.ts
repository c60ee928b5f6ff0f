import { gb26875 } from "@dianan/codec";
import { type Device, openDevice } from "./device.ts";
import {
  faultMessage,
  readingsMessage,
  residualCurrentMessage,
  roleOf,
  type Scenario,
  wellMessage,
} from "./scenario.ts";
import { seededRandom } from "./seeded-random.ts";

/** Where a simulated fleet connects, its size and what it does. */
export type FleetOptions = {
  readonly host: string;
  readonly port: number;
  /** How many, 1 or more. */ readonly devices: number;
  readonly scenario: Scenario;
  /** Same seed, same values and the same timing. */ readonly seed: number;
  /** Source address of the first device; the others follow. */ readonly firstAddress: number;
  /** Between two uploads of one device. Milliseconds. */ readonly periodMs: number;
  /** From its start to a device's alarm or fault. Milliseconds. */ readonly eventAfterMs: number;
  /** All devices have started after this. Milliseconds. */ readonly startWithinMs: number;
  readonly utcOffsetMinutes?: number;
  readonly resendAfterMs?: number;
};

/** What a fleet has done: counts of devices and of messages. */
export type FleetFigures = {
  readonly devices: number;
  readonly linked: number;
  readonly sent: number;
  readonly confirmed: number;
  readonly failed: number;
  /** From the first transmission to the confirm, milliseconds; NaN before the first. */ readonly p50Ms: number;
  readonly p99Ms: number;
};

/** A simulated fleet that runs until it is stopped. */
export type Fleet = { figures(): FleetFigures; stop(): Promise<void> };

/** Confirm times kept for the percentiles. */
const TIMES_MAX = 10_000;
/** A silent device says this much and then nothing more. Milliseconds. */
const TALKS_FOR_MS = 3_000;

const isLoopback = (host: string): boolean => host === "localhost" || host === "::1" || host.startsWith("127.");

/** Addresses of 127.0.0.0/8, so that a hub sees many sources as it does in the field. */
export const loopbackOf = (index: number): string =>
  `127.${20 + (Math.floor(index / 40_000) % 200)}.${Math.floor(index / 200) % 200}.${1 + (index % 200)}`;

const percentile = (times: readonly number[], share: number): number => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/** Starts simulated devices over real connections: readings, alarms, faults and silence by scenario. */
export const startFleet = (options: FleetOptions): Fleet => {
  const zone = options.utcOffsetMinutes ?? 480;
  const timers = new Set<NodeJS.Timeout>();
  const devices: Device[] = [];
  const times: number[] = [];
  let sent = 0;
  let confirmed = 0;
  let failed = 0;
  let stopped = false;

  const after = (ms: number, act: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      if (!stopped) act();
    }, ms);
    timers.add(timer);
  };
  const time = () => gb26875.timeLabelOf(Date.now(), zone);
  const say = (device: Device, message: Parameters<Device["send"]>[0]): void => {
    const started = performance.now();
    sent += 1;
    device.send(message).then(
      () => {
        confirmed += 1;
        if (times.length === TIMES_MAX) times.shift();
        times.push(performance.now() - started);
      },
      () => {
        failed += 1;
      },
    );
  };

  const start = (index: number): void => {
    const random = seededRandom(options.seed + index);
    const role = roleOf(options.scenario, index);
    const device = openDevice({
      host: options.host,
      port: options.port,
      address: options.firstAddress + index,
      random,
      utcOffsetMinutes: zone,
      ...(options.resendAfterMs === undefined ? {} : { resendAfterMs: options.resendAfterMs }),
      ...(isLoopback(options.host) && process.platform === "linux" ? { localAddress: loopbackOf(index) } : {}),
    });
    devices.push(device);
    say(device, wellMessage(time()));
    const upload = (): void => {
      say(device, readingsMessage(time(), random));
      after(options.periodMs * (0.9 + random() / 5), upload);
    };
    after(random() * Math.min(1_000, options.periodMs), upload);
    if (role === "residualCurrentAlarm") after(options.eventAfterMs, () => say(device, residualCurrentMessage(time())));
    if (role === "fault") after(options.eventAfterMs, () => say(device, faultMessage(time())));
    if (role === "silent") after(TALKS_FOR_MS, () => void device.close());
  };

  const order = seededRandom(options.seed);
  for (let index = 0; index < options.devices; index += 1)
    after(index === 0 ? 0 : order() * options.startWithinMs, () => start(index));

  return {
    figures: () => ({
      devices: devices.length,
      linked: devices.filter(({ linkUp }) => linkUp).length,
      sent,
      confirmed,
      failed,
      p50Ms: percentile(times, 0.5),
      p99Ms: percentile(times, 0.99),
    }),
    stop: async () => {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(devices.map((device) => device.close()));
    },
  };
};
