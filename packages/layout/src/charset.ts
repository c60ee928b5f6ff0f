import { decodeGb18030, encodeGb18030 } from "./gb18030.ts";

/** How text stands in bytes. `hex`: the bytes are no text but a number, shown as hex digits. */
export type Charset = "gb18030" | "ascii" | "utf8" | "hex";

const decodeAscii = (source: Uint8Array): string => {
  let text = "";
  for (const byte of source) text += byte < 0x80 ? String.fromCharCode(byte) : "\ufffd";
  return text;
};

const encodeAscii = (text: string): Uint8Array | null => {
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) return null;
    out[i] = unit;
  }
  return out;
};

let utf8:
  | { readonly decoder: InstanceType<typeof TextDecoder>; readonly encoder: InstanceType<typeof TextEncoder> }
  | undefined;

const utf8Coders = () => {
  utf8 ??= { decoder: new TextDecoder("utf-8", { ignoreBOM: true }), encoder: new TextEncoder() };
  return utf8;
};

/** A lone surrogate has no bytes: the encoder would put U+FFFD in its place. */
const encodeUtf8 = (text: string): Uint8Array | null => {
  const { decoder, encoder } = utf8Coders();
  const encoded = encoder.encode(text);
  return decoder.decode(encoded) === text ? encoded : null;
};

const decodeHex = (source: Uint8Array): string =>
  Array.from(source, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Trailing zero bytes are padding, so that no text ends with them. */
const encodeHex = (text: string): Uint8Array | null =>
  /^([0-9a-f]{2})*$/.test(text) && !text.endsWith("00")
    ? Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
    : null;

/** Text of bytes; what is none of the charset becomes U+FFFD. */
export const decodeText = (charset: Charset, source: Uint8Array): string => {
  switch (charset) {
    case "gb18030":
      return decodeGb18030(source);
    case "ascii":
      return decodeAscii(source);
    case "utf8":
      return utf8Coders().decoder.decode(source);
    case "hex":
      return decodeHex(source);
  }
};

/** Bytes of a text, or null when the charset does not have one of its characters. */
export const encodeText = (charset: Charset, text: string): Uint8Array | null => {
  switch (charset) {
    case "gb18030":
      return encodeGb18030(text);
    case "ascii":
      return encodeAscii(text);
    case "utf8":
      return encodeUtf8(text);
    case "hex":
      return encodeHex(text);
  }
};
