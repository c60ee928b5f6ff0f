import { CSV_MARK, csvLine, inertText } from "@dianan/sharing/table";
import type { ExportFormat } from "../ports/transfer.ts";
import { type ExportColumn, type ExportRow, shownCell } from "./export-columns.ts";
import { parquetBytes } from "./parquet.ts";
import { type WrittenCell, workbookBytes } from "./workbook.ts";

/** What is written, and for whom. */
export type Encoding = {
  readonly format: ExportFormat;
  readonly columns: readonly ExportColumn[];
  readonly language: "zh" | "en";
  readonly utcOffsetMinutes: number;
  /** Said in the file beside its rows, once they are written: names and values. */
  about(): readonly (readonly [name: string, value: string])[];
};

const COLUMN_WIDTH = 20;

const headOf = ({ columns, language }: Encoding): readonly string[] => columns.map((column) => column[language]);

const cellsOf = ({ columns, language, utcOffsetMinutes }: Encoding, row: ExportRow) =>
  columns.map((column) => shownCell(column, row[column.member], language, utcOffsetMinutes));

async function* csvBytes(how: Encoding, batches: AsyncIterable<readonly ExportRow[]>): AsyncGenerator<Uint8Array> {
  yield Buffer.from(CSV_MARK + csvLine(headOf(how)));
  for await (const batch of batches) yield Buffer.from(batch.map((row) => csvLine(cellsOf(how, row))).join(""));
}

/** SEC-API-15: in a workbook a text is a text; what is copied or saved on from it must not become a formula either. */
const inertCells = (cells: readonly WrittenCell[]): readonly WrittenCell[] =>
  cells.map((cell) => (typeof cell === "string" ? inertText(cell) : cell));

async function* sheetRows(how: Encoding, batches: AsyncIterable<readonly ExportRow[]>) {
  yield headOf(how);
  for await (const batch of batches) for (const row of batch) yield inertCells(cellsOf(how, row));
}

function* aboutRows(how: Encoding): Generator<readonly WrittenCell[]> {
  for (const line of how.about()) yield inertCells(line);
}

/** The bytes of an export, as its rows come. */
export const encoded = (how: Encoding, batches: AsyncIterable<readonly ExportRow[]>): AsyncIterable<Uint8Array> => {
  const isZh = how.language === "zh";
  switch (how.format) {
    case "csv":
      return csvBytes(how, batches);
    case "xlsx":
      return workbookBytes([
        { name: isZh ? "数据" : "Data", widths: how.columns.map(() => COLUMN_WIDTH), rows: sheetRows(how, batches) },
        { name: isZh ? "说明" : "About", widths: [20, 80], rows: aboutRows(how) },
      ]);
    case "parquet":
      return parquetBytes(how.columns, batches, Object.fromEntries(how.about()));
  }
};
