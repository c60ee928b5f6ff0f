// Makes files of reports in a thread of its own: a long one holds nobody up.
import { parentPort } from "node:worker_threads";
import {
  createPdfMaker,
  formPdf,
  formWorkbook,
  monitoringPdf,
  monitoringSheets,
  NoPdfError,
  type Pdf,
  type PdfMaker,
  workRecordPdf,
} from "@dianan/reports";
import type { PrintWork, RenderReply, RenderTask } from "./render-message.ts";

let maker: Promise<PdfMaker> | null = null;
const typesetter = (): Promise<PdfMaker> => {
  maker ??= createPdfMaker();
  return maker;
};

const pdfOf = (typeset: PdfMaker, work: PrintWork): Pdf => {
  switch (work.kind) {
    case "form":
      return formPdf(typeset, work.document);
    case "monitoring":
      return monitoringPdf(typeset, work.facts);
    case "record":
      return workRecordPdf(typeset, work.facts);
  }
};

const render = async ({ id, work, formats }: RenderTask): Promise<RenderReply> => {
  const files: { format: "pdf" | "xlsx"; bytes: Uint8Array }[] = [];
  const missing: string[] = [];
  if (formats.includes("pdf")) {
    const pdf = pdfOf(await typesetter(), work);
    files.push({ format: "pdf", bytes: pdf.bytes });
    missing.push(...pdf.missing);
  }
  if (formats.includes("xlsx") && work.kind !== "record") {
    const document = work.kind === "form" ? work.document : monitoringSheets(work.facts);
    files.push({ format: "xlsx", bytes: await formWorkbook(document) });
  }
  return { id, ok: true, files, missing };
};

const port = parentPort;
port?.on("message", (task: RenderTask | "end") => {
  if (task === "end") {
    port.close();
    return;
  }
  render(task).then(
    (reply) => port.postMessage(reply),
    (error: unknown) =>
      port.postMessage({ id: task.id, ok: false, isNoPdf: error instanceof NoPdfError, message: String(error) }),
  );
});
