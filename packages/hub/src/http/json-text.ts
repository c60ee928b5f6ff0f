import type { Result } from "@dianan/sharing";

/** Why a JSON text was refused before anything looked at its content. Codes are public. */
export type JsonFault = {
  readonly code:
    | "bad-encoding"
    | "bad-syntax"
    | "too-deep"
    | "too-many-items"
    | "duplicate-member"
    | "bad-text"
    | "big-number";
  /** Characters before the one that is wrong; null when that is not known. */ readonly at: number | null;
};

/** Objects and arrays may lie this deep inside each other (SEC-API-06). */
const DEPTH_MAX = 32;
/** Elements of one array, members of one object (SEC-API-06). */
const ITEMS_MAX = 10_000;

/** In a longer text the place of a syntax error is not searched. Characters. */
const SEARCHED_MAX = 256 * 1024;

const refused = (code: JsonFault["code"], at: number | null): Result<never, JsonFault> => ({
  ok: false,
  error: { code, at },
});

const loneSurrogate = /\p{Surrogate}/u;
const numberText = /-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

/** Index of the quote that ends the string which begins at `start`, or -1. */
const stringEnd = (text: string, start: number): number => {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === "\\") slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return -1;
};

/** The string between two quotes, escapes resolved; null when an escape is no escape. */
const stringValue = (text: string, start: number, end: number): string | null => {
  const raw = text.slice(start + 1, end);
  if (!raw.includes("\\")) return raw;
  try {
    return String(JSON.parse(text.slice(start, end + 1)));
  } catch {
    return null;
  }
};

/** An object or array that is open while the text is walked. */
type Open = { readonly names: Set<string> | null; count: number };

/**
 * Walks a text as if it were JSON and finds what `JSON.parse` accepts silently: a member twice (the last would win), nesting
 * that exhausts a stack, text that databases refuse, integers that a double would round (SEC-API-14). Text that is not JSON
 * may pass: the parser refuses it afterwards.
 */
const findFault = (text: string): JsonFault | null => {
  const open: Open[] = [];
  let isName = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? "";
    const inside = open.at(-1);
    if (char === '"') {
      const end = stringEnd(text, at);
      if (end === -1) return { code: "bad-syntax", at };
      const value = stringValue(text, at, end);
      if (value === null) return { code: "bad-syntax", at };
      if (value.includes("\u0000") || loneSurrogate.test(value)) return { code: "bad-text", at };
      if (isName && inside?.names) {
        if (inside.names.has(value)) return { code: "duplicate-member", at };
        inside.names.add(value);
      }
      at = end;
    } else if (char === "{" || char === "[") {
      if (open.length === DEPTH_MAX) return { code: "too-deep", at };
      open.push({ names: char === "{" ? new Set() : null, count: 1 });
      isName = char === "{";
    } else if (char === "}" || char === "]") {
      open.pop();
      isName = false;
    } else if (char === ",") {
      if (inside !== undefined && ++inside.count > ITEMS_MAX) return { code: "too-many-items", at };
      isName = inside?.names != null;
    } else if (char === ":") {
      isName = false;
    } else if (char === "-" || (char >= "0" && char <= "9")) {
      numberText.lastIndex = at;
      const digits = numberText.exec(text)?.[0];
      if (digits === undefined) return { code: "bad-syntax", at };
      const isInteger = /^-?[0-9]+$/.test(digits);
      const value = Number(digits);
      if (!Number.isFinite(value) || (isInteger && !Number.isSafeInteger(value))) return { code: "big-number", at };
      at += digits.length - 1;
    }
  }
  return null;
};

/**
 * Parses a JSON body once. A member named `__proto__` is an ordinary own member of the result and changes no prototype.
 *
 * @param bytes - UTF-8; a byte order mark in front is skipped
 */
export const parseJson = (bytes: Uint8Array): Result<unknown, JsonFault> => {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refused("bad-encoding", null);
  }
  const fault = findFault(text);
  if (fault !== null) return { ok: false, error: fault };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return refused("bad-syntax", syntaxPlace(text));
  }
};

/** Whether more characters could make this a JSON text: the parser stops at its end, and says so. */
const couldGoOn = (prefix: string): boolean => {
  try {
    JSON.parse(prefix);
    return true;
  } catch (error) {
    const words = error instanceof Error ? error.message : "";
    return /end of JSON|Unterminated/.test(words) || words.includes(`at position ${prefix.length}`);
  }
};

/** Characters before the first that is wrong. The parser does not always tell it, its prefixes do. */
const syntaxPlace = (text: string): number | null => {
  if (text.length > SEARCHED_MAX) return null;
  let good = 0;
  let bad = text.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (couldGoOn(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
};
