/** The outcome of reading something that came from outside: a value, or plain data that says why not. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** What kind of fault was found in bytes. Codes are public: adding one is a minor release, changing one a major. */
export type DecodeErrorCode = "truncated" | "bad-magic" | "bad-length" | "bad-checksum" | "bad-value";

/** Why bytes were refused (解码错误). */
export type DecodeError = {
  readonly code: DecodeErrorCode;
  /** Bytes from the first byte of the input to the first byte of the field that is wrong or cut. */
  readonly offset: number;
  /** Field path, such as `items[2].status`. */
  readonly path: string;
  /** Clause that was broken, such as `GB/T 26875.3-2011 §6.6`. */
  readonly clause: string;
  /** Independent further findings, such as a wrong checksum beside a wrong end marker. */
  readonly also?: readonly DecodeError[];
};

/** Appends a part of a field path: `joinPath("items", "[2].status")` is `items[2].status`. */
export const joinPath = (head: string, tail: string): string => {
  if (tail === "" || head === "") return head + tail;
  return tail.startsWith("[") ? head + tail : `${head}.${tail}`;
};
