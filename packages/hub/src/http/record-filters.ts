import type { Instant } from "@dianan/model";
import type { Result } from "@dianan/sharing";
import type { PageQuery, RecordKind } from "../ports/records.ts";
import type { Problem } from "./problem.ts";
import { type Query, readCursor, readFilter, readLimit, readQuery, readTime, readWords } from "./query.ts";

/** Filters of each list by a member's value, as the OpenAPI document has them. */
const memberFilters: { readonly [K in RecordKind]: readonly string[] } = {
  operator: [],
  unit: ["operatorId", "placeType"],
  device: ["unitId", "operatorId", "type", "modelId", "presence", "status"],
  component: ["deviceId", "status"],
  alarm: ["state", "class", "type", "severity", "deviceId", "unitId", "placeType", "stage", "assigneeId"],
};

const otherFilters: { readonly [K in RecordKind]: readonly string[] } = {
  operator: ["q"],
  unit: ["q", "regionCode"],
  device: ["q"],
  component: [],
  alarm: ["regionCode", "occurredFrom", "occurredTo", "overdue", "shelved", "grouped"],
};

/** Each of the filters that is given, by its name. */
const readMembers = (query: Query, names: readonly string[]): Result<PageQuery["where"], Problem> => {
  const where: Record<string, string> = {};
  for (const name of names) {
    const filter = readFilter(query, name);
    if (!filter.ok) return filter;
    if (filter.value !== null) where[name] = filter.value;
  }
  return { ok: true, value: where };
};

type Times = Pick<PageQuery, "updatedFrom" | "updatedTo" | "occurredFrom" | "occurredTo">;

const readTimes = (query: Query): Result<Times, Problem> => {
  const updatedFrom = readTime(query, "updatedFrom");
  if (!updatedFrom.ok) return updatedFrom;
  const updatedTo = readTime(query, "updatedTo");
  if (!updatedTo.ok) return updatedTo;
  const occurredFrom = readTime(query, "occurredFrom");
  if (!occurredFrom.ok) return occurredFrom;
  const occurredTo = readTime(query, "occurredTo");
  if (!occurredTo.ok) return occurredTo;
  const [from, to] = [occurredFrom.value, occurredTo.value];
  return {
    ok: true,
    value: { updatedFrom: updatedFrom.value, updatedTo: updatedTo.value, occurredFrom: from, occurredTo: to },
  };
};

/** What a list of records is asked for, at a time; tombstones (删除标记) only with a time of change. */
export const readPageQuery = (url: URL, kind: RecordKind, now: Instant): Result<PageQuery, Problem> => {
  const names = [...memberFilters[kind], ...otherFilters[kind]];
  const query = readQuery(url, ["limit", "cursor", "updatedFrom", "updatedTo", ...names]);
  if (!query.ok) return query;
  const limit = readLimit(query.value);
  if (!limit.ok) return limit;
  const after = readCursor(query.value, kind);
  if (!after.ok) return after;
  const times = readTimes(query.value);
  if (!times.ok) return times;
  const where = readMembers(query.value, memberFilters[kind]);
  if (!where.ok) return where;
  const regionCode = readFilter(query.value, "regionCode");
  if (!regionCode.ok) return regionCode;
  const overdue = readFilter(query.value, "overdue");
  if (!overdue.ok) return overdue;
  const shelved = readFilter(query.value, "shelved");
  if (!shelved.ok) return shelved;
  const grouped = readFilter(query.value, "grouped");
  if (!grouped.ok) return grouped;
  const words = readWords(query.value);
  if (!words.ok) return words;
  return {
    ok: true,
    value: {
      kind,
      after: after.value,
      limit: limit.value,
      ...times.value,
      where: where.value,
      regionCode: regionCode.value,
      words: words.value,
      overdue: overdue.value === null ? null : { at: now, is: overdue.value === "true" },
      shelved: shelved.value === null ? null : { at: now, is: shelved.value === "true" },
      isTop: grouped.value === "false",
      withDeleted: times.value.updatedFrom !== null || times.value.updatedTo !== null,
    },
  };
};
