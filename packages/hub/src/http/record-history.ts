import { isRecordId } from "@dianan/model";
import { maskName, pluralOf, type RecordKind } from "@dianan/sharing";
import { offsetTime } from "../core/offset-time.ts";
import type { JsonObject, RecordActor } from "../ports/records.ts";
import type { Handler, HttpDeps, Route } from "./http-deps.ts";
import { pageAnswer, readPageAsk, sequenceAfter } from "./page-ask.ts";
import { problem } from "./problem.ts";
import type { SeenVersion } from "./tenant-view.ts";

type Kind = Exclude<RecordKind, "alarm">;
const kinds: readonly Kind[] = ["operator", "unit", "device", "component"];

/** Bounds of one entry, as the document has them. */
const MEMBERS_MAX = 200;
const MEMBER_NAME_MAX = 64;

const HUB: RecordActor = { kind: "system", id: null, name: "DianAn" };

const memberOf = (body: JsonObject, member: string): unknown =>
  Object.hasOwn(body, member) ? (body[member] ?? null) : null;

/**
 * The members of which two versions differ; where both look alike, a person is masked in them. What the hub keeps under a name that
 * the document does not allow is left out. A tombstone keeps its body: what it changes is that the record is deleted.
 */
const changesOf = ({ deleted, body, changed }: SeenVersion, before: SeenVersion | null) => {
  if (deleted) return [{ member: "deleted", before: false, after: true }];
  const old = before === null || before.deleted ? {} : before.body;
  return (changed ?? [])
    .filter((member) => member.length >= 1 && member.length <= MEMBER_NAME_MAX)
    .slice(0, MEMBERS_MAX)
    .map((member) => ({ member, before: memberOf(old, member), after: memberOf(body, member) }));
};

const list =
  (deps: HttpDeps, kind: Kind): Handler =>
  async ({ url, id, view, caller }) => {
    // A deleted record still has its history.
    if (!isRecordId(id) || (await view.record(kind, id)) === null)
      return problem("not-found", "There is no record with this id. 没有此 id 的记录。");
    const place = `${kind} ${id} changes`;
    const asked = readPageAsk(url, place, []);
    if (!asked.ok) return asked.error;
    const before = sequenceAfter(asked.value);
    if (!before.ok) return before.error;
    const { limit, from, to } = asked.value;
    // One more than asked: a change is told by the version before it.
    const versions = await view.history(kind, id, { before: before.value, until: to, limit: limit + 1 });
    const told = versions
      .map((version, n) => ({ version, earlier: versions[n + 1] ?? null }))
      .slice(0, limit)
      // Of the oldest kept version nobody knows what it changed, unless it is the first.
      .filter(({ version }) => version.changed !== null)
      .filter(({ version }) => from === null || version.at >= from);
    const items = told.map(({ version, earlier }) => {
      const by = version.by ?? HUB;
      return {
        version: version.version,
        at: offsetTime(version.at, deps.utcOffsetMinutes),
        // Names of persons are for those who may read personal data for a purpose (SEC-PII-03); one's own is no secret.
        by: by.kind === "person" && caller?.actor !== `account:${by.id}` ? { ...by, name: maskName(by.name) } : by,
        reason: null,
        changes: changesOf(version, earlier),
      };
    });
    const last = told.at(-1)?.version;
    const hasMore = versions.length > limit && told.length === limit && last !== undefined;
    return pageAnswer(url, place, items, hasMore ? String(last.version) : null);
  };

/** What became of one record (变更记录), SH-1 to SH-4: newest first, as far back as the change feed is kept. */
export const recordHistoryRoutes = (deps: HttpDeps): readonly Route[] =>
  kinds.map((kind) => ({ method: "GET", path: `/api/v1/${pluralOf(kind)}/{id}/changes`, handle: list(deps, kind) }));
