import type { RecordKind, RecordOf } from "../kinds.ts";
import type { Sheet } from "./read-cells.ts";
import { type HeaderError, type ImportOptions, type RowReport, tableParts, tableRows } from "./table-rows.ts";

/** Result of an import: all rows are taken or none (nothing is half-imported). */
export type ImportReport<K extends RecordKind> = {
  readonly ok: boolean;
  /** All records, in the order of the rows; empty unless every row is right. */ readonly records: readonly RecordOf[K][];
  readonly header: readonly HeaderError[];
  /** Headers that name no column: passed over. */ readonly ignored: readonly string[];
  readonly rows: readonly RowReport[];
};

/**
 * Records of a kind from a sheet (表格导入). Headers may be the members' names, their Chinese or their English titles; codes,
 * dates and yes/no may be written as people write them.
 *
 * @param sheet - first row: header; see `readCells`
 */
export const importRecords = <K extends RecordKind>(
  kind: K,
  sheet: Sheet,
  options: ImportOptions = {},
): ImportReport<K> => {
  const { head, body } = tableParts(sheet);
  const table = tableRows(kind, head, body.length, options);
  const read = body.map(({ cells, row }) => table.read(cells, row));
  const records = read.flatMap(({ record }) => (record === null ? [] : [record]));
  const ok = table.header.length === 0 && records.length === read.length;
  return {
    ok,
    records: ok ? records : [],
    header: table.header,
    ignored: table.ignored,
    rows: read.map(({ report }) => report),
  };
};
