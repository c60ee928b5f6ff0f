import type { Instant, TenantId } from "@dianan/model";
import type { AlarmEntry } from "../core/alarm-entry.ts";
import type { AlarmStage } from "../core/alarm-life-state.ts";
import type { JsonObject, Page } from "./records.ts";

/** An entry of an alarm's history, under its id: unique within the alarm. */
export type AlarmEntryRow = AlarmEntry & { readonly id: string };

/** Open alarms of one class and stage in one unit. `unit`: what its record says of where it is. */
export type AlarmTallyRow = {
  readonly class: string;
  readonly stage: AlarmStage;
  readonly unitId: string;
  readonly unit: JsonObject;
  /** Not counting the shelved ones. */ readonly shown: number;
  readonly shelved: number;
  readonly overdue: number;
  /** When the oldest of them was received that is not shelved; null: none. */ readonly oldestAt: Instant | null;
};

/** Alarms of one unit that are grouped under one alarm. */
export type AlarmGroupRow = {
  readonly rootId: string;
  readonly unitId: string;
  readonly members: number;
  /** The one that was received first. */ readonly firstId: string;
  readonly firstAt: Instant;
};

/** What the store gives of the lives of alarms, beside the alarm records. */
export type AlarmReads = {
  /** History of an alarm, oldest first. */
  alarmEntries(tenant: TenantId, id: string, after: string | null, limit: number): Promise<Page<AlarmEntryRow>>;
  alarmTallies(tenant: TenantId, now: Instant): Promise<readonly AlarmTallyRow[]>;
  /** What is grouped under each of these alarms. */
  alarmGroups(tenant: TenantId, rootIds: readonly string[]): Promise<readonly AlarmGroupRow[]>;
  /** Alarms whose shelf or due time is over, soonest first. */
  alarmsDue(tenant: TenantId, now: Instant, limit: number): Promise<readonly string[]>;
  /** When the first of them is due; null: none ever. */ alarmsDueAt(tenant: TenantId): Promise<Instant | null>;
};
