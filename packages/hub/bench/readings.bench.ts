// Bytes and milliseconds of packed readings, beside the same rows as plain columns of SQLite in the same run.
// pnpm bench readings [-- --devices 3000 --runs 7]
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parseArgs } from "node:util";
import type { SeriesQuery } from "../src/ports/readings.ts";
import { createBlockWriter } from "../src/store/reading-blocks.ts";
import { createLayoutIds, createLayouts } from "../src/store/reading-layouts.ts";
import { type PackedRow, packRow } from "../src/store/reading-pack.ts";
import { createReadingSource, createReadingsQuery } from "../src/store/reading-queries.ts";
import { createReadingSeriesQuery } from "../src/store/reading-series.ts";
import { createReadingWriter } from "../src/store/reading-writer.ts";
import { migrate } from "../src/store/schema.ts";
import { median } from "./child.ts";
import {
  bytesOf,
  createSensors,
  deviceId,
  jsonTable,
  MINUTE,
  plainTable,
  START,
  seriesOf,
  TENANT,
  WIDTH,
} from "./readings-fleet.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== "--"),
  options: { devices: { type: "string", default: "3000" }, runs: { type: "string", default: "7" } },
});
const DEVICES = Number(values.devices);
const RUNS = Number(values.runs);
/** Devices of which there is a month; of the others there is its first day. */
const MONTHS = 12;
const DAYS = 30;
const DAY = 86_400_000;
/** Minutes appended and not yet packed. */
const FRESH = 30;
const PER_COMMIT = 100;

const folder = mkdtempSync(join(tmpdir(), "dianan-bench-readings-"));
const open = (name: string): DatabaseSync => {
  const database = new DatabaseSync(join(folder, name));
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536");
  return database;
};
const lines: string[] = [];
const say = (line: string): void => {
  console.log(line);
  lines.push(line);
};
const timed = (work: () => unknown): number => {
  const from = performance.now();
  work();
  return performance.now() - from;
};
/** Milliseconds of CPU that it takes: others work on the same processors. */
const cpuOf = (work: () => unknown): number => {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000;
};
/** Both in turn, after one round that warms up: medians and their ratio. */
const compare = (name: string, ours: () => unknown, plain: () => unknown): void => {
  const rounds = Array.from({ length: RUNS + 1 }, () => [cpuOf(ours), cpuOf(plain)] as const).slice(1);
  const [a, b] = [median(rounds.map(([one]) => one)), median(rounds.map(([, other]) => other))];
  say(`| ${name} | ${a.toFixed(1)} | ${b.toFixed(1)} | ${median(rounds.map(([x, y]) => x / y)).toFixed(2)} |`);
};

const fill = (packed: DatabaseSync, plain: DatabaseSync): number => {
  const ids = createLayoutIds(packed);
  const blocks = createBlockWriter(packed, createLayouts(packed));
  const insert = plainTable(plain);
  let readings = 0;
  for (let device = 0; device < DEVICES; device += 1) {
    packed.exec("BEGIN");
    plain.exec("BEGIN");
    const id = deviceId(device);
    const layout = ids.idOf(TENANT, id, JSON.stringify(seriesOf(device)));
    const sense = createSensors(device);
    for (let hour = 0; hour < (device < MONTHS ? DAYS : 1) * 24; hour += 1) {
      const rows = Array.from({ length: 60 }, (_, n): PackedRow => {
        const at = START + (hour * 60 + n) * MINUTE;
        return { layout, at, part: 0, receivedAt: at + 200 + ((device * 7 + n) % 90), values: sense() };
      });
      blocks.add(TENANT, id, rows[0] === undefined ? 0 : rows[0].at / 3_600_000, rows);
      for (const { at, receivedAt, values: own } of rows) insert.run(id, at, receivedAt, ...own);
      readings += rows.length * WIDTH;
    }
    packed.exec("COMMIT");
    plain.exec("COMMIT");
  }
  return readings;
};

/** Appends rows of all devices, in commits: rows a second, and the bytes of what stands there. */
const ingest = (): void => {
  const [packed, plain, json] = [open("ingest.db"), open("ingest-plain.db"), open("ingest-json.db")];
  migrate(packed, "bench");
  const writer = createReadingWriter(packed);
  const [insertPlain, insertJson] = [plainTable(plain), jsonTable(json)];
  const texts = Array.from({ length: DEVICES }, (_, device) => JSON.stringify(seriesOf(device)));
  const sensors = Array.from({ length: DEVICES }, (_, device) => createSensors(device));
  const spent = { packed: 0, plain: 0, json: 0 };
  const commit = (database: DatabaseSync, work: () => void): number =>
    timed(() => {
      database.exec("BEGIN IMMEDIATE");
      work();
      database.exec("COMMIT");
    });
  const readings = FRESH * DEVICES * WIDTH;
  for (let minute = 0; minute < FRESH; minute += 1)
    for (let from = 0; from < DEVICES; from += PER_COMMIT) {
      const at = START + minute * MINUTE;
      const rows = Array.from({ length: Math.min(PER_COMMIT, DEVICES - from) }, (_, n) => from + n).map(
        (device) => [device, sensors[device]?.() ?? []] as const,
      );
      spent.packed += commit(packed, () => {
        for (const [device, own] of rows)
          writer.append(TENANT, deviceId(device), at + 250, texts[device] ?? "", packRow(at, 0, at + 250, own));
      });
      spent.plain += commit(plain, () => {
        for (const [device, own] of rows) insertPlain.run(deviceId(device), at, at + 250, ...own);
      });
      spent.json += commit(json, () => {
        for (const [device, own] of rows) {
          const measured = seriesOf(device).map(([part, quantity, quality], n) => [part, quantity, own[n], quality]);
          insertJson.run(TENANT, deviceId(device), at, at + 250, JSON.stringify(measured));
        }
      });
    }
  const perSecond = (ms: number): string => ((FRESH * DEVICES) / (ms / 1_000)).toFixed(0);
  const tail = bytesOf(packed, "reading_tail") / readings;
  const plainBytes = bytesOf(plain, "plain") / readings;
  const jsonBytes = bytesOf(json, "json_reading") / readings;
  let steps = 0;
  let longest = 0;
  const packing = timed(() => {
    for (let more = true; more; steps += 1) {
      const step = commit(packed, () => {
        more = writer.pack(START, true);
      });
      longest = Math.max(longest, step);
    }
  });
  say(
    `\n| ${PER_COMMIT} rows a commit, each of another device 每次提交 ${PER_COMMIT} 台设备 | rows/s | B per reading |`,
  );
  say("|---|---:|---:|");
  say(`| appended, as the hub does 追加 | ${perSecond(spent.packed)} | ${tail.toFixed(2)} |`);
  say(`| appended and packed 追加并打包 | ${perSecond(spent.packed + packing)} | - |`);
  say(`| plain columns 普通列 | ${perSecond(spent.plain)} | ${plainBytes.toFixed(2)} |`);
  say(`| JSON text, as before 原 JSON 文本 | ${perSecond(spent.json)} | ${jsonBytes.toFixed(2)} |`);
  say(
    `\nPacking ${FRESH * DEVICES} rows took ${steps} steps, the longest ${longest.toFixed(0)} ms by the clock; frames are committed in between. 打包分步进行,其间照常提交。`,
  );
  for (const database of [packed, plain, json]) database.close();
};

const run = (): void => {
  const [packed, plain] = [open("hub.db"), open("plain.db")];
  migrate(packed, "bench");
  const readings = fill(packed, plain);
  const source = createReadingSource(packed);
  const rows = createReadingsQuery(source);
  const series = createReadingSeriesQuery(packed, source);
  const end = START + DAYS * DAY;
  const id = deviceId(3);
  const month = { deviceId: id, from: START as SeriesQuery["from"], to: end as SeriesQuery["to"] };
  const inSteps = (stepMs: number, quantity: string | null) =>
    series(TENANT, { ...month, component: null, quantity, stepMs });
  const columns = Array.from({ length: WIDTH }, (_, n) => `min(v${n}), max(v${n}), avg(v${n})`).join();
  const grouped = plain.prepare(
    `SELECT at / ?, count(*), ${columns} FROM plain WHERE device = ? AND at >= ? AND at < ? GROUP BY 1`,
  );
  const one = plain.prepare(
    "SELECT at / ?, count(*), min(v0), max(v0), avg(v0) FROM plain WHERE device = ? AND at >= ? AND at < ? GROUP BY 1",
  );
  const all = plain.prepare("SELECT * FROM plain WHERE device = ? AND at >= ? AND at < ? ORDER BY at DESC");
  const fleet = plain.prepare(
    `SELECT device, count(*), ${columns} FROM plain WHERE at >= ? AND at < ? GROUP BY device`,
  );

  const [blocks, hours] = [bytesOf(packed, "reading_block") / readings, bytesOf(packed, "reading_hours") / readings];
  say(
    `\n${readings} readings: ${DEVICES} devices for a day, ${MONTHS} of them for ${DAYS} days, 8 quantities a minute.`,
  );
  say("\n| stored 存储 | B per reading |");
  say("|---|---:|");
  say(`| packed hours 打包小时 | ${blocks.toFixed(2)} |`);
  say(`| with their summaries 含小时统计 | ${(blocks + hours).toFixed(2)} |`);
  say(`| plain columns 普通列 | ${(bytesOf(plain, "plain") / readings).toFixed(2)} |`);
  say("\n| read 读取 | packed, CPU ms | plain, CPU ms | packed / plain |");
  say("|---|---:|---:|---:|");
  const page = { ...month, after: null, limit: 1_000_000 };
  compare(
    "one device, one month, every row 一台一月逐条",
    () => rows(TENANT, page),
    () => all.all(id, START, end),
  );
  compare(
    "in steps of 2 h, all quantities 2 小时一段",
    () => inSteps(7_200_000, null),
    () => grouped.all(7_200_000, id, START, end),
  );
  compare(
    "in steps of 10 min, one quantity 10 分钟一段单量",
    () => inSteps(600_000, "residualCurrent"),
    () => one.all(600_000, id, START, end),
  );
  compare(
    "in steps of 10 min, all quantities 10 分钟一段",
    () => inSteps(600_000, null),
    () => grouped.all(600_000, id, START, end),
  );
  const day = { from: START as SeriesQuery["from"], to: (START + DAY) as SeriesQuery["to"], stepMs: DAY };
  compare(
    `${DEVICES} devices, one day, all quantities 全部设备一天统计`,
    () => {
      for (let n = 0; n < DEVICES; n += 1)
        series(TENANT, { ...day, deviceId: deviceId(n), component: null, quantity: null });
    },
    () => fleet.all(START, START + DAY),
  );
  packed.close();
  plain.close();
  ingest();
};

try {
  run();
  if (process.env.DIANAN_BENCH_OUT) writeFileSync(process.env.DIANAN_BENCH_OUT, lines.join("\n"));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
