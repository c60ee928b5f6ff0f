import { recordWords } from "../generated/members.ts";
import type { RecordKind } from "../kinds.ts";

type Words = {
  readonly zh: string;
  readonly en: string;
  /** What may stand in it. */ readonly expectZh: string;
  readonly expectEn: string;
  readonly type: "string" | "number" | "integer" | "boolean";
  readonly codeList?: string;
};

/** A column of a kind's table. */
export type Column = Words & { readonly member: string };

/** Members that the platform sets: a table shows them, an import passes over them. */
const derived: ReadonlySet<string> = new Set(["version", "updatedAt", "deleted", "deviceCount", "componentCount"]);

/** Columns of a kind in the order of its schema. Members that are objects have no column. */
export const columnsOf = (kind: RecordKind): readonly Column[] =>
  Object.entries(recordWords[kind].members as unknown as { readonly [name: string]: Words })
    .filter(([, { type }]) => ["string", "number", "integer", "boolean"].includes(type))
    .map(([member, words]) => ({ member, ...words }));

/** Whether a column is set by the platform (由平台填写). */
export const isDerived = (member: string): boolean => derived.has(member);

/** What stands above a column in a template: both titles, and a star where it must be filled in. */
export const templateHeader = ({ zh, en }: Column, isRequired: boolean): string =>
  `${zh} ${en}${isRequired ? " *" : ""}`;

/** A header as it is compared: case, spaces, brackets' kind and the star of a required column do not matter. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s*_-]/g, "");

/** The column that a header names: by its member, its Chinese or its English title, or both titles; null when none does. */
export const columnNamed = (kind: RecordKind, header: string): Column | null => {
  const wanted = plain(header);
  if (wanted === "") return null;
  const isMeant = ({ member, zh, en }: Column): boolean =>
    [member, zh, en, zh + en].some((name) => plain(name) === wanted);
  return columnsOf(kind).find(isMeant) ?? null;
};
