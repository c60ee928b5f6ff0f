/** What is wrong with a text of hex: where, counted in characters from 1. */
export type HexFault = { readonly at: number; readonly zh: string; readonly en: string };

/**
 * Bytes of a pasted text: spaces, commas, line ends, `0x` and `\x` do not count.
 *
 * @returns the bytes, or what is wrong
 */
export const readHex = (text: string): Uint8Array | HexFault => {
  const digits: { digit: string; at: number }[] = [];
  for (const match of text.matchAll(/(?<![0-9a-f])0x|\\x|[\s,;:_-]|[0-9a-f]|(.)/giu)) {
    const [one, wrong] = match;
    const at = (match.index ?? 0) + 1;
    if (wrong !== undefined)
      return {
        at,
        zh: `第 ${at} 个字符“${wrong}”不是十六进制数字:请只粘贴 0-9、a-f。`,
        en: `Character ${at}, "${wrong}", is no hex digit: paste 0-9 and a-f only.`,
      };
    if (/^[0-9a-f]$/i.test(one)) digits.push({ digit: one, at });
  }
  const last = digits.at(-1);
  if (digits.length % 2 === 1 && last !== undefined)
    return {
      at: last.at,
      zh: `共 ${digits.length} 个十六进制数字,最后一个字节缺一位:请检查是否漏贴。`,
      en: `There are ${digits.length} hex digits, the last byte has but one: check that nothing was left out.`,
    };
  return Uint8Array.from({ length: digits.length / 2 }, (_, at) =>
    Number.parseInt(`${digits[2 * at]?.digit}${digits[2 * at + 1]?.digit}`, 16),
  );
};

export const hexOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Offsets at which two frames differ. */
export const changedBytes = (before: Uint8Array, after: Uint8Array): ReadonlySet<number> =>
  new Set(Array.from({ length: after.length }, (_, at) => at).filter((at) => before[at] !== after[at]));
