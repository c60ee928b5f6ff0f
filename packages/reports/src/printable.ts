/** What stands for a character that the font does not have. */
const MISSING = "〓";

/** Breaks of lines and tabs have no glyph, and need none. */
const isSpace = (code: number): boolean => code === 0x0a || code === 0x0d || code === 0x09;

/** Texts as they can be printed, and the characters that cannot (缺字), each once in the order in which they came. */
export type Printable<T> = { readonly value: T; readonly missing: readonly string[] };

/**
 * Puts `〓` for every character that the font lacks, in all texts of a JSON value: a blank would look as if nothing had been there.
 *
 * @param has - whether the font has a code point
 */
export const printable = <T>(value: T, has: (codePoint: number) => boolean): Printable<T> => {
  const missing = new Set<string>();
  const textOf = (text: string): string =>
    Array.from(text, (char) => {
      const code = char.codePointAt(0) ?? 0;
      if (isSpace(code) || has(code)) return char;
      missing.add(char);
      return MISSING;
    }).join("");
  const walk = (one: unknown): unknown => {
    if (typeof one === "string") return textOf(one);
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one !== "object" || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, inner]) => [name, walk(inner)]));
  };
  return { value: walk(value) as T, missing: [...missing] };
};
