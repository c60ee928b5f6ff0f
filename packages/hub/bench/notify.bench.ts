// From an alarm's byte at its device to the first request of a courier, while other devices report; and a storm.
// pnpm bench notify [-- --seconds 10 --frames 1000 --runs 3 --storm 1000]
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gb26875 } from "@dianan/codec";
import { statusFrame } from "../test/wire.ts";
import { median, startChild, stop } from "./child.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== "--"),
  options: {
    seconds: { type: "string", default: "10" },
    frames: { type: "string", default: "1000" },
    runs: { type: "string", default: "3" },
    storm: { type: "string", default: "1000" },
  },
});
const LOAD_DEVICES = 1_000;
/** Of the load of devices, see load.ts. */
const FIRST_ADDRESS = 1_000_000;
const FIRST_ALARM_ADDRESS = 2_000_000;
const ALARMS_PER_SECOND = 5;
const BULK = 500;
const folder = mkdtempSync(join(tmpdir(), "dianan-bench-notify-"));

const now = (): number => performance.timeOrigin + performance.now();
const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const share = (times: readonly number[], part: number): number => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
};

type Arrival = { readonly at: number; readonly unit: string; readonly count: number };
/** A courier's provider that takes everything. */
const openCourier = async () => {
  const arrivals: Arrival[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const at = now();
      const { data } = JSON.parse(Buffer.concat(chunks).toString()) as {
        data: { facts: { unit: string; count: number } };
      };
      arrivals.push({ at, unit: data.facts.unit, count: data.facts.count });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { arrivals, server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` };
};

const opened = (port: number, n: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", localAddress: `127.0.3.${1 + (n % 64)}`, noDelay: true });
    socket.once("error", reject);
    socket.once("connect", () => resolve(socket));
    socket.resume();
  });

const place = { address: "bench", latitude: 24.78, longitude: 118.55, platformCode: "BENCH" };
const unitBody = (id: string) => ({ id, name: id, operatorId: "op", regionCode: "350582", deviceCount: 0, ...place });
const deviceBody = (id: string, unitId: string, address: number) => ({
  ...{ id, name: id, type: "electricalFireMonitor", operatorId: "op", unitId, installedOn: "2026-01-01" },
  ...{
    status: "normal",
    manufacturer: "bench",
    componentCount: 0,
    protocol: "gb26875",
    wireAddress: String(address),
    ...place,
  },
});

const measure = async (run: number) => {
  const courier = await openCourier();
  const env = { BENCH_RATE_FACTOR: "1000000", BENCH_OUTBOUND: "127.0.0.1" };
  const [child, says] = await startChild("./hub-process.ts", [join(folder, `hub-${run}`)], env);
  const ask = async (method: string, path: string, body: object, headers: Record<string, string> = {}) => {
    const response = await fetch(`${says.httpUrl}/api/v1/${path}`, {
      ...{ method, body: JSON.stringify(body) },
      headers: { authorization: `Bearer ${says.firstKey}`, "content-type": "application/json", ...headers },
    });
    const text = await response.text();
    if (!response.ok || text.includes('"refused"'))
      throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`);
    return JSON.parse(text) as { readonly [member: string]: { readonly id: string } };
  };
  const put = async (plural: string, items: readonly object[]): Promise<void> => {
    for (let from = 0; from < items.length; from += BULK)
      await ask("POST", plural, { items: items.slice(from, from + BULK) });
  };
  const many = ALARMS_PER_SECOND * Number(values.seconds);
  const person = { contactName: "bench", contactPhone: "0595-0000000" };
  await put("operators", [{ id: "op", name: "bench", code: "op", address: "bench", ...person }]);
  // A unit for each alarm: what comes of one unit within a minute is one message.
  await put("units", [
    unitBody("u"),
    unitBody("storm"),
    ...Array.from({ length: many }, (_, n) => unitBody(`unit-${n}`)),
  ]);
  await put(
    "devices",
    Array.from({ length: LOAD_DEVICES }, (_, n) => deviceBody(`bench-${n}`, "u", FIRST_ADDRESS + n)),
  );
  await put(
    "devices",
    Array.from({ length: many }, (_, n) => deviceBody(`alarm-${n}`, `unit-${n}`, FIRST_ALARM_ADDRESS + n)),
  );
  const secret = `whsec_${Buffer.alloc(32, 3).toString("base64")}`;
  const channel = { name: "hook", kind: "webhook", options: { url: courier.url }, secrets: { secret } };
  const hook = (await ask("POST", "notification-channels", channel)).channel?.id;
  const contact = (
    await ask("POST", "notification-contacts", { name: "bench", addresses: { mail: "bench@example.org" } })
  ).id;
  const step = { afterSeconds: 0, channels: ["webhook"], recipients: ["group"], channelIds: [hook] };
  const policy = {
    rules: [{ name: "r", classes: ["alarm"], steps: [step], loops: 1 }],
    fallbackContactIds: [contact],
    grouping: { windowSeconds: 10, stormPerMinute: 1_000, perPersonMax: 5 },
  };
  await ask("PUT", "notification-policy", policy, { "if-match": '"0"' });
  const sockets = await Promise.all(Array.from({ length: many }, (_, n) => opened(Number(says.gb26875Port), n)));
  for (const [n, socket] of sockets.entries())
    socket.write(gb26875.encodeFrame(statusFrame(FIRST_ALARM_ADDRESS + n, 1, {})));
  const load = startChild(
    "./load.ts",
    [says.gb26875Port, LOAD_DEVICES, Number(values.seconds) + 8, values.frames, 1].map(String),
  );
  await delay(5_000);
  const sentAt = new Map<string, number>();
  for (const [n, socket] of sockets.entries()) {
    sentAt.set(`unit-${n}`, now());
    socket.write(gb26875.encodeFrame(statusFrame(FIRST_ALARM_ADDRESS + n, 2, { fire: true })));
    await delay(1_000 / ALARMS_PER_SECOND);
  }
  for (const until = now() + 30_000; courier.arrivals.length < many && now() < until; ) await delay(100);
  const [, figures] = await load;
  for (const socket of sockets) socket.destroy();
  const late = courier.arrivals.flatMap(({ at, unit }) => (sentAt.has(unit) ? [at - (sentAt.get(unit) ?? at)] : []));
  if (late.length < many) throw new Error(`${late.length} of ${many} alarms were told`);
  courier.arrivals.length = 0;
  const storm = Number(values.storm);
  const alarms = Array.from({ length: storm }, (_, n) => ({
    ...{
      id: `storm-${n}`,
      deviceId: `bench-${n % LOAD_DEVICES}`,
      unitId: "storm",
      class: "alarm",
      type: "residualCurrentOver",
    },
    ...{ occurredAt: new Date().toISOString(), description: "bench", platformCode: "BENCH" },
  }));
  await put("alarms", alarms);
  const covered = (): number => courier.arrivals.reduce((sum, { count }) => sum + count, 0);
  for (const until = now() + 60_000; covered() < storm && now() < until; ) await delay(250);
  const messages = courier.arrivals.length;
  const told = covered();
  await stop(child);
  courier.server.close();
  courier.server.closeAllConnections();
  return {
    ...{ p50Ms: share(late, 0.5), p99Ms: share(late, 0.99), framesPerSecond: Number(figures.confirmedPerSecond) },
    ...{ confirmP99Ms: Number(figures.p99Ms), messages, told },
  };
};

const rows: Awaited<ReturnType<typeof measure>>[] = [];
for (let run = 1; run <= Number(values.runs); run += 1) {
  const row = await measure(run);
  rows.push(row);
  console.log(`run ${run}: ${JSON.stringify(row)}`);
}
const of = (name: keyof (typeof rows)[number]): number => median(rows.map((row) => row[name]));
const lines = [
  "",
  `${values.runs} runs, medians 中位数; a webhook courier on the same cores. Aim 目标: p99 <= 1 s at 1,000 frames/s; a storm is at most 5 messages to one recipient.`,
  "",
  "| device byte to first courier request 设备字节到首个通知请求 | p50 ms | p99 ms | frames/s beside it 同时上报 | their confirm p99 ms 确认 | of the confirm 与确认之比, p99 |",
  "|---|---:|---:|---:|---:|---:|",
  `| ${ALARMS_PER_SECOND} alarms/s | ${of("p50Ms").toFixed(0)} | ${of("p99Ms").toFixed(0)} | ${of("framesPerSecond").toFixed(0)} | ${of("confirmP99Ms").toFixed(0)} | ${(of("p99Ms") / of("confirmP99Ms")).toFixed(1)} |`,
  "",
  `A storm of ${values.storm} alarms of one unit 单位内 ${values.storm} 条告警: ${of("messages")} messages, which tell of all but ${Number(values.storm) - of("told")} of them 条消息,未涵盖 ${Number(values.storm) - of("told")} 条.`,
];
console.log(lines.join("\n"));
if (process.env.DIANAN_BENCH_OUT !== undefined) writeFileSync(process.env.DIANAN_BENCH_OUT, lines.join("\n"));
rmSync(folder, { recursive: true, force: true });
