import { type FormDocument, shownCell, totalsOf } from "./form-sheet.ts";
import type { Pdf, PdfMaker } from "./pdf-maker.ts";

const PORTRAIT_MAX = 90;

/** A form as PDF: a page for each sheet or more, the heading of the table on each of them. */
export const formPdf = (maker: PdfMaker, document: FormDocument): Pdf => {
  const { language, title, at } = document;
  const sheets = document.sheets.map((sheet) => {
    const { columns, rows, notes, signs } = sheet;
    const shown = (row: readonly (string | number | null)[]): readonly string[] =>
      columns.map(({ kind }, n) => shownCell(row[n] ?? null, kind));
    return {
      ...{ title: sheet.title, notes, signs },
      head: sheet.head.map(([name, value]) => `${name}:${value}`),
      isWide: columns.reduce((sum, { width }) => sum + width, 0) > PORTRAIT_MAX,
      columns: columns.map(({ title: words, width, kind, group }) => ({
        ...{ title: words[language], width, isText: kind === "text" },
        group: group?.[language] ?? null,
      })),
      rows: rows.map(shown),
      total: sheet.totalWord === null ? null : shown(totalsOf(sheet)),
    };
  });
  return maker.make("form", { language, title, sheets }, at);
};
