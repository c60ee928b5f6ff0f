// Alarms forwarded to a city's receiver on this machine, beside a bare HTTP loop towards the same receiver in the same run.
// pnpm bench forward [-- --alarms 50000 --rate 5000 --seconds 10 --frames 1000 --runs 3 --write]
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gb26875 } from "@dianan/codec";
import { statusFrame } from "../test/wire.ts";
import { cpuOf, median, startChild, stop } from "./child.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== "--"),
  options: {
    alarms: { type: "string", default: "50000" },
    devices: { type: "string", default: "3000" },
    rate: { type: "string", default: "5000" },
    seconds: { type: "string", default: "10" },
    frames: { type: "string", default: "1000" },
    runs: { type: "string", default: "3" },
    /** Only what waited for the city: for comparing two versions of the courier. */ backlog: { type: "boolean" },
    /** Only from the byte of an alarm to the city. */ latency: { type: "boolean" },
  },
});
const count = { alarms: Number(values.alarms), devices: Number(values.devices), seconds: Number(values.seconds) };
const BULK = 500;
/** Of the load of devices, see load.ts. */
const FIRST_ADDRESS = 1_000_000;
/** Devices that raise one alarm each, beside those of the load. */
const FIRST_ALARM_ADDRESS = 2_000_000;
const ALARMS_PER_SECOND = 20;
/** The load runs so much longer than alarms are sent: what comes with its beginning is over by then. Seconds. */
const CALM_S = 20;
const folder = mkdtempSync(join(tmpdir(), "dianan-bench-forward-"));

type Arrivals = { readonly pushes: number; readonly arrivals: readonly (readonly [id: string, at: number])[] };
const asked = <T>(child: ChildProcess, word: string): Promise<T> =>
  new Promise((resolve) => {
    child.once("message", (answer) => resolve(answer as T));
    child.send(word);
  });
const now = (): number => performance.timeOrigin + performance.now();
const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const percentile = (times: readonly number[], share: number): number => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

const place = { address: "bench", latitude: 24.78, longitude: 118.55, platformCode: "BENCH" };
const deviceBody = (id: string, address: number) => ({
  ...{ id, name: id, type: "electricalFireMonitor", operatorId: "op", unitId: "u", installedOn: "2026-01-01" },
  ...{ status: "normal", manufacturer: "bench", componentCount: 0, protocol: "gb26875", ...place },
  wireAddress: String(address),
});
const alarmBody = (n: number) => ({
  ...{ id: `alarm-${n}`, deviceId: `bench-${n % count.devices}`, unitId: "u", type: "residualCurrentOver" },
  occurredAt: new Date(1_790_000_000_000 + n * 1_000).toISOString(),
  ...{ description: "剩余电流报警:689 mA", platformCode: "BENCH" },
});

type Hub = { readonly child: ChildProcess; readonly url: string; readonly key: string; readonly devicePort: number };
const put = async ({ url, key }: Hub, plural: string, items: readonly object[]): Promise<void> => {
  for (let from = 0; from < items.length; from += BULK) {
    const answer = await fetch(`${url}/api/v1/${plural}`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify({ items: items.slice(from, from + BULK) }),
    });
    const text = await answer.text();
    if (answer.status !== 200 || text.includes('"refused"'))
      throw new Error(`${plural}: ${answer.status} ${text.slice(0, 300)}`);
  }
};

const startHub = async (name: string, city: string): Promise<Hub> => {
  const env = { BENCH_RATE_FACTOR: "1000000", BENCH_CITY: city };
  const [child, says] = await startChild("./hub-process.ts", [join(folder, name)], env);
  const hub = {
    ...{ child, url: String(says.httpUrl), key: String(says.firstKey), devicePort: Number(says.gb26875Port) },
  };
  const person = { contactName: "bench", contactPhone: "0595-0000000" };
  await put(hub, "operators", [{ id: "op", name: "bench", code: "op", address: "bench", ...person }]);
  await put(hub, "units", [
    { id: "u", name: "bench", operatorId: "op", regionCode: "350582", deviceCount: 0, ...place },
  ]);
  await put(
    hub,
    "devices",
    Array.from({ length: count.devices }, (_, n) => deviceBody(`bench-${n}`, FIRST_ADDRESS + n)),
  );
  return hub;
};

/** What came since last asked, once that many alarms are there. */
const collected = async (receiver: ChildProcess, many: number, withinMs: number): Promise<Arrivals> => {
  const all: (readonly [string, number])[] = [];
  let pushes = 0;
  for (const deadline = now() + withinMs; all.length < many; await delay(100)) {
    const some = await asked<Arrivals>(receiver, "arrivals");
    all.push(...some.arrivals);
    pushes += some.pushes;
    if (now() > deadline) throw new Error(`${all.length} of ${many} alarms came`);
  }
  return { pushes, arrivals: all };
};
const rateOf = ({ arrivals }: Arrivals): number => {
  const times = arrivals.map(([, at]) => at);
  return arrivals.length / ((Math.max(...spread(times)) - Math.min(...spread(times))) / 1000);
};
/** First and last: an array of many thousands is too long for arguments. */
const spread = (times: readonly number[]): readonly number[] => [
  times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
  times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
];

/** Alarms that waited for the city, as fast as they go once it is there. */
const drained = async (
  hub: Hub,
  receiver: ChildProcess,
): Promise<{ perSecond: number; perPush: number; cpu: number; intake: number }> => {
  await asked(receiver, "closed");
  const idle = await cpuOf(hub.child);
  await put(
    hub,
    "alarms",
    Array.from({ length: count.alarms }, (_, n) => alarmBody(n)),
  );
  const before = await cpuOf(hub.child);
  const intake = (before - idle) / count.alarms;
  await asked(receiver, "open");
  const came = await collected(receiver, count.alarms, 180_000);
  const cpu = (await cpuOf(hub.child)) - before;
  return { perSecond: rateOf(came), perPush: came.arrivals.length / came.pushes, cpu: cpu / count.alarms, intake };
};

/** Alarms offered at a rate through the API while they are forwarded. */
const offered = async (
  hub: Hub,
  receiver: ChildProcess,
): Promise<{ perSecond: number; storedPerSecond: number; p99Ms: number }> => {
  const rate = Number(values.rate);
  const PART = 100;
  const many = Math.floor((rate * count.seconds) / PART) * PART;
  const sentAt = new Map<string, number>();
  const started = now();
  const waiting = new Set<Promise<void>>();
  for (let sent = 0; sent < many; sent += PART) {
    const early = started + (sent / rate) * 1000 - now();
    if (early > 0) await delay(early);
    const items = Array.from({ length: PART }, (_, n) => ({ ...alarmBody(count.alarms + sent + n) }));
    for (const { id } of items) sentAt.set(id, now());
    const call: Promise<void> = put(hub, "alarms", items).then(() => void waiting.delete(call));
    waiting.add(call);
    // What the hub has not taken yet is not offered anew without end.
    if (waiting.size >= 16) await Promise.race(waiting);
  }
  await Promise.all(waiting);
  const storedPerSecond = many / ((now() - started) / 1000);
  const { arrivals } = await collected(receiver, many, 120_000);
  const late = arrivals.map(([id, at]) => at - (sentAt.get(id) ?? at));
  const last = spread(arrivals.map(([, at]) => at))[1] ?? started;
  return { perSecond: many / ((last - started) / 1000), storedPerSecond, p99Ms: percentile(late, 0.99) };
};

const alarmFrame = (address: number): Uint8Array => gb26875.encodeFrame(statusFrame(address, 2, { fire: true }));

const opened = (port: number, n: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", localAddress: `127.0.3.${1 + (n % 64)}`, noDelay: true });
    socket.once("error", reject);
    socket.once("connect", () => resolve(socket));
    socket.resume();
  });

/** From an alarm's byte at its device to the city, while others report; and a bare post of one alarm meanwhile. */
const latency = async (hub: Hub, receiver: ChildProcess, city: string) => {
  const many = ALARMS_PER_SECOND * count.seconds;
  await put(
    hub,
    "devices",
    Array.from({ length: many }, (_, n) => deviceBody(`alarm-${n}`, FIRST_ALARM_ADDRESS + n)),
  );
  const sockets = await Promise.all(Array.from({ length: many }, (_, n) => opened(hub.devicePort, n)));
  const isAtRest = async (): Promise<boolean> => {
    const answer = await fetch(`${hub.url}/api/v1/sharing`, { headers: { authorization: `Bearer ${hub.key}` } });
    const { items } = (await answer.json()) as { items: readonly { pending: number }[] };
    return items.every(({ pending }) => pending === 0);
  };
  // Everybody comes online first: that is a change of each device's record, which the city gets too.
  for (const [n, socket] of sockets.entries())
    socket.write(gb26875.encodeFrame(statusFrame(FIRST_ALARM_ADDRESS + n, 1, {})));
  const load = startChild("./load.ts", [hub.devicePort, 1_000, count.seconds + CALM_S, values.frames, 1].map(String));
  await delay(3_000);
  for (const until = now() + (CALM_S - 6) * 1_000; now() < until && !(await isAtRest()); ) await delay(250);
  await asked<Arrivals>(receiver, "arrivals");
  const sentAt = new Map<string, number>();
  for (const [n, socket] of sockets.entries()) {
    sentAt.set(`alarm-${n}`, now());
    socket.write(alarmFrame(FIRST_ALARM_ADDRESS + n));
    await delay(1000 / ALARMS_PER_SECOND);
  }
  const { arrivals } = await collected(receiver, many, 60_000);
  const [, figures] = await load;
  for (const socket of sockets) socket.destroy();
  const late = arrivals.flatMap(([id, at]) => (sentAt.has(id) ? [at - (sentAt.get(id) ?? at)] : []));
  if (late.length < many) throw new Error(`${late.length} of ${many} alarms came`);
  const bare = await bareLoop(city, 1, many, 1000 / ALARMS_PER_SECOND);
  await asked<Arrivals>(receiver, "arrivals");
  return {
    ...{ p50Ms: percentile(late, 0.5), p99Ms: percentile(late, 0.99), bareP99Ms: percentile(bare.times, 0.99) },
    framesPerSecond: Number(figures.confirmedPerSecond),
    ...{ confirmP50Ms: Number(figures.p50Ms), confirmP99Ms: Number(figures.p99Ms) },
  };
};

type Bare = { readonly alarms: number; readonly ms: number; readonly times: readonly number[]; readonly cpu: number };
const bareLoop = async (city: string, size: number, requests: number, pauseMs: number): Promise<Bare> => {
  const [child] = await startChild("./bare-sender.ts", [
    `${city}/alarms`,
    String(size),
    String(requests),
    String(pauseMs),
  ]);
  child.removeAllListeners("exit");
  return new Promise((resolve) => child.once("message", (figures) => resolve(figures as Bare)));
};

const rows: { readonly [name: string]: number }[] = [];
for (let run = 1; run <= Number(values.runs); run += 1) {
  const [receiver, says] = await startChild("./city-receiver.ts", []);
  const city = `http://127.0.0.1:${says.port}`;
  if (values.latency === true) {
    const hub = await startHub(`latency-${run}`, `${city}/api`);
    console.log(`run ${run}: ${JSON.stringify(await latency(hub, receiver, city))}`);
    await stop(hub.child);
    await stop(receiver);
    continue;
  }
  const bare = await bareLoop(city, BULK, Math.ceil(count.alarms / BULK), 0);
  await asked<Arrivals>(receiver, "arrivals");
  const first = await startHub(`hub-${run}`, city);
  const waiting = await drained(first, receiver);
  if (values.backlog === true) {
    console.log(`run ${run}: bare ${Math.round(bare.alarms / (bare.ms / 1000))}/s, ${JSON.stringify(waiting)}`);
    await stop(first.child);
    await stop(receiver);
    continue;
  }
  const steady = await offered(first, receiver);
  await stop(first.child);
  // Here a receiver names an alarm by its device.
  const second = await startHub(`latency-${run}`, `${city}/api`);
  const late = await latency(second, receiver, city);
  await stop(second.child);
  await stop(receiver);
  const row = {
    ...{ bare: bare.alarms / (bare.ms / 1000), bareCpu: bare.cpu / bare.alarms },
    ...{ drained: waiting.perSecond, perPush: waiting.perPush, cpu: waiting.cpu, both: waiting.cpu + waiting.intake },
    ...{ offered: steady.perSecond, stored: steady.storedPerSecond, offeredP99: steady.p99Ms, ...late },
  };
  rows.push(row);
  console.log(
    `run ${run}: ${JSON.stringify(Object.fromEntries(Object.entries(row).map(([k, v]) => [k, Math.round(v * 10) / 10])))}`,
  );
}
const of = (name: string): number => median(rows.map((row) => row[name] ?? Number.NaN));
const whole = (name: string): string => of(name).toFixed(0);
if (rows.length === 0) process.exit(0);
const lines = [
  "",
  `${values.runs} runs, medians 中位数; ${count.alarms} alarms of ${count.devices} devices; one hub, the receiver and the sender on the same cores.`,
  "",
  "| forwarded 转发 | alarms/s | of the bare loop 与裸循环之比 | CPU of the sender, µs an alarm 发送方 |",
  "|---|---:|---:|---:|",
  `| bare HTTP loop, ${BULK} a request 裸 HTTP 循环 | ${whole("bare")} | 1.00 | ${of("bareCpu").toFixed(0)} |`,
  `| what waited for the city 积压告警 | ${whole("drained")} | ${(of("drained") / of("bare")).toFixed(2)} | ${whole("cpu")} |`,
  `| offered ${values.rate}/s through the API 经接口每秒 ${values.rate} 条 | ${whole("offered")} | ${(of("offered") / of("bare")).toFixed(2)} | ${whole("both")} |`,
  "",
  "| device byte to city's receiver 设备字节到市级接收方 | p50 ms | p99 ms | bare post of one alarm, p99 ms 裸请求 | frames/s beside it 同时上报 | their confirm p50 / p99 ms 确认 |",
  "|---|---:|---:|---:|---:|---:|",
  `| ${ALARMS_PER_SECOND} alarms/s | ${of("p50Ms").toFixed(1)} | ${of("p99Ms").toFixed(1)} | ${of("bareP99Ms").toFixed(1)} | ${whole("framesPerSecond")} | ${whole("confirmP50Ms")} / ${whole("confirmP99Ms")} |`,
];
console.log(lines.join("\n"));
if (process.env.DIANAN_BENCH_OUT !== undefined) writeFileSync(process.env.DIANAN_BENCH_OUT, lines.join("\n"));
rmSync(folder, { recursive: true, force: true });
