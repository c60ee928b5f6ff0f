import {
  bytes,
  bytesUntilEnd,
  checksum,
  type Field,
  lengthOf,
  magic,
  named,
  struct,
  type TypeOf,
  tagOf,
  u8,
  u16le,
  union,
} from "@dianan/layout";
import { bmsBodies } from "./bms-bodies.ts";
import { chargeBodies, parallelBodies } from "./charge-bodies.ts";
import type { YkcDialect } from "./dialects.ts";
import { DOCUMENT, type FrameType, frameTypes } from "./frame-types.ts";
import { loginBodies } from "./login-bodies.ts";
import { serviceBodies } from "./service-bodies.ts";

export const FRAME = `${DOCUMENT} frame`;
/** What the length counts has at most so many bytes (数据长度). */
const LENGTH_MAX = 200;

const start = named(magic([0x68]), { zh: "起始标志", en: "start" });
/** What the length counts in front of the body. */
const counted = {
  seq: named(bytes(2), { zh: "序列号域", en: "sequence number" }),
  encryption: named(u8, { zh: "加密标志(00 不加密,01 3DES)", en: "encryption: 0 none, 1 3DES of the body" }),
};
const typeNotes = { zh: "帧类型标志", en: "frame type", codes: frameTypes };
const sizeOf = (...fields: readonly Field<unknown>[]): number => fields.reduce((sum, { size }) => sum + (size ?? 0), 0);
const countedSize = sizeOf(counted.seq, counted.encryption, u8);
const length = named(lengthOf("body", u8, { plus: countedSize, max: LENGTH_MAX - countedSize }), {
  zh: "数据长度",
  en: "length of sequence number to body",
});
/** Check value of a frame. */
export const crc = named(checksum("crc16modbus", { from: "seq", to: "body" }), { zh: "帧校验域", en: "CRC-16/MODBUS" });

const allBodies = { ...loginBodies, ...bmsBodies, ...chargeBodies, ...parallelBodies, ...serviceBodies };
/** Body (消息体), told apart by the frame type. */
const bodyOf = (cases: typeof allBodies) =>
  named(union("type", cases, { unknown: "type" }), { zh: "消息体", en: "body" });
const type = named(tagOf("body", u8), typeNotes);

/** Fields of a frame around its body, in order. */
export const framing = { start, length, ...counted, type } as const;

/** A frame whose body is read, and the part of it that may be enciphered. */
const tablesOf = (cases: typeof allBodies) => ({
  frame: struct(FRAME, { ...framing, body: bodyOf(cases), crc }),
  body: struct(FRAME, { type, body: bodyOf(cases) }),
});

const everything = tablesOf(allBodies);
/** A frame (帧) with the bodies of every version, 8 to 204 bytes. */
export const frame = everything.frame;
/** A frame whose body is kept: enciphered, or not what the table of its type says. */
export const keptFrame = struct(FRAME, {
  start,
  length,
  ...counted,
  type: named(u8, typeNotes),
  body: named(bytesUntilEnd, { zh: "消息体(原样保留)", en: "body, as it came" }),
  crc,
});
/** Type and body as they stand in an enciphered frame, without the cipher. */
export const keptBody = struct(FRAME, { type: u8, body: bytesUntilEnd });

/** A body (消息体), told apart by `kind`; `unknown` keeps the bytes. */
export type OpenBody = TypeOf<typeof frame>["body"];

const rows: Readonly<Record<string, FrameType>> = frameTypes;
const isRead = (name: string, { version, uncheckedBodies }: Pick<YkcDialect, "version" | "uncheckedBodies">): boolean =>
  (version === "1.6" || rows[name]?.since === undefined) &&
  (uncheckedBodies === "read" || rows[name]?.body === "document");
const tablesFor = (dialect: Pick<YkcDialect, "version" | "uncheckedBodies">) => {
  const cases = Object.fromEntries(Object.entries(allBodies).filter(([name]) => isRead(name, dialect)));
  return tablesOf(cases as typeof allBodies);
};
const byDialect = {
  "1.6": { read: everything, keep: tablesFor({ version: "1.6", uncheckedBodies: "keep" }) },
  "1.5": {
    read: tablesFor({ version: "1.5", uncheckedBodies: "read" }),
    keep: tablesFor({ version: "1.5", uncheckedBodies: "keep" }),
  },
} as const;

/** The table of a frame, and that of what is enciphered of it. */
export type Tables = typeof everything;
/** The tables that hold in a dialect. */
export const tablesIn = ({ version, uncheckedBodies }: YkcDialect): Tables => byDialect[version][uncheckedBodies];

const startBytes = start.shape.kind === "magic" ? start.shape.bytes : new Uint8Array(0);

/** Places and sizes that cutting and judging a frame need, read off the tables. Bytes. */
export const frameParts = {
  start: startBytes,
  lengthAt: startBytes.length,
  /** What the length counts begins here, and the CRC with it. */ countedAt: startBytes.length + u8.size,
  encryptionAt: startBytes.length + sizeOf(u8, counted.seq),
  typeAt: startBytes.length + sizeOf(u8, counted.seq, counted.encryption),
  bodyAt: startBytes.length + u8.size + countedSize,
  lengthMin: countedSize,
  lengthMax: LENGTH_MAX,
  crcSize: u16le.size,
  /** Bytes of a frame that its length does not count. */ uncounted: startBytes.length + u8.size + u16le.size,
  min: startBytes.length + u8.size + u16le.size + countedSize,
  max: startBytes.length + u8.size + u16le.size + LENGTH_MAX,
} as const;
