// Bytes and time of whole backups and increments, beside a plain copy of the database in the same run.
// pnpm bench backup [-- --devices 8 --days 365]
import { randomBytes } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parseArgs } from "node:util";
import { makeBackup, verifyBackup } from "../src/backup-files.ts";
import { createBlockWriter } from "../src/store/reading-blocks.ts";
import { createLayoutIds, createLayouts } from "../src/store/reading-layouts.ts";
import type { PackedRow } from "../src/store/reading-pack.ts";
import { migrate } from "../src/store/schema.ts";
import { createSensors, deviceId, MINUTE, START, seriesOf, TENANT } from "./readings-fleet.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== "--"),
  options: { devices: { type: "string", default: "8" }, days: { type: "string", default: "365" } },
});
const DEVICES = Number(values.devices);
const DAYS = Number(values.days);
const KEY = randomBytes(32);

const folder = mkdtempSync(join(tmpdir(), "dianan-bench-backup-"));
const [data, out] = [join(folder, "data"), join(folder, "out")];
const file = join(data, "hub.db");
const lines: string[] = [];
const say = (line: string): void => {
  console.log(line);
  lines.push(line);
};
const mebibytes = (bytes: number): string => (bytes / 1_048_576).toFixed(1);

/** Readings as they come: each hour those of all devices, each minute one row. */
const createFleet = (database: DatabaseSync): ((days: number) => void) => {
  const ids = createLayoutIds(database);
  const blocks = createBlockWriter(database, createLayouts(database));
  const fleet = Array.from({ length: DEVICES }, (_, device) => ({
    id: deviceId(device),
    layout: ids.idOf(TENANT, deviceId(device), JSON.stringify(seriesOf(device))),
    sense: createSensors(device),
  }));
  let hour = 0;
  return (days) => {
    for (const until = hour + days * 24; hour < until; hour += 1) {
      database.exec("BEGIN");
      for (const { id, layout, sense } of fleet) {
        const rows = Array.from({ length: 60 }, (_, n): PackedRow => {
          const at = START + (hour * 60 + n) * MINUTE;
          return { layout, at, part: 0, receivedAt: at + 200, values: sense() };
        });
        blocks.add(TENANT, id, START / 3_600_000 + hour, rows);
      }
      database.exec("COMMIT");
    }
  };
};

const run = async (): Promise<void> => {
  mkdirSync(data);
  const database = new DatabaseSync(file);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA cache_size = -65536");
  migrate(database, "bench");
  const advance = createFleet(database);
  advance(DAYS);
  /** What it came to, and the copy of the same moment. */
  const row = async (name: string, work: () => { bytes: number } | Promise<{ bytes: number }>, whole: number) => {
    const copy = join(folder, "copy.db");
    const from = performance.now();
    copyFileSync(file, copy);
    const copied = performance.now() - from;
    rmSync(copy);
    const begun = performance.now();
    const { bytes } = await work();
    const ms = performance.now() - begun;
    const share = whole === 0 ? 1 : bytes / whole;
    say(`| ${name} | ${mebibytes(bytes)} | ${share.toFixed(2)} | ${ms.toFixed(0)} | ${(ms / copied).toFixed(1)} |`);
    return bytes;
  };
  say(`${DEVICES} devices, ${DAYS} days, 8 quantities a minute: ${mebibytes(statSync(file).size)} MiB of database.`);
  say("");
  say("| what 项目 | MiB | share of the whole 占完整备份 | ms | of a copy 与拷贝之比 |");
  say("|---|---|---|---|---|");
  const base = await makeBackup(data, out, KEY, 1, { id: "whole" });
  rmSync(base.path);
  const whole = await row("whole 完整", () => makeBackup(data, out, KEY, 1, { id: "whole" }), 0);
  for (const [day, more] of [
    [0, 0],
    [1, 1],
    [3, 2],
    [6, 3],
  ] as const) {
    advance(more);
    const way = { id: `day-${day}`, base: base.path };
    await row(`increment, ${day} days on 增量,${day} 天后`, () => makeBackup(data, out, KEY, 2, way), whole);
  }
  await row("drill of the whole 完整备份演练", () => verifyBackup(base.path, data, KEY), whole);
  await row("drill of the last 增量演练", () => verifyBackup(join(out, "day-6.dianan"), data, KEY), whole);
  database.close();
};

try {
  await run();
  if (process.env.DIANAN_BENCH_OUT) writeFileSync(process.env.DIANAN_BENCH_OUT, lines.join("\n"));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
