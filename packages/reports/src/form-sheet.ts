import type { Language, Words } from "./words.ts";

/** What stands in a column: it decides how a cell is written and where it is aligned. */
export type ColumnKind = "text" | "count" | "figure" | "money" | "date" | "share";

export type Column = {
  readonly title: Words;
  /** Characters of the Latin alphabet. */ readonly width: number;
  readonly kind: ColumnKind;
  /** Columns beside each other with the same group stand under one heading. */ readonly group?: Words;
  /** What the last row has under this column: the sum of it, the share of two others' sums, or what is no sum and was counted apart. */
  readonly total?: "sum" | { readonly part: number; readonly of: number } | { readonly is: Cell };
};

/** Null: it is not known, and stays empty: an unknown number is never 0. Money is in fen, a share is of 1, a date `YYYY-MM-DD`. */
export type Cell = string | number | null;

/** One sheet of a form (报表): a page that is printed, or more. */
export type FormSheet = {
  /** Short, unique in its document: the name of the sheet. */ readonly name: string;
  readonly title: string;
  /** What stands above the table, such as who reports it: names and values. */
  readonly head: readonly (readonly [name: string, value: string])[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Word for the row of totals; null: there is none. */ readonly totalWord: string | null;
  readonly notes: readonly string[];
  /** Lines to sign and seal on, in one row. */ readonly signs: readonly string[];
};

/** A document: sheets of one language. */
export type FormDocument = {
  readonly language: Language;
  readonly title: string;
  /** When it was made, milliseconds UTC. */ readonly at: number;
  readonly sheets: readonly FormSheet[];
};

/** The share of 1 that a part is; null: of nothing there is none. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** The totals of a sheet as cells, in the order of its columns; the word stands in the first. */
export const totalsOf = ({ columns, rows, totalWord }: FormSheet): readonly Cell[] => {
  const sums = columns.map((_, n) => rows.reduce((sum, row) => sum + (typeof row[n] === "number" ? row[n] : 0), 0));
  return columns.map(({ total }, n) => {
    if (n === 0) return totalWord;
    if (total === "sum") return sums[n] ?? 0;
    if (total === undefined) return null;
    return "is" in total ? total.is : shareOf(sums[total.part] ?? 0, sums[total.of] ?? 0);
  });
};

/** Fen as 万元 (ten thousand yuan) with two decimals. */
export const tenThousands = (fen: number): number => Math.round(fen / 10_000) / 100;

/** A cell as it is printed. */
export const shownCell = (cell: Cell, kind: ColumnKind): string => {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  if (kind === "money") return tenThousands(cell).toFixed(2);
  return kind === "share" ? `${(cell * 100).toFixed(1)}%` : String(cell);
};
