import type { FormDocument, MonitoringFacts, WorkRecordFacts } from "@dianan/reports";
import type { ReportFormat } from "../ports/reports.ts";

/** What a report's files are made from; kept beside them, so that they can be made again. */
export type RenderWork =
  | { readonly kind: "form"; readonly document: FormDocument }
  | { readonly kind: "monitoring"; readonly facts: MonitoringFacts };

/** The same, and what is set in type whenever somebody asks for it. */
export type PrintWork = RenderWork | { readonly kind: "record"; readonly facts: WorkRecordFacts };

export type RenderTask = { readonly id: number; readonly work: PrintWork; readonly formats: readonly ReportFormat[] };

export type MadeFile = { readonly format: ReportFormat; readonly bytes: Uint8Array };

export type RenderReply =
  | { readonly id: number; readonly ok: true; readonly files: readonly MadeFile[]; readonly missing: readonly string[] }
  | { readonly id: number; readonly ok: false; readonly isNoPdf: boolean; readonly message: string };
