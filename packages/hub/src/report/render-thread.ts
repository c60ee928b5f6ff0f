// Makes files of reports in a thread of its own: a long one holds nobody up.
import { parentPort } from "node:worker_threads";
import {
  createPdfMaker,
  formPdf,
  formWorkbook,
  monitoringPdf,
  monitoringSheets,
  NoPdfError,
  type PdfMaker,
} from "@dianan/reports";
import type { RenderReply, RenderTask } from "./render-message.ts";

let maker: Promise<PdfMaker> | null = null;
const typesetter = (): Promise<PdfMaker> => {
  maker ??= createPdfMaker();
  return maker;
};

const render = async ({ id, work, formats }: RenderTask): Promise<RenderReply> => {
  const files: { format: "pdf" | "xlsx"; bytes: Uint8Array }[] = [];
  const missing: string[] = [];
  if (formats.includes("pdf")) {
    const pdf =
      work.kind === "form" ? formPdf(await typesetter(), work.document) : monitoringPdf(await typesetter(), work.facts);
    files.push({ format: "pdf", bytes: pdf.bytes });
    missing.push(...pdf.missing);
  }
  if (formats.includes("xlsx")) {
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
