import { randomBytes } from "node:crypto";
import { workRecordKinds } from "@dianan/model";
import { documentNumber } from "../core/document-number.ts";
import { newestFirstId } from "../core/newest-first-id.ts";
import { dayNamed } from "../core/report-days.ts";
import type { AccessItem } from "../ports/access-store.ts";
import { itemWrite, told, tryCommit } from "../ports/act.ts";
import type { Caller } from "../ports/caller.ts";
import { takeNumber } from "../ports/document-numbers.ts";
import type { StoredRecord } from "../ports/records.ts";
import type {
  WorkRecord,
  WorkRecordContent,
  WorkRecordDraft,
  WorkRecordRefusal,
  WorkRecords,
  WorkRecordVersion,
} from "../ports/work-records.ts";
import { textIn } from "./all-records.ts";
import { NoPdfHere, type Renderer } from "./renderer.ts";
import type { ReportDeps } from "./report-deps.ts";
import { workRecordFacts } from "./work-record-facts.ts";

/** A record that was corrected so often is wrong in another way. */
const VERSIONS_MAX = 200;
const PAGE = 200;
/** Behind every id of a millisecond. */
const LAST = "~";
/** Clocks of people and of the hub differ. */
const AHEAD_MS = 10 * 60_000;

const recordOf = ({ body }: AccessItem): WorkRecord => body as unknown as WorkRecord;
const versionId = (id: string, version: number): string => `${id}/${String(version).padStart(4, "0")}`;

/** Whether a scope bounds nothing but operators, and holds this one. */
const isOwnOperator = ({ scope: { operators, ...others } }: Caller, operatorId: string): boolean =>
  operators?.includes(operatorId) === true && Object.values(others).every((bound) => bound === undefined);

type Place = { readonly operator: StoredRecord; readonly unit: StoredRecord | null };

/** Records of operators' work (运维记录), EF-5.4, as items: the newest version as one, each before it as another. */
export const createWorkRecords = (deps: ReportDeps, renderer: Renderer): WorkRecords => {
  const { access, sightOf, utcOffsetMinutes } = deps;

  const isSeen = async (who: Caller, { actor, operatorId, unitId }: WorkRecord): Promise<boolean> => {
    const sight = sightOf(who);
    if (sight.isWhole || actor === who.actor || isOwnOperator(who, operatorId)) return true;
    return unitId !== null && (await sight.record("unit", unitId)) !== null;
  };
  const itemOf = async (who: Caller, id: string): Promise<AccessItem | null> => {
    const item = await access.item(who.tenant, "workRecord", id);
    return item !== null && (await isSeen(who, recordOf(item))) ? item : null;
  };

  /** Where it was, and what is wrong with what is said of it. */
  const placeOf = async (
    who: Caller,
    { kind, operatorId, unitId }: Omit<WorkRecordDraft, "content">,
  ): Promise<Place | WorkRecordRefusal> => {
    const sight = sightOf(who);
    const operator = await sight.record("operator", operatorId);
    if (operator === null || operator.deleted) return "no-operator";
    if (unitId === null) return kind === "inspection" || kind === "fault" ? "needs-unit" : { operator, unit: null };
    const unit = await sight.record("unit", unitId);
    if (unit === null || unit.deleted) return "no-unit";
    return textIn(unit.body, "operatorId") === operatorId ? { operator, unit } : "not-served";
  };
  const faultOf = async (
    who: Caller,
    { kind, unitId }: Omit<WorkRecordDraft, "content">,
    { from, to, alarmId = null }: WorkRecordContent,
  ): Promise<WorkRecordRefusal | null> => {
    if (Date.parse(to) < Date.parse(from)) return "ends-early";
    if (Date.parse(to) > deps.clock() + AHEAD_MS) return "not-yet";
    if (alarmId === null) return null;
    if (kind !== "fault") return "alarm-of-other-kind";
    const alarm = await sightOf(who).record("alarm", alarmId);
    return alarm !== null && textIn(alarm.body, "unitId") === unitId ? null : "no-alarm";
  };
  const namesOf = ({ operator, unit }: Place) => ({
    operatorName: textIn(operator.body, "name"),
    unitName: unit === null ? null : textIn(unit.body, "name"),
    unitAddress: unit === null ? null : textIn(unit.body, "address"),
  });

  return {
    add: async (who, draft, at) => {
      const { content, ...head } = draft;
      const place = await placeOf(who, head);
      if (typeof place === "string") return place;
      const fault = await faultOf(who, head, content);
      if (fault !== null) return fault;
      const year = dayNamed(at.now, utcOffsetMinutes).slice(0, 4);
      const { series } = workRecordKinds[head.kind];
      const id = `${newestFirstId("record", at.now)}-${randomBytes(4).toString("hex")}`;
      const by = { actor: who.actor, name: who.name };
      const current: WorkRecordVersion = {
        ...{ version: 1, at: at.now, by, reason: null, isVoid: false, ...namesOf(place), content },
      };
      for (;;) {
        const { count, write } = await takeNumber(access, who.tenant, series, year);
        const number = documentNumber(series, year, count);
        const record: WorkRecord = { ...head, id, number, createdAt: at.now, actor: who.actor, current };
        const outcome = await tryCommit(deps, who.tenant, [
          ...[write, itemWrite("workRecord", id, record, 0)],
          told(who, "workRecord.create", `workRecord:${id}`, "done", at, number),
        ]);
        if (outcome === "done") return record;
      }
    },
    list: async (who, { kind, operatorId, unitId, from, to, after, limit }) => {
      const found: WorkRecord[] = [];
      // What was written at `to` or later comes before this place.
      let place = after ?? (to === null ? "" : `${newestFirstId("record", to)}${LAST}`);
      for (;;) {
        const items = await access.items(who.tenant, "workRecord", place, PAGE);
        for (const one of items.map(recordOf)) {
          if (from !== null && one.createdAt < from) return { items: found, next: null };
          const isWanted =
            (kind === null || one.kind === kind) &&
            (operatorId === null || one.operatorId === operatorId) &&
            (unitId === null || one.unitId === unitId);
          if (!isWanted || !(await isSeen(who, one))) continue;
          if (found.length === limit) return { items: found, next: found.at(-1)?.id ?? null };
          found.push(one);
        }
        if (items.length < PAGE) return { items: found, next: null };
        place = items.at(-1)?.id ?? place;
      }
    },
    find: async (who, id) => {
      const item = await itemOf(who, id);
      return item === null ? null : recordOf(item);
    },
    correct: async (who, id, version, { reason, isVoid, content }, at) => {
      const item = await itemOf(who, id);
      if (item === null) return "absent";
      const record = recordOf(item);
      const { current } = record;
      if (current.version !== version) return "conflict";
      if (current.isVoid) return "void";
      if (current.version >= VERSIONS_MAX) return "full";
      const fault = await faultOf(who, record, content);
      if (fault !== null) return fault;
      const by = { actor: who.actor, name: who.name };
      const next: WorkRecord = {
        ...record,
        current: { ...current, version: version + 1, at: at.now, by, reason, isVoid, content },
      };
      const outcome = await tryCommit(deps, who.tenant, [
        itemWrite("workRecord", id, next, item.version),
        itemWrite("workRecordVersion", versionId(id, version), current, 0),
        told(who, "workRecord.correct", `workRecord:${id}`, "done", at, `${record.number} v${version + 1}: ${reason}`),
      ]);
      return outcome === "conflict" ? "conflict" : next;
    },
    versions: async (who, id) => {
      const item = await itemOf(who, id);
      if (item === null) return [];
      const before = await access.items(who.tenant, "workRecordVersion", `${id}/`, VERSIONS_MAX);
      const own = before.filter((one) => one.id.startsWith(`${id}/`));
      return [...own.map(({ body }) => body as unknown as WorkRecordVersion), recordOf(item).current].reverse();
    },
    print: async (who, record, version, language, at) => {
      const facts = workRecordFacts(record, version, language, utcOffsetMinutes);
      try {
        const { files } = await renderer.render({ kind: "record", facts }, ["pdf"]);
        const what = `${record.number} v${version.version} ${language}`;
        await deps.store.commit({
          tenant: who.tenant,
          writes: [told(who, "workRecord.download", `workRecord:${record.id}`, "done", at, what)],
        });
        return files[0]?.bytes ?? null;
      } catch (error) {
        if (error instanceof NoPdfHere) return null;
        throw error;
      }
    },
  };
};
