import { isRecordId } from "@dianan/model";
import type { Result } from "@dianan/sharing";
import { offsetTime } from "../core/offset-time.ts";
import { dayNamed, dayStart } from "../core/report-days.ts";
import type { Caller } from "../ports/caller.ts";
import {
  type ReportChange,
  type ReportDraft,
  type ReportFormat,
  type ReportKind,
  type ReportRefusal,
  type ReportView,
  reportFormats,
} from "../ports/reports.ts";
import { fileAnswer } from "./file-answer.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { progressView } from "./job-view.ts";
import { newestFirst } from "./newest-first.ts";
import { changedSince, tagged, tagOf } from "./precondition.ts";
import { invalid, type Problem, problem } from "./problem.ts";
import { readFilter, readQuery } from "./query.ts";
import { sheetVersion } from "./sheet-answers.ts";
import { withBody } from "./sign-in-routes.ts";
import { stepUpRefusal } from "./step-up.ts";

const REPORTS = "/api/v1/reports";
const DAY_MS = 86_400_000;
const DAYS_MAX = 366;

type Body = {
  readonly kind: ReportKind;
  readonly from: string;
  readonly to: string;
  readonly unitId?: string;
  readonly regionCode?: string;
  readonly formats?: readonly ReportFormat[];
  readonly language?: "zh" | "en";
  readonly isUnmasked?: boolean;
  readonly purpose?: string;
};
type Patch = Omit<ReportChange, "sentAt"> & { readonly sentAt?: string };

const notFound = (): Problem => problem("not-found", "There is no report with this id. 没有此 id 的报告。");
const refusals: { readonly [R in ReportRefusal]: () => Problem } = {
  absent: notFound,
  conflict: changedSince,
  "not-ready": () => problem("not-ready", "Wait until it is made. 请等待报告生成。"),
  "wrong-state": () =>
    problem(
      "wrong-state",
      "A draft is edited, made final, then sent; nothing else. Make a new report to correct one. 草稿可修改,定稿后方可报送;更正请另行生成。",
    ),
  "no-such-file": () => problem("not-found", "It has no file of this format. 没有此格式的文件。"),
  "needs-recipient": () => invalid("/sentTo", "Say to whom it was sent.", "请填写报送对象。"),
};

/** Kinds of one unit. */
const ofUnit: readonly ReportKind[] = ["monitoring", "advice", "acceptance"];

const draftOf = (body: Body, now: number, zone: number): Result<ReportDraft, Problem> => {
  const refuse = (error: Problem): Result<ReportDraft, Problem> => ({ ok: false, error });
  const { kind, from, to, unitId = null, regionCode = null } = body;
  const { formats = reportFormats, language = "zh", isUnmasked = false, purpose = "" } = body;
  const days = (dayStart(to, zone) - dayStart(from, zone)) / DAY_MS + 1;
  if (Number.isNaN(dayStart(from, zone))) return refuse(invalid("/from", "It is no day.", "不是有效日期。"));
  if (Number.isNaN(dayStart(to, zone))) return refuse(invalid("/to", "It is no day.", "不是有效日期。"));
  if (days < 1 || days > DAYS_MAX)
    return refuse(
      invalid("/to", `It is one of the ${DAYS_MAX} days from from on.`, `应在 from 起的 ${DAYS_MAX} 天内。`),
    );
  if (from > dayNamed(now, zone)) return refuse(invalid("/from", "The period has not begun.", "统计期间尚未开始。"));
  const isOfUnit = ofUnit.includes(kind);
  if (isOfUnit && unitId === null)
    return refuse(invalid("/unitId", "This kind is of one unit: name it.", "此类报告须指定单位。"));
  if (!isOfUnit && unitId !== null)
    return refuse(invalid("/unitId", "A form is of no single unit.", "报表不针对单个单位。"));
  if (isOfUnit && regionCode !== null)
    return refuse(invalid("/regionCode", "A report of a unit has no region.", "单位报告不能指定区域。"));
  if (isUnmasked && kind !== "rf5" && kind !== "rf6")
    return refuse(invalid("/isUnmasked", "Only rf5 and rf6 name contacts.", "只有 rf5、rf6 含联系人。"));
  if (isUnmasked && purpose.trim() === "")
    return refuse(problem("purpose-missing", "Say what the contacts are for. 请说明联系人信息的用途。"));
  return { ok: true, value: { kind, from, to, unitId, regionCode, formats, language, isUnmasked, purpose } };
};

/** Reports and forms (报告报表), EF-4.3, RF-3 to RF-6, PL-1, PL-5, EF-5.1. */
export const reportRoutes = (deps: HttpDeps): readonly Route[] => {
  const { reports } = deps.reportDesk;
  const who = ({ caller }: Ask): Caller => caller as Caller;
  const time = (at: number | null): string | null => (at === null ? null : offsetTime(at, deps.utcOffsetMinutes));
  const shown = ({ progress, createdAt, dueAt, sentAt, reviewedAt, ...rest }: ReportView) => ({
    ...{ ...rest, reviewedAt: time(reviewedAt), dueAt: time(dueAt), sentAt: time(sentAt), createdAt: time(createdAt) },
    progress: progressView(progress, deps.utcOffsetMinutes),
  });
  const answer = (outcome: ReportView | ReportRefusal): Response | Problem =>
    typeof outcome === "string" ? refusals[outcome]() : json(shown(outcome), 200, { ETag: tagOf(outcome.version) });

  const create = async (body: Body, ask: Ask): Promise<Response | Problem> => {
    const draft = draftOf(body, ask.circumstance.now, deps.utcOffsetMinutes);
    if (!draft.ok) return draft.error;
    const { unitId, isUnmasked } = draft.value;
    const refusal = isUnmasked ? stepUpRefusal(who(ask), ask.circumstance.now) : null;
    if (refusal !== null) return refusal;
    const unit = unitId === null ? null : await ask.view.record("unit", unitId);
    if (unitId !== null && (unit === null || unit.deleted))
      return invalid("/unitId", "There is no such unit.", "没有此单位。");
    const made = await reports.add(who(ask), draft.value, ask.circumstance);
    return json(shown(made), 202, { Location: `${REPORTS}/${made.id}` });
  };

  const list: Route["handle"] = async (ask) => {
    const query = readQuery(ask.url, ["limit", "cursor", "kind", "unitId", "regionCode"]);
    if (!query.ok) return query.error;
    const wanted: { [name in "kind" | "unitId" | "regionCode"]: string | null } = {
      kind: null,
      unitId: null,
      regionCode: null,
    };
    for (const name of ["kind", "unitId", "regionCode"] as const) {
      const filter = readFilter(query.value, name);
      if (!filter.ok) return filter.error;
      wanted[name] = filter.value;
    }
    const all = await reports.list(who(ask), wanted);
    return newestFirst(
      ask,
      "report",
      all.map((one) => [one.id, shown(one)]),
      ["kind", "unitId", "regionCode"],
    );
  };

  const change = async ({ sentAt, ...rest }: Patch, ask: Ask): Promise<Response | Problem> => {
    const found = await reports.find(who(ask), ask.id);
    if (found === null) return notFound();
    const version = sheetVersion(ask, found);
    if (typeof version !== "number") return version;
    const changed = {
      ...rest,
      ...(sentAt === undefined ? {} : { sentAt: Date.parse(sentAt) as ReportView["createdAt"] }),
    };
    return answer(await reports.change(who(ask), ask.id, version, changed, ask.circumstance));
  };
  const patch = withBody<Patch>("PATCH", `${REPORTS}/{id}`, change);

  return [
    { method: "GET", path: REPORTS, handle: list },
    { method: "POST", path: REPORTS, handle: withBody<Body>("POST", REPORTS, create) },
    {
      method: "GET",
      path: `${REPORTS}/{id}`,
      handle: async (ask) => {
        const one = isRecordId(ask.id) ? await reports.find(who(ask), ask.id) : null;
        return one === null ? notFound() : tagged(ask.request, tagOf(one.version), () => shown(one), "no-store");
      },
    },
    {
      method: "PATCH",
      path: `${REPORTS}/{id}`,
      handle: async (ask) =>
        isRecordId(ask.id) && (await reports.find(who(ask), ask.id)) !== null ? patch(ask) : notFound(),
    },
    {
      method: "DELETE",
      path: `${REPORTS}/{id}`,
      handle: async (ask) => {
        const outcome = isRecordId(ask.id) ? await reports.remove(who(ask), ask.id, ask.circumstance) : "absent";
        return outcome === "done" ? new Response(null, { status: 204 }) : refusals[outcome]();
      },
    },
    {
      method: "GET",
      path: `${REPORTS}/{id}/sheets`,
      handle: async (ask) => {
        const query = readQuery(ask.url, []);
        if (!query.ok) return query.error;
        const shownReport = isRecordId(ask.id) ? await reports.sheets(who(ask), ask.id) : "absent";
        return typeof shownReport === "string" ? refusals[shownReport]() : json(shownReport);
      },
    },
    {
      method: "GET",
      path: `${REPORTS}/{id}/content`,
      handle: async (ask) => {
        const query = readQuery(ask.url, ["format"]);
        if (!query.ok) return query.error;
        const asked = ask.url.searchParams.get("format") ?? "pdf";
        const format = reportFormats.find((one) => one === asked);
        if (format === undefined) return invalid("/query/format", "It is pdf or xlsx.", "应为 pdf 或 xlsx。");
        const file = isRecordId(ask.id) ? await reports.open(who(ask), ask.id, format, ask.circumstance) : "absent";
        return typeof file === "string" ? refusals[file]() : fileAnswer(file, ask.request);
      },
    },
  ];
};
