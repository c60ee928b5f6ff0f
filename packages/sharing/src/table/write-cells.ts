import type { CodeTable } from "@dianan/model";
import { type CodeList, codeLists } from "../code-lists.ts";
import type { RecordKind, RecordOf } from "../kinds.ts";
import { columnsOf } from "./columns.ts";

/** What a spreadsheet would take for a formula (SEC-API-15). */
const formula: ReadonlySet<string> = new Set(["=", "+", "-", "@", "\t", "\r", "\u0000"]);

/** A text that a spreadsheet shows and never runs: an apostrophe goes before what could be a formula. */
export const inertText = (text: string): string => (formula.has(text.charAt(0)) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One line of a CSV file. Numbers stay numbers; texts are made inert. */
export const csvLine = (cells: readonly (string | number | boolean | null)[]): string =>
  `${cells.map((cell) => (typeof cell === "string" ? quoted(inertText(cell)) : cell === null ? "" : String(cell))).join(",")}\r\n`;

/** UTF-8 mark, by which spreadsheets read a CSV file as UTF-8 and not as GB 18030. */
export const CSV_MARK = "\uFEFF";

/** Header of a kind's table in one language. */
export const headerOf = (kind: RecordKind, language: "zh" | "en"): readonly string[] =>
  columnsOf(kind).map((column) => column[language]);

/** A record as cells under that header; codes in words. */
export const cellsOf = <K extends RecordKind>(
  kind: K,
  record: RecordOf[K],
  language: "zh" | "en",
): readonly (string | number | boolean | null)[] =>
  columnsOf(kind).map(({ member, codeList }) => {
    const value = record[member];
    if (typeof value === "string" && codeList !== undefined) {
      const table: CodeTable = codeLists[codeList as CodeList];
      return Object.hasOwn(table, value) ? (table[value]?.[language] ?? value) : value;
    }
    if (typeof value === "boolean") return language === "zh" ? (value ? "是" : "否") : value ? "yes" : "no";
    return typeof value === "string" || typeof value === "number" ? value : null;
  });

/** Records as a CSV file that spreadsheets open and `importRecords` reads back. */
export const csvFile = <K extends RecordKind>(
  kind: K,
  records: readonly RecordOf[K][],
  language: "zh" | "en",
): string =>
  CSV_MARK + csvLine(headerOf(kind, language)) + records.map((one) => csvLine(cellsOf(kind, one, language))).join("");
