import {
  bytes,
  checksum,
  type DecodeError,
  decode,
  encode,
  type Field,
  flags,
  lengthOf,
  list,
  magic,
  named,
  type Result,
  struct,
  type TypeOf,
  u8,
  u16be,
  u32be,
  u48be,
  valueAt,
  withDecoder,
} from "@dianan/layout";
import { diananPlainFrame } from "../generated/dianan-plain-frame.ts";
import { diananSecuredFrame } from "../generated/dianan-secured-frame.ts";
import { clause } from "./codes.ts";
import { instantField } from "./fields.ts";
import { record } from "./records.ts";

const FRAME = clause("3.1");
/** Records of one frame have at most so many bytes: a frame fits one UDP datagram of a narrow-band network. */
const RECORDS_MAX = 1_024;
const MAC_BYTES = 8;

const optionBits = { secured: 0, confirmWanted: 1, down: 2 } as const;

const optionFlags = flags(u8, optionBits);

const head = {
  start: named(magic([0xda]), { zh: "起始符(版本 1)", en: "start, version 1" }),
  options: named(optionFlags, { zh: "选项", en: "options", clause: clause("3.2") }),
  length: named(lengthOf("records", u16be, { max: RECORDS_MAX }), { zh: "记录区长度", en: "length of the records" }),
  device: named(u48be, { zh: "设备地址", en: "device address" }),
  counter: named(u32be, { zh: "计数器", en: "counter", clause: clause("5.2") }),
  time: instantField("发送时间", "time of sending; 0: no clock"),
  records: named(list(record, { count: "untilEnd" }), { zh: "记录", en: "records" }),
} as const;
const crcOver = (to: string) => named(checksum("crc16modbus", { from: "start", to }), { zh: "校验", en: "CRC-16" });

/** A frame (帧) without an authentication code, 20 to 1044 bytes. */
export const plainFrame = withDecoder(struct(FRAME, { ...head, crc: crcOver("records") }), diananPlainFrame);
/** A frame with an authentication code (消息认证码), 28 to 1052 bytes. */
export const securedFrame = withDecoder(
  struct(FRAME, {
    ...head,
    mac: named(struct(clause("6"), { bytes: bytes(MAC_BYTES) }), { zh: "认证码", en: "authentication code" }),
    crc: crcOver("mac"),
  }),
  diananSecuredFrame,
);

const sizeOf = (fields: Readonly<Record<string, Field<unknown>>>): number =>
  Object.values(fields).reduce((sum, { size }) => sum + (size ?? 0), 0);
/** Bytes of a frame beside its records. */
const overheadOf = ({ shape }: typeof plainFrame | typeof securedFrame): number => sizeOf(shape.fields);
const startBytes = head.start.shape.kind === "magic" ? head.start.shape.bytes : new Uint8Array(0);

/** Places and sizes that cutting a stream and sealing a frame need, read off the tables. Bytes. */
export const frameParts = {
  start: startBytes,
  optionsAt: startBytes.length,
  lengthAt: startBytes.length + u8.size,
  recordsMax: RECORDS_MAX,
  plainOverhead: overheadOf(plainFrame),
  securedOverhead: overheadOf(securedFrame),
  /** Authentication code and check value: what the code does not cover. */ tail: MAC_BYTES + u16be.size,
  max: overheadOf(securedFrame) + RECORDS_MAX,
} as const;

/** A decoded frame. `mac` is null in a frame without an authentication code; `device` is 0 to 2^48 − 1. */
export type DiananFrame = TypeOf<typeof plainFrame> & { readonly mac: { readonly bytes: Uint8Array } | null };

const isSecured = (bytes: Uint8Array): boolean => valueAt(optionFlags, bytes, frameParts.optionsAt)?.secured === true;
/** Whether the options at this place are of this version: other bits would change what follows. */
export const areKnownOptions = (bytes: Uint8Array, at: number): boolean =>
  valueAt(optionFlags, bytes, at)?.reserved === 0;

/** The table by which these bytes are read. */
export const layoutOf = (bytes: Uint8Array): typeof plainFrame | typeof securedFrame =>
  isSecured(bytes) ? securedFrame : plainFrame;

const OPTIONS_ERROR = { code: "bad-value", path: "options", clause: clause("3.2") } as const;

/**
 * Reads exactly one frame. Unknown records keep their bytes; the authentication code is not checked here.
 *
 * @param bytes - one frame as `cutFrames` gives it, 20 to 1052 bytes; any bytes are allowed
 * @returns the frame, or what is wrong with offset, path and clause
 * @see DianAn DP V1 §3
 */
export const decodeFrame = (bytes: Uint8Array): Result<DiananFrame, DecodeError> => {
  const { optionsAt } = frameParts;
  if (bytes[0] === startBytes[0] && bytes.length > optionsAt && !areKnownOptions(bytes, optionsAt))
    return { ok: false, error: { ...OPTIONS_ERROR, offset: frameParts.optionsAt } };
  if (isSecured(bytes)) return decode(securedFrame, bytes);
  const plain = decode(plainFrame, bytes);
  if (!plain.ok) return plain;
  const { options, device, counter, time, records } = plain.value;
  return { ok: true, value: { options, device, counter, time, records, mac: null } };
};

/**
 * Writes a frame; the inverse of {@link decodeFrame}.
 *
 * @throws RangeError or TypeError that begins with the path of what does not fit
 */
export const encodeFrame = (frame: DiananFrame): Uint8Array => {
  const { mac, ...plain } = frame;
  if (frame.options.reserved !== 0) throw new RangeError(`options.reserved: ${frame.options.reserved} is not 0`);
  if (frame.options.secured !== (mac !== null))
    throw new RangeError(`mac: ${mac === null ? "missing, but" : "given, but not"} options.secured says so`);
  return mac === null ? encode(plainFrame, plain) : encode(securedFrame, { ...plain, mac });
};
