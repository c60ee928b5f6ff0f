import { recordWords } from "../generated/members.ts";
import type { RecordKind, RecordOf } from "../kinds.ts";
import type { SharingError } from "../sharing-error.ts";
import { validate } from "../validate.ts";
import { type SharingWarning, warningsOf } from "../warnings.ts";
import { memberValue } from "./cell-value.ts";
import { wordFault } from "./code-words.ts";
import { type Column, columnNamed, columnsOf, isDerived } from "./columns.ts";
import { type Cell, isBlankRow, type Sheet } from "./read-cells.ts";

/** What became of one row. */
export type RowReport = {
  /** As a spreadsheet numbers it: the header is row 1. */ readonly row: number;
  /** The record's id, empty when the row has none. */ readonly id: string;
  readonly errors: readonly (SharingError | RowError)[];
  readonly warnings: readonly SharingWarning[];
};
/** A fault of a row among others. */
export type RowError = {
  readonly code: "duplicate-id" | "unknown-reference";
  readonly path: string;
  readonly message: { readonly zh: string; readonly en: string };
};
/** A fault of the table as a whole. */
export type HeaderError = {
  readonly code: "missing-column" | "duplicate-column" | "no-rows" | "unknown-member";
  readonly message: { readonly zh: string; readonly en: string };
};

export type ImportOptions = {
  /** Values of members that the table need not have, such as `platformCode`. */
  readonly defaults?: { readonly [member: string]: unknown };
  /** Headers that are not the members' own names or titles, and the member that each means. */
  readonly columns?: { readonly [header: string]: string };
  /** Whether a record that a row refers to exists; absent: not asked. */
  readonly exists?: (kind: RecordKind, id: string) => boolean;
};

/** A row as it was read: `record` is null unless it is valid. */
export type ReadRow<K extends RecordKind> = {
  readonly report: RowReport;
  readonly record: RecordOf[K] | null;
  /** What the cells and defaults say, valid or not. */ readonly raw: { readonly [member: string]: unknown };
};

/** The rows of a table, once its header is known. */
export type TableRows<K extends RecordKind> = {
  /** Faults of the header; rows of such a table are not worth reading. */ readonly header: readonly HeaderError[];
  /** Headers that name no column: passed over. */ readonly ignored: readonly string[];
  /** Members that the table sets, in the order of its columns; those that the platform sets are not among them. */
  readonly members: readonly string[];
  /** In which column each of them stands, the first is 0. */ readonly places: { readonly [member: string]: number };
  /** Reads the next row. It knows the ids of the rows before it. */
  read(cells: readonly Cell[], row: number): ReadRow<K>;
};

/** What a record of a kind refers to: members, and the kinds of the records whose ids they hold. */
export const references: { readonly [K in RecordKind]: readonly (readonly [member: string, kind: RecordKind])[] } = {
  operator: [],
  unit: [["operatorId", "operator"]],
  device: [
    ["operatorId", "operator"],
    ["unitId", "unit"],
  ],
  component: [["deviceId", "device"]],
  alarm: [
    ["deviceId", "device"],
    ["unitId", "unit"],
  ],
};
/** What a new record has when nobody says otherwise. */
const derivedDefaults: { readonly [K in RecordKind]?: { readonly [member: string]: unknown } } = {
  unit: { deviceCount: 0 },
  device: { componentCount: 0 },
};

/** A sheet as header and rows, each with its number in the spreadsheet; blank rows are passed over. */
export const tableParts = (
  sheet: Sheet,
): {
  readonly head: readonly Cell[];
  readonly body: readonly { readonly row: number; readonly cells: readonly Cell[] }[];
} => {
  const [head, ...body] = sheet.map((cells, i) => ({ row: i + 1, cells })).filter(({ cells }) => !isBlankRow(cells));
  return { head: head?.cells ?? [], body };
};

/** The column that a header means: as the caller says, else by its name or titles. */
const columnMeant = (kind: RecordKind, header: string, said: ImportOptions["columns"]): Column | null => {
  const member = said !== undefined && Object.hasOwn(said, header) ? said[header] : undefined;
  if (member === undefined) return columnNamed(kind, header);
  return columnsOf(kind).find((column) => column.member === member) ?? null;
};

/**
 * Reads a table row by row (逐行读取), for tables too large to be kept as records.
 *
 * @param head - cells of the header
 * @param count - rows below the header
 */
export const tableRows = <K extends RecordKind>(
  kind: K,
  head: readonly Cell[],
  count: number,
  { defaults = {}, columns: said, exists }: ImportOptions = {},
): TableRows<K> => {
  const headers = head.map((cell) => String(cell ?? "").trim());
  const columns = headers.map((header) => columnMeant(kind, header, said));
  const known = new Map(columnsOf(kind).map((column) => [column.member, column]));
  const unknown = Object.values(said ?? {}).filter((member) => !known.has(member));
  const given = Object.keys({ ...derivedDefaults[kind], ...defaults });
  const seen = new Map<string, number>();
  return {
    header: [...unknown.map((member) => unknownMember(kind, member)), ...headerErrors(kind, columns, given, count)],
    ignored: headers.filter((header, i) => columns[i] === null && header !== ""),
    members: columns.flatMap((column) => (column === null || isDerived(column.member) ? [] : [column.member])),
    places: Object.fromEntries(
      columns.flatMap((column, at) => (column === null || isDerived(column.member) ? [] : [[column.member, at]])),
    ),
    read: (cells, row) => {
      const record: Record<string, unknown> = { ...derivedDefaults[kind], ...defaults };
      for (const [at, column] of columns.entries()) {
        const value = column === null || isDerived(column.member) ? undefined : memberValue(column, cells[at] ?? null);
        if (column !== null && value !== undefined) record[column.member] = value;
      }
      const id = typeof record.id === "string" ? record.id : "";
      const result = validate(kind, record);
      const errors: (SharingError | RowError)[] = result.ok
        ? []
        : result.error.map((error) => wordFault(error, known.get(error.path.slice(1)), record));
      const before = seen.get(id);
      if (id !== "" && before !== undefined) errors.push(duplicate(before));
      else seen.set(id, row);
      if (exists !== undefined)
        for (const [member, other] of references[kind]) {
          const to = record[member];
          if (typeof to === "string" && !exists(other, to)) errors.push(unknownReference(member, other, to));
        }
      const warnings = result.ok ? warningsOf(kind, result.value) : [];
      const isGood = result.ok && errors.length === 0;
      return { report: { row, id, errors, warnings }, record: isGood ? result.value : null, raw: record };
    },
  };
};

const duplicate = (row: number): RowError => ({
  code: "duplicate-id",
  path: "/id",
  message: { zh: `与第 ${row} 行的 id 相同`, en: `Row ${row} has the same id` },
});

const unknownReference = (member: string, kind: RecordKind, id: string): RowError => ({
  code: "unknown-reference",
  path: `/${member}`,
  message: {
    zh: `没有 id 为 ${id} 的${recordWords[kind].zh},请先登记`,
    en: `There is no ${recordWords[kind].en.toLowerCase()} ${id}: register it first`,
  },
});

const unknownMember = (kind: RecordKind, member: string): HeaderError => ({
  code: "unknown-member",
  message: {
    zh: `${recordWords[kind].zh}没有成员 ${member}`,
    en: `A ${recordWords[kind].en.toLowerCase()} has no member ${member}`,
  },
});

const headerErrors = (
  kind: RecordKind,
  columns: readonly (Column | null)[],
  given: readonly string[],
  rows: number,
): readonly HeaderError[] => {
  const names = columns.flatMap((column) => (column === null ? [] : [column.member]));
  const required = requiredMembers(kind).filter((member) => !given.includes(member) && !names.includes(member));
  const twice = [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];
  const title = (member: string): Column | undefined => columnsOf(kind).find((column) => column.member === member);
  return [
    ...required.map(
      (member): HeaderError => ({
        code: "missing-column",
        message: {
          zh: `缺少一列:${title(member)?.zh}(${member})`,
          en: `A column is missing: ${title(member)?.en} (${member})`,
        },
      }),
    ),
    ...twice.map(
      (member): HeaderError => ({
        code: "duplicate-column",
        message: { zh: `有两列都是 ${title(member)?.zh}`, en: `Two columns are ${title(member)?.en}` },
      }),
    ),
    ...(rows === 0
      ? [{ code: "no-rows" as const, message: { zh: "只有表头,没有数据", en: "There is a header and no row" } }]
      : []),
  ];
};

/** Members without which no record of the kind is valid, as its validator says. */
export const requiredMembers = (kind: RecordKind): readonly string[] => {
  const nothing = validate(kind, {});
  return nothing.ok ? [] : nothing.error.filter(({ code }) => code === "missing").map(({ path }) => path.slice(1));
};
