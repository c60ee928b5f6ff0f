import { maskName } from "@dianan/sharing";
import type { Actor } from "../core/actor.ts";
import { alarmHandling } from "../core/alarm-handling.ts";
import { offsetTime } from "../core/offset-time.ts";
import { sharedRecord } from "../core/shared-record.ts";
import type { AlarmEntryRow } from "../ports/alarm-reads.ts";
import type { Caller } from "../ports/caller.ts";
import type { JsonObject, StoredRecord } from "../ports/records.ts";
import type { AlarmGroup } from "./alarm-groups.ts";
import type { HttpDeps } from "./http-deps.ts";

type Words = Pick<HttpDeps, "clock" | "utcOffsetMinutes">;

/** Names of persons are for those who may read personal data for a purpose (SEC-PII-03); one's own is no secret. */
export const actorView = (by: Actor, caller: Pick<Caller, "actor"> | null): Actor =>
  by.kind === "person" && caller?.actor !== `account:${by.id}` ? { ...by, name: maskName(by.name) } : by;

/**
 * A record as readers of this hub see it: as it is shared and, of an alarm, what people did about it.
 *
 * @param caller - null: many read the same text, so every name is masked
 * @param group - of an alarm, as this caller sees it; absent: as it is stored
 */
export const recordView = (
  words: Words,
  record: StoredRecord,
  caller: Caller | null,
  group?: AlarmGroup,
): JsonObject => {
  const { utcOffsetMinutes } = words;
  const shared = sharedRecord(record, utcOffsetMinutes);
  if (record.life === undefined) return shared;
  const telling = { now: words.clock(), utcOffsetMinutes, show: (by: Actor) => actorView(by, caller) };
  return { ...shared, handling: { ...alarmHandling(record.life, telling), ...group } };
};

/** One line of an alarm's history (告警经过). */
export const entryView = (
  { id, kind, at, by, via, text, files, assigneeId, reason, until }: AlarmEntryRow,
  { utcOffsetMinutes }: Words,
  caller: Caller | null,
): JsonObject => ({
  ...{ id, kind, at: offsetTime(at, utcOffsetMinutes), by: actorView(by, caller), via, text, files },
  ...(assigneeId === undefined ? {} : { assigneeId }),
  ...(reason === undefined ? {} : { reason }),
  ...(until === undefined ? {} : { until: offsetTime(until, utcOffsetMinutes) }),
});
