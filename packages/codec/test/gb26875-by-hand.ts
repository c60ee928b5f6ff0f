// GB/T 26875.3-2011 a second time, from the text and its figures alone: nothing here knows the tables of the codec. It is slow
// and plain on purpose; the tests let both read the same bytes and look for a disagreement.
import { decoder, isWrittenSo } from "./gb18030-by-hand.ts";

/** First thing that is wrong with a packet, in the order of its bytes. */
export type Refusal = { readonly code: string; readonly offset: number; readonly path: string };
export type ByHand = { readonly ok: true; readonly value: unknown } | ({ readonly ok: false } & Refusal);

class Refused extends Error {
  readonly refusal: Refusal;
  constructor(code: string, offset: number, path: string) {
    super(code);
    this.refusal = { code, offset, path };
  }
}

/** Data of one packet: bytes 27 to `end`, of which some may not have come. */
type Data = { readonly b: Uint8Array; readonly end: number; at: number; first: Refused | null };

/** Place of the next `size` bytes; refuses when they are outside the data, or have not come. */
const take = (d: Data, size: number, path: string): number => {
  const from = d.at;
  if (from + size > Math.min(d.end, d.b.length))
    throw d.first ?? new Refused(d.end <= d.b.length ? "bad-length" : "truncated", from, path);
  d.at += size;
  return from;
};
/** Remembers a value that is wrong where reading can go on. */
const wrong = (d: Data, offset: number, path: string): void => {
  d.first ??= new Refused("bad-value", offset, path);
};

const byteAt = (b: Uint8Array, at: number): number => b[at] as number;
const u8 = (d: Data, path: string): number => byteAt(d.b, take(d, 1, path));
const low2 = (b: Uint8Array, at: number): number => byteAt(b, at) + 256 * byteAt(b, at + 1);
const low4 = (b: Uint8Array, at: number): number => low2(b, at) + 65_536 * low2(b, at + 2);
const low6 = (b: Uint8Array, at: number): number => low4(b, at) + 4_294_967_296 * low2(b, at + 4);

/** Figure 17: second, minute, hour, day, month, year; nothing but zeros is no time; what is no date is kept. */
const timeAt = (b: Uint8Array, at: number): unknown => {
  const raw = b.slice(at, at + 6);
  const [second, minute, hour, day, month, year] = [...raw] as [number, number, number, number, number, number];
  if (raw.every((byte) => byte === 0)) return null;
  const date = new Date(Date.UTC(2000 + year, month - 1, day));
  const isDate = month >= 1 && month <= 12 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (year > 99 || !isDate || hour > 23 || minute > 59 || second > 59) return { raw };
  return { year: 2000 + year, month, day, hour, minute, second };
};
const time = (d: Data, path: string): unknown => timeAt(d.b, take(d, 6, path));

/** Description (部件说明), 31 bytes: NULs in front dropped, cut at the next NUL, spaces trimmed; all bytes kept when that loses any. */
const noteOf = (d: Data, path: string): unknown => {
  const from = take(d, 31, path);
  const raw = d.b.slice(from, from + 31);
  let start = 0;
  while (start < 31 && raw[start] === 0) start += 1;
  let stop = start;
  while (stop < 31 && raw[stop] !== 0) stop += 1;
  while (start < stop && raw[start] === 0x20) start += 1;
  while (stop > start && raw[stop - 1] === 0x20) stop -= 1;
  const said = raw.slice(start, stop);
  const text = decoder.decode(said);
  const isPlain = isWrittenSo(said) && raw.every((byte, i) => byte === (said[i] ?? 0));
  return isPlain ? text : { text, raw };
};

/** A length byte and so much text. */
const described = (d: Data, path: string): unknown => {
  const size = u8(d, path);
  const from = d.at;
  if (from + size > Math.min(d.end, d.b.length))
    throw d.first ?? new Refused(Math.min(from + size, d.end) <= d.b.length ? "bad-length" : "truncated", from, path);
  d.at += size;
  const raw = d.b.slice(from, from + size);
  const text = decoder.decode(raw);
  return isWrittenSo(raw) ? text : { text, raw };
};

const bits = (word: number, names: readonly string[]): object => {
  const value: Record<string, unknown> = {};
  let rest = word;
  for (const [bit, name] of names.entries()) {
    value[name] = (word >> bit) % 2 === 1;
    if (value[name] === true) rest -= 2 ** bit;
  }
  return { ...value, reserved: rest };
};
const common = ["normal", "fire", "fault", "shielded", "supervised", "started", "feedback", "delayed"];
const systemBits = [
  ...common,
  "mainPowerFault",
  "backupPowerFault",
  "busFault",
  "manual",
  "configurationChanged",
  "reset",
];
const componentBits = [...common, "powerFault"];
const deviceBits = ["normal", "fire", "fault", "mainPowerFault", "backupPowerFault", "channelFault", "lineFault"];
const operationBits = (sixth: string): readonly string[] => [
  "reset",
  "muted",
  "manualAlarm",
  "alarmCleared",
  "selfTest",
  sixth,
  "tested",
];

type Reader = (d: Data, path: string) => unknown;
type Part = readonly [string, Reader];
const word: (names: readonly string[], size: 1 | 2) => Reader = (names, size) => (d, path) => {
  const at = take(d, size, path);
  return bits(size === 1 ? byteAt(d.b, at) : low2(d.b, at), names);
};
const address: Reader = (d, path) => low4(d.b, take(d, 4, path));
const signed: Reader = (d, path) => {
  const value = low2(d.b, take(d, 2, path));
  return value > 32_767 ? value - 65_536 : value;
};
const records: Reader = (d, path) => {
  const at = d.at;
  const value = u8(d, path);
  if (value > 102) wrong(d, at, path);
  return value;
};

const system: readonly Part[] = [
  ["systemType", u8],
  ["systemAddress", u8],
];
const component: readonly Part[] = [...system, ["componentType", u8], ["componentAddress", address]];
const asked: readonly Part[] = [...system, ["componentAddress", address]];
const softwareVersion: readonly Part[] = [
  ["major", u8],
  ["minor", u8],
];
const operation = (sixth: string): readonly Part[] => [
  ["operation", word(operationBits(sixth), 1)],
  ["operator", u8],
  ["time", time],
];
const status: Part = ["status", word(componentBits, 2)];

/** Types with several objects: kind, most objects, parts of one. */
const several: Readonly<Record<number, readonly [string, number, readonly Part[]]>> = {
  1: ["systemStatus", 102, [...system, ["status", word(systemBits, 2)], ["time", time]]],
  2: ["componentStatus", 22, [...component, status, ["note", noteOf], ["time", time]]],
  3: ["componentAnalog", 63, [...component, ["analogType", u8], ["value", signed], ["time", time]]],
  4: ["operation", 102, [...system, ...operation("acknowledged")]],
  6: ["systemConfiguration", 3, [...system, ["description", described]]],
  7: ["componentConfiguration", 26, [...component, ["note", noteOf]]],
  24: ["transmitterOperation", 127, operation("dutyAnswered")],
  61: ["readSystemStatus", 102, system],
  62: ["readComponentStatus", 22, asked],
  63: ["readComponentAnalog", 63, asked],
  66: ["readSystemConfiguration", 3, system],
  67: ["readComponentConfiguration", 26, asked],
};
/** A reserved byte that must be 0 and has no value. */
const spare = "spare";
/** Types with exactly one object: kind, its parts. */
const single: Readonly<Record<number, readonly [string, readonly (Part | typeof spare)[]]>> = {
  5: ["softwareVersion", [...system, ...softwareVersion]],
  8: ["systemTime", [...system, ["time", time]]],
  21: [
    "transmitterStatus",
    [
      ["status", word(deviceBits, 1)],
      ["time", time],
    ],
  ],
  25: ["transmitterVersion", softwareVersion],
  26: ["transmitterConfiguration", [["description", described]]],
  28: ["transmitterTime", [["time", time]]],
  64: ["readOperation", [...system, ["records", records], ["start", time]]],
  65: ["readSoftwareVersion", system],
  68: ["readSystemTime", system],
  81: ["readTransmitterStatus", [spare]],
  84: [
    "readTransmitterOperation",
    [
      ["records", records],
      ["start", time],
    ],
  ],
  85: ["readTransmitterVersion", [spare]],
  86: ["readTransmitterConfiguration", [spare]],
  88: ["readTransmitterTime", [spare]],
  89: ["initialise", [spare]],
  90: ["setClock", [["time", time]]],
  91: ["dutyCheck", [["timeoutMinutes", u8]]],
};

const constant = (d: Data, expected: number, path: string): void => {
  const at = d.at;
  if (u8(d, path) !== expected) wrong(d, at, path);
};

const readData = (d: Data): unknown => {
  if (d.at === d.end) return { kind: "empty" };
  const typeFlag = u8(d, "message");
  const many = several[typeFlag];
  const one = single[typeFlag];
  if (many !== undefined) {
    const [kind, most, parts] = many;
    const at = d.at;
    const count = u8(d, "message.items");
    if (count < 1 || count > most) throw new Refused("bad-value", at, "message.items");
    const items = Array.from({ length: count }, (_, i) =>
      Object.fromEntries(parts.map(([name, read]) => [name, read(d, `message.items[${i}].${name}`)])),
    );
    return { kind, items };
  }
  if (one !== undefined) {
    const [kind, parts] = one;
    constant(d, 1, "message.count");
    const value: Record<string, unknown> = { kind };
    for (const part of parts)
      if (part === spare) constant(d, 0, "message.spare");
      else value[part[0]] = part[1](d, `message.${part[0]}`);
    return value;
  }
  const from = take(d, d.end - d.at, "message");
  return { kind: "unknown", typeFlag, bytes: d.b.slice(from, d.end) };
};

/** What a user-defined command carries: its first byte stands where a type flag does. */
const userData = (b: Uint8Array, end: number): unknown =>
  end === 27 ? { kind: "empty" } : { kind: "unknown", typeFlag: byteAt(b, 27), bytes: b.slice(28, end) };

const head: readonly (readonly [string, number, number])[] = [
  ["serial", 2, 2],
  ["version.main", 4, 1],
  ["version.user", 5, 1],
  ["time", 6, 6],
  ["source", 12, 6],
  ["destination", 18, 6],
  ["length", 24, 2],
];

/** Reads one packet (数据包) of §6.6, table 1. */
export const decodeByHand = (b: Uint8Array): ByHand => {
  try {
    return { ok: true, value: readPacket(b) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, ...error.refusal };
    throw error;
  }
};

const readPacket = (b: Uint8Array): unknown => {
  for (const at of [0, 1]) if (b[at] !== undefined && b[at] !== 0x40) throw new Refused("bad-magic", 0, "start");
  if (b.length < 2) throw new Refused("truncated", 0, "start");
  for (const [path, at, size] of head) if (b.length < at + size) throw new Refused("truncated", at, path);
  const size = low2(b, 24);
  if (size > 1024) throw new Refused("bad-length", 24, "length");
  const command = b[26];
  if (command === undefined) throw new Refused("truncated", 26, "command");
  if (command === 0 || (command > 6 && command < 128)) throw new Refused("bad-value", 26, "command");
  const end = 27 + size;
  const d: Data = { b, end, at: 27, first: null };
  let message: unknown;
  if (command < 128) {
    message = readData(d);
    if (d.first === null && d.at !== end) throw new Refused("bad-length", d.at, "message");
    if (d.first !== null) throw d.first;
  } else if (b.length < end) throw new Refused("truncated", 27, "message");
  else message = userData(b, end);
  if (b.length < end + 1) throw new Refused("truncated", end, "sum");
  const sum = b.slice(2, end).reduce((total, byte) => total + byte, 0) % 256;
  if (b[end] !== sum) throw new Refused("bad-checksum", end, "sum");
  for (const at of [end + 1, end + 2])
    if (b[at] !== undefined && b[at] !== 0x23) throw new Refused("bad-magic", end + 1, "end");
  if (b.length < end + 3) throw new Refused("truncated", end + 1, "end");
  if (b.length > end + 3) throw new Refused("bad-length", end + 3, "");
  return {
    serial: low2(b, 2),
    version: { main: b[4], user: b[5] },
    time: timeAt(b, 6),
    source: low6(b, 12),
    destination: low6(b, 18),
    command,
    message,
  };
};
