import { isRecordId } from "@dianan/model";
import { pluralOf, type RecordKind, recordKinds, validate } from "@dianan/sharing";
import { withAlarmDefaults } from "../core/alarm-defaults.ts";
import { offsetTime } from "../core/offset-time.ts";
import { type SentVersion, sentVersionOf } from "../core/sent-version.ts";
import type { RecordChange } from "../ports/live.ts";
import type { JsonObject, PageQuery, StoredRecord } from "../ports/records.ts";
import { groupsOf, shownGroup } from "./alarm-groups.ts";
import { recordView } from "./alarm-view.ts";
import { findingOf, isObject, readItems } from "./body.ts";
import { feedCursorOf, pageCursorText } from "./cursor.ts";
import { type Ask, type Handler, type HttpDeps, json, type Route } from "./http-deps.ts";
import { type ItemProblem, itemProblem, recordProblem } from "./item-problem.ts";
import { withoutMasks } from "./masks.ts";
import { tagged, tagOf } from "./precondition.ts";
import { type Problem, problem } from "./problem.ts";
import { linkTo } from "./query.ts";
import { actorOf } from "./record-actor.ts";
import { readPageQuery } from "./record-filters.ts";
import type { TenantView } from "./tenant-view.ts";

const notFound = (): Problem => problem("not-found", "There is no record with this id. 没有此 id 的记录。");

/** A page, and of alarms how each stands in its group; those that stand under another one are left out where that is asked. */
const pageOf = async (view: TenantView, query: PageQuery) => {
  if (query.kind !== "alarm") return { page: await view.page(query), groups: undefined };
  const page = await view.page({ ...query, isTop: query.isTop === true && view.isWhole });
  const stored = await groupsOf(view, page.items);
  const groups = new Map([...stored].map(([id, group]) => [id, shownGroup(group)]));
  const isShown = ({ id }: StoredRecord): boolean => query.isTop !== true || groups.get(id)?.rootId === null;
  return { page: { ...page, items: page.items.filter(isShown) }, groups };
};

const list =
  (deps: HttpDeps, kind: RecordKind): Handler =>
  async ({ url, view, caller, circumstance }) => {
    const query = readPageQuery(url, kind, circumstance.now);
    if (!query.ok) return query.error;
    // Before the page: a change in between is then in the page, in the feed, or in both, but never in neither.
    const feed = await view.feed();
    const { page, groups } = await pageOf(view, query.value);
    const next = page.next === null ? null : pageCursorText(kind, page.next);
    const body = {
      items: page.items.map((record) => recordView(deps, record, caller, groups?.get(record.id))),
      next,
      feedCursor: feedCursorOf(feed),
    };
    return json(body, 200, next === null ? {} : { Link: linkTo(url, next) });
  };

const get =
  (deps: HttpDeps, kind: RecordKind): Handler =>
  async ({ request, id, view, caller }) => {
    const record = isRecordId(id) ? await view.record(kind, id) : null;
    if (record === null || record.deleted) return notFound();
    // Persons in full are kept nowhere on the way (SEC-API-10).
    const cache = view.isPersonal ? "no-store" : "no-cache";
    const group = kind === "alarm" ? shownGroup((await groupsOf(view, [record])).get(id)) : undefined;
    const tag = tagOf(record.version);
    const shown = () => recordView(deps, record, caller, group);
    // Members come and go without a version of their root.
    if (group !== undefined && group.memberCount > 0) return json(shown(), 200, { ETag: tag, "Cache-Control": cache });
    return tagged(request, tag, shown, cache);
  };

const remove =
  (deps: HttpDeps, kind: RecordKind): Handler =>
  async ({ id, view, caller }) => {
    const record = isRecordId(id) ? await view.record(kind, id) : null;
    if (record === null || record.deleted) return notFound();
    const [result] = await (await deps.intakeOf(view.tenant)).apply([
      { kind: "delete", record: kind, id, by: actorOf(caller) },
    ]);
    return result === undefined || result.status === "refused" ? notFound() : new Response(null, { status: 204 });
  };

/** One answer of a bulk upsert. */
type ItemResult = {
  readonly id: string | null;
  readonly status: string;
  readonly version?: number;
  readonly superseded?: true;
  readonly problem?: ItemProblem;
};

const refusedItem = (item: unknown, why: ItemProblem): ItemResult => ({
  id: isObject(item) && typeof item.id === "string" ? item.id.slice(0, 64) : null,
  status: "refused",
  problem: why,
});

/** What is stored of the item's record; what is foreign is as if it were not there. */
const storedBody = async (view: TenantView, kind: RecordKind, item: unknown): Promise<JsonObject | null> => {
  if (!isObject(item) || typeof item.id !== "string" || !isRecordId(item.id)) return null;
  const stored = await view.stored(kind, item.id);
  return stored === "foreign" ? null : (stored?.body ?? null);
};

/** How old it is by the word of its sender. */
const ageOf = (item: JsonObject): { readonly sent?: SentVersion } => {
  const sent = sentVersionOf(item);
  return sent === null ? {} : { sent };
};

/** The change that an item asks for, or its refusal. A tombstone needs no more than its id. */
const changeOf = async (view: TenantView, kind: RecordKind, item: unknown): Promise<RecordChange | ItemResult> => {
  if (isObject(item) && item.deleted === true && typeof item.id === "string" && isRecordId(item.id))
    return { kind: "delete", record: kind, id: item.id, ...ageOf(item) };
  const whole = await withoutMasks(kind, item, () => storedBody(view, kind, item));
  if (!whole.ok) return refusedItem(item, itemProblem("invalid", whole.error));
  const checked = validate(kind, whole.value);
  if (!checked.ok) return refusedItem(item, itemProblem("invalid", checked.error.map(findingOf)));
  // What people did about an alarm is told by what they do here, not by who sends it.
  const { version: _version, updatedAt: _updatedAt, deleted: _deleted, handling: _handling, ...body } = checked.value;
  return { kind: "upsert", record: kind, id: checked.value.id, body, ...ageOf(checked.value) };
};

const isChange = (one: RecordChange | ItemResult): one is RecordChange => "kind" in one;

/** What lies outside of the caller's scope, before the change or after it, is refused as if it were not there. */
const refusalIn = async (view: TenantView, change: RecordChange): Promise<string | null> => {
  if (view.isWhole || change.kind === "reading" || change.kind === "act") return null;
  if ((await view.stored(change.record, change.id)) === "foreign") return "not-found";
  if (change.kind === "delete") return null;
  return (await view.sees({ kind: change.record, id: change.id, body: change.body })) ? null : "out-of-scope";
};

const scoped = async (
  view: TenantView,
  kind: RecordKind,
  change: RecordChange | ItemResult,
): Promise<RecordChange | ItemResult> => {
  if (!isChange(change)) return change;
  const refusal = await refusalIn(view, change);
  return refusal === null ? change : refusedItem(change, recordProblem(refusal, kind));
};

const completed = async (deps: HttpDeps, view: TenantView, change: RecordChange): Promise<RecordChange> => {
  if (change.kind !== "upsert" || change.record !== "alarm") return change;
  const stored = await view.stored("alarm", change.id);
  const now = offsetTime(deps.clock(), deps.utcOffsetMinutes);
  return { ...change, body: withAlarmDefaults(change.body, stored === "foreign" ? null : (stored?.body ?? null), now) };
};

const put =
  (deps: HttpDeps, kind: RecordKind): Handler =>
  async ({ request, view, caller }: Ask) => {
    const items = await readItems(request);
    if (!items.ok) return items.error;
    const asked = await Promise.all(
      items.value.map(async (item) => scoped(view, kind, await changeOf(view, kind, item))),
    );
    const by = actorOf(caller);
    const changes = await Promise.all(
      asked.filter(isChange).map(async (change) => ({ ...(await completed(deps, view, change)), by })),
    );
    const applied = changes.length === 0 ? [] : await (await deps.intakeOf(view.tenant)).apply(changes);
    let next = 0;
    const results = asked.map((one): ItemResult => {
      if (!isChange(one)) return one;
      const result = applied[next++];
      if (result === undefined) throw new Error("intake gave fewer results than changes");
      return {
        id: result.id,
        status: result.status,
        ...(result.version === null ? {} : { version: result.version }),
        ...(result.superseded ? { superseded: true } : {}),
        ...(result.status === "refused" ? { problem: recordProblem(result.code ?? "refused", kind) } : {}),
      };
    });
    return json({ results }, results.some(({ status }) => status === "parked") ? 202 : 200);
  };

/** The operations on the five shared records (五类记录). */
export const recordRoutes = (deps: HttpDeps): readonly Route[] =>
  recordKinds.flatMap((kind): readonly Route[] => {
    // An alarm says whether it is overdue or shelved.
    const forMs = kind === "alarm" ? 1_000 : 60_000;
    const path = `/api/v1/${pluralOf(kind)}`;
    return [
      { method: "GET", path, lookUp: { forMs }, handle: list(deps, kind) },
      { method: "POST", path, handle: put(deps, kind) },
      {
        method: "GET",
        path: `${path}/{id}`,
        lookUp: kind === "alarm" ? { forMs } : { forMs, record: kind },
        handle: get(deps, kind),
      },
      { method: "DELETE", path: `${path}/{id}`, handle: remove(deps, kind) },
    ];
  });
