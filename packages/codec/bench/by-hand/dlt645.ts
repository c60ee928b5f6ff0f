// An answer of DL/T 645-2007 with the block of active powers, read and written by code for exactly that.
import { sumOf } from "./bytes.ts";

const SIZE = 28;
const RAISED_BY = 0x33;

const pair = (byte: number): number => {
  const [high, low] = [byte >> 4, byte & 15];
  return high > 9 || low > 9 ? Number.NaN : high * 10 + low;
};

/** Three raised bytes of a signed number, low first; null: there is none, NaN: a digit that is no digit. */
const powerAt = (b: Uint8Array, at: number): number | null => {
  const first = ((b[at] as number) - RAISED_BY) & 255;
  const second = ((b[at + 1] as number) - RAISED_BY) & 255;
  const third = ((b[at + 2] as number) - RAISED_BY) & 255;
  if ((first & second & third) === 255) return null;
  const value = pair(first) + pair(second) * 100 + pair(third & 0x7f) * 10_000;
  return third & 0x80 ? -value : value;
};

const digits = Array.from({ length: 256 }, (_, byte) => `${byte >> 4}${byte & 15}`);

const addressAt = (b: Uint8Array, at: number): string | null => {
  let address = "";
  for (let i = at + 5; i >= at; i -= 1) {
    const byte = b[i] as number;
    if (byte >> 4 > 9 || (byte & 15) > 9) return null;
    address += digits[byte] as string;
  }
  return address;
};

export const decode = (b: Uint8Array) => {
  if (b.length !== SIZE || b[0] !== 0x68 || b[7] !== 0x68 || b[27] !== 0x16) return null;
  if (b[8] !== 0x91 || b[9] !== 16) return null;
  if (b[10] !== 0x33 || b[11] !== 0x32 || b[12] !== 0x36 || b[13] !== 0x35) return null;
  if ((sumOf(b, 0, 26) & 255) !== b[26]) return null;
  const address = addressAt(b, 1);
  const [total, one, two, three] = [powerAt(b, 14), powerAt(b, 17), powerAt(b, 20), powerAt(b, 23)];
  if (address === null || Number.isNaN(total) || Number.isNaN(one) || Number.isNaN(two) || Number.isNaN(three))
    return null;
  const data = { kind: "activePowers", total, a: one, b: two, c: three, unparsed: new Uint8Array(0) };
  return { preamble: 0, address, message: { kind: "readAnswer", data } };
};
type Frame = NonNullable<ReturnType<typeof decode>>;

const put = (b: Uint8Array, at: number, power: number | null): void => {
  let rest = power === null ? 0 : Math.abs(power);
  for (let i = at; i < at + 3; i += 1) {
    const two = rest % 100;
    rest = Math.floor(rest / 100);
    const byte = power === null ? 255 : Math.floor(two / 10) * 16 + (two % 10);
    b[i] = (i === at + 2 && power !== null && power < 0 ? byte | 0x80 : byte) + RAISED_BY;
  }
};

export const encode = ({ address, message: { data } }: Frame): Uint8Array => {
  const b = new Uint8Array(SIZE);
  b[0] = b[7] = 0x68;
  for (let i = 0; i < 6; i += 1) b[6 - i] = Number.parseInt(address.slice(2 * i, 2 * i + 2), 16);
  b[8] = 0x91;
  b[9] = 16;
  b[10] = 0x33;
  b[11] = 0x32;
  b[12] = 0x36;
  b[13] = 0x35;
  put(b, 14, data.total);
  put(b, 17, data.a);
  put(b, 20, data.b);
  put(b, 23, data.c);
  b[26] = sumOf(b, 0, 26) & 255;
  b[27] = 0x16;
  return b;
};
