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
  /** Characters from the start of the text; 0 when unknown. */ readonly at: number;
};

/** Objects and arrays may lie this deep inside each other (SEC-API-06). */
const DEPTH_MAX = 32;
/** Elements of one array, members of one object (SEC-API-06). */
const ITEMS_MAX = 10_000;

const refused = (code: JsonFault["code"], at: number): Result<never, JsonFault> => ({
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
    return refused("bad-encoding", 0);
  }
  const fault = findFault(text);
  if (fault !== null) return { ok: false, error: fault };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return refused("bad-syntax", 0);
  }
};
