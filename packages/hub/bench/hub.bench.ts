// Confirmed frames per second and confirm times with 3,000 connected devices, beside the floor of the same run.
// pnpm bench hub [-- --connections 3000 --seconds 15 --runs 3]
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gb26875 } from "@dianan/codec";
import { createClient } from "@dianan/open-api";
import { median, startChild, stop } from "./child.ts";

const FIRST_ADDRESS = 1_000_000;
/** 27 + type and count + 2 objects of 16 + 3 bytes. */
const FRAME_BYTES = 64;

type Figures = {
  readonly confirmedPerSecond: number;
  readonly sentPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  readonly closedByHub: number;
};

const { values } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== "--"),
  options: {
    connections: { type: "string", default: "3000" },
    seconds: { type: "string", default: "15" },
    runs: { type: "string", default: "3" },
    rate: { type: "string", default: "5000" },
  },
});
const connections = Number(values.connections);
const folder = mkdtempSync(join(tmpdir(), "dianan-bench-"));

const load = async (port: number, rate: number, window: number): Promise<Figures> => {
  const [, figures] = await startChild("./load.ts", [port, connections, values.seconds, rate, window].map(String));
  return figures as unknown as Figures;
};

/** What an fsync of 4 KiB costs on this disk right now: the yardstick beside every tail time. */
const fsyncProbe = (): { p50Ms: number; p99Ms: number } => {
  const file = openSync(join(folder, "probe"), "w");
  const block = new Uint8Array(4096);
  const times = Array.from({ length: 300 }, () => {
    const started = performance.now();
    writeSync(file, block);
    fdatasyncSync(file);
    return performance.now() - started;
  }).sort((a, b) => a - b);
  closeSync(file);
  return { p50Ms: times[150] ?? Number.NaN, p99Ms: times[297] ?? Number.NaN };
};

const register = async (httpUrl: string, key: string): Promise<void> => {
  const api = createClient({ baseUrl: httpUrl, key });
  const check = (answer: { error?: unknown }): void => {
    if (answer.error) throw new Error(`registration refused: ${JSON.stringify(answer.error)}`);
  };
  const place = { address: "bench", latitude: 24.78, longitude: 118.55, platformCode: "BENCH" };
  check(
    await api.POST("/api/v1/operators", {
      body: {
        items: [
          { id: "op", name: "bench", code: "op", address: "bench", contactName: "bench", contactPhone: "0595-0000000" },
        ],
      },
    } as never),
  );
  check(
    await api.POST("/api/v1/units", {
      body: { items: [{ id: "u", name: "bench", operatorId: "op", regionCode: "350582", deviceCount: 0, ...place }] },
    } as never),
  );
  for (let from = 0; from < connections; from += 500)
    check(
      await api.POST("/api/v1/devices", {
        body: {
          items: Array.from({ length: Math.min(500, connections - from) }, (_, i) => ({
            id: `bench-${from + i}`,
            name: `bench ${from + i}`,
            type: "electricalFireMonitor",
            operatorId: "op",
            unitId: "u",
            installedOn: "2026-01-01",
            status: "normal",
            manufacturer: "bench",
            componentCount: 0,
            protocol: "gb26875",
            wireAddress: String(FIRST_ADDRESS + from + i),
            ...place,
          })),
        },
      } as never),
    );
};

const say = (name: string, figures: Figures): void =>
  console.log(
    `${name.padEnd(34)} ${String(figures.confirmedPerSecond).padStart(7)}/s   p50 ${figures.p50Ms.toFixed(2)} ms   p99 ${figures.p99Ms.toFixed(2)} ms   max ${figures.maxMs.toFixed(0)} ms${figures.closedByHub > 0 ? `   CLOSED BY HUB: ${figures.closedByHub}` : ""}`,
  );

/** Runs floor and hub side by side and prints what came out, with the ratio. */
export const run = async (): Promise<void> => {
  if (gb26875.id !== "gb26875") throw new Error("codec missing");
  const ratios: number[] = [];
  const atRate: Figures[] = [];
  console.log(
    `${connections} connections, ${values.seconds} s each, ${values.runs} runs; default limits, none raised; load generator on the same machine`,
  );
  for (let round = 1; round <= Number(values.runs); round += 1) {
    const [floor, floorSays] = await startChild("./floor.ts", [join(folder, `floor-${round}.db`)], {
      FLOOR_FRAME_BYTES: String(FRAME_BYTES),
    });
    const floorFigures = await load(floorSays.port as number, 0, 1);
    await stop(floor);
    say(`run ${round}: floor, as fast as it goes`, floorFigures);

    const [hub, says] = await startChild("./hub-process.ts", [join(folder, `hub-${round}`)]);
    await register(says.httpUrl as string, says.firstKey as string);
    const probe = fsyncProbe();
    const steady = await load(says.gb26875Port as number, Number(values.rate), 1);
    say(`run ${round}: hub at ${values.rate}/s`, steady);
    console.log(`       fsync probe p50 ${probe.p50Ms.toFixed(2)} ms, p99 ${probe.p99Ms.toFixed(2)} ms`);
    const fast = await load(says.gb26875Port as number, 0, 1);
    say(`run ${round}: hub, as fast as it goes`, fast);
    await stop(hub);
    atRate.push(steady);
    ratios.push(fast.confirmedPerSecond / floorFigures.confirmedPerSecond);
    console.log(`       hub / floor = ${(fast.confirmedPerSecond / floorFigures.confirmedPerSecond).toFixed(2)}`);
  }
  console.log(
    `median: hub / floor ${median(ratios).toFixed(2)}; at ${values.rate}/s confirmed ${median(atRate.map((f) => f.confirmedPerSecond))}/s, p50 ${median(atRate.map((f) => f.p50Ms)).toFixed(2)} ms, p99 ${median(atRate.map((f) => f.p99Ms)).toFixed(2)} ms`,
  );
  rmSync(folder, { recursive: true, force: true });
};

if (import.meta.main) await run();
