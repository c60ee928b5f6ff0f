import Papa from "papaparse";
import { readSheet } from "read-excel-file/universal";

/** A cell of a spreadsheet. */
export type Cell = string | number | boolean | Date | null;
/** Rows of a sheet; the first is the header. */
export type Sheet = readonly (readonly Cell[])[];

/** Why a file is no table. */
export class TableError extends Error {
  readonly code: "too-big" | "bad-file" | "bad-text" | "empty" | "no-sheet";
  readonly words: { readonly zh: string; readonly en: string };
  constructor(code: TableError["code"], words: TableError["words"], options?: ErrorOptions) {
    super(words.en, options);
    this.name = "TableError";
    this.code = code;
    this.words = words;
  }
}

/** Largest file and most rows that are read. */
export const TABLE_BYTES_MAX = 16 * 1024 * 1024;
export const TABLE_ROWS_MAX = 50_000;

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const UTF_16_MARK = [0xff, 0xfe];
const beginsWith = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, i) => bytes[i] === byte);

/** Chinese spreadsheets save CSV in GB 18030 as often as in UTF-8: what is no UTF-8 is read as GB 18030. */
const textOf = (bytes: Uint8Array): string => {
  // What Excel calls Unicode text.
  if (beginsWith(bytes, UTF_16_MARK)) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    try {
      return new TextDecoder("gb18030", { fatal: true }).decode(bytes);
    } catch (cause) {
      throw new TableError(
        "bad-text",
        { zh: "文件既不是 UTF-8 也不是 GB 18030", en: "The file is neither UTF-8 nor GB 18030" },
        { cause },
      );
    }
  }
};

/** Whether a row of a sheet has nothing in it. */
export const isBlankRow = (cells: readonly Cell[]): boolean =>
  cells.every((cell) => cell === null || (typeof cell === "string" && cell.trim() === ""));

/** Rows by which it is found out what stands between the cells. */
const ROWS_FOR_GUESS = 20;

const csvCells = (bytes: Uint8Array): Sheet => {
  const text = textOf(bytes).replace(/^\uFEFF/, "");
  // Blank rows would mislead the guess.
  const { delimiter } = Papa.parse(text, { skipEmptyLines: "greedy", preview: ROWS_FOR_GUESS }).meta;
  const { data, errors } = Papa.parse<string[]>(text, { delimiter });
  const serious = errors.find(({ type }) => type === "Quotes");
  if (serious)
    throw new TableError("bad-file", {
      zh: `第 ${(serious.row ?? 0) + 1} 行的引号不成对`,
      en: `Row ${(serious.row ?? 0) + 1}: a quote is not closed`,
    });
  return data;
};

export type TableOptions = {
  /** Name of the sheet of a workbook; absent: its first. */ readonly sheet?: string;
};

/**
 * A sheet of a file: XLSX, or CSV in UTF-8, UTF-16 or GB 18030 with commas, semicolons or tabs.
 *
 * @throws TableError
 */
export const readCells = async (bytes: Uint8Array, options: TableOptions = {}): Promise<Sheet> => {
  if (bytes.length > TABLE_BYTES_MAX)
    throw new TableError("too-big", {
      zh: `文件超过 ${TABLE_BYTES_MAX / 2 ** 20} MiB,请分成几个`,
      en: `The file is over ${TABLE_BYTES_MAX / 2 ** 20} MiB: split it`,
    });
  if (beginsWith(bytes, OLE))
    throw new TableError("bad-file", {
      zh: "这是旧的 .xls 格式,请另存为 .xlsx 或 CSV",
      en: "This is an old .xls file: save it as .xlsx or CSV",
    });
  const cells = beginsWith(bytes, ZIP) ? await xlsxCells(bytes, options.sheet) : csvCells(bytes);
  // Blank rows in between stay: a row keeps the number that the spreadsheet shows.
  const sheet = cells.slice(0, cells.findLastIndex((row) => !isBlankRow(row)) + 1);
  if (sheet.length === 0) throw new TableError("empty", { zh: "表格是空的", en: "The table is empty" });
  if (sheet.length > TABLE_ROWS_MAX + 1)
    throw new TableError("too-big", {
      zh: `超过 ${TABLE_ROWS_MAX} 行,请分成几个`,
      en: `More than ${TABLE_ROWS_MAX} rows: split it`,
    });
  return sheet;
};

/** What a small file may grow to: a compressed one can claim to be terabytes. */
const UNPACKED_MAX = 128 * 1024 * 1024;
const CENTRAL_ENTRY = [0x50, 0x4b, 0x01, 0x02];
/** Place of the unpacked size in an entry of a ZIP's directory. */
const UNPACKED_AT = 24;

const unpackedSize = (bytes: Uint8Array): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size = 0;
  for (
    let at = bytes.indexOf(0x50);
    at !== -1 && at + UNPACKED_AT + 4 <= bytes.length;
    at = bytes.indexOf(0x50, at + 1)
  )
    if (CENTRAL_ENTRY.every((byte, i) => bytes[at + i] === byte)) size += view.getUint32(at + UNPACKED_AT, true);
  return size;
};

/** Whether a ZIP says of itself that it unpacks to more than anybody's register (压缩炸弹). */
export const isTooBigUnpacked = (bytes: Uint8Array): boolean => unpackedSize(bytes) > UNPACKED_MAX;

const xlsxCells = async (bytes: Uint8Array, name: string | undefined): Promise<Sheet> => {
  if (isTooBigUnpacked(bytes))
    throw new TableError("too-big", { zh: "文件展开后太大", en: "The file is too big when unpacked" });
  try {
    return (await readSheet(new Blob([bytes.slice()]), name)) as Sheet;
  } catch (cause) {
    if (name !== undefined && cause instanceof Error && cause.message.startsWith("Sheet not found"))
      throw new TableError("no-sheet", { zh: `没有名为 ${name} 的工作表`, en: `There is no sheet ${name}` }, { cause });
    throw new TableError(
      "bad-file",
      { zh: "无法读取此 XLSX 文件,可能已损坏或加密", en: "This XLSX file cannot be read: damaged or encrypted" },
      { cause },
    );
  }
};
