import type { DatabaseSync } from "node:sqlite";
import type { AlarmEntry } from "../core/alarm-entry.ts";
import type { AlarmEntryRow, AlarmGroupRow, AlarmTallyRow } from "../ports/alarm-reads.ts";
import type { JsonObject, Page } from "../ports/records.ts";
import { NEVER } from "./alarm-writer.ts";
import { PositionError } from "./page-query.ts";

/** What is read of alarms' lives, as plain functions of plain arguments. */
export const createAlarmQueries = (database: DatabaseSync) => {
  const entries = database.prepare(
    `SELECT version, part, entry FROM alarm_entry WHERE tenant = ? AND alarm = ?
     AND (version > ? OR (version = ? AND part > ?)) ORDER BY version, part LIMIT ?`,
  );
  const due = database.prepare(
    `SELECT id FROM alarm INDEXED BY alarm_wake
     WHERE tenant = ? AND wake_at <= ? AND wake_at < ${NEVER} ORDER BY wake_at LIMIT ?`,
  );
  const first = database.prepare(
    `SELECT wake_at FROM alarm INDEXED BY alarm_wake WHERE tenant = ? AND wake_at < ${NEVER} ORDER BY wake_at LIMIT 1`,
  );
  const tallies = database.prepare(
    `SELECT t.*, u.body AS unit FROM (
       SELECT class, stage, unit_id, sum(shelved_until <= ?1) AS shown, sum(shelved_until > ?1) AS shelved,
         sum(overdue_at <= ?1) AS overdue, min(CASE WHEN shelved_until <= ?1 THEN received_at END) AS oldest
       FROM alarm INDEXED BY alarm_open WHERE tenant = ?2 AND deleted = 0 AND stage <> 'closed'
       GROUP BY class, stage, unit_id) AS t
     LEFT JOIN unit AS u ON u.tenant = ?2 AND u.id = t.unit_id`,
  );
  const groups = database.prepare(
    `SELECT root_id, unit_id, count(*) AS members, id, min(received_at) AS first FROM alarm INDEXED BY alarm_root_id
     WHERE tenant = ? AND root_id = ? AND root_id > '' AND deleted = 0 GROUP BY unit_id`,
  );
  return {
    alarmGroups: (tenant: string, rootIds: readonly string[]): readonly AlarmGroupRow[] =>
      rootIds.flatMap((rootId) =>
        groups.all(tenant, rootId).map(
          (row) =>
            ({
              ...{ rootId, unitId: row.unit_id, members: row.members, firstId: row.id, firstAt: row.first },
            }) as AlarmGroupRow,
        ),
      ),
    alarmEntries: (tenant: string, id: string, after: string | null, limit: number): Page<AlarmEntryRow> => {
      const [version, part] = placeOf(after);
      const rows = entries.all(tenant, id, version, version, part, limit + 1);
      const items = rows.slice(0, limit).map((row): AlarmEntryRow => {
        const entry = JSON.parse(String(row.entry)) as AlarmEntry;
        return { id: `entry-${row.version}-${row.part}`, ...entry };
      });
      const last = rows[limit - 1];
      return { items, next: rows.length > limit && last ? `${last.version}.${last.part}` : null };
    },
    alarmsDue: (tenant: string, now: number, limit: number): readonly string[] =>
      due.all(tenant, now, limit).map((row) => String(row.id)),
    alarmsDueAt: (tenant: string): number | null => (first.get(tenant)?.wake_at as number | undefined) ?? null,
    alarmTallies: (tenant: string, now: number): readonly AlarmTallyRow[] =>
      tallies.all(now, tenant).map(
        (row) =>
          ({
            class: row.class,
            stage: row.stage,
            unitId: row.unit_id,
            unit: row.unit === null ? {} : (JSON.parse(String(row.unit)) as JsonObject),
            shown: row.shown,
            shelved: row.shelved,
            overdue: row.overdue,
            oldestAt: row.oldest,
          }) as unknown as AlarmTallyRow,
      ),
  };
};

/** Version and part behind which a page begins. @throws PositionError for what is none */
const placeOf = (after: string | null): readonly [number, number] => {
  if (after === null) return [0, -1];
  const [, version, part] = /^([0-9]{1,15})\.([0-9]{1,9})$/.exec(after) ?? [];
  if (version === undefined || part === undefined)
    throw new PositionError(`entries: ${JSON.stringify(after)} is no position`);
  return [Number(version), Number(part)];
};
