export { type Column, columnNamed, columnsOf, isDerived, templateHeader } from "./columns.ts";
export { type ImportReport, importRecords } from "./import-records.ts";
export {
  type Cell,
  isTooBigUnpacked,
  readCells,
  type Sheet,
  TABLE_BYTES_MAX,
  TABLE_ROWS_MAX,
  TableError,
  type TableOptions,
} from "./read-cells.ts";
export {
  type HeaderError,
  type ImportOptions,
  type ReadRow,
  type RowError,
  type RowReport,
  references,
  requiredMembers,
  type TableRows,
  tableParts,
  tableRows,
} from "./table-rows.ts";
export { CSV_MARK, cellsOf, csvFile, csvLine, headerOf, inertText } from "./write-cells.ts";
