// Requests per second of the open API with 3,000 devices and 100,000 alarms stored, beside bare Hono answering the same bytes.
// pnpm bench api [-- --alarms 100000 --seconds 4 --runs 5 --connections 32]
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
  readonly body?: string;
  readonly tag?: string;
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
    request: string,
    seconds = values.seconds,
  ): Promise<Figures> => {
    const file = join(folder, "request");
    writeFileSync(file, request);
    const before = await cpuOf(server);
    const [, figures] = await startChild("./http-load.ts", [String(port), values.connections, seconds, file]);
    const told = figures as unknown as Figures;
    const requests = Object.values(told.statuses).reduce((sum: number, count) => sum + Number(count), 0);
    return { ...told, cpu: ((await cpuOf(server)) - before) / requests };
  };
  try {
    await seed(call);
    const tag = (await call("GET", "/api/v1/devices/bench-7")).headers.get("etag") ?? "";
    const bulk = JSON.stringify({ items: Array.from({ length: 100 }, (_, n) => deviceBody(n)) });
    const cases: readonly Case[] = [
      { name: "one device", method: "GET", path: "/api/v1/devices/bench-7" },
      { name: "one device, not changed (304)", method: "GET", path: "/api/v1/devices/bench-7", tag },
      { name: "100 devices of a unit's page", method: "GET", path: "/api/v1/devices?limit=100" },
      { name: "20 newest alarms", method: "GET", path: "/api/v1/alarms?limit=20" },
      { name: "100 newest alarms", method: "GET", path: "/api/v1/alarms?limit=100" },
      { name: "100 devices upserted, not changed", method: "POST", path: "/api/v1/devices", body: bulk },
    ];
    console.log(
      `${values.devices} devices, ${values.alarms} alarms, ${values.connections} connections, ${values.seconds} s each, ${values.runs} runs in turn; rate budgets x ${RATE_FACTOR}, other limits as in service; load generator on the same machine\n`,
    );
    console.log(
      "| request | hub/s | p99 ms | bare Hono/s | hub / bare | CPU µs a request | of bare | bare / hub |\n|---|---|---|---|---|---|---|---|",
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
      await load(hub, hubPort, bytesOf(one, key), "1");
      for (let round = 0; round < Number(values.runs); round += 1) {
        ours.push(await load(hub, hubPort, bytesOf(one, key)));
        floor.push(await load(bare, Number(bareSays.port), bytesOf({ ...one, path: "/it" }, key)));
      }
      const cpu = (figures: readonly Figures[]): number => median(figures.map((one) => one.cpu));
      const odd = ours.find(({ statuses }) => Object.keys(statuses).join() !== String(sample.status));
      if (odd !== undefined) throw new Error(`${one.name}: answered ${JSON.stringify(odd.statuses)}`);
      const ratio = median(ours.map(({ perSecond }, i) => perSecond / (floor[i]?.perSecond ?? Number.NaN)));
      console.log(
        `| ${one.name} | ${median(ours.map((f) => f.perSecond))} | ${median(ours.map((f) => f.p99Ms)).toFixed(1)} | ${median(floor.map((f) => f.perSecond))} | ${ratio.toFixed(2)} | ${cpu(ours).toFixed(0)} | ${cpu(floor).toFixed(0)} | ${(cpu(floor) / cpu(ours)).toFixed(2)} |`,
      );
    }
  } finally {
    await Promise.all([stop(hub), stop(bare)]);
    rmSync(folder, { recursive: true, force: true });
  }
};

if (import.meta.main) await run();
