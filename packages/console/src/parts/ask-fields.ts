/** One thing that a form asks for. Every value is a text; a box that is ticked says `yes`. */
export type AskField = {
  readonly name: string;
  readonly label: string;
  readonly kind: "text" | "area" | "number" | "select" | "date" | "time" | "check" | "password";
  /** Value and word of each choice. */ readonly options?: readonly (readonly [value: string, word: string])[];
  readonly isOptional?: boolean;
  readonly start?: string;
  readonly most?: number;
  readonly least?: number;
  readonly hint?: string;
  /** Asked for only then. */ readonly isAsked?: (get: Get) => boolean;
};
/** What was filled in, without the blanks around it; empty: nothing. */
export type Get = (name: string) => string;

export const startOf = (fields: readonly AskField[], draftOf: (name: string) => string): { [name: string]: string } =>
  Object.fromEntries(
    fields.map(({ name, kind, start = "", options = [], isOptional = false }) => {
      const draft = kind === "text" || kind === "area" ? draftOf(name) : "";
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
