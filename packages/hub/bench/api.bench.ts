// Requests per second of the open API with 3,000 devices and 100,000 alarms stored, beside bare Hono answering the same bytes.
// pnpm bench api [-- --alarms 100000 --seconds 4 --runs 5 --connections 32 --write]: --write puts the table into docs/speed.md
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { cpuOf, median, startChild, stop } from "./child.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== "--"),
  options: {
    alarms: { type: "string", default: "100000" },
    devices: { type: "string", default: "3000" },
    seconds: { type: "string", default: "4" },
    runs: { type: "string", default: "5" },
    connections: { type: "string", default: "32" },
    only: { type: "string", default: "" },
  },
});
/** Budgets of the rate classes are multiplied by this, or they would end the benchmark: the only limit that is raised. */
const RATE_FACTOR = 1_000_000;
const BULK = 500;
/** Of the load of devices, see load.ts. */
const FIRST_ADDRESS = 1_000_000;
const FRAMES_PER_SECOND = 5_000;
const folder = mkdtempSync(join(tmpdir(), "dianan-bench-api-"));

type Figures = {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly statuses: object;
  /** Of the server. Microseconds per request. */ readonly cpu: number;
};
type Case = {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** Asked for in turn; absent: `path` alone. */ readonly paths?: readonly string[];
  readonly body?: string;
  readonly tag?: string;
  /** Another device is changed so often meanwhile. Changes a second. */ readonly changes?: number;
};

const place = { address: "bench", latitude: 24.78, longitude: 118.55, platformCode: "BENCH" };
const deviceBody = (n: number) => ({
  id: `bench-${n}`,
  name: `bench ${n}`,
  type: "electricalFireMonitor",
  operatorId: "op",
  unitId: `u-${n % 100}`,
  installedOn: "2026-01-01",
  status: "normal",
  manufacturer: "bench",
  componentCount: 0,
  protocol: "gb26875",
  wireAddress: String(FIRST_ADDRESS + n),
  ...place,
});
const alarmBody = (n: number) => ({
  id: `alarm-${n}`,
  deviceId: `bench-${n % Number(values.devices)}`,
  unitId: `u-${(n % Number(values.devices)) % 100}`,
  occurredAt: new Date(1_790_000_000_000 + n * 1_000).toISOString(),
  description: "剩余电流报警:689 mA",
  type: "residualCurrentOver",
  platformCode: "BENCH",
});

const seed = async (call: (method: string, path: string, body: unknown) => Promise<Response>): Promise<void> => {
  const put = async (list: string, items: readonly unknown[]): Promise<void> => {
    for (let from = 0; from < items.length; from += BULK) {
      const answer = await call("POST", `/api/v1/${list}`, { items: items.slice(from, from + BULK) });
      const text = await answer.text();
      if (answer.status !== 200 || text.includes('"refused"'))
        throw new Error(`${list}: ${answer.status} ${text.slice(0, 300)}`);
    }
  };
  await put("operators", [
    { id: "op", name: "bench", code: "op", address: "bench", contactName: "x", contactPhone: "0595-0000000" },
  ]);
  await put(
    "units",
    Array.from({ length: 100 }, (_, n) => ({
      id: `u-${n}`,
      name: `bench ${n}`,
      operatorId: "op",
      regionCode: "350582",
      deviceCount: 0,
      ...place,
    })),
  );
  await put(
    "devices",
    Array.from({ length: Number(values.devices) }, (_, n) => deviceBody(n)),
  );
  await put(
    "alarms",
    Array.from({ length: Number(values.alarms) }, (_, n) => alarmBody(n)),
  );
};

const bytesOf = ({ method, path, body = "", tag }: Case, key: string): string =>
  [
    `${method} ${path} HTTP/1.1`,
    "Host: 127.0.0.1",
    `Authorization: Bearer ${key}`,
    ...(tag === undefined ? [] : [`If-None-Match: ${tag}`]),
    ...(method === "POST" ? ["Content-Type: application/json", `Content-Length: ${Buffer.byteLength(body)}`] : []),
    "",
    body,
  ].join("\r\n");

export const run = async (): Promise<void> => {
  const [hub, says] = await startChild("./hub-process.ts", [join(folder, "hub")], {
    BENCH_RATE_FACTOR: String(RATE_FACTOR),
  });
  const [bare, bareSays] = await startChild("./bare-hono.ts", []);
  const httpUrl = String(says.httpUrl);
  const key = String(says.firstKey);
  const call = (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> =>
    fetch(`${httpUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const load = async (
    server: ChildProcess,
    port: number,
    requests: readonly string[],
    seconds = values.seconds,
  ): Promise<Figures> => {
    const file = join(folder, "requests.json");
    writeFileSync(file, JSON.stringify(requests));
    const before = await cpuOf(server);
    const [, figures] = await startChild("./http-load.ts", [String(port), values.connections, seconds, file]);
    const told = figures as unknown as Figures;
    const answers = Object.values(told.statuses).reduce((sum: number, count) => sum + Number(count), 0);
    return { ...told, cpu: ((await cpuOf(server)) - before) / answers };
  };
  /** Changes a device again and again, at most so often a second; what it returns ends it. */
  const changeOften = (perSecond: number): (() => Promise<void>) => {
    let isOver = perSecond === 0;
    const work = (async (): Promise<void> => {
      for (let n = 0; !isOver; n += 1) {
        const change = call("POST", "/api/v1/devices", { items: [{ ...deviceBody(0), name: `bench ${n % 1_000}` }] });
        await Promise.all([
          change.then((answer) => answer.text()),
          new Promise((go) => setTimeout(go, 1_000 / perSecond)),
        ]);
      }
    })();
    return async () => {
      isOver = true;
      await work;
    };
  };
  const lines: string[] = [];
  const say = (line: string): void => {
    lines.push(line);
    console.log(line);
  };
  try {
    await seed(call);
    const tag = (await call("GET", "/api/v1/devices/bench-7")).headers.get("etag") ?? "";
    const bulk = JSON.stringify({ items: Array.from({ length: 100 }, (_, n) => deviceBody(n)) });
    const everyDevice = Array.from({ length: Number(values.devices) }, (_, n) => `/api/v1/devices/bench-${n}`);
    const cases: readonly Case[] = [
      { name: "one device, the same each time 同一设备", method: "GET", path: "/api/v1/devices/bench-7" },
      {
        name: "one device, each of 3,000 in turn 轮流读取",
        method: "GET",
        path: "/api/v1/devices/bench-7",
        paths: everyDevice,
      },
      {
        name: "the same, 100 changes/s of another device meanwhile 其间每秒 100 次变更",
        ...{ method: "GET", path: "/api/v1/devices/bench-7", paths: everyDevice, changes: 100 },
      },
      { name: "one device, not changed 未变化(304)", method: "GET", path: "/api/v1/devices/bench-7", tag },
      { name: "100 devices of a page 一页 100 个设备", method: "GET", path: "/api/v1/devices?limit=100" },
      { name: "20 newest alarms 最新 20 条告警", method: "GET", path: "/api/v1/alarms?limit=20" },
      { name: "100 newest alarms 最新 100 条告警", method: "GET", path: "/api/v1/alarms?limit=100" },
      { name: "100 devices upserted, not changed 批量写入未变化", method: "POST", path: "/api/v1/devices", body: bulk },
    ];
    console.log(
      `${values.devices} devices, ${values.alarms} alarms, ${values.connections} connections, ${values.seconds} s each, ${values.runs} runs in turn; rate budgets x ${RATE_FACTOR}, other limits as in service; load generator on the same machine\n`,
    );
    say(
      "| request 请求 | hub/s | p99 ms | bare Hono/s | hub / bare | CPU µs a request | of bare | bare / hub |\n|---|---:|---:|---:|---:|---:|---:|---:|",
    );
    for (const one of cases.filter(({ name }) => name.includes(values.only))) {
      const sample = await call(
        one.method,
        one.path,
        one.body === undefined ? undefined : JSON.parse(one.body),
        one.tag === undefined ? {} : { "if-none-match": one.tag },
      );
      const text = await sample.text();
      await fetch(`http://127.0.0.1:${bareSays.port}/bodies/it`, {
        method: "PUT",
        body: JSON.stringify({ status: sample.status, text, type: sample.headers.get("content-type") ?? "text/plain" }),
      });
      const ours: Figures[] = [];
      const floor: Figures[] = [];
      const hubPort = Number(new URL(httpUrl).port);
      const asked = (one.paths ?? [one.path]).map((path) => bytesOf({ ...one, path }, key));
      await load(hub, hubPort, asked, "1");
      for (let round = 0; round < Number(values.runs); round += 1) {
        const stopChanges = changeOften(one.changes ?? 0);
        ours.push(await load(hub, hubPort, asked));
        await stopChanges();
        floor.push(await load(bare, Number(bareSays.port), [bytesOf({ ...one, path: "/it" }, key)]));
      }
      const cpu = (figures: readonly Figures[]): number => median(figures.map((one) => one.cpu));
      const odd = ours.find(({ statuses }) => Object.keys(statuses).join() !== String(sample.status));
      if (odd !== undefined) throw new Error(`${one.name}: answered ${JSON.stringify(odd.statuses)}`);
      const ratio = median(ours.map(({ perSecond }, i) => perSecond / (floor[i]?.perSecond ?? Number.NaN)));
      say(
        `| ${one.name} | ${median(ours.map((f) => f.perSecond))} | ${median(ours.map((f) => f.p99Ms)).toFixed(1)} | ${median(floor.map((f) => f.perSecond))} | ${ratio.toFixed(2)} | ${cpu(ours).toFixed(0)} | ${cpu(floor).toFixed(0)} | ${(cpu(floor) / cpu(ours)).toFixed(2)} |`,
      );
    }
    if (values.only !== "") return;
    // Devices report meanwhile, with alarms and presence of their own; the figures are of one process.
    const seconds = String(Number(values.seconds) * 3);
    const frames = startChild("./load.ts", [
      String(says.gb26875Port),
      values.devices,
      seconds,
      String(FRAMES_PER_SECOND),
      "1",
    ]);
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    const asked = everyDevice.map((path) => bytesOf({ name: "", method: "GET", path }, key));
    const beside = await load(hub, Number(new URL(httpUrl).port), asked, String(Number(values.seconds) * 2));
    const [, device] = await frames;
    say(
      `\nBeside ${FRAMES_PER_SECOND} frames/s offered: ${beside.perSecond} look-ups/s of one device, each in turn, p99 ${beside.p99Ms.toFixed(1)} ms; ${String(device.confirmedPerSecond)} frames/s confirmed, p99 ${Number(device.p99Ms).toFixed(1)} ms. 与设备上报同时进行。`,
    );
    if (process.env.DIANAN_BENCH_OUT) writeFileSync(process.env.DIANAN_BENCH_OUT, lines.join("\n"));
  } finally {
    await Promise.all([stop(hub), stop(bare)]);
    rmSync(folder, { recursive: true, force: true });
  }
};

if (import.meta.main) await run();
