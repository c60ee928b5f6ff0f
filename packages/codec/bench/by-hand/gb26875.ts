// A packet of GB/T 26875.3 with one object of component status, read and written by code for exactly that.
import { put16le, put32le, put48le, sumOf, u16le, u32le, u48le } from "./bytes.ts";

const SIZE = 78;
const NOTE_AT = 38;
const NOTE_BYTES = 31;
const decoder = new TextDecoder("gb18030");

const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A time label; null when it is all zero, undefined when it is no time. */
export const timeAt = (b: Uint8Array, at: number) => {
  const second = b[at] as number;
  const minute = b[at + 1] as number;
  const hour = b[at + 2] as number;
  const day = b[at + 3] as number;
  const month = b[at + 4] as number;
  const year = b[at + 5] as number;
  if ((second | minute | hour | day | month | year) === 0) return null;
  const isTime =
    second < 60 &&
    minute < 60 &&
    hour < 24 &&
    day > 0 &&
    month > 0 &&
    month < 13 &&
    day <= (MONTH_DAYS[month - 1] as number) &&
    year < 100 &&
    (month !== 2 || day < 29 || year % 4 === 0);
  return isTime ? { year: 2000 + year, month, day, hour, minute, second } : undefined;
};

/** A description; null when there are stale bytes behind its end. */
export const noteIn = (b: Uint8Array, at: number): string | null => {
  let end = at;
  while (end < at + NOTE_BYTES && b[end] !== 0) end += 1;
  for (let i = end; i < at + NOTE_BYTES; i += 1) if (b[i] !== 0) return null;
  return end === at ? "" : decoder.decode(b.subarray(at, end));
};

export const decode = (b: Uint8Array) => {
  if (b.length !== SIZE || b[0] !== 0x40 || b[1] !== 0x40 || b[76] !== 0x23 || b[77] !== 0x23) return null;
  if (u16le(b, 24) !== 48 || b[27] !== 2 || b[28] !== 1) return null;
  if ((sumOf(b, 2, 75) & 255) !== b[75]) return null;
  const time = timeAt(b, 6);
  const happened = timeAt(b, 69);
  const note = noteIn(b, NOTE_AT);
  if (time === undefined || happened === undefined || note === null) return null;
  const word = u16le(b, 36);
  return {
    serial: u16le(b, 2),
    version: { main: b[4] as number, user: b[5] as number },
    time,
    source: u48le(b, 12),
    destination: u48le(b, 18),
    command: b[26] as number,
    message: {
      kind: "componentStatus",
      items: [
        {
          systemType: b[29] as number,
          systemAddress: b[30] as number,
          componentType: b[31] as number,
          componentAddress: u32le(b, 32),
          status: {
            normal: (word & 1) !== 0,
            fire: (word & 2) !== 0,
            fault: (word & 4) !== 0,
            shielded: (word & 8) !== 0,
            supervised: (word & 16) !== 0,
            started: (word & 32) !== 0,
            feedback: (word & 64) !== 0,
            delayed: (word & 128) !== 0,
            powerFault: (word & 256) !== 0,
            reserved: word & 0xfe00,
          },
          note,
          time: happened,
        },
      ],
    },
  };
};
type Frame = NonNullable<ReturnType<typeof decode>>;

const putTime = (b: Uint8Array, at: number, t: Frame["time"]): void => {
  if (t === null) return;
  b[at] = t.second;
  b[at + 1] = t.minute;
  b[at + 2] = t.hour;
  b[at + 3] = t.day;
  b[at + 4] = t.month;
  b[at + 5] = t.year - 2000;
};

/** Without text: GB 18030 is written from a table, which is not what is compared here. */
export const encode = (f: Frame): Uint8Array => {
  const item = f.message.items[0];
  if (item === undefined || item.note !== "") throw new RangeError("one object without text");
  const b = new Uint8Array(SIZE);
  b[0] = b[1] = 0x40;
  b[76] = b[77] = 0x23;
  put16le(b, 2, f.serial);
  b[4] = f.version.main;
  b[5] = f.version.user;
  putTime(b, 6, f.time);
  put48le(b, 12, f.source);
  put48le(b, 18, f.destination);
  put16le(b, 24, 48);
  b[26] = f.command;
  b[27] = 2;
  b[28] = 1;
  b[29] = item.systemType;
  b[30] = item.systemAddress;
  b[31] = item.componentType;
  put32le(b, 32, item.componentAddress);
  const s = item.status;
  const word =
    (s.normal ? 1 : 0) |
    (s.fire ? 2 : 0) |
    (s.fault ? 4 : 0) |
    (s.shielded ? 8 : 0) |
    (s.supervised ? 16 : 0) |
    (s.started ? 32 : 0) |
    (s.feedback ? 64 : 0) |
    (s.delayed ? 128 : 0) |
    (s.powerFault ? 256 : 0) |
    s.reserved;
  put16le(b, 36, word);
  putTime(b, 69, item.time);
  b[75] = sumOf(b, 2, 75) & 255;
  return b;
};
