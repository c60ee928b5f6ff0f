import { StoreError } from "../ports/store-error.ts";

// JSON.stringify writes U+0000 and a lone surrogate as an escape; an even run of backslashes before it is no escape.
const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/**
 * A value as stored JSON text.
 *
 * @throws StoreError bad-text for U+0000 or a lone surrogate: no other database of the family could hold it
 */
export const storedJson = (value: unknown, what: string): string => {
  const text = JSON.stringify(value);
  if (text.includes("\\u") && unstorable.test(text))
    throw new StoreError("bad-text", `${what}: a text holds U+0000 or a lone surrogate`);
  return text;
};

/** A text column. @throws StoreError bad-text as above. */
export const storedText = (text: string, what: string): string => {
  if (text.includes("\u0000") || /\p{Surrogate}/u.test(text))
    throw new StoreError("bad-text", `${what}: the text holds U+0000 or a lone surrogate`);
  return text;
};
