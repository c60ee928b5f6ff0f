import { isRecordId } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import type { Caller } from "../ports/caller.ts";
import type { FileView } from "../ports/files.ts";
import { actorView } from "./alarm-view.ts";
import { BULK_BODY_MAX, readBytes } from "./body.ts";
import { fileAnswer } from "./file-answer.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { invalid, type Problem, problem } from "./problem.ts";
import { readQuery } from "./query.ts";

const notFound = (): Problem => problem("not-found", "There is no file with this id. 没有此 id 的文件。");

/** A name without folders and control characters. */
const nameShape = /^[^/\\\p{Cc}]{1,200}$/u;

const isBytes = ({ headers }: Request): boolean =>
  (headers.get("content-type") ?? "").toLowerCase().split(";")[0]?.trim() === "application/octet-stream" &&
  (headers.get("content-encoding") ?? "identity") === "identity";

/** Files that people and platforms bring (文件): evidence, spreadsheets. They are kept in the data folder. */
export const fileRoutes = (deps: HttpDeps): readonly Route[] => {
  const { files } = deps.transfer;
  const time = (at: number | null): string | null => (at === null ? null : offsetTime(at, deps.utcOffsetMinutes));
  const who = ({ caller }: Ask): Caller => caller as Caller;
  const shown = ({ createdAt, createdBy, expiresAt, ...file }: FileView, caller: Caller) => ({
    ...file,
    createdBy: actorView(createdBy, caller),
    createdAt: time(createdAt),
    expiresAt: time(expiresAt),
  });

  return [
    {
      method: "POST",
      path: "/api/v1/files",
      handle: async (ask) => {
        const query = readQuery(ask.url, ["name"]);
        if (!query.ok) return query.error;
        const name = query.value.name?.trim() ?? "";
        if (!nameShape.test(name))
          return invalid("/query/name", "Send the file's name, without folders.", "请给出不含路径的文件名。");
        if (!isBytes(ask.request))
          return problem(
            "wrong-media-type",
            "Send Content-Type: application/octet-stream, not compressed. 请以未压缩的 application/octet-stream 发送。",
          );
        const bytes = await readBytes(ask.request, BULK_BODY_MAX);
        if (!bytes.ok) return bytes.error;
        const file = await files.add(who(ask), name, bytes.value, ask.circumstance);
        if ("code" in file)
          return problem("file-refused", `${file.words.en} ${file.words.zh}`, {
            errors: [{ path: "", code: file.code, message: file.words }],
          });
        return json(shown(file, who(ask)), 201, { Location: `/api/v1/files/${file.id}` });
      },
    },
    {
      method: "GET",
      path: "/api/v1/files/{id}",
      handle: async (ask) => {
        const file = isRecordId(ask.id) ? await files.find(who(ask), ask.id, ask.circumstance.now) : null;
        return file === null ? notFound() : json(shown(file, who(ask)));
      },
    },
    {
      method: "DELETE",
      path: "/api/v1/files/{id}",
      handle: async (ask) => {
        const outcome = isRecordId(ask.id) ? await files.remove(who(ask), ask.id, ask.circumstance) : "absent";
        if (outcome === "in-use")
          return problem("in-use", "An import, an export or an alarm refers to it. 有导入、导出或告警引用此文件。");
        return outcome === "absent" ? notFound() : new Response(null, { status: 204 });
      },
    },
    {
      method: "GET",
      path: "/api/v1/files/{id}/content",
      handle: async (ask) => {
        const file = isRecordId(ask.id) ? await files.open(who(ask), ask.id, ask.circumstance.now) : null;
        return file === null ? notFound() : fileAnswer(file, ask.request);
      },
    },
  ];
};
