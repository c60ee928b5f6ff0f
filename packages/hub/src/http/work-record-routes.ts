import { isRecordId, isSlugOf, workRecordKinds } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import type { Caller } from "../ports/caller.ts";
import type {
  WorkRecord,
  WorkRecordCorrection,
  WorkRecordDraft,
  WorkRecordRefusal,
  WorkRecordVersion,
} from "../ports/work-records.ts";
import { madeFile } from "./file-answer.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { newestFirst } from "./newest-first.ts";
import { pageAnswer, readPageAsk } from "./page-ask.ts";
import { changedSince, tagged, tagOf } from "./precondition.ts";
import { invalid, type Problem, problem } from "./problem.ts";
import { readQuery } from "./query.ts";
import { shownActor } from "./record-actor.ts";
import { readBody } from "./request-body.ts";
import { sheetVersion } from "./sheet-answers.ts";
import { withBody } from "./sign-in-routes.ts";

const RECORDS = "/api/v1/work-records";
const ONE = `${RECORDS}/{id}`;

type Draft = Omit<WorkRecordDraft, "unitId"> & { readonly unitId?: string | null };
type Correction = Omit<WorkRecordCorrection, "isVoid"> & { readonly isVoid?: boolean };

const notFound = (): Problem => problem("not-found", "There is no record with this id. 没有此 id 的运维记录。");
const refusals: { readonly [R in WorkRecordRefusal]: () => Problem } = {
  absent: notFound,
  conflict: changedSince,
  void: () => problem("wrong-state", "It is void: write another. 该记录已作废,请另行填写。"),
  full: () => problem("wrong-state", "It was corrected 200 times: write another. 更正次数已满,请另行填写。"),
  "no-operator": () => invalid("/operatorId", "There is no such operator.", "没有此运维机构。"),
  "needs-unit": () =>
    invalid("/unitId", "An inspection or a fault is of a unit: name it.", "巡检与故障记录须指定单位。"),
  "no-unit": () => invalid("/unitId", "There is no such unit.", "没有此单位。"),
  "not-served": () => invalid("/unitId", "Another operator serves this unit.", "该单位不由此机构运维。"),
  "no-alarm": () => invalid("/content/alarmId", "The unit has no such alarm.", "该单位没有此告警。"),
  "alarm-of-other-kind": () =>
    invalid("/content/alarmId", "Only a fault record names an alarm.", "仅故障记录可指定告警。"),
  "ends-early": () => invalid("/content/to", "It ends before it begins.", "结束时间早于开始时间。"),
  "not-yet": () => invalid("/content/to", "A record is of what was: this is to come.", "不能填写尚未发生的内容。"),
};

/** Records that operators keep of their work (运维记录): written, listed, corrected by a new version, printed. EF-5.4. */
export const workRecordRoutes = (deps: HttpDeps): readonly Route[] => {
  const { workRecords } = deps.reportDesk;
  const who = ({ caller }: Ask): Caller => caller as Caller;
  const time = (at: number): string => offsetTime(at, deps.utcOffsetMinutes);

  const versionView = async (ask: Ask, { at, by, unitAddress: _, ...rest }: WorkRecordVersion) => ({
    ...{ ...rest, writtenAt: time(at), writtenBy: await shownActor(deps, ask, by) },
  });
  const headView = ({ current: _, actor: __, createdAt, ...rest }: WorkRecord) => ({
    ...{ ...rest, createdAt: time(createdAt) },
  });
  const shown = async (ask: Ask, record: WorkRecord) => ({
    ...{ ...headView(record), ...(await versionView(ask, record.current)) },
  });
  const summary = (record: WorkRecord) => {
    const { version, isVoid, operatorName, unitName, content } = record.current;
    const { subject, from, to, items } = content;
    return {
      ...{ ...headView(record), version, isVoid, operatorName, unitName, subject, from, to },
      openItems: items.filter(({ result }) => result === "open").length,
    };
  };
  const found = async (ask: Ask): Promise<WorkRecord | null> =>
    isRecordId(ask.id) ? workRecords.find(who(ask), ask.id) : null;

  const create = async ({ unitId = null, ...rest }: Draft, ask: Ask): Promise<Response | Problem> => {
    const made = await workRecords.add(who(ask), { ...rest, unitId }, ask.circumstance);
    if (typeof made === "string") return refusals[made]();
    return json(await shown(ask, made), 201, { Location: `${RECORDS}/${made.id}`, ETag: tagOf(1) });
  };

  const list: Route["handle"] = async (ask) => {
    const asked = readPageAsk(ask.url, "work-record", ["kind", "operatorId", "unitId"]);
    if (!asked.ok) return asked.error;
    const { kind } = asked.value;
    if (kind !== null && !isSlugOf(workRecordKinds, kind)) {
      const kinds = Object.keys(workRecordKinds);
      return invalid("/query/kind", `kind is one of ${kinds.join(", ")}.`, `kind 应为 ${kinds.join("、")} 之一。`);
    }
    const page = await workRecords.list(who(ask), asked.value);
    return pageAnswer(ask.url, "work-record", page.items.map(summary), page.next);
  };

  const correct: Route["handle"] = async (ask) => {
    const record = await found(ask);
    if (record === null) return notFound();
    const version = sheetVersion(ask, record.current);
    if (typeof version !== "number") return version;
    const body = await readBody<Correction>(ask.request, "PUT", ONE);
    if (!body.ok) return body.error;
    const correction = { ...body.value, isVoid: body.value.isVoid ?? false };
    const made = await workRecords.correct(who(ask), record.id, version, correction, ask.circumstance);
    if (typeof made === "string") return refusals[made]();
    return json(await shown(ask, made), 200, { ETag: tagOf(made.current.version) });
  };

  const versions: Route["handle"] = async (ask) => {
    const record = await found(ask);
    if (record === null) return notFound();
    const all = await workRecords.versions(who(ask), record.id);
    const views = await Promise.all(
      all.map(async (one) => [String(one.version).padStart(4, "0"), await versionView(ask, one)] as const),
    );
    return newestFirst(ask, "work-record-version", views);
  };

  const print: Route["handle"] = async (ask) => {
    const query = readQuery(ask.url, ["version", "language"]);
    if (!query.ok) return query.error;
    const language = ask.url.searchParams.get("language") ?? "zh";
    if (language !== "zh" && language !== "en") return invalid("/query/language", "It is zh or en.", "应为 zh 或 en。");
    const record = await found(ask);
    if (record === null) return notFound();
    const wanted = ask.url.searchParams.get("version") ?? String(record.current.version);
    const version = (await workRecords.versions(who(ask), record.id)).find((one) => String(one.version) === wanted);
    if (version === undefined)
      return invalid("/query/version", "The record has no such version.", "该记录没有此版本。");
    const bytes = await workRecords.print(who(ask), record, version, language, ask.circumstance);
    if (bytes === null) return problem("not-supported", "This machine makes no PDF. 本机没有 PDF 排版组件。");
    return madeFile(`${record.number} ${workRecordKinds[record.kind][language]} v${wanted}.pdf`, bytes);
  };

  return [
    { method: "GET", path: RECORDS, handle: list },
    { method: "POST", path: RECORDS, handle: withBody<Draft>("POST", RECORDS, create) },
    {
      method: "GET",
      path: ONE,
      handle: async (ask) => {
        const record = await found(ask);
        if (record === null) return notFound();
        const view = await shown(ask, record);
        return tagged(ask.request, tagOf(record.current.version), () => view, "no-store");
      },
    },
    { method: "PUT", path: ONE, handle: correct },
    { method: "GET", path: `${ONE}/versions`, handle: versions },
    { method: "GET", path: `${ONE}/content`, handle: print },
  ];
};
