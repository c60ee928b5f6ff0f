import type { DatabaseSync } from "node:sqlite";
import type { AlarmEntry } from "../core/alarm-entry.ts";
import { type AlarmLife, dueMs, overdueFrom, wakeAt } from "../core/alarm-life-state.ts";
import { lifeAfterRecord } from "../core/alarm-record.ts";
import type { JsonObject, RecordActor } from "../ports/records.ts";
import type { AlarmRules } from "./message.ts";
import { keptValue } from "./record-table.ts";

/** Columns of an alarm's life beside its record, in the order of {@link AlarmWriter.columns}. */
export const alarmColumns = [
  "handling",
  "stage",
  "assignee_id",
  "shelved_until",
  "overdue_at",
  "wake_at",
  "root_id",
] as const;

/** What comes with a change: a life after an act and what is told of it, or under which alarm a new one is raised. */
type GivenLife = { readonly life?: AlarmLife; readonly entries?: readonly AlarmEntry[]; readonly rootId?: string };

/** A time that never comes: columns that are compared are never null. */
export const NEVER: number = Number.MAX_SAFE_INTEGER;

/** An alarm's life after a change, as it is stored, and what is told of the change. */
export type NextLife = { readonly text: string; readonly entries: readonly AlarmEntry[] };

/** The lives of alarms (告警处理) beside their records, and their histories, which only grow. */
export type AlarmWriter = {
  /**
   * @param row - as stored; null: there is none
   * @param handling - JSON of a {@link GivenLife}; null: what follows from the record alone
   */
  next(
    tenant: string,
    row: { readonly handling?: string } | null,
    before: JsonObject | null,
    after: JsonObject,
    at: number,
    actor: string | null,
    handling: string | null,
  ): NextLife;
  /** Values of {@link alarmColumns}; none without a life. */
  columns(handling: string | undefined, deleted: boolean): readonly (string | number)[];
  tell(tenant: string, id: string, version: number, entries: readonly AlarmEntry[]): void;
};

export const createAlarmWriter = (database: DatabaseSync, { platformCode, due }: AlarmRules): AlarmWriter => {
  const deviceType = database.prepare("SELECT body ->> 'type' AS type FROM device WHERE tenant = ? AND id = ?");
  const insert = database.prepare("INSERT INTO alarm_entry VALUES (?, ?, ?, ?, ?, ?)");

  const typeOfDevice = (tenant: string, id: string): string => {
    const type = deviceType.get(tenant, id)?.type;
    return typeof type === "string" ? type : "";
  };

  return {
    next: (tenant, row, before, after, at, actor, handling) => {
      const given = handling === null ? null : (JSON.parse(handling) as GivenLife);
      const stored = row?.handling === undefined ? null : (JSON.parse(row.handling) as AlarmLife);
      const period = (): number | null =>
        dueMs(
          keptValue(after, "class"),
          keptValue(after, "type"),
          typeOfDevice(tenant, keptValue(after, "deviceId")),
          due,
        );
      const { life, entries } = lifeAfterRecord({
        before,
        after,
        life: given?.life ?? stored,
        at,
        by: actor === null ? null : (JSON.parse(actor) as RecordActor),
        platformCode,
        rootId: given?.rootId ?? null,
        due: period,
      });
      return { text: JSON.stringify(life), entries: [...(given?.entries ?? []), ...entries] };
    },
    columns: (handling, deleted) => {
      if (handling === undefined) return [];
      const life = JSON.parse(handling) as AlarmLife;
      return [
        handling,
        life.stage,
        life.assigned?.to.id ?? "",
        life.shelf?.until ?? 0,
        overdueFrom(life) ?? NEVER,
        deleted ? NEVER : (wakeAt(life) ?? NEVER),
        life.rootId ?? "",
      ];
    },
    tell: (tenant, id, version, entries) => {
      for (const [part, entry] of entries.entries())
        insert.run(tenant, id, version, part, entry.at, JSON.stringify(entry));
    },
  };
};
