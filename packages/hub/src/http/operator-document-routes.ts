import { isRecordId } from "@dianan/model";
import { missingDocuments, qualificationShortcomings } from "../core/operator-documents.ts";
import { dayNamed } from "../core/report-days.ts";
import type { Caller } from "../ports/caller.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Sheet } from "../ports/registry.ts";
import type { Ask, HttpDeps, Route } from "./http-deps.ts";
import { keptFiles, type NamedFile } from "./kept-files.ts";
import { maskedPersons, wholePersons } from "./person-lists.ts";
import { type Finding, type Problem, problem } from "./problem.ts";
import { readBody } from "./request-body.ts";
import { sheetChanged, sheetRead, sheetVersion } from "./sheet-answers.ts";

const PATH = "/api/v1/operators/{id}/documents";
const technicianMembers = { names: ["name"], numbers: ["certificate"] } as const;

type Qualification = JsonObject & { readonly technicians: readonly JsonObject[] };
type Upload = { readonly items: readonly JsonObject[]; readonly qualification?: Qualification };

const notFound = (): Problem => problem("not-found", "There is no operator with this id. 没有此 id 的运维机构。");

const filesOf = (items: readonly JsonObject[]): readonly NamedFile[] =>
  items.flatMap(({ fileId }, n) => (typeof fileId === "string" ? [{ id: fileId, path: `/items/${n}/fileId` }] : []));

/** A document that ends before it begins is none. */
const endsEarly = (items: readonly JsonObject[]): readonly Finding[] =>
  items.flatMap(({ validFrom, validUntil }, n) =>
    typeof validUntil === "string" && validUntil < String(validFrom)
      ? [
          {
            path: `/items/${n}/validUntil`,
            clause: "EF-5.4",
            message: { en: "It ends before it begins.", zh: "有效期至早于生效日期。" },
          },
        ]
      : [],
  );

/** Documents that an operator keeps, and what it is (制度文件与资质), EF-5.4, EF-5.8. */
export const operatorDocumentRoutes = (deps: HttpDeps): readonly Route[] => {
  const { sheets } = deps.registry;
  /** None was written yet: everything is missing. */
  const none: Sheet = { body: { items: [] }, version: 0, updatedAt: 0 as Sheet["updatedAt"] };
  const shown =
    ({ view, circumstance }: Ask) =>
    ({ body }: Sheet): unknown => {
      const { items, qualification } = body as JsonObject & Upload;
      const technicians = qualification?.technicians ?? [];
      const without = { ...qualification, technicians: maskedPersons(technicians, technicianMembers) };
      return {
        items,
        ...(qualification === undefined
          ? {}
          : { qualification: technicians.length === 0 ? qualification : view.person(qualification, without) }),
        missing: missingDocuments(items, dayNamed(circumstance.now, deps.utcOffsetMinutes)),
        shortcomings: qualificationShortcomings(qualification ?? null),
      };
    };
  /** An operator that the caller may see, and its sheet. */
  const found = async ({ id, view }: Ask): Promise<Sheet | null> => {
    const operator = isRecordId(id) ? await view.stored("operator", id) : null;
    if (operator === null || operator === "foreign") return null;
    return (await sheets.find(view.tenant, "operatorDocuments", id)) ?? none;
  };

  const put = async (ask: Ask): Promise<Response | Problem> => {
    const before = await found(ask);
    if (before === null) return notFound();
    const version = sheetVersion(ask, before.version === 0 ? null : before);
    if (typeof version !== "number") return version;
    const sent = await readBody<Upload>(ask.request, "PUT", PATH);
    if (!sent.ok) return sent.error;
    const { items, qualification } = sent.value;
    const early = endsEarly(items);
    if (early.length > 0) return problem("invalid", "Look at the dates. 请检查日期。", { errors: early });
    const stored = (before.body as JsonObject & Upload).qualification?.technicians ?? [];
    const at = "/qualification/technicians";
    const technicians = wholePersons(qualification?.technicians ?? [], stored, technicianMembers, at);
    if (!technicians.ok)
      return problem("invalid", "Masked values are not stored. 脱敏后的内容不予保存。", { errors: technicians.error });
    const body = {
      items,
      ...(qualification === undefined ? {} : { qualification: { ...qualification, technicians: technicians.value } }),
    };
    const { caller, id, circumstance } = ask;
    const filesBefore = filesOf((before.body as JsonObject & Upload).items);
    const also = await keptFiles(deps, ask, `operatorDocuments:${id}`, filesBefore, filesOf(items));
    if ("kind" in also) return also;
    const outcome = await sheets.put(caller as Caller, "operatorDocuments", id, version, body, also, circumstance);
    return sheetChanged(outcome, shown(ask));
  };

  return [
    {
      method: "GET",
      path: PATH,
      handle: async (ask) => {
        const sheet = await found(ask);
        return sheet === null ? notFound() : sheetRead(ask, sheet, shown(ask));
      },
    },
    { method: "PUT", path: PATH, handle: put },
  ];
};
