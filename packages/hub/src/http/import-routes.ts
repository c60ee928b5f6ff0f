import { isRecordId } from "@dianan/model";
import { type RecordKind, recordKinds } from "@dianan/sharing";
import { offsetTime } from "../core/offset-time.ts";
import type { Caller } from "../ports/caller.ts";
import type { ImportDraft, ImportView } from "../ports/transfer.ts";
import { actorView } from "./alarm-view.ts";
import { pageCursorText } from "./cursor.ts";
import { attachment } from "./file-answer.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { progressView } from "./job-view.ts";
import { newestFirst } from "./newest-first.ts";
import { invalid, type Problem, problem } from "./problem.ts";
import { readCursor, readLimit, readQuery } from "./query.ts";
import { withBody } from "./sign-in-routes.ts";

const notFound = (): Problem => problem("not-found", "There is no import with this id. 没有此 id 的导入任务。");
const wrongState = (): Problem =>
  problem("wrong-state", "Read it again: its stage does not allow this. 请重新读取,当前阶段不允许此操作。");
const badCursor = (): Problem =>
  invalid("/query/cursor", "cursor is not the next of a page.", "cursor 不是某一页的 next。");

const isKind = (word: string): word is RecordKind => (recordKinds as readonly string[]).includes(word);

/** Spreadsheets that are checked row by row, then stored as a whole (表格导入). */
export const importRoutes = (deps: HttpDeps): readonly Route[] => {
  const { imports, template } = deps.transfer;
  const who = ({ caller }: Ask): Caller => caller as Caller;
  const shown = ({ progress, createdAt, createdBy, ...rest }: ImportView, caller: Caller) => ({
    ...rest,
    createdBy: actorView(createdBy, caller),
    progress: progressView(progress, deps.utcOffsetMinutes),
    createdAt: offsetTime(createdAt, deps.utcOffsetMinutes),
  });
  const accepted = (one: ImportView, caller: Caller): Response =>
    json(shown(one, caller), 202, { Location: `/api/v1/imports/${one.id}` });

  return [
    {
      method: "GET",
      path: "/api/v1/imports",
      handle: async (ask) =>
        newestFirst(
          ask,
          "import",
          (await imports.list(who(ask), ask.circumstance.now)).map((one) => [one.id, shown(one, who(ask))]),
        ),
    },
    {
      method: "POST",
      path: "/api/v1/imports",
      handle: withBody<ImportDraft>("POST", "/api/v1/imports", async (draft, ask) => {
        const made = await imports.add(who(ask), draft, ask.circumstance);
        if (made === "no-file") return invalid("/fileId", "There is no file with this id.", "没有此 id 的文件。");
        if (made === "no-table")
          return problem("file-refused", "Only CSV and XLSX hold rows. 只有 CSV 和 XLSX 可以导入。");
        return accepted(made, who(ask));
      }),
    },
    {
      method: "GET",
      path: "/api/v1/imports/{id}",
      handle: async (ask) => {
        const one = isRecordId(ask.id) ? await imports.find(who(ask), ask.id, ask.circumstance.now) : null;
        return one === null ? notFound() : json(shown(one, who(ask)));
      },
    },
    {
      method: "DELETE",
      path: "/api/v1/imports/{id}",
      handle: async (ask) => {
        const outcome = isRecordId(ask.id) ? await imports.discard(who(ask), ask.id, ask.circumstance) : "absent";
        if (outcome === "absent") return notFound();
        return outcome === "done" ? new Response(null, { status: 204 }) : wrongState();
      },
    },
    {
      method: "GET",
      path: "/api/v1/imports/{id}/rows",
      handle: async (ask) => {
        if (!isRecordId(ask.id)) return notFound();
        const query = readQuery(ask.url, ["limit", "cursor", "status"]);
        if (!query.ok) return query.error;
        const limit = readLimit(query.value);
        if (!limit.ok) return limit.error;
        const list = `import.${ask.id}`;
        const cursor = readCursor(query.value, list);
        if (!cursor.ok) return cursor.error;
        const { status = null } = query.value;
        if (status !== null && status !== "good" && status !== "bad")
          return invalid("/query/status", "status is good or bad.", "status 应为 good 或 bad。");
        if (cursor.value !== null && !/^\d{1,12}$/.test(cursor.value)) return badCursor();
        const after = cursor.value === null ? null : Number(cursor.value);
        const rows = { status, after, limit: limit.value } as const;
        const page = await imports.rows(who(ask), ask.id, rows, ask.circumstance.now);
        if (page === null) return notFound();
        if (page === "bad-position") return badCursor();
        const next = page.next === null ? null : pageCursorText(list, page.next);
        const link = new URL(ask.url);
        if (next !== null) link.searchParams.set("cursor", next);
        return json(
          { items: page.items, next },
          200,
          next === null ? {} : { Link: `<${link.pathname}${link.search}>; rel="next"` },
        );
      },
    },
    {
      method: "POST",
      path: "/api/v1/imports/{id}/commit",
      handle: async (ask) => {
        const outcome = isRecordId(ask.id) ? await imports.commit(who(ask), ask.id, ask.circumstance) : "absent";
        switch (outcome) {
          case "absent":
            return notFound();
          case "wrong-state":
            return wrongState();
          case "has-bad-rows":
            return problem(
              "has-bad-rows",
              "Correct the sheet and import it again: nothing was stored. 请改正表格后重新导入,尚未写入任何数据。",
            );
          default:
            return accepted(outcome, who(ask));
        }
      },
    },
    {
      method: "GET",
      path: "/api/v1/import-templates/{kind}",
      handle: async ({ url, params }) => {
        const query = readQuery(url, ["format"]);
        if (!query.ok) return query.error;
        const { format = "xlsx" } = query.value;
        if (format !== "xlsx" && format !== "csv")
          return invalid("/query/format", "format is xlsx or csv.", "format 应为 xlsx 或 csv。");
        const { kind = "" } = params;
        if (!isKind(kind)) return problem("not-found", "There is no such kind of record. 没有此类记录。");
        const { name, mediaType, bytes } = await template(kind, format);
        return new Response(bytes.slice(), {
          headers: {
            "Content-Type": format === "csv" ? `${mediaType}; charset=utf-8` : mediaType,
            "Content-Disposition": attachment(name),
            "Cache-Control": "no-cache",
          },
        });
      },
    },
  ];
};
