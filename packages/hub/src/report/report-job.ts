import { randomBytes } from "node:crypto";
import { adviceDocument, type FormCover, monitoringSheets, shownSheets } from "@dianan/reports";
import { dayNamed } from "../core/report-days.ts";
import type { CommunityTarget, ReportDraft, ReportSight, ShownReport } from "../ports/reports.ts";
import { StoreError } from "../ports/store-error.ts";
import { collectMonitoring } from "./collect-monitoring.ts";
import { collectAcceptance, collectForm } from "./form-facts.ts";
import type { RenderWork } from "./render-message.ts";
import { NoPdfHere, type Renderer } from "./renderer.ts";
import type { ReportDeps } from "./report-deps.ts";
import { type KeptFile, type ReportBody, ReportEnd, type ReportFault } from "./report-item.ts";

/** What a report was made from lies beside its files under this suffix. */
const factsOf = (id: string): string => `${id}.facts`;

type Collected = { readonly work: RenderWork; readonly missing: readonly string[] };

/** Collects what a report says, as of now. @throws ReportEnd */
export const collect = async (
  deps: ReportDeps,
  sight: ReportSight,
  draft: ReportDraft,
  body: Pick<ReportBody, "number" | "title" | "advice" | "by">,
  targets: readonly CommunityTarget[],
): Promise<Collected> => {
  const at = deps.clock();
  const madeOn = dayNamed(at, deps.utcOffsetMinutes);
  const { number, title, advice } = body;
  if (draft.kind === "monitoring") {
    const facts = await collectMonitoring(deps, sight, draft, { number, title, at, madeOn, advice });
    if (facts === null) throw new ReportEnd("no-unit");
    return { work: { kind: "monitoring", facts }, missing: facts.notes };
  }
  if (draft.kind === "advice") {
    const facts = await collectMonitoring(deps, sight, draft, { number, title, at, madeOn, advice });
    if (facts === null) throw new ReportEnd("no-unit");
    return { work: { kind: "form", document: adviceDocument(facts) }, missing: facts.notes };
  }
  const cover: FormCover = { reporter: "", region: "", from: draft.from, to: draft.to, madeOn, at, number };
  const made =
    draft.kind === "acceptance"
      ? await collectAcceptance(deps, sight, draft, cover)
      : await collectForm(deps, sight, draft, cover, targets);
  if (made === null) throw new ReportEnd("no-acceptance");
  return { work: { kind: "form", document: made.document }, missing: made.missing };
};

/** The same with what a person adds (补充建议): in a form it is a note of its first sheet. */
const withAdvice = (work: RenderWork, advice: string): RenderWork => {
  if (work.kind === "monitoring") return { ...work, facts: { ...work.facts, advice } };
  const [first, ...others] = work.document.sheets;
  if (first === undefined || advice === "") return work;
  return {
    ...work,
    document: { ...work.document, sheets: [{ ...first, notes: [...first.notes, advice] }, ...others] },
  };
};

const noted = (work: RenderWork, note: string): RenderWork => {
  if (work.kind === "monitoring") return { ...work, facts: { ...work.facts, notes: [note, ...work.facts.notes] } };
  return withAdvice(work, note);
};

/** What a report's files are made from, with what people added: advice, and who reviewed it. */
export const finished = (
  work: RenderWork,
  { advice, review, language }: Pick<ReportBody, "advice" | "review" | "language">,
  utcOffsetMinutes: number,
): RenderWork => {
  const advised = withAdvice(work, advice);
  if (review === undefined || review === null) return advised;
  const day = dayNamed(review.at, utcOffsetMinutes);
  return noted(
    advised,
    language === "zh"
      ? `整改建议已由 ${review.by} 于 ${day} 复核。`
      : `The advice was reviewed by ${review.by} on ${day}.`,
  );
};

/** The same as tables that a screen shows. */
export const shownWork = (work: RenderWork): ShownReport => {
  const document = work.kind === "form" ? work.document : monitoringSheets(work.facts);
  return { title: document.title, language: document.language, sheets: shownSheets(document) };
};

const put = async ({ shelf }: ReportDeps, tenant: string, name: string, bytes: Uint8Array): Promise<KeptFile> => {
  const writer = await shelf.create(tenant, name);
  try {
    await writer.write(bytes);
    return { name, ...(await writer.finish()) };
  } catch (error) {
    await writer.abort();
    throw error;
  }
};

/** Keeps what a report is made from. */
export const keepWork = async (deps: ReportDeps, tenant: string, id: string, work: RenderWork): Promise<void> => {
  await put(deps, tenant, factsOf(id), Buffer.from(JSON.stringify(work)));
};
export const keptWork = async ({ shelf }: ReportDeps, tenant: string, id: string): Promise<RenderWork> =>
  JSON.parse(Buffer.from(await shelf.read(tenant, factsOf(id))).toString("utf8")) as RenderWork;

/** Makes the files of a report and puts them on the shelf, each time under another name: those that there are stay whole. */
export const makeFiles = async (
  deps: ReportDeps,
  renderer: Renderer,
  tenant: string,
  id: string,
  work: RenderWork,
  formats: ReportBody["formats"],
): Promise<{ readonly files: ReportBody["files"]; readonly missing: readonly string[] }> => {
  const made = await renderer.render(work, formats);
  const stem = `${id}-${randomBytes(4).toString("hex")}`;
  const files: { -readonly [F in keyof ReportBody["files"]]: KeptFile } = {};
  for (const { format, bytes } of made.files) files[format] = await put(deps, tenant, `${stem}.${format}`, bytes);
  return { files, missing: made.missing };
};

/** Removes files that no report has any longer. */
export const dropFiles = async ({ shelf }: ReportDeps, tenant: string, files: ReportBody["files"]): Promise<void> => {
  for (const { name } of Object.values(files)) await shelf.drop(tenant, name);
};
/** Removes all that a report had. */
export const dropReport = async (deps: ReportDeps, tenant: string, id: string, files: ReportBody["files"]) => {
  await dropFiles(deps, tenant, files);
  await deps.shelf.drop(tenant, factsOf(id));
};

/** Why a report could not be made. */
export const faultOf = (error: unknown): ReportFault => {
  if (error instanceof ReportEnd) return error.fault;
  if (error instanceof NoPdfHere) return "no-pdf";
  const code = (error as { readonly code?: unknown }).code;
  return code === "ENOSPC" || (error instanceof StoreError && error.code === "full") ? "no-space" : "failed";
};
