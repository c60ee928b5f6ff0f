import type { Answer } from "../api/hub-api.ts";
import type { Finding } from "../live/link.ts";

/** A refusal by the page itself, said at the member that it is of. */
export const refusedAt = (path: string, text: string): Answer<never> => ({
  ok: false,
  error: { status: 400, title: { zh: text, en: text }, requestId: null, findings: [{ path, zh: text, en: text }] },
});

/** Lines of a text, without blanks and empty ones. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

export type JsonMembers = { readonly [name: string]: unknown };
/** The JSON object of a text; null: it is none. */
export const membersOf = (text: string): JsonMembers | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonMembers) : null;
  } catch {
    return null;
  }
};

/** Values as people list them: numbers and true, false as such, anything else and what is quoted as text. */
export const scalarsOf = (text: string): readonly (string | number | boolean)[] =>
  text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .map((one) => {
      const quoted = /^"(.*)"$/.exec(one);
      if (quoted !== null) return quoted[1] ?? "";
      if (one === "true" || one === "false") return one === "true";
      return /^-?\d+(\.\d+)?$/.test(one) ? Number(one) : one;
    });

/** The text that {@link scalarsOf} reads as these values. */
export const scalarText = (values: readonly (string | number | boolean)[]): string =>
  values
    .map((value) => (typeof value === "string" && scalarsOf(value)[0] !== value ? `"${value}"` : String(value)))
    .join(", ");

/** Members that are other than before: what is not changed is not sent, for what is shown may be less than what is there. */
export const changedOf = <T extends object>(before: { readonly [M in keyof T]?: unknown }, after: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(after).filter(([name, value]) => JSON.stringify(before[name as keyof T]) !== JSON.stringify(value)),
  ) as Partial<T>;

/**
 * Findings of a list of which empty rows were left out, at the rows of the form.
 *
 * @param list - its path
 * @param rows - for each item that was sent the row that it is of
 */
export const atRows = (findings: readonly Finding[], list: string, rows: readonly number[]): readonly Finding[] =>
  findings.map((one) => {
    const [, index, rest = ""] = new RegExp(`^${list}/(\\d+)(/.*)?$`).exec(one.path ?? "") ?? [];
    const row = index === undefined ? undefined : rows[Number(index)];
    return row === undefined ? one : { ...one, path: `${list}/${row}${rest}` };
  });
