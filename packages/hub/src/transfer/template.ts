import { type CodeList, codeLists, type RecordKind } from "@dianan/sharing";
import {
  type Column,
  CSV_MARK,
  columnsOf,
  csvLine,
  isDerived,
  requiredMembers,
  templateHeader,
} from "@dianan/sharing/table";
import type { Template } from "../ports/transfer.ts";
import { type WrittenCell, workbookBytes } from "./workbook.ts";

const COLUMN_WIDTH = 22;
/** Codes of a list that are shown in the notes; longer lists stand in the open API. */
const CODES_SHOWN = 40;

const codesOf = ({ codeList }: Column): string => {
  if (codeList === undefined) return "";
  const table: { readonly [code: string]: { readonly zh: string } } = codeLists[codeList as CodeList];
  const all = Object.entries(table).map(([code, { zh }]) => `${zh} = ${code}`);
  return all.slice(0, CODES_SHOWN).join("; ") + (all.length > CODES_SHOWN ? "; …" : "");
};

/** A sheet beside the table that says what each column takes. */
const notes = (columns: readonly Column[], required: readonly string[]): readonly (readonly WrittenCell[])[] => [
  ["列 Column", "成员 Member", "必填 Required", "要求", "Expected", "代码 Codes"],
  ...columns.map((column) => [
    `${column.zh} ${column.en}`,
    column.member,
    required.includes(column.member) ? "是 yes" : "否 no",
    column.expectZh,
    column.expectEn,
    codesOf(column),
  ]),
];

/** An empty spreadsheet with headings in both languages (导入模板); those with a star must be filled in. */
export const templateOf = async (kind: RecordKind, format: "xlsx" | "csv"): Promise<Template> => {
  const columns = columnsOf(kind).filter(({ member }) => !isDerived(member));
  const required = requiredMembers(kind);
  const head = columns.map((column) =>
    templateHeader(column, required.includes(column.member) && column.member !== "platformCode"),
  );
  const name = `${kind}-template.${format}`;
  if (format === "csv") return { name, mediaType: "text/csv", bytes: Buffer.from(CSV_MARK + csvLine(head)) };
  const pieces: Uint8Array[] = [];
  for await (const piece of workbookBytes([
    { name: "导入 Import", widths: head.map(() => COLUMN_WIDTH), rows: [head] },
    { name: "说明 Notes", widths: [30, 20, 14, 60, 60, 80], rows: notes(columns, required) },
  ]))
    pieces.push(piece);
  return {
    name,
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    bytes: Buffer.concat(pieces),
  };
};
