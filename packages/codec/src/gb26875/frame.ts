import {
  bytesUntilEnd,
  checksum,
  type DecodeError,
  decode,
  encode,
  type Field,
  lengthOf,
  magic,
  named,
  optionalTail,
  type Result,
  struct,
  type TypeOf,
  timeLabelKeeping,
  u8,
  u16le,
  u48le,
  withDecoder,
} from "@dianan/layout";
import { gb26875Packet } from "../generated/gb26875-packet.ts";
import type { FrameContext } from "../protocol.ts";
import { commands } from "./commands.ts";
import { applicationDataUnit, type Message } from "./message.ts";

const PACKET = "GB/T 26875.3-2011 §6.6 table 1";
/** An application data unit has at most so many bytes (应用数据单元长度). */
const ADU_MAX = 1024;

/** Start mark, control unit (控制单元) up to the length, command: the same in every packet. */
const head = {
  start: named(magic([0x40, 0x40]), { zh: "启动符", en: "start" }),
  serial: named(u16le, { zh: "业务流水号", en: "serial" }),
  version: named(
    struct(PACKET, {
      main: named(u8, { zh: "主版本号", en: "main version" }),
      user: named(u8, { zh: "用户版本号", en: "user version" }),
    }),
    { zh: "协议版本号", en: "protocol version" },
  ),
  time: named(timeLabelKeeping(), { zh: "时间标签", en: "time label", clause: "GB/T 26875.3-2011 figure 17" }),
  source: named(u48le, { zh: "源地址", en: "source address" }),
  destination: named(u48le, { zh: "目的地址", en: "destination address" }),
} as const;
const length = named(lengthOf("message", u16le, { max: ADU_MAX }), { zh: "应用数据单元长度", en: "data length" });
const command = named(u8, { zh: "命令字节", en: "command", clause: "GB/T 26875.3-2011 table 2", codes: commands });
const sum = named(checksum("sum8", { from: "serial", to: "message" }), { zh: "校验和", en: "checksum" });
const end = named(magic([0x23, 0x23]), { zh: "结束符", en: "end" });

const packetOf = <T>(message: Field<T>) => struct(PACKET, { ...head, length, command, message, sum, end });

/** A packet (数据包), 30 to 1054 bytes, with its application data opened. GB/T 26875.3-2011 §6.6, table 1. */
export const packet = withDecoder(packetOf(optionalTail(applicationDataUnit)), gb26875Packet);
/** The part of a packet that an answer repeats, readable even when what follows is broken. */
export const packetHead = struct(PACKET, head);
/** A packet with a user-defined command (用户自行定义): what its data means is not for the standard to say. */
const userPacket = packetOf(named(bytesUntilEnd, { zh: "应用数据单元", en: "application data unit" }));
const sizeOf = (...fields: readonly Field<unknown>[]): number => fields.reduce((sum, { size }) => sum + (size ?? 0), 0);
const markOf = (field: Field<unknown>): Uint8Array =>
  field.shape.kind === "magic" ? field.shape.bytes : new Uint8Array(0);
const headSize = sizeOf(...Object.values(head));
/** Place of the command, which says how to read the rest. */
const COMMAND_AT = headSize + sizeOf(length);
const overhead = headSize + sizeOf(length, command, sum, end);

/** Places and sizes that cutting a stream needs, read off the table above. Bytes. */
export const frameParts = {
  start: markOf(head.start),
  end: markOf(end),
  lengthAt: headSize,
  /** Where the checksum begins to count. */ sumFrom: sizeOf(head.start),
  /** Size of a packet without application data. */ overhead,
  max: overhead + ADU_MAX,
} as const;
const FIRST_USER_COMMAND = 128;

/** A decoded packet (数据包). Addresses are 48-bit numbers; `time` is null when all its bytes are zero. */
export type Frame = Omit<TypeOf<typeof packet>, "message"> & { readonly message: Message };

const known = new Set<number>(Object.values(commands).map(({ code }) => code));

/**
 * Reads exactly one packet; bytes behind it are `bad-length`. A type that is not known keeps its bytes, a command from
 * 128 up keeps its data as `{ kind: "unknown" }` whatever it looks like.
 *
 * @param bytes - one frame as `cutFrames` gives it, 30 to 1054 bytes; any bytes are allowed
 * @returns the frame, or the first thing that is wrong with offset, path and clause, further findings in `also`
 * @see GB/T 26875.3-2011 §6.5.3, §6.6
 */
export const decodeFrame = (bytes: Uint8Array, _context: FrameContext = {}): Result<Frame, DecodeError> => {
  if (layoutOf(bytes) === userPacket) {
    const user = decode(userPacket, bytes);
    return user.ok ? { ok: true, value: { ...user.value, message: kept(user.value.message) } } : user;
  }
  const opened = decode(packet, bytes);
  if (!opened.ok || !known.has(opened.value.command)) return { ok: false, error: allFindings(bytes, opened) };
  const { message } = opened.value;
  return {
    ok: true,
    value: message === null ? { ...opened.value, message: { kind: "empty" } } : (opened.value as Frame),
  };
};

/**
 * What is wrong with a packet, in the order of its bytes: inside its data, around it, and its command. Wrong data stop
 * the reading of the data only: its length says where the checksum stands all the same.
 */
const allFindings = (bytes: Uint8Array, opened: Result<unknown, DecodeError>): DecodeError => {
  const command = bytes[COMMAND_AT];
  const inside = findingsOf(opened);
  const around = findingsOf(decode(userPacket, bytes)).filter(({ path }) => !path.startsWith("message"));
  const findings = [...inside, ...around];
  const headIsSound = findings.every(({ offset }) => offset > COMMAND_AT);
  if (headIsSound && command !== undefined && !known.has(command)) findings.push(commandError(COMMAND_AT));
  const [first, ...also] = findings
    .filter((one, i) => findings.findIndex(({ offset }) => offset === one.offset) === i)
    .sort((a, b) => a.offset - b.offset) as [DecodeError, ...DecodeError[]];
  return also.length === 0 ? first : { ...first, also };
};

const findingsOf = (result: Result<unknown, DecodeError>): readonly DecodeError[] =>
  result.ok ? [] : [result.error, ...(result.error.also ?? [])].map(({ also: _, ...finding }) => finding);

/** The table by which these bytes are read: a user-defined command's data is not for the standard to say. */
export const layoutOf = (bytes: Uint8Array): typeof packet | typeof userPacket =>
  (bytes[COMMAND_AT] ?? 0) >= FIRST_USER_COMMAND ? userPacket : packet;

/** §6.5.3 names an unknown command byte as an error. It is the last byte of the prefix. */
const commandError = (offset: number): DecodeError => ({
  code: "bad-value",
  offset,
  path: "command",
  clause: "GB/T 26875.3-2011 §6.5.3",
});

const kept = (bytes: Uint8Array): Message =>
  bytes.length === 0 ? { kind: "empty" } : { kind: "unknown", typeFlag: bytes[0] as number, bytes: bytes.slice(1) };

/**
 * Writes one packet; length and checksum are computed.
 *
 * @throws RangeError or TypeError that begins with the field path when a value does not fit; nothing is wrapped or cut
 */
export const encodeFrame = (frame: Frame): Uint8Array => {
  if (frame.command >= FIRST_USER_COMMAND) return encode(userPacket, { ...frame, message: dataOf(frame.message) });
  if (!known.has(frame.command)) throw new RangeError(`command: ${frame.command} is reserved by table 2`);
  return encode(packet, { ...frame, message: frame.message.kind === "empty" ? null : frame.message });
};

const dataOf = (message: Message): Uint8Array =>
  message.kind === "empty"
    ? new Uint8Array(0)
    : message.kind === "unknown"
      ? Uint8Array.of(message.typeFlag, ...message.bytes)
      : encode(applicationDataUnit, message);
