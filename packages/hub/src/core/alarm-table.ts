/** One line of a table of figures, or one of its columns: what it is of, and the filter that leads to its alarms. */
export type TableHead = { readonly key: string | null; readonly filter: { readonly [name: string]: string } };

/** Null: of nothing there is no mean. */
export type TableValue = number | null;

/** A table of figures (统计表): rows by one dimension, columns by another or by what is counted. */
export type AlarmTable = {
  readonly heads: readonly TableHead[];
  readonly items: readonly (TableHead & {
    readonly cells: readonly TableValue[];
    readonly total: TableValue;
    /** Of the span before; null: it has none. */ readonly previous: TableValue;
  })[];
  readonly total: {
    readonly cells: readonly TableValue[];
    readonly total: TableValue;
    readonly previous: TableValue;
  };
};

/** Values of a figure by their keys: of rows and columns, of rows, of columns, of all; rows and all of the span before. */
export type TableValues = {
  readonly cells: ReadonlyMap<string, TableValue>;
  readonly rows: ReadonlyMap<string | null, TableValue>;
  readonly columns: ReadonlyMap<string | null, TableValue>;
  readonly total: TableValue;
  readonly before: ReadonlyMap<string | null, TableValue> | null;
  readonly totalBefore: TableValue;
};

/** The key of a cell in {@link TableValues.cells}. */
export const cellKey = (row: string | null, column: string | null): string => JSON.stringify([row, column]);

const known = ({ key }: TableHead): number => (key === null ? 1 : 0);

/**
 * The most first, then by their names, what is not recorded last; periods stay in the order of time.
 *
 * @param nothing - what stands where there is no alarm: 0 of a count, null of a mean
 */
export const alarmTable = (
  heads: { readonly rows: readonly TableHead[]; readonly columns: readonly TableHead[] },
  isInTime: { readonly rows: boolean; readonly columns: boolean },
  values: TableValues,
  nothing: TableValue,
): AlarmTable => {
  const ordered = (
    list: readonly TableHead[],
    of: ReadonlyMap<string | null, TableValue>,
    isTime: boolean,
  ): readonly TableHead[] =>
    isTime
      ? list
      : [...list].sort(
          (a, b) =>
            known(a) - known(b) ||
            (of.get(b.key) ?? 0) - (of.get(a.key) ?? 0) ||
            ((a.key ?? "") < (b.key ?? "") ? -1 : 1),
        );
  const rows = ordered(heads.rows, values.rows, isInTime.rows);
  const columns = ordered(heads.columns, values.columns, isInTime.columns);
  const said = (value: TableValue | undefined): TableValue => (value === undefined ? nothing : value);
  return {
    heads: columns,
    items: rows.map((row) => ({
      ...row,
      cells: columns.map((column) => said(values.cells.get(cellKey(row.key, column.key)))),
      total: said(values.rows.get(row.key)),
      previous: values.before === null ? null : said(values.before.get(row.key)),
    })),
    total: {
      cells: columns.map((column) => said(values.columns.get(column.key))),
      total: values.total,
      previous: values.totalBefore,
    },
  };
};
