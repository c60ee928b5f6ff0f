// Alarms forwarded to a city's receiver on this machine, beside a bare HTTP loop towards the same receiver in the same run.
// pnpm bench forward [-- --alarms 30000 --rate 5000 --seconds 8 --frames 1000 --runs 3 --write]
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { cpuOf, stop } from "./child.ts";
import { asked, bareLoop, type City, collected, delay, now, spread, startCity } from "./forward-city.ts";
import { alarmBody, BULK, type Hub, put, startHub } from "./forward-hub.ts";
import { type Latency, latency, percentile } from "./forward-latency.ts";
import { createSheet, MEDIAN, middle, ms } from "./part-table.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== "--"),
  options: {
    alarms: { type: "string", default: "30000" },
    devices: { type: "string", default: "3000" },
    rate: { type: "string", default: "5000" },
    seconds: { type: "string", default: "8" },
    frames: { type: "string", default: "1000" },
    runs: { type: "string", default: "3" },
    /** No run begins later than this. Seconds. */ within: { type: "string", default: "160" },
    /** Only what waited for the city: for comparing two versions of the courier. */ backlog: { type: "boolean" },
    /** Only from the byte of an alarm to the city. */ latency: { type: "boolean" },
  },
});
const count = { alarms: Number(values.alarms), devices: Number(values.devices), seconds: Number(values.seconds) };
const AIM_PER_SECOND = 5_000;
const AIM_P99_MS = 500;
/** Alarms of devices, each of a device of its own. */
const ALARMS_PER_SECOND = 40;
/** Alarms of one call of the API where they are offered. */
const PART = 100;
const folder = mkdtempSync(join(tmpdir(), "dianan-bench-forward-"));

type Drained = {
  readonly perSecond: number;
  readonly perPush: number;
  /** Of the hub, to forward one; and to take one in. Microseconds. */ readonly cpu: number;
  readonly intake: number;
};
/** Alarms that waited for the city, as fast as they go once it is there. */
const drained = async (hub: Hub, city: City): Promise<Drained> => {
  await asked(city, "closed");
  const idle = await cpuOf(hub.child);
  const alarms = Array.from({ length: count.alarms }, (_, n) => alarmBody(n, count.devices));
  await put(hub, "alarms", alarms);
  const before = await cpuOf(hub.child);
  await asked(city, "open");
  const { arrivals, pushes } = await collected(city, count.alarms, 120_000);
  const cpu = (await cpuOf(hub.child)) - before;
  const [first, last] = spread(arrivals.map(([, at]) => at));
  // What is measured begins with the first push: its 500 are no part of it.
  return {
    ...{ perSecond: ((arrivals.length - BULK) / (last - first)) * 1_000, perPush: arrivals.length / pushes },
    ...{ cpu: cpu / count.alarms, intake: (before - idle) / count.alarms },
  };
};

type Offered = { readonly perSecond: number; readonly storedPerSecond: number; readonly p99Ms: number };
/** Alarms offered at a rate through the API while they are forwarded. */
const offered = async (hub: Hub, city: City): Promise<Offered> => {
  const rate = Number(values.rate);
  const many = Math.floor((rate * count.seconds) / PART) * PART;
  const sentAt = new Map<string, number>();
  const started = now();
  const waiting = new Set<Promise<void>>();
  for (let sent = 0; sent < many; sent += PART) {
    const early = started + (sent / rate) * 1_000 - now();
    if (early > 0) await delay(early);
    const items = Array.from({ length: PART }, (_, n) => alarmBody(count.alarms + sent + n, count.devices));
    for (const { id } of items) sentAt.set(id, now());
    const call: Promise<void> = put(hub, "alarms", items).then(() => void waiting.delete(call));
    waiting.add(call);
    // What the hub has not taken yet is not offered anew without end.
    if (waiting.size >= 16) await Promise.race(waiting);
  }
  await Promise.all(waiting);
  const storedPerSecond = many / ((now() - started) / 1_000);
  const { arrivals } = await collected(city, many, 120_000);
  const late = arrivals.map(([id, at]) => at - (sentAt.get(id) ?? at));
  const [, last] = spread(arrivals.map(([, at]) => at));
  return { perSecond: many / ((last - started) / 1_000), storedPerSecond, p99Ms: percentile(late, 0.99) };
};

type Run = {
  readonly bare: number;
  readonly bareCpu: number;
  readonly waited: Drained;
  readonly offered: Offered;
  readonly late: Latency;
};
const ofDevices = { seconds: count.seconds, perSecond: ALARMS_PER_SECOND, frames: Number(values.frames) };
/** Here a receiver names an alarm by its device. */
const late = async (city: City, run: number): Promise<Latency> => {
  const hub = await startHub(join(folder, `latency-${run}`), `${city.url}/api`, count.devices);
  const figures = await latency(hub, city, ofDevices);
  await stop(hub.child);
  return figures;
};

const runs: Run[] = [];
const begun = now();
const sheet = createSheet(
  `Medians of the runs 各轮中位数; ${count.alarms} alarms of ${count.devices} devices; one hub, the receiver, the devices and the senders on the same cores. Aims 目标: ${AIM_PER_SECOND} alarms/s, p99 <= ${AIM_P99_MS} ms at 1000 frames/s.`,
);
for (let run = 1; run <= Number(values.runs); run += 1) {
  if (run > 1 && now() - begun > Number(values.within) * 1_000) break;
  const city = await startCity();
  if (values.latency === true) {
    console.log(`run ${run}: ${JSON.stringify(await late(city, run))}`);
    await stop(city.child);
    continue;
  }
  const bare = await bareLoop(city, BULK, Math.ceil(count.alarms / BULK), 0);
  const hub = await startHub(join(folder, `hub-${run}`), city.url, count.devices);
  const waited = await drained(hub, city);
  const barePerSecond = bare.alarms / (bare.ms / 1_000);
  console.log(`run ${run}: bare ${Math.round(barePerSecond)}/s, waited ${JSON.stringify(waited)}`);
  if (values.backlog !== true) {
    const figures = await offered(hub, city);
    await stop(hub.child);
    const row = { bare: barePerSecond, bareCpu: bare.cpu / bare.alarms, waited, offered: figures };
    runs.push({ ...row, late: await late(city, run) });
    console.log(`run ${run}: ${JSON.stringify(runs.at(-1))}`);
  } else await stop(hub.child);
  await stop(city.child);
}
rmSync(folder, { recursive: true, force: true });
if (runs.length === 0) process.exit(0);

const of = (value: (run: Run) => number): number => middle(runs, value);
const whole = (value: (run: Run) => number): string => of(value).toFixed(0);
const ratio = (value: (run: Run) => number): string => of((run) => value(run) / run.bare).toFixed(2);
const verdict = (isReached: boolean): string => (isReached ? "yes 是" : "no 否");
sheet.head(
  "forwarded 转发",
  "alarms/s",
  "of the bare loop 与裸循环之比",
  "CPU of the sender, µs an alarm 发送方",
  "aim 达标",
);
sheet.row(
  `bare HTTP loop, ${BULK} a request 裸 HTTP 循环`,
  ...[whole(({ bare }) => bare), "1.00", whole(({ bareCpu }) => bareCpu), ""],
);
sheet.row(
  "what waited for the city 积压告警",
  whole(({ waited }) => waited.perSecond),
  ratio(({ waited }) => waited.perSecond),
  whole(({ waited }) => waited.cpu),
  verdict(of(({ waited }) => waited.perSecond) >= AIM_PER_SECOND),
);
sheet.row(
  `offered ${values.rate}/s through the API, storing included 经接口每秒 ${values.rate} 条,含入库`,
  whole((run) => run.offered.perSecond),
  ratio((run) => run.offered.perSecond),
  whole(({ waited }) => waited.cpu + waited.intake),
  // At the rate it is offered at, the last part comes after its end.
  verdict(of((run) => run.offered.perSecond) >= AIM_PER_SECOND * 0.97),
);
sheet.say("");
sheet.head(
  ...["run 轮次", "device byte to city 设备字节到市级, p50 ms", "p99 ms", "its confirm 确认, p50 ms", "p99 ms"],
  ...["bare post of one 裸请求, p50 ms", "p99 ms", "city / confirm, p99", "frames/s beside 同时上报", "aim 达标"],
);
const lateRow = (name: string, of: (value: (one: Latency) => number) => number): void =>
  sheet.row(
    name,
    ...[(one: Latency) => one.p50Ms, (one: Latency) => one.p99Ms, (one: Latency) => one.confirmP50Ms]
      .concat((one) => one.confirmP99Ms)
      .concat((one) => one.bareP50Ms)
      .concat((one) => one.bareP99Ms)
      .map((value) => ms(of(value))),
    of((one) => one.p99Ms / one.confirmP99Ms).toFixed(1),
    of((one) => one.framesPerSecond).toFixed(0),
    verdict(of((one) => one.p99Ms) <= AIM_P99_MS),
  );
for (const [n, run] of runs.entries()) lateRow(String(n + 1), (value) => value(run.late));
lateRow(MEDIAN, (value) => of((run) => value(run.late)));
if (process.env.DIANAN_BENCH_OUT !== undefined) writeFileSync(process.env.DIANAN_BENCH_OUT, sheet.lines.join("\n"));
