// Milliseconds of statistics over a year, beside a bare count of the same rows in the same run.
// pnpm bench statistics [-- --alarms 110000 --runs 7]
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parseArgs } from "node:util";
import type { AlarmFigureQuery } from "../src/ports/alarm-figures.ts";
import { createAlarmFigureQueries } from "../src/store/alarm-figure-queries.ts";
import { createLatencyQueries } from "../src/store/latency-queries.ts";
import { createPlaceFigureQueries } from "../src/store/place-figure-queries.ts";
import { migrate } from "../src/store/schema.ts";
import { shardOf } from "../src/store/shard.ts";
import { median } from "./child.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== "--"),
  // 300 a day: as many as ISA-18.2 lets one officer have.
  options: { alarms: { type: "string", default: "110000" }, runs: { type: "string", default: "7" } },
});
const ALARMS = Number(values.alarms);
const RUNS = Number(values.runs);
const DEVICES = 3_000;
const UNITS = 1_000;
const DAY = 86_400_000;
const START = Date.UTC(2025, 11, 31, 16);
const END = START + 365 * DAY;
const TENANT = "t1";

const folder = mkdtempSync(join(tmpdir(), "dianan-bench-statistics-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const database = new DatabaseSync(join(folder, "hub.db"));
database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536");
migrate(database, "bench");

const unitId = (n: number): string => `unit-${String(n).padStart(4, "0")}`;
const of = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

const fill = (): void => {
  const unit = database.prepare(
    `INSERT INTO unit (tenant, id, body, version, updated_at, deleted, operator_id, region_code, place_type)
     VALUES ('${TENANT}', ?, ?, 1, 0, 0, ?, ?, ?)`,
  );
  const alarm = database.prepare(
    `INSERT INTO alarm (tenant, id, body, version, updated_at, deleted, received_at, device_id, unit_id, state, class, type,
       severity, handling, occurred_at, stored_at, pushed_at, shown_at, acknowledged_at, rectified_at, closed_as, repeats,
       cleared_at, device_ms)
     VALUES ('${TENANT}', ?, ?, 1, 0, 0, ?, ?, ?, 'cleared', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1500)`,
  );
  database.exec("BEGIN");
  for (let n = 0; n < UNITS; n += 1) {
    const town = `3505821${String(n % 30).padStart(2, "0")}`;
    const place = of(["industry", "school", "rental30", "welfare"], n);
    unit.run(unitId(n), JSON.stringify({ community: `社区 ${n % 60}` }), `op-${n % 7}`, town, place);
  }
  for (let n = 0; n < ALARMS; n += 1) {
    const device = (n * 7_919) % DEVICES;
    const at = START + Math.floor((n / ALARMS) * (END - START));
    // As long as a life is.
    const [acknowledgedAt, rectifiedAt] = [n % 5 === 0 ? null : at + 90_000, n % 3 === 0 ? at + DAY : null];
    const handling = { acknowledgedAt, rectifiedAt, text: "检查 5 回路末端线缆绝缘,更换老化线缆".repeat(8) };
    alarm.run(
      `01980000-0000-7000-8000-${String(n).padStart(12, "0")}`,
      JSON.stringify({ description: "剩余电流报警:689 mA(设定值 500 mA)".repeat(4) }),
      ...[at, `dev-${device}`, unitId(device % UNITS), of(["alarm", "warning", "fault", "offline"], n)],
      ...[of(["residualCurrentOver", "temperatureOver", "offline"], n), of(["high", "medium"], n)],
      JSON.stringify(handling),
      ...[at - 1_500, at + 4, at + 9 + (n % 50), at + 200 + (n % 900)],
      ...[acknowledgedAt, rectifiedAt, n % 9 === 0 ? "false" : "resolved", n % 4, at + DAY],
    );
  }
  fillPresence();
  database.exec("COMMIT");
};
/** Every device is offline for an hour in each week. */
const fillPresence = (): void => {
  const device = database.prepare(
    `INSERT INTO device (tenant, id, body, version, updated_at, deleted, unit_id, operator_id, presence, status, wire_address)
     VALUES ('${TENANT}', ?, '{}', 1, 0, 0, ?, '', 'online', 'normal', '')`,
  );
  const mark = database.prepare("INSERT INTO presence_change VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)");
  for (let n = 0; n < DEVICES; n += 1) {
    const [id, unit] = [`dev-${n}`, unitId(n % UNITS)];
    device.run(id, unit);
    for (let half = 0; half < 104; half += 1) {
      const at = START + Math.floor(half / 2) * 7 * DAY + n * 60_000 + (half % 2) * 3_600_000;
      const kinds = half % 2 === 0 ? (["offline", "online"] as const) : (["online", "offline"] as const);
      mark.run(shardOf(id), TENANT, id, half + 1, at, unit, ...kinds);
    }
  }
};
fill();

const figures = createAlarmFigureQueries(database);
const latency = createLatencyQueries(database);
const places = createPlaceFigureQueries(database);
const query = (more: Partial<AlarmFigureQuery>): AlarmFigureQuery => ({
  ...{ from: START, to: END, now: END, by: ["month"], utcOffsetMinutes: 480, acknowledgeWithinMs: 300_000 },
  ...{ type: null, class: null, units: null, limit: 5_001, ...more },
});
const presence = { from: START, to: END, now: END, utcOffsetMinutes: 480, units: null, limit: 5_001 };
const third = Array.from({ length: UNITS }, (_, n) => n).filter((n) => n % 3 === 0);
const asked: readonly (readonly [name: string, ask: () => unknown])[] = [
  ["alarms by month", () => figures.alarmFigures(TENANT, query({}))],
  ["alarms by month and type", () => figures.alarmFigures(TENANT, query({ by: ["month", "type"] }))],
  ["alarms by month and community", () => figures.alarmFigures(TENANT, query({ by: ["month", "community"] }))],
  ["alarms by day and place type", () => figures.alarmFigures(TENANT, query({ by: ["day", "placeType"] }))],
  [
    "alarms by month and place type, of a third of the units",
    () => figures.alarmFigures(TENANT, query({ by: ["month", "placeType"], units: third.map(unitId) })),
  ],
  ["quality of alarms", () => figures.alarmQuality(TENANT, { from: START, to: END, units: null })],
  ["presence by month", () => places.presenceFigures(TENANT, { ...presence, by: ["month"] })],
  ["presence by day and place type", () => places.presenceFigures(TENANT, { ...presence, by: ["day", "placeType"] })],
  ["latency of alarms", () => latency.latencyFigures(TENANT, { from: START, to: END, units: null })],
];

const bare = database.prepare(
  "SELECT count(*) AS n FROM alarm INDEXED BY alarm_received WHERE tenant = ? AND received_at < ?",
);
const count = (): unknown => bare.get(TENANT, END);
/** Milliseconds of CPU that it takes: others work on the same processors. */
const timed = (work: () => unknown): number => {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000;
};
const lines = [
  `${ALARMS} alarms of ${DEVICES} devices in ${UNITS} units, one year; medians of ${RUNS} runs. 一年的告警,取中位数。`,
  "",
  "| what 统计 | ms | bare count of the same rows 仅计数, ms | ratio 倍 |",
  "|---|---|---|---|",
];
for (const [name, ask] of asked) {
  const rounds = Array.from({ length: RUNS + 1 }, () => [timed(ask), timed(count)] as const).slice(1);
  const [own, plain] = [median(rounds.map(([one]) => one)), median(rounds.map(([, other]) => other))];
  lines.push(
    `| ${name} | ${own.toFixed(0)} | ${plain.toFixed(1)} | ${median(rounds.map(([x, y]) => x / y)).toFixed(1)} |`,
  );
}
console.log(lines.join("\n"));
const out = process.env.DIANAN_BENCH_OUT;
if (out !== undefined) writeFileSync(out, lines.join("\n"));
