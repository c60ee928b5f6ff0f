import type { CodeTable } from "@dianan/model";
import { type CodeList, codeLists } from "../code-lists.ts";
import type { Column } from "./columns.ts";
import type { Cell } from "./read-cells.ts";

const yes: ReadonlySet<string> = new Set(["是", "有", "true", "yes", "y", "1", "√"]);
const no: ReadonlySet<string> = new Set(["否", "无", "false", "no", "n", "0", "×"]);

const two = (number: number): string => String(number).padStart(2, "0");
const dateText = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(day)}`;

/** `2026-1-2`, `2026/1/2`, `2026.1.2`, `2026年1月2日` as `2026-01-02`; anything else as it is, for the schema to judge. */
const dateOf = (text: string): string => {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  return found ? dateText(Number(found[1]), Number(found[2]), Number(found[3])) : text;
};

/** A code by its slug, its Chinese or its English words; else as it is: lists are open (SH-6). */
const codeOf = (list: CodeList, text: string): string => {
  const table: CodeTable = codeLists[list];
  if (Object.hasOwn(table, text)) return text;
  const lower = text.toLowerCase();
  return Object.keys(table).find((slug) => table[slug]?.zh === text || table[slug]?.en.toLowerCase() === lower) ?? text;
};

/**
 * A cell as a member's value. What cannot be read is given as it is, so that the record's validator says what is wrong
 * with it in its own words.
 *
 * @returns undefined for an empty cell
 */
export const memberValue = ({ member, type, codeList }: Column, cell: Cell): unknown => {
  if (cell === null || cell === undefined) return undefined;
  if (cell instanceof Date) {
    const date = dateText(cell.getUTCFullYear(), cell.getUTCMonth() + 1, cell.getUTCDate());
    return member.endsWith("On") ? date : cell.toISOString();
  }
  // An apostrophe that keeps a spreadsheet from running a text is none of the text.
  const text = typeof cell === "string" ? cell.trim().replace(/^'(?=[=+\-@])/, "") : String(cell);
  if (text === "") return undefined;
  switch (type) {
    case "number":
    case "integer":
      return typeof cell === "number" ? cell : /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
    case "boolean":
      if (typeof cell === "boolean") return cell;
      return yes.has(text.toLowerCase()) ? true : no.has(text.toLowerCase()) ? false : text;
    case "string":
      if (codeList !== undefined) return codeOf(codeList as CodeList, text);
      return member.endsWith("On") ? dateOf(text) : text;
  }
};
