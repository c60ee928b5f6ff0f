/** What every row of every code table has. Codes are public: rows are added, never renumbered or removed. */
export type CodeRow = { readonly code: number; readonly zh: string; readonly en: string };

/** A code table: slug (the word in JSON) to row. */
export type CodeTable = { readonly [slug: string]: CodeRow };

/** True when `text` is a slug of the table itself; inherited names such as `constructor` are not. */
export const isSlugOf = <T extends CodeTable>(table: T, text: unknown): text is keyof T & string =>
  typeof text === "string" && Object.hasOwn(table, text);

/** The slug that carries a numeric code, or null for a code the table does not know. */
export const slugOfCode = <T extends CodeTable>(table: T, code: number): (keyof T & string) | null => {
  for (const slug of Object.keys(table) as (keyof T & string)[]) if (table[slug]?.code === code) return slug;
  return null;
};
