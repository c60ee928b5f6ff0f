/** Hex as people have it: spaces, colons, dashes, commas and `0x` between bytes are dropped. */
export type HexResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly column: number; readonly why: { readonly zh: string; readonly en: string } };

const digitOf = (char: string): number => {
  const digit = Number.parseInt(char, 16);
  return /^[0-9a-fA-F]$/.test(char) ? digit : -1;
};

/** Bytes of one line of hex. `column` counts characters from 1. */
export const parseHex = (line: string): HexResult => {
  const bytes: number[] = [];
  let high = -1;
  for (let at = 0; at < line.length; at += 1) {
    const char = line[at] ?? "";
    if (/[\s:,_-]/.test(char)) continue;
    if (char === "0" && /[xX]/.test(line[at + 1] ?? "") && high < 0) {
      at += 1;
      continue;
    }
    const digit = digitOf(char);
    if (digit < 0)
      return {
        ok: false,
        column: at + 1,
        why: { zh: `${JSON.stringify(char)} 不是十六进制数字`, en: `${JSON.stringify(char)} is no hex digit` },
      };
    if (high < 0) high = digit;
    else {
      bytes.push(high * 16 + digit);
      high = -1;
    }
  }
  if (high >= 0)
    return {
      ok: false,
      column: line.length,
      why: { zh: "十六进制数字个数是奇数", en: "there is an odd number of hex digits" },
    };
  return { ok: true, bytes: Uint8Array.from(bytes) };
};

export const toHex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
