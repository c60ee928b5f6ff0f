/** Letters as they are compared: full-width and half-width, capital and small are one (全角半角、大小写不区分). */
const compared = (text: string): string => text.normalize("NFKC").toLowerCase();

/** The text in which a record's words are looked for: its parts, one a line; what is no text is left out. */
export const searchText = (parts: readonly unknown[]): string =>
  parts
    .filter((part) => typeof part === "string")
    .map(compared)
    .join("\n");

/** The words of a search, each of which must be in the text; none for a search of blanks. */
export const searchWords = (search: string): readonly string[] =>
  compared(search)
    .split(/\s+/u)
    .filter((word) => word !== "");
