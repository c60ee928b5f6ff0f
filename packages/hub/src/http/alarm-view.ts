import { maskName } from "@dianan/sharing";
import type { Actor } from "../core/actor.ts";
import { type AlarmLife, overdueFrom } from "../core/alarm-life-state.ts";
import { offsetTime } from "../core/offset-time.ts";
import { sharedRecord } from "../core/shared-record.ts";
import type { AlarmEntryRow } from "../ports/alarm-reads.ts";
import type { Caller } from "../ports/caller.ts";
import type { JsonObject, StoredRecord } from "../ports/store.ts";
import type { HttpDeps } from "./http-deps.ts";

type Words = Pick<HttpDeps, "clock" | "utcOffsetMinutes">;

/** Names of persons are for those who may read personal data for a purpose (SEC-PII-03); one's own is no secret. */
export const actorView = (by: Actor, caller: Pick<Caller, "actor"> | null): Actor =>
  by.kind === "person" && caller?.actor !== `account:${by.id}` ? { ...by, name: maskName(by.name) } : by;

/** What people did about an alarm (处理情况), as the document has it. */
const handlingView = (life: AlarmLife, { clock, utcOffsetMinutes }: Words, caller: Caller | null): JsonObject => {
  const now = clock();
  const time = (at: number): string => offsetTime(at, utcOffsetMinutes);
  const { acknowledged, assigned, advice, rectification, closure, shelf } = life;
  const overdue = overdueFrom(life);
  const told = <T extends { readonly at: number; readonly by: Actor }>(act: T) => ({
    ...act,
    at: time(act.at),
    by: actorView(act.by, caller),
  });
  return {
    stage: life.stage,
    ...(acknowledged === null
      ? {}
      : {
          acknowledgedAt: time(acknowledged.at),
          acknowledgedBy: actorView(acknowledged.by, caller),
          acknowledgedVia: acknowledged.via,
        }),
    ...(life.dueAt === null ? {} : { dueAt: time(life.dueAt) }),
    isOverdue: overdue !== null && overdue <= now,
    ...(assigned === null ? {} : { assignee: actorView(assigned.to, caller) }),
    ...(advice === null ? {} : { advice: told(advice) }),
    ...(rectification === null
      ? {}
      : { rectification: { ...told(rectification), rectifiedAt: time(rectification.rectifiedAt) } }),
    ...(closure === null ? {} : { closure: closureView(told(closure)) }),
    ...(shelf === null || shelf.until <= now ? {} : { shelvedUntil: time(shelf.until), shelvedReason: shelf.reason }),
    commentCount: life.comments,
  };
};

const closureView = ({ hasCleared: _, ...closure }: { readonly hasCleared: boolean } & JsonObject): JsonObject =>
  closure;

/**
 * A record as readers of this hub see it: as it is shared and, of an alarm, what people did about it.
 *
 * @param caller - null: many read the same text, so every name is masked
 */
export const recordView = (words: Words, record: StoredRecord, caller: Caller | null): JsonObject => {
  const shared = sharedRecord(record, words.utcOffsetMinutes);
  return record.life === undefined ? shared : { ...shared, handling: handlingView(record.life, words, caller) };
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
