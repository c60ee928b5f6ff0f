import { type CellStyle, type Cell as SheetCell, type WriteSheet, writeXlsx } from "hucre/xlsx";
import {
  type Cell,
  type Column,
  type FormDocument,
  type FormSheet,
  shownCell,
  tenThousands,
  totalsOf,
} from "./form-sheet.ts";
import type { Language } from "./words.ts";

const line = { style: "thin" } as const;
const border = { top: line, right: line, bottom: line, left: line } as const;
/** Fonts that the reader's machine has; nothing is embedded. Where they are missing it takes another one. */
const title: CellStyle = {
  font: { name: "方正小标宋简体", size: 18, bold: true },
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
};
const text = { name: "宋体", size: 10.5 } as const;
const plain: CellStyle = { font: text, alignment: { vertical: "center", wrapText: true } };
const headCell: CellStyle = {
  font: { ...text, bold: true },
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
  border,
};

/** Formats of numbers: 万元 with two decimals, a share in percent. */
const formats = { text: "@", count: "0", figure: "General", money: "0.00", date: "yyyy-mm-dd", share: "0.0%" } as const;

const styleOf = ({ kind }: Column, isTotal: boolean): CellStyle => ({
  font: isTotal ? { ...text, bold: true } : text,
  border,
  numFmt: formats[kind],
  alignment: { horizontal: kind === "text" ? "left" : "center", vertical: "center", wrapText: true },
});

/** A text from outside is a text, also when it is copied on: `=`, `+`, `-`, `@` begin no formula (SEC-API-15). */
const inert = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);

type Value = string | number | Date | null;

const sheetValue = (cell: Cell, { kind }: Column): Value => {
  if (typeof cell === "string") return kind === "date" ? new Date(`${cell}T00:00:00Z`) : inert(cell);
  return cell !== null && kind === "money" ? tenThousands(cell) : cell;
};

/** `A`, `B` … `AA`. */
export const columnName = (n: number): string =>
  n < 26 ? String.fromCharCode(65 + n) : columnName(Math.floor(n / 26) - 1) + columnName(n % 26);

const HEAD_ROW = 2;
const LINE_POINTS = 14;
/** Room for a signature and a seal. */
const SIGN_POINTS = 48;

/** Columns of Latin characters that a text takes: a Chinese one takes two. */
const lengthOf = (value: string): number =>
  Array.from(value).reduce((sum, char) => sum + (char.charCodeAt(0) < 0x2e80 ? 1.1 : 2.2), 0);

/** A programme does not look how high a row must be: what is broken into lines would be cut off. Points. */
const heightOf = (texts: readonly (readonly [value: string, width: number])[]): number =>
  Math.max(1, ...texts.map(([value, width]) => Math.ceil(lengthOf(value) / width))) * LINE_POINTS + 4;

const sheetOf = (sheet: FormSheet, language: Language): WriteSheet => {
  const { columns, rows } = sheet;
  const last = columns.length - 1;
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const heights = new Map<number, number>([[0, 32]]);
  const cells = new Map<string, Partial<SheetCell>>();
  const merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = [];
  const put = (row: number, column: number, value: Value, style: CellStyle, formula?: string) =>
    cells.set(`${row},${column}`, {
      ...{ value, style },
      ...(formula === undefined ? {} : { formula, formulaResult: value }),
    });
  const across = (row: number, value: string, style: CellStyle): void => {
    put(row, 0, value, style);
    if (row > 0) heights.set(row, heightOf([[value, width]]));
    if (last > 0) merges.push({ startRow: row, startCol: 0, endRow: row, endCol: last });
  };

  across(0, sheet.title, title);
  across(1, sheet.head.map(([name, value]) => `${name}:${value}`).join("    "), plain);
  const isGrouped = columns.some(({ group }) => group !== undefined);
  const heading = isGrouped ? HEAD_ROW + 1 : HEAD_ROW;
  columns.forEach((column, n) => {
    put(heading, n, column.title[language], headCell);
    if (!isGrouped) return;
    const { group } = column;
    put(HEAD_ROW, n, (group ?? column.title)[language], headCell);
    if (group === undefined) merges.push({ startRow: HEAD_ROW, startCol: n, endRow: heading, endCol: n });
    else if (columns[n - 1]?.group !== group) {
      const until = columns.findIndex((one, at) => at > n && one.group !== group);
      const end = (until === -1 ? columns.length : until) - 1;
      if (end > n) merges.push({ startRow: HEAD_ROW, startCol: n, endRow: HEAD_ROW, endCol: end });
    }
  });

  heights.set(heading, heightOf(columns.map((column) => [column.title[language], column.width])));

  const first = heading + 1;
  rows.forEach((row, i) => {
    heights.set(
      first + i,
      heightOf(columns.map((column, n) => [shownCell(row[n] ?? null, column.kind), column.width])),
    );
    columns.forEach((column, n) => {
      put(first + i, n, sheetValue(row[n] ?? null, column), styleOf(column, false));
    });
  });
  let at = first + rows.length;
  if (sheet.totalWord !== null) {
    const totals = totalsOf(sheet);
    columns.forEach((column, n) => {
      const value = sheetValue(totals[n] ?? null, column);
      const name = (of: number): string => `${columnName(of)}${at + 1}`;
      const formula =
        column.total === "sum"
          ? rows.length > 0
            ? `SUM(${columnName(n)}${first + 1}:${columnName(n)}${at})`
            : undefined
          : column.total === undefined || "is" in column.total
            ? undefined
            : `IF(${name(column.total.of)}=0,"",${name(column.total.part)}/${name(column.total.of)})`;
      put(at, n, value, styleOf(column, true), formula);
    });
    at += 1;
  }
  for (const note of sheet.notes) across(at++, note, plain);
  if (sheet.signs.length > 0) {
    across(at, sheet.signs.map((sign) => `${sign}:`).join("                    "), plain);
    heights.set(at, SIGN_POINTS);
    at += 1;
  }
  return {
    name: sheet.name,
    columns: columns.map((column) => ({ width: column.width })),
    rows: Array.from({ length: at }, () => columns.map(() => null)),
    cells,
    merges,
    rowDefs: new Map([...heights].map(([row, height]) => [row, { height }])),
    freezePane: { rows: first },
    pageSetup: {
      paperSize: "a4",
      orientation: width > 90 ? "landscape" : "portrait",
      ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true },
      printTitlesRow: `$${HEAD_ROW + 1}:$${heading + 1}`,
      margins: { top: 0.6, right: 0.5, bottom: 0.7, left: 0.5, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: language === "zh" ? "&C第 &P 页 共 &N 页" : "&CPage &P of &N" },
  };
};

/** A document as a workbook (XLSX), printed as the forms are: A4, its heading on every page. The same document is the same bytes. */
export const formWorkbook = ({ title, sheets, language, at }: FormDocument): Promise<Uint8Array> => {
  const properties = { title, created: new Date(at), modified: new Date(at) };
  return writeXlsx({ sheets: sheets.map((sheet) => sheetOf(sheet, language)), properties });
};
