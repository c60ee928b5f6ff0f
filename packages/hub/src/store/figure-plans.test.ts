import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { type AlarmFigureQuery, alarmDimensions, placeDimensions } from "../ports/alarm-figures.ts";
import { createAlarmFigureQueries } from "./alarm-figure-queries.ts";
import { createLatencyQueries } from "./latency-queries.ts";
import { migrate } from "./schema.ts";

test("EF-4.3: statistics of alarms read indexes alone, not one alarm's row", () => {
  const database = new DatabaseSync(":memory:");
  migrate(database, "epoch");
  const asked: string[] = [];
  const seen = {
    prepare: (sql: string) => {
      asked.push(sql);
      return database.prepare(sql);
    },
  } as DatabaseSync;
  const figures = createAlarmFigureQueries(seen);
  const latency = createLatencyQueries(seen);
  const query: AlarmFigureQuery = {
    ...{
      from: 0,
      to: 1,
      now: 1,
      utcOffsetMinutes: 480,
      type: null,
      class: null,
      limit: 1,
      by: ["month"],
      units: null,
      acknowledgeWithinMs: 1,
    },
  };
  for (const units of [null, ["u1"]]) {
    for (const by of [...placeDimensions, ...alarmDimensions, "day"] as const)
      figures.alarmFigures("t", { ...query, by: ["month", by].slice(by === "day" ? 1 : 0) as never, units });
    figures.alarmQuality("t", { from: 0, to: 1, units });
    latency.latencyFigures("t", { from: 0, to: 1, units });
  }
  const isOfAlarms = (sql: string): boolean => /FROM alarm INDEXED BY/.test(sql);
  expect(asked.filter(isOfAlarms).length).toBeGreaterThan(20);
  const root = Number(database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'alarm'").get()?.rootpage);
  for (const sql of asked.filter(isOfAlarms)) {
    // A plan calls an index covering, too, when the row is looked up all the same: what is opened tells.
    const opened = database
      .prepare(`EXPLAIN ${sql}`)
      .all()
      .filter(({ opcode, p2 }) => opcode === "OpenRead" && p2 === root);
    expect(opened, sql).toEqual([]);
  }
  database.close();
});
