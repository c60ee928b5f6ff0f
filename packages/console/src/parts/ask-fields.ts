import type { Finding } from "../live/link.ts";

/** One thing that a form asks for. Every value is a text; a box that is ticked says `yes`. */
export type AskField = {
  readonly name: string;
  readonly label: string;
  readonly kind: "text" | "area" | "number" | "select" | "date" | "time" | "check" | "password";
  /** Value and word of each choice. */ readonly options?: readonly (readonly [value: string, word: string])[];
  readonly isOptional?: boolean;
  /** No draft of it is kept. */ readonly isSecret?: boolean;
  readonly start?: string;
  readonly most?: number;
  readonly least?: number;
  readonly hint?: string;
  /** Asked for only then. */ readonly isAsked?: (get: Get) => boolean;
  /** JSON pointer of the member that it fills; absent: its name; empty: it fills none. What the hub finds wrong there is said at the field. */
  readonly path?: string;
  /** A part of the form begins with it, under this heading. */ readonly group?: string;
};
/** What was filled in, without the blanks around it; empty: nothing. */
export type Get = (name: string) => string;

/** Text that was typed is kept until it has arrived. */
export const isDrafted = ({ kind, isSecret = false }: AskField): boolean =>
  !isSecret && (kind === "text" || kind === "area");

export const startOf = (fields: readonly AskField[], draftOf: (name: string) => string): { [name: string]: string } =>
  Object.fromEntries(
    fields.map((field) => {
      const { name, kind, start = "", options = [], isOptional = false } = field;
      const draft = isDrafted(field) ? draftOf(name) : "";
      const first = kind === "select" && !isOptional ? (options[0]?.[0] ?? "") : "";
      return [name, draft || start || first];
    }),
  );

/** The first field that has to be filled in and is not. */
export const missingOf = (fields: readonly AskField[], get: Get): AskField | null =>
  fields.find(
    ({ name, kind, isOptional = false, isAsked }) =>
      !isOptional && kind !== "check" && (isAsked?.(get) ?? true) && get(name) === "",
  ) ?? null;

const isBelow = (path: string, above: string): boolean => path === above || path.startsWith(`${above}/`);

/** Name of the field that a finding is of: the nearest above its member, else the first below it; null: none that is asked for. */
export const fieldOf = (fields: readonly AskField[], { path = "" }: Finding): string | null => {
  if (path === "") return null;
  const places = fields.map(({ name, path: own = `/${name}` }) => ({ name, own })).filter(({ own }) => own !== "");
  const above = places.filter(({ own }) => isBelow(path, own)).sort((a, b) => b.own.length - a.own.length)[0];
  return (above ?? places.find(({ own }) => isBelow(own, path)))?.name ?? null;
};
