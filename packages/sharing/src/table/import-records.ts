import { recordWords } from "../generated/members.ts";
import type { RecordKind, RecordOf } from "../kinds.ts";
import type { SharingError } from "../sharing-error.ts";
import { validate } from "../validate.ts";
import { type SharingWarning, warningsOf } from "../warnings.ts";
import { memberValue } from "./cell-value.ts";
import { type Column, columnNamed, columnsOf, isDerived } from "./columns.ts";
import type { Sheet } from "./read-cells.ts";

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
  readonly code: "missing-column" | "duplicate-column" | "no-rows";
  readonly message: { readonly zh: string; readonly en: string };
};

/** Result of an import: all rows are taken or none (nothing is half-imported). */
export type ImportReport<K extends RecordKind> = {
  readonly ok: boolean;
  /** All records, in the order of the rows; empty unless every row is right. */ readonly records: readonly RecordOf[K][];
  readonly header: readonly HeaderError[];
  /** Headers that name no column: passed over. */ readonly ignored: readonly string[];
  readonly rows: readonly RowReport[];
};

export type ImportOptions = {
  /** Values of members that the table need not have, such as `platformCode`. */
  readonly defaults?: { readonly [member: string]: unknown };
  /** Whether a record that a row refers to exists; absent: not asked. */
  readonly exists?: (kind: RecordKind, id: string) => boolean;
};

const references: { readonly [K in RecordKind]: readonly (readonly [member: string, kind: RecordKind])[] } = {
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

/**
 * Records of a kind from a sheet (表格导入). Headers may be the members' names, their Chinese or their English titles; codes,
 * dates and yes/no may be written as people write them.
 *
 * @param sheet - first row: header; see `readCells`
 */
export const importRecords = <K extends RecordKind>(
  kind: K,
  sheet: Sheet,
  { defaults = {}, exists }: ImportOptions = {},
): ImportReport<K> => {
  const [head = [], ...body] = sheet;
  const columns = head.map((cell) => columnNamed(kind, String(cell ?? "")));
  const ignored = head.filter((cell, i) => columns[i] === null && String(cell ?? "").trim() !== "").map(String);
  const header = headerErrors(kind, columns, Object.keys({ ...derivedDefaults[kind], ...defaults }), body.length);
  const seen = new Map<string, number>();
  const records: RecordOf[K][] = [];
  const rows = body.map((cells, index): RowReport => {
    const row = index + 2;
    const record: Record<string, unknown> = { ...derivedDefaults[kind], ...defaults };
    for (const [at, column] of columns.entries()) {
      const value = column === null || isDerived(column.member) ? undefined : memberValue(column, cells[at] ?? null);
      if (column !== null && value !== undefined) record[column.member] = value;
    }
    const id = typeof record.id === "string" ? record.id : "";
    const result = validate(kind, record);
    const errors: (SharingError | RowError)[] = result.ok ? [] : [...result.error];
    const before = seen.get(id);
    if (id !== "" && before !== undefined) errors.push(duplicate(before));
    else seen.set(id, row);
    if (exists !== undefined)
      for (const [member, other] of references[kind]) {
        const to = record[member];
        if (typeof to === "string" && !exists(other, to)) errors.push(unknownReference(member, other, to));
      }
    if (result.ok && errors.length === 0) records.push(result.value);
    return { row, id, errors, warnings: result.ok ? warningsOf(kind, result.value) : [] };
  });
  const ok = header.length === 0 && rows.every(({ errors }) => errors.length === 0);
  return { ok, records: ok ? records : [], header, ignored, rows };
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
const requiredMembers = (kind: RecordKind): readonly string[] => {
  const nothing = validate(kind, {});
  return nothing.ok ? [] : nothing.error.filter(({ code }) => code === "missing").map(({ path }) => path.slice(1));
};
