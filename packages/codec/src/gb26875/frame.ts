import { type DecodeError, decode, encode, type Result } from "@dianan/layout";
import type { Direction } from "../protocol.ts";
import { FIRST_USER_COMMAND, isKnownCommand } from "./commands.ts";
import { pairingOf } from "./exchange.ts";
import type { Message } from "./message.ts";
import type { Frame, GbLayouts } from "./packet.ts";
import { isReservedType } from "./type-rules.ts";

const DOCUMENT = "GB/T 26875.3-2011";
type Decoded = Result<Frame, DecodeError>;

/**
 * Reads exactly one packet; bytes behind it are `bad-length`. A type that is not known keeps its bytes, a command from
 * 128 up keeps its data as `{ kind: "unknown" }` whatever it looks like.
 *
 * @param bytes - one frame as `cutFrames` gives it, 30 to 1054 bytes; any bytes are allowed
 * @returns the frame, or the first thing that is wrong with offset, path and clause, further findings in `also`
 * @see GB/T 26875.3-2011 §6.5.3, §6.6
 */
export const decodePacket = (layouts: GbLayouts, bytes: Uint8Array, direction: Direction): Decoded => {
  const layout = layoutOf(layouts, bytes);
  if (layout === layouts.packet) {
    const opened = decode(layouts.packet, bytes);
    const { dialect } = layouts;
    if (!opened.ok || !isKnownCommand(opened.value.command, dialect))
      return { ok: false, error: allFindings(layouts, bytes, opened) };
    const { message } = opened.value;
    const frame = message === null ? { ...opened.value, message: EMPTY } : (opened.value as Frame);
    const refusal = layouts.isChecked ? refusalOf(layouts, frame, direction) : null;
    return refusal === null ? { ok: true, value: frame } : { ok: false, error: refusal };
  }
  if (layout === layouts.shortPacket) {
    const short = decode(layouts.shortPacket, bytes);
    return short.ok ? { ok: true, value: { ...NO_HEAD, message: { kind: "shortPacket", ...short.value } } } : short;
  }
  const user = decode(layouts.userPacket, bytes);
  return user.ok ? { ok: true, value: { ...user.value, message: keptData(user.value.message) } } : user;
};

const EMPTY = { kind: "empty" } as const;
/** A short packet has no head. */
const NO_HEAD = {
  serial: 0,
  version: { main: 0, user: 0 },
  time: null,
  source: 0,
  destination: 0,
  command: 0,
} as const;

/**
 * What is wrong with a packet, in the order of its bytes: inside its data, around it, and its command. Wrong data stop
 * the reading of the data only: its length says where the checksum stands all the same.
 */
const allFindings = (layouts: GbLayouts, bytes: Uint8Array, opened: Result<unknown, DecodeError>): DecodeError => {
  const { commandAt } = layouts.parts;
  const command = bytes[commandAt];
  const inside = findingsOf(opened);
  const around = findingsOf(decode(layouts.userPacket, bytes)).filter(({ path }) => !path.startsWith("message"));
  const findings = [...inside, ...around];
  const headIsSound = findings.every(({ offset }) => offset > commandAt);
  if (headIsSound && command !== undefined && !isKnownCommand(command, layouts.dialect))
    findings.push(commandError(commandAt));
  return inOrder(findings);
};

/** One error of several findings: one for each place, in the order of the bytes. */
export const inOrder = (findings: readonly DecodeError[]): DecodeError => {
  const [first, ...also] = findings
    .filter((one, i) => findings.findIndex(({ offset }) => offset === one.offset) === i)
    .sort((a, b) => a.offset - b.offset) as [DecodeError, ...DecodeError[]];
  return also.length === 0 ? first : { ...first, also };
};

const findingsOf = (result: Result<unknown, DecodeError>): readonly DecodeError[] =>
  result.ok ? [] : [result.error, ...(result.error.also ?? [])].map(({ also: _, ...finding }) => finding);

/** §6.5.3 names an unknown command byte as an error. */
export const commandError = (offset: number): DecodeError => ({
  code: "bad-value",
  offset,
  path: "command",
  clause: `${DOCUMENT} §6.5.3`,
});

/** What a dialect refuses beyond §6.5.3: another main version, a type where it does not belong, a reserved type. */
export const refusalOf = (layouts: GbLayouts, frame: Frame, direction: Direction): DecodeError | null => {
  const { dialect, parts } = layouts;
  const findings: DecodeError[] = [];
  const refuse = (offset: number, path: string, clause: string): void =>
    void findings.push({ code: "bad-value", offset, path, clause: `${DOCUMENT} ${clause}` });
  if (dialect.mainVersion === "refuse" && frame.version.main !== 1)
    refuse(parts.versionAt, "version.main", "§6.6 table 1");
  const isOdd = pairingOf(layouts, frame, direction) !== null;
  const isReserved = frame.message.kind === "unknown" && isReservedType(frame.message.typeFlag);
  if ((dialect.pairing === "table3" && isOdd) || (dialect.reservedTypes === "refuse" && isReserved))
    refuse(parts.dataAt, "message", "§7 table 3");
  return findings.length === 0 ? null : inOrder(findings);
};

/** The table by which these bytes are read: a user-defined command's data is not for the standard to say. */
export const layoutOf = (
  layouts: GbLayouts,
  bytes: Uint8Array,
): GbLayouts["packet"] | GbLayouts["userPacket"] | GbLayouts["shortPacket"] => {
  const { parts, dialect } = layouts;
  if (dialect.heartbeatShort && bytes.length === parts.short) return layouts.shortPacket;
  return (bytes[parts.commandAt] ?? 0) >= FIRST_USER_COMMAND ? layouts.userPacket : layouts.packet;
};

/** Data that nothing opens. */
export const keptData = (bytes: Uint8Array): Message =>
  bytes.length === 0 ? EMPTY : { kind: "unknown", typeFlag: bytes[0] as number, bytes: bytes.slice(1) };

/**
 * Writes one packet; length and checksum are computed.
 *
 * @throws RangeError or TypeError that begins with the field path when a value does not fit; nothing is wrapped or cut
 */
export const encodePacket = (layouts: GbLayouts, frame: Frame): Uint8Array => {
  const { message, command } = frame;
  if (message.kind === "shortPacket") return encodeShort(layouts, frame, message.bytes);
  if (command >= FIRST_USER_COMMAND) return encode(layouts.userPacket, { ...frame, message: dataOf(layouts, message) });
  if (!isKnownCommand(command, layouts.dialect)) throw new RangeError(`command: ${command} is reserved by table 2`);
  return encode(layouts.packet, { ...frame, message: message.kind === "empty" ? null : message });
};

const encodeShort = ({ dialect, shortPacket }: GbLayouts, frame: Frame, bytes: Uint8Array): Uint8Array => {
  if (!dialect.heartbeatShort) throw new RangeError("message.kind: short packets are of a dialect (heartbeatShort)");
  const { message: _, version, ...head } = frame;
  const given = Object.entries({ ...head, ...version }).find(([, value]) => value !== 0 && value !== null);
  if (given !== undefined) throw new RangeError(`${given[0]}: a short packet has no head, so it must be 0`);
  return encode(shortPacket, { bytes });
};

/** Data of a user-defined command as bytes. */
const dataOf = ({ applicationDataUnit }: GbLayouts, message: Exclude<Message, { kind: "shortPacket" }>): Uint8Array =>
  message.kind === "empty"
    ? new Uint8Array(0)
    : message.kind === "unknown"
      ? Uint8Array.of(message.typeFlag, ...message.bytes)
      : encode(applicationDataUnit, message);
