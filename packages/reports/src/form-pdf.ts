import { type FormDocument, shownCell, totalsOf } from "./form-sheet.ts";
import type { Pdf, PdfMaker } from "./pdf-maker.ts";

const PORTRAIT_MAX = 90;

/** The sheets of a document as they are printed: every cell is a text. */
export const shownSheets = ({ language, sheets }: FormDocument) =>
  sheets.map((sheet) => {
    const { name, title, columns, rows, notes, signs } = sheet;
    const shown = (row: readonly (string | number | null)[]): readonly string[] =>
      columns.map(({ kind }, n) => shownCell(row[n] ?? null, kind));
    return {
      ...{ name, title, notes, signs },
      head: sheet.head.map(([label, value]) => `${label}:${value}`),
      columns: columns.map(({ title: words, kind, group }) => ({
        ...{ title: words[language], isText: kind === "text", group: group?.[language] ?? null },
      })),
      rows: rows.map(shown),
      total: sheet.totalWord === null ? null : shown(totalsOf(sheet)),
    };
  });

/** A form as PDF: a page for each sheet or more, the heading of the table on each of them. */
export const formPdf = (maker: PdfMaker, document: FormDocument): Pdf => {
  const { language, title, at } = document;
  const sheets = shownSheets(document).map((sheet, n) => {
    const widths = document.sheets[n]?.columns.map(({ width }) => width) ?? [];
    return {
      ...sheet,
      isWide: widths.reduce((sum, width) => sum + width, 0) > PORTRAIT_MAX,
      columns: sheet.columns.map((column, at) => ({ ...column, width: widths[at] ?? 1 })),
    };
  });
  return maker.make("form", { language, title, sheets }, at);
};
