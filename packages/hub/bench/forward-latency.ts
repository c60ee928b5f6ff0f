// From an alarm's byte at its device to the city while others report, for `pnpm bench forward`.
import { connect, type Socket } from "node:net";
import { gb26875 } from "@dianan/codec";
import { statusFrame } from "../test/wire.ts";
import { median, startChild } from "./child.ts";
import { type Arrivals, asked, bareLoop, type City, collected, delay, now } from "./forward-city.ts";
import { deviceBody, type Hub, isAtRest, put } from "./forward-hub.ts";

/** Devices that raise one alarm each, beside those of the load. */
const FIRST_ALARM_ADDRESS = 2_000_000;
const CONNECTIONS = 1_000;
/** The load runs so much longer than is measured: what comes with its beginning is over by then. Seconds. */
const CALM_S = 12;
const CALM_MIN_MS = 4_000;

export type Latency = {
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** The same alarms' confirms at their devices: that they are on disk. */
  readonly confirmP50Ms: number;
  readonly confirmP99Ms: number;
  /** A bare post of one alarm beside the same load. */ readonly bareP50Ms: number;
  readonly bareP99Ms: number;
  readonly framesPerSecond: number;
};

export const percentile = (times: readonly number[], share: number): number => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

const opened = (port: number, n: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", localAddress: `127.0.3.${1 + (n % 64)}`, noDelay: true });
    socket.once("error", reject);
    socket.once("connect", () => resolve(socket));
    socket.resume();
  });

/** @param options - `perSecond` alarms for so many seconds, beside so many frames a second */
export const latency = async (
  hub: Hub,
  city: City,
  { seconds, perSecond, frames }: { readonly seconds: number; readonly perSecond: number; readonly frames: number },
): Promise<Latency> => {
  const many = perSecond * seconds;
  const pauseMs = 1_000 / perSecond;
  const bodies = Array.from({ length: many }, (_, n) => deviceBody(`alarm-${n}`, FIRST_ALARM_ADDRESS + n));
  await put(hub, "devices", bodies);
  const sockets = await Promise.all(Array.from({ length: many }, (_, n) => opened(hub.devicePort, n)));
  // Everybody comes online first: that is a change of each device's record, which the city gets too.
  for (const [n, socket] of sockets.entries())
    socket.write(gb26875.encodeFrame(statusFrame(FIRST_ALARM_ADDRESS + n, 1, {})));
  const load = startChild("./load.ts", [hub.devicePort, CONNECTIONS, 2 * seconds + CALM_S, frames, 1].map(String));
  await delay(CALM_MIN_MS);
  for (const until = now() + CALM_S * 1_000 - CALM_MIN_MS - 2_000; now() < until && !(await isAtRest(hub)); )
    await delay(250);
  const bare = await bareLoop(city, 1, Math.floor(many * 0.8), pauseMs);
  await asked<Arrivals>(city, "arrivals");
  const sentAt = new Map<string, number>();
  const confirms: number[] = [];
  for (const [n, socket] of sockets.entries()) {
    const at = now();
    sentAt.set(`alarm-${n}`, at);
    socket.once("data", () => confirms.push(now() - at));
    socket.write(gb26875.encodeFrame(statusFrame(FIRST_ALARM_ADDRESS + n, 2, { fire: true })));
    await delay(pauseMs);
  }
  const { arrivals } = await collected(city, many, 60_000);
  const [, figures] = await load;
  for (const socket of sockets) socket.destroy();
  const late = arrivals.flatMap(([id, at]) => (sentAt.has(id) ? [at - (sentAt.get(id) ?? at)] : []));
  if (new Set(arrivals.map(([id]) => id)).size < many) throw new Error(`not each of ${many} alarms came`);
  return {
    ...{ p50Ms: median(late), p99Ms: percentile(late, 0.99) },
    ...{ confirmP50Ms: median(confirms), confirmP99Ms: percentile(confirms, 0.99) },
    ...{ bareP50Ms: median(bare.times), bareP99Ms: percentile(bare.times, 0.99) },
    framesPerSecond: Number(figures.confirmedPerSecond),
  };
};
