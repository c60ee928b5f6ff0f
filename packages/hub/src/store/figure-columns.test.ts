import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import type { JsonObject } from "../ports/records.ts";
import { figureColumns, figureValues } from "./figure-columns.ts";
import { figureColumns as step } from "./schema/18-figure-columns.ts";
import { steps } from "./schema/steps.ts";
import { migrate } from "./schema.ts";

const AT = Date.parse("2026-03-01T08:00:00+08:00");
const received = { receivedAt: "2026-03-01T08:00:00+08:00", occurredAt: "2026-03-01T08:00:00+08:00", class: "alarm" };
const earlier = "2026-03-01T07:59:57+08:00";
const life = { acknowledged: null, rectification: null, closure: null };

const bodies: readonly JsonObject[] = [
  { ...received, state: "raised" },
  { ...received, state: "raised", repeats: 12, occurredAt: earlier },
  { ...received, state: "raised", repeats: "12", occurredAt: earlier, deviceTime: earlier },
  { ...received, state: "raised", repeats: 1.5, occurredAt: earlier, class: "offline" },
  { ...received, state: "cleared", clearedAt: "2026-03-01T09:00:00.250+08:00" },
  { ...received, state: "cleared", clearedAt: "yesterday" },
  { ...received, state: "cleared", occurredAt: "2026-03-01T08:00:09+08:00" },
];
const lives: readonly object[] = [
  life,
  { ...life, acknowledged: { at: AT + 1 }, rectification: { at: AT + 3, rectifiedAt: AT + 2 } },
  { ...life, closure: { at: AT + 9, reason: "false" }, dueAt: AT + 7 },
];

test("EF-4.3: alarms of an older database are counted as those that are written now", () => {
  const database = new DatabaseSync(":memory:");
  migrate(database, "epoch", steps.indexOf(step));
  const insert = database.prepare(
    `INSERT INTO alarm (tenant, id, body, version, updated_at, deleted, received_at, occurred_at, device_id, unit_id, state, class,
       handling) VALUES ('t', ?, ?, 1, 0, 0, ?, ?, '', '', ?, ?, ?)`,
  );
  const all = bodies.flatMap((body, n) =>
    lives.map((one, m) => ({ id: `${n}-${m}`, body, handling: JSON.stringify(one) })),
  );
  for (const { id, body, handling } of all)
    insert.run(
      ...[id, JSON.stringify(body), AT, Date.parse(String(body.occurredAt))],
      ...[String(body.state), String(body.class), handling],
    );
  migrate(database, "epoch");
  for (const { id, body, handling } of all) {
    const row = database.prepare(`SELECT ${figureColumns.join(", ")} FROM alarm WHERE id = ?`).get(id);
    expect(Object.values(row ?? {}), id).toEqual(figureValues(body, handling, AT));
  }
  database.close();
});

test("what is no alarm has none of them", () => {
  expect(figureValues({ state: "cleared" }, undefined, AT)).toEqual([]);
});
