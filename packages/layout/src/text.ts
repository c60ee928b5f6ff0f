import { copyOf } from "./bytes.ts";
import { type Charset, decodeText, encodeText } from "./charset.ts";
import type { Field } from "./field.ts";
import { fixedSize } from "./fixed-size.ts";
import { putGb18030 } from "./gb18030.ts";
import { typeName } from "./integers.ts";
import { Misfit } from "./output.ts";
import { createSeenTexts } from "./seen-texts.ts";

/** Text whose bytes are not the ones `encode` would write (padding, stale bytes, broken characters): both are kept. */
export type RawText = { readonly text: string; readonly raw: Uint8Array };

/** A plain string when the bytes are canonical, otherwise the readable text beside all its bytes. */
export type Text = string | RawText;

/** What a person should read: the text without the raw bytes. */
export const textOf = (value: Text): string => (typeof value === "string" ? value : value.text);

const NUL = 0;
const SPACE = 0x20;
/** Distinct texts remembered per field: devices repeat a handful, an attacker must not fill memory. */
const REMEMBERED_MAX = 256;

/** Readable part of a fixed field: behind leading NULs, up to the next NUL, without spaces at either end. */
const bounds = (source: Uint8Array, charset: Charset): readonly [number, number] => {
  if (charset === "hex") return [0, source.findLastIndex((byte) => byte !== NUL) + 1];
  let from = 0;
  while (from < source.length && source[from] === NUL) from++;
  let to = source.indexOf(NUL, from);
  if (to < 0) to = source.length;
  while (from < to && source[from] === SPACE) from++;
  // 0x20 is never the second byte of a character, so the end can be trimmed before decoding.
  while (to > from && source[to - 1] === SPACE) to--;
  return [from, to];
};

const isFilledWith = (source: Uint8Array, from: number, to: number, pad: number): boolean => {
  for (let i = from; i < to; i++) if (source[i] !== pad) return false;
  return true;
};

const sameUpTo = (a: Uint8Array, b: Uint8Array, to: number): boolean => {
  for (let i = 0; i < to; i++) if (a[i] !== b[i]) return false;
  return true;
};

const encodeOrRefuse = (charset: Charset, text: string): Uint8Array => {
  const encoded = encodeText(charset, text);
  if (encoded === null) throw new Misfit("range", `${JSON.stringify(text)} has characters outside ${charset}`);
  return encoded;
};

/** Bytes of the text and then padding, or the reason why the field cannot hold it. */
const fill = (charset: Charset, size: number, pad: number, text: string): Uint8Array => {
  if (text.includes("\0") || text.startsWith(" ") || text.endsWith(" ")) {
    throw new Misfit("range", `${JSON.stringify(text)} has a NUL inside or a space at an end, which reading drops`);
  }
  const encoded = encodeOrRefuse(charset, text);
  if (encoded.length > size) throw new Misfit("range", `text of ${encoded.length} bytes for a field of ${size}`);
  const out = new Uint8Array(size).fill(pad);
  out.set(encoded);
  return out;
};

const rawOf = (value: unknown): RawText => {
  const raw = value as Partial<RawText> | null;
  if (typeof raw !== "object" || raw === null || typeof raw.text !== "string" || !(raw.raw instanceof Uint8Array)) {
    throw new Misfit("type", `text takes a string or { text, raw }, got ${typeName(value)}`);
  }
  return raw as RawText;
};

/** Bytes of a text that is only compared. */
const scratch = /* @__PURE__ */ new Uint8Array(4_096);

/** Whether writing the text gives just the bytes up to `to`. */
const isWritten = (charset: Charset, text: string, source: Uint8Array, to: number): boolean => {
  if (charset === "gb18030" && to <= scratch.length)
    return putGb18030(text, scratch) === to && sameUpTo(scratch, source, to);
  const encoded = encodeText(charset, text);
  return encoded !== null && encoded.length === to && sameUpTo(encoded, source, to);
};

/** How one text field reads and writes its whole run of bytes. */
type Coding = { readonly open: (source: Uint8Array) => Text; readonly close: (text: string) => Uint8Array };

const closeText = (coding: Coding, value: Text): Uint8Array => {
  if (typeof value === "string") return coding.close(value);
  const { text, raw } = rawOf(value);
  const read = textOf(coding.open(raw));
  if (read !== text) {
    throw new Misfit("range", `raw reads as ${JSON.stringify(read)}, text says ${JSON.stringify(text)}`);
  }
  return raw;
};

/** Keeps the bytes beside the text when writing the text would not give them back. */
const withRaw = (text: string, source: Uint8Array, close: (text: string) => Uint8Array): Text => {
  try {
    const closed = close(text);
    if (closed.length === source.length && sameUpTo(closed, source, closed.length)) return text;
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
  }
  return { text, raw: copyOf(source, 0, source.length) };
};

/**
 * Text in a field of fixed size, such as the 31-byte description (部件说明) of GB/T 26875.3-2011 §8.2.1.2.
 *
 * Reading drops leading NULs, cuts at the next NUL and trims spaces. If that loses nothing the value is a plain string,
 * else `{ text, raw }`. Writing takes either, puts whole characters first and pads; a string that is too long in bytes,
 * has a space at an end or a NUL inside, or has characters outside the charset is refused.
 *
 * @param size - bytes
 * @param options - `pad`: what fills the rest, NUL by default; hex always has NUL, as spaces would be digits
 */
export const text = (size: number, charset: Charset, options: { readonly pad?: "nul" | "space" } = {}): Field<Text> => {
  const pad = options.pad === "space" && charset !== "hex" ? SPACE : NUL;
  const remembered = new Map<string, Uint8Array>();
  /** Callers only read what it returns. */
  const close = (value: string): Uint8Array => {
    const known = remembered.get(value);
    if (known !== undefined) return known;
    const closed = fill(charset, size, pad, value);
    if (remembered.size < REMEMBERED_MAX) remembered.set(value, closed);
    return closed;
  };
  const open = (source: Uint8Array): Text => {
    const [from, to] = bounds(source, charset);
    const read = decodeText(charset, source.subarray(from, to));
    return from === 0 && isFilledWith(source, to, size, pad) && isWritten(charset, read, source, to)
      ? read
      : { text: read, raw: copyOf(source, 0, size) };
  };
  const seen = createSeenTexts(size);
  const openAt = (bytes: Uint8Array, at: number): Text => {
    // What most devices send when they have nothing to say is canonical by sight.
    if (bytes[at] === pad && isFilledWith(bytes, at, at + size, pad)) return "";
    const hash = seen.hashOf(bytes, at);
    const known = seen.find(hash, bytes, at);
    if (known !== null) return known.isKept ? { text: known.text, raw: copyOf(bytes, at, at + size) } : known.text;
    const opened = open(bytes.subarray(at, at + size));
    seen.remember(hash, bytes, at, textOf(opened), typeof opened !== "string");
    return opened;
  };
  return {
    shape: { kind: "text", charset, size, pad },
    ...fixedSize<Text>(size, openAt, ""),
    write: (output, value) => {
      const closed = closeText({ open, close }, value);
      if (closed.length !== size) throw new Misfit("range", `raw of ${closed.length} bytes for a field of ${size}`);
      output.bytes.set(closed, output.at);
      output.at += size;
    },
  };
};

/** Text up to the end of the region, nothing trimmed; bytes that are no text of the charset give `{ text, raw }`. */
export const textUntilEnd = (charset: Charset): Field<Text> => {
  const close = (value: string): Uint8Array => encodeOrRefuse(charset, value);
  const open = (source: Uint8Array): Text => withRaw(decodeText(charset, source), source, close);
  const coding: Coding = { open, close };
  return {
    shape: { kind: "text", charset, size: null, pad: NUL },
    size: null,
    notes: {},
    read: (input) => {
      const isCut = Number.isFinite(input.end) && !input.has(input.end - input.at);
      if (isCut && !input.recover(input.at)) return "";
      const from = input.at;
      input.at = input.stop;
      return open(input.bytes.subarray(from, input.at));
    },
    readAt: (bytes, from, to) => open(bytes.subarray(from, to)),
    sizeOf: (value) => closeText(coding, value).length,
    write: (output, value) => {
      const closed = closeText(coding, value);
      output.bytes.set(closed, output.at);
      output.at += closed.length;
    },
  };
};
