import { storedText } from "./stored-text.ts";

/** Collects bytes of many writes into one buffer that is moved and not copied to the writer. */
export type Arena = {
  /** Copies bytes to the end. */ place(bytes: Uint8Array): readonly [offset: number, length: number];
  /** Where the next byte goes. */ end(): number;
  /** Drops what was put since then. */ cut(end: number): void;
  byte(value: number): void;
  /** 0 to 2^53 - 1, small ones in few bytes. */ count(value: number): void;
  number(value: number): void;
  /** Bytes with their length. */ bytes(bytes: Uint8Array): void;
  /** @throws StoreError bad-text for what no text column takes */ text(text: string, what: string): void;
  /** What was put, and a new one begins. */ take(): Uint8Array<ArrayBuffer>;
};

const LEAST = 1_024;
/** Most bytes of one number. */
const NUMBER_BYTES = 8;
const encoder = new TextEncoder();

export const createArena = (): Arena => {
  // Many a message has no bytes.
  let buffer = new Uint8Array(0);
  let view = new DataView(buffer.buffer);
  let used = 0;
  /** A message is about as long as the one before it. */ let usual = LEAST;

  const grow = (more: number): void => {
    const grown = new Uint8Array(Math.max(usual, buffer.length * 2, used + more));
    grown.set(buffer.subarray(0, used));
    buffer = grown;
    view = new DataView(buffer.buffer);
  };
  const count = (value: number): void => {
    if (used + NUMBER_BYTES > buffer.length) grow(NUMBER_BYTES);
    let rest = value;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) buffer[used++] = (rest % 0x80) | 0x80;
    buffer[used++] = rest;
  };
  const bytes = (from: Uint8Array): void => {
    count(from.length);
    if (used + from.length > buffer.length) grow(from.length);
    buffer.set(from, used);
    used += from.length;
  };

  return {
    place: (from) => {
      if (used + from.length > buffer.length) grow(from.length);
      buffer.set(from, used);
      used += from.length;
      return [used - from.length, from.length];
    },
    end: () => used,
    cut: (end) => {
      used = end;
    },
    byte: (value) => {
      if (used === buffer.length) grow(1);
      buffer[used++] = value;
    },
    count,
    number: (value) => {
      if (used + NUMBER_BYTES > buffer.length) grow(NUMBER_BYTES);
      view.setFloat64(used, value);
      used += NUMBER_BYTES;
    },
    bytes,
    text: (text, what) => {
      const { length } = text;
      count(length);
      if (used + length > buffer.length) grow(length);
      for (let i = 0; i < length; i += 1) {
        const unit = text.charCodeAt(i);
        if (unit === 0 || unit > 0x7f) {
          // No plain text: its length in bytes is another one.
          used -= countBytes(length);
          bytes(encoder.encode(storedText(text, what)));
          return;
        }
        buffer[used + i] = unit;
      }
      used += length;
    },
    take: () => {
      const taken = buffer;
      usual = Math.max(LEAST, used + (used >> 2));
      buffer = new Uint8Array(0);
      view = new DataView(buffer.buffer);
      used = 0;
      return taken;
    },
  };
};

const countBytes = (value: number): number => {
  let bytes = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes += 1;
  return bytes;
};

/** Reads what an {@link Arena} was given, from an offset on. */
export type ArenaReader = {
  byte(): number;
  count(): number;
  number(): number;
  /** Where they are. */ bytes(): readonly [offset: number, length: number];
  text(): string;
};

export const readArena = (bytes: Uint8Array, from: number): ArenaReader => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = from;
  const count = (): number => {
    let value = 0;
    for (let unit = 1; ; unit *= 0x80) {
      const byte = buffer[at++] as number;
      if (byte < 0x80) return value + byte * unit;
      value += (byte & 0x7f) * unit;
    }
  };
  return {
    byte: () => buffer[at++] as number,
    count,
    number: () => {
      at += NUMBER_BYTES;
      return buffer.readDoubleBE(at - NUMBER_BYTES);
    },
    bytes: () => {
      const length = count();
      at += length;
      return [at - length, length];
    },
    text: () => {
      const length = count();
      at += length;
      return buffer.toString("utf8", at - length, at);
    },
  };
};
