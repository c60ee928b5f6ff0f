export { type Column, columnNamed, columnsOf, isDerived } from "./columns.ts";
export {
  type HeaderError,
  type ImportOptions,
  type ImportReport,
  importRecords,
  type RowError,
  type RowReport,
} from "./import-records.ts";
export { type Cell, readCells, type Sheet, TABLE_BYTES_MAX, TABLE_ROWS_MAX, TableError } from "./read-cells.ts";
export { CSV_MARK, cellsOf, csvFile, csvLine, headerOf, inertText } from "./write-cells.ts";
