import type { Column, FormDocument } from "@dianan/reports";
import { CSV_MARK, csvLine } from "@dianan/sharing/table";
import { told } from "../ports/act.ts";
import type { SheetDraft, SheetMaker } from "../ports/reports.ts";
import { NoPdfHere, type Renderer } from "./renderer.ts";
import type { ReportDeps } from "./report-deps.ts";

const FIRST_WIDTH = 30;
const WIDTH = 11;

const documentOf = ({ title, language, head, columns, rows, total }: SheetDraft, at: number): FormDocument => ({
  ...{ language, title, at },
  sheets: [
    {
      ...{ name: title, title, head, rows, notes: [], signs: [] },
      columns: columns.map(
        (word, n): Column => ({
          title: { zh: word, en: word },
          width: n === 0 ? FIRST_WIDTH : WIDTH,
          kind: n === 0 ? "text" : "figure",
          ...(n === 0 ? {} : { total: { is: total[n] ?? null } }),
        }),
      ),
      totalWord: String(total[0] ?? ""),
    },
  ],
});

/** The filter first, then the table as it is on the screen. */
const csvOf = ({ title, head, columns, rows, total }: SheetDraft): Uint8Array =>
  Buffer.from(CSV_MARK + [[title], ...head, [], columns, ...rows, total].map((line) => csvLine(line)).join(""));

/** Makes files of tables that people look at (导出所见表格), EF-4.3: what is on the screen, and of what. */
export const createSheetMaker = (
  { store, clock }: Pick<ReportDeps, "store" | "clock">,
  renderer: Renderer,
): SheetMaker => ({
  make: async (who, sheet, format, at) => {
    const fileOf = async (): Promise<Uint8Array | null> => {
      if (format === "csv") return csvOf(sheet);
      const work = { kind: "form", document: documentOf(sheet, clock()) } as const;
      const { files } = await renderer.render(work, [format]);
      return files[0]?.bytes ?? null;
    };
    try {
      const bytes = await fileOf();
      const what = `${format} ${sheet.title} ${sheet.head.map((pair) => pair.join(" ")).join(", ")}`;
      await store.commit({
        tenant: who.tenant,
        writes: [told(who, "statistics.export", "statistics", "done", at, what.slice(0, 500))],
      });
      return bytes;
    } catch (error) {
      if (error instanceof NoPdfHere) return null;
      throw error;
    }
  },
});
