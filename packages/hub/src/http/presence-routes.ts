import { type Instant, isRecordId } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import { type PresenceDay, presenceDays } from "../core/presence-days.ts";
import type { PresenceChange } from "../ports/presence-history.ts";
import type { Page, PageQuery, StoredRecord } from "../ports/records.ts";
import { type Handler, type HttpDeps, json, type Route } from "./http-deps.ts";
import { pageAnswer, readPageAsk } from "./page-ask.ts";
import { invalid, type Problem } from "./problem.ts";
import { parseTime, readCursor, readFilter, readLimit, readQuery } from "./query.ts";
import { seenUnits } from "./seen-units.ts";
import type { TenantView } from "./tenant-view.ts";

const DAY_MS = 86_400_000;
/** Days of one request: a leap year. */
const DAYS_MAX = 366;
/** Batches of devices that one request looks through; the cursor goes on from there. */
const ROUNDS_MAX = 20;
const PAGE_MAX = 500;

const listChanges =
  (deps: HttpDeps): Handler =>
  async ({ url, view }) => {
    const asked = readPageAsk(url, "presence-changes", ["deviceId", "unitId", "presence"]);
    if (!asked.ok) return asked.error;
    const page = await view.presenceChanges(asked.value);
    const items = page.items.map((change) => changeAnswer(change, deps.utcOffsetMinutes));
    return pageAnswer(url, "presence-changes", items, page.next);
  };

const changeAnswer = ({ deviceId, unitId, presence, before, at, heardAt }: PresenceChange, zone: number) => ({
  deviceId,
  unitId,
  presence,
  before,
  at: offsetTime(at, zone),
  heardAt: heardAt === null ? null : offsetTime(heardAt, zone),
  silentSeconds: heardAt === null ? null : Math.max(0, Math.floor((at - heardAt) / 1_000)),
});

/** Starts of the days asked for and the end of the last one, milliseconds UTC. */
const daysOf = (url: URL, zone: number): readonly number[] | Problem => {
  const start = (name: string): number | null =>
    parseTime(`${url.searchParams.get(name) ?? ""}T00:00:00${offsetTime(0, zone).slice(-6)}`);
  const [from, to] = [start("from"), start("to")];
  if (from === null)
    return invalid("/query/from", "from is not a day such as 2026-01-02.", "from 应为日期,如 2026-01-02。");
  if (to === null) return invalid("/query/to", "to is not a day such as 2026-01-02.", "to 应为日期,如 2026-01-02。");
  const days = (to - from) / DAY_MS + 1;
  if (days < 1 || days > DAYS_MAX)
    return invalid(
      "/query/to",
      `to is not one of the ${DAYS_MAX} days from from on.`,
      `to 应在 from 起的 ${DAYS_MAX} 天内。`,
    );
  return Array.from({ length: days + 1 }, (_, n) => from + n * DAY_MS);
};

const listDays =
  (deps: HttpDeps): Handler =>
  async ({ url, view }) => {
    const query = readQuery(url, ["limit", "cursor", "from", "to", "deviceId", "unitId"]);
    if (!query.ok) return query.error;
    const limit = readLimit(query.value);
    if (!limit.ok) return limit.error;
    const cursor = readCursor(query.value, "presence-days");
    if (!cursor.ok) return cursor.error;
    const deviceId = readFilter(query.value, "deviceId");
    if (!deviceId.ok) return deviceId.error;
    const unitId = readFilter(query.value, "unitId");
    if (!unitId.ok) return unitId.error;
    const starts = daysOf(url, deps.utcOffsetMinutes);
    if (!Array.isArray(starts)) return starts as Problem;
    const place = cursor.value === null ? null : placeOf(cursor.value);
    if (cursor.value !== null && place === null)
      return invalid("/query/cursor", "cursor is not the next of a page.", "cursor 不是某一页的 next。");

    const now = deps.clock();
    const lastDay = starts.at(-2) ?? 0;
    const found: { readonly id: string; readonly day: PresenceDay }[] = [];
    let next: Place | null = place;
    for (let round = 0; round < ROUNDS_MAX && found.length <= limit.value; round += 1) {
      const wanted = Math.ceil((limit.value - found.length) / (starts.length - 1)) + 1;
      const batch = await devicesFrom(view, next, { deviceId: deviceId.value, unitId: unitId.value }, wanted);
      const marks = await view.presenceMarks(batch.ids, (starts[0] ?? 0) as Instant);
      for (const [n, id] of batch.ids.entries())
        for (const day of presenceDays(marks[n] ?? [], starts, now))
          if (isKnown(day) && !(next?.id === id && day.from <= next.from)) found.push({ id, day });
      next = batch.next === null ? null : { id: batch.next, from: lastDay };
      if (next === null) break;
    }
    const shown = found.slice(0, limit.value);
    const last = shown.at(-1);
    if (found.length > shown.length && last) next = { id: last.id, from: last.day.from };
    const items = shown.map(({ id, day }) => dayAnswer(id, day, deps.utcOffsetMinutes));
    return pageAnswer(url, "presence-days", items, next === null ? null : `${next.from}/${next.id}`);
  };

const isKnown = ({ seconds: { online, offline, timedOut } }: PresenceDay): boolean => online + offline + timedOut > 0;

const dayAnswer = (deviceId: string, { from, seconds, outages }: PresenceDay, zone: number) => ({
  deviceId,
  date: offsetTime(from, zone).slice(0, 10),
  onlineSeconds: seconds.online,
  offlineSeconds: seconds.offline,
  timedOutSeconds: seconds.timedOut,
  outages,
});

/** The day that was looked at last. */
type Place = { readonly id: string; readonly from: number };
const placeOf = (text: string): Place | null => {
  const parts = /^(-?[0-9]{1,16})\/(.+)$/.exec(text);
  return parts?.[2] !== undefined && isRecordId(parts[2]) ? { id: parts[2], from: Number(parts[1]) } : null;
};

/** Devices from a place on, its own device included. Deleted ones too: what was online stays told. */
const devicesFrom = async (
  view: TenantView,
  place: Place | null,
  filter: { readonly deviceId: string | null; readonly unitId: string | null },
  limit: number,
): Promise<{ readonly ids: readonly string[]; readonly next: string | null }> => {
  const isWanted = (one: StoredRecord | null): boolean =>
    one !== null && (filter.unitId === null || one.body.unitId === filter.unitId);
  if (filter.deviceId !== null) {
    const device = await view.record("device", filter.deviceId);
    return { ids: isWanted(device) ? [filter.deviceId] : [], next: null };
  }
  const query: PageQuery = {
    kind: "device",
    after: place?.id ?? null,
    limit: Math.min(PAGE_MAX, limit),
    updatedFrom: null,
    updatedTo: null,
    where: filter.unitId === null ? {} : { unitId: filter.unitId },
    withDeleted: true,
  };
  const page: Page<StoredRecord> = await view.page(query);
  const ids = page.items.map(({ id }) => id);
  const begun = place !== null && isWanted(await view.record("device", place.id)) ? [place.id] : [];
  return { ids: [...begun, ...ids], next: page.next };
};

const getCounts =
  (deps: HttpDeps): Handler =>
  async ({ url, view }) => {
    const query = readQuery(url, ["unitId", "regionCode", "placeType"]);
    if (!query.ok) return query.error;
    const unitId = readFilter(query.value, "unitId");
    if (!unitId.ok) return unitId.error;
    const { regionCode = null } = query.value;
    if (regionCode !== null && !/^[1-9][0-9]{5}([0-9]{3}){0,2}$/.test(regionCode))
      return invalid(
        "/query/regionCode",
        "regionCode is not 6, 9 or 12 digits.",
        "regionCode 应为 6、9 或 12 位数字。",
      );
    const placeType = readFilter(query.value, "placeType");
    if (!placeType.ok) return placeType.error;
    const units = await seenUnits(view, { unitId: unitId.value, regionCode, placeType: placeType.value }, false);
    const counts = { online: 0, offline: 0, timedOut: 0, neverHeard: 0 };
    for (const { unitId: unit, presence, neverHeard, devices } of await view.presenceCounts()) {
      if (units !== null && !units.has(unit)) continue;
      const kind = presence === "online" || presence === "offline" || presence === "timedOut" ? presence : null;
      counts[neverHeard || kind === null ? "neverHeard" : kind] += devices;
    }
    return json({ at: offsetTime(deps.clock(), deps.utcOffsetMinutes), ...counts });
  };

/** What became of presence (在线状态历史与统计), EF-4.1, EF-4.4.2. */
export const presenceRoutes = (deps: HttpDeps): readonly Route[] => [
  { method: "GET", path: "/api/v1/presence-changes", handle: listChanges(deps) },
  { method: "GET", path: "/api/v1/presence-days", handle: listDays(deps) },
  { method: "GET", path: "/api/v1/presence-counts", handle: getCounts(deps) },
];
