import { isRecordId } from "@dianan/model";
import { operations } from "@dianan/open-api/tables";
import type { Result } from "@dianan/sharing";
import { offsetTime } from "../core/offset-time.ts";
import { type Caller, getsPersonal } from "../ports/caller.ts";
import type { Dataset, ExportDraft, ExportFormat, ExportView } from "../ports/transfer.ts";
import { listOf, sourceOf } from "./export-filters.ts";
import { fileAnswer } from "./file-answer.ts";
import { allows, operationAt } from "./gate.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { progressView } from "./job-view.ts";
import { newestFirst } from "./newest-first.ts";
import { invalid, type Problem, problem } from "./problem.ts";
import { withBody } from "./sign-in-routes.ts";

type Body = {
  readonly dataset: Dataset;
  readonly format: ExportFormat;
  readonly filter?: { readonly [name: string]: string | number | boolean };
  readonly columns?: readonly string[];
  readonly language?: "zh" | "en";
  readonly isUnmasked?: boolean;
  readonly purpose?: string;
};

const notFound = (): Problem => problem("not-found", "There is no export with this id. 没有此 id 的导出任务。");
const noFile = (): Problem =>
  problem("not-found", "It has no file, or no longer: export again. 没有文件或文件已删除,请重新导出。");

/** Who may see one person in full may export some, for a purpose (SEC-PII-04); a machine needs the scope by name (SEC-PII-05). */
const maySeePersons = (who: Caller): boolean => {
  const reveal = operations.find(({ id }) => id === "revealPersonalData");
  return getsPersonal(who) || (who.by === "session" && reveal !== undefined && allows(reveal, who));
};

/** Data as files (数据导出): CSV, XLSX, Parquet. */
export const exportRoutes = (deps: HttpDeps): readonly Route[] => {
  const { exports } = deps.transfer;
  const time = (at: number): string => offsetTime(at, deps.utcOffsetMinutes);
  const who = ({ caller }: Ask): Caller => caller as Caller;
  const shown = ({ progress, createdAt, expiresAt, ...rest }: ExportView) => ({
    ...rest,
    progress: progressView(progress, deps.utcOffsetMinutes),
    expiresAt: expiresAt === null ? null : time(expiresAt),
    createdAt: time(createdAt),
  });

  const draftOf = (body: Body, caller: Caller): Result<ExportDraft, Problem> => {
    const refuse = (error: Problem): Result<ExportDraft, Problem> => ({ ok: false, error });
    const { dataset, format, filter = {}, columns = null, language = "zh", isUnmasked = false, purpose = "" } = body;
    if (!allows(operationAt("GET", listOf[dataset].path), caller))
      return refuse(problem("forbidden", "You may not read this data. 您无权读取此类数据。"));
    const source = sourceOf(dataset, filter, deps.clock());
    if (!source.ok) return source;
    const members = exports.members(dataset);
    const strange = columns?.findIndex((member, i) => !members.includes(member) || columns.indexOf(member) !== i) ?? -1;
    if (strange !== -1)
      return refuse(
        invalid(
          `/columns/${strange}`,
          `It is no column of ${dataset}, or stands twice. Columns: ${members.join(", ")}.`,
          "不是该数据集的列,或重复。",
        ),
      );
    if (isUnmasked && !maySeePersons(caller))
      return refuse(problem("forbidden", "You may not see persons in full. 您无权查看完整个人信息。"));
    if (isUnmasked && purpose.trim() === "")
      return refuse(problem("purpose-missing", "Say what the personal data are for. 请说明用途。"));
    const draft = { dataset, format, filter, source: source.value, columns, language, isUnmasked, purpose };
    return { ok: true, value: draft };
  };

  return [
    {
      method: "GET",
      path: "/api/v1/exports",
      handle: async (ask) =>
        newestFirst(
          ask,
          "export",
          (await exports.list(who(ask), ask.circumstance.now)).map((one) => [one.id, shown(one)]),
        ),
    },
    {
      method: "POST",
      path: "/api/v1/exports",
      handle: withBody<Body>("POST", "/api/v1/exports", async (body, ask) => {
        const draft = draftOf(body, who(ask));
        if (!draft.ok) return draft.error;
        const made = await exports.add(who(ask), draft.value, ask.circumstance);
        return json(shown(made), 202, { Location: `/api/v1/exports/${made.id}` });
      }),
    },
    {
      method: "GET",
      path: "/api/v1/exports/{id}",
      handle: async (ask) => {
        const one = isRecordId(ask.id) ? await exports.find(who(ask), ask.id, ask.circumstance.now) : null;
        return one === null ? notFound() : json(shown(one));
      },
    },
    {
      method: "DELETE",
      path: "/api/v1/exports/{id}",
      handle: async (ask) => {
        const outcome = isRecordId(ask.id) ? await exports.cancel(who(ask), ask.id, ask.circumstance) : "absent";
        return outcome === "absent" ? notFound() : new Response(null, { status: 204 });
      },
    },
    {
      method: "GET",
      path: "/api/v1/exports/{id}/content",
      handle: async (ask) => {
        const file = isRecordId(ask.id) ? await exports.open(who(ask), ask.id, ask.circumstance) : "absent";
        if (file === "absent") return noFile();
        if (file === "not-ready") return problem("not-ready", "Wait until its state is done. 请等待任务完成。");
        return fileAnswer(file, ask.request);
      },
    },
  ];
};
