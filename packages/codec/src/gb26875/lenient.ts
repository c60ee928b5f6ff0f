import { type DecodeError, decode, decodeLenient, encode, u8, u16le } from "@dianan/layout";
import type { Direction, LenientResult } from "../protocol.ts";
import { isKnownCommand } from "./commands.ts";
import { sumBytesOf } from "./cut-frames.ts";
import { commandError, decodePacket, inOrder, keptData, layoutOf, refusalOf } from "./frame.ts";
import type { Frame, GbLayouts } from "./packet.ts";

type Reading = LenientResult<Frame>;

/**
 * Reads what can be read of one packet (宽松解码). Beyond what the tables themselves read over: a length that lies when the
 * frame's own end says where the data stop, an object count that lies when objects of one size fill the data, and
 * commands that table 2 does not have.
 *
 * @returns null for what does not begin like a packet, or ends before its command
 */
export const readLenient = (layouts: GbLayouts, bytes: Uint8Array, direction: Direction): Reading => {
  const strict = decodePacket(layouts, bytes, direction);
  if (strict.ok) return { frame: strict.value, odd: [] };
  const refused = oneByOne(strict.error);
  if (!beginsLikeOne(layouts, bytes)) return { frame: null, odd: refused };
  const { lengthAt, dataAt } = layouts.parts;
  const length = lengthThatHolds(layouts, bytes);
  const measured = length === null ? bytes : withNumber(bytes, lengthAt, encode(u16le, length));
  const count = countThatHolds(layouts, measured);
  const counted = count === null ? measured : withNumber(measured, dataAt + u8.size, encode(u8, count));
  const { frame, odd } = readOver(layouts, counted, direction);
  if (counted === bytes) return { frame, odd: inOrderOf([...refused, ...odd]) };
  // The sender summed what it sent, lies and all.
  const others = odd.filter(({ code }) => code !== "bad-checksum");
  const lies = [
    ...(length === null ? [] : [finding("bad-length", lengthAt, "length", "§6.6 table 1")]),
    ...(count === null ? [] : [finding("bad-value", dataAt + u8.size, "message.items", "§7 table 3")]),
  ];
  return { frame, odd: inOrderOf([...lies, ...others, ...wrongSum(layouts, bytes)]) };
};

const finding = (code: DecodeError["code"], offset: number, path: string, clause: string): DecodeError => ({
  code,
  offset,
  path,
  clause: `GB/T 26875.3-2011 ${clause}`,
});

/** The checksum in front of the end mark, when it is not that of the bytes as they came. */
const wrongSum = ({ parts }: GbLayouts, bytes: Uint8Array): readonly DecodeError[] => {
  const at = bytes.length - parts.end.length - parts.sumBytes;
  const sum = sumBytesOf(bytes, parts.sumFrom, at, parts.sumBytes);
  return sum.every((byte, i) => bytes[at + i] === byte) ? [] : [finding("bad-checksum", at, "sum", "§6.6 table 1")];
};

/** Half a start mark and a head up to the command: less is not worth a guess. */
const beginsLikeOne = ({ parts }: GbLayouts, bytes: Uint8Array): boolean =>
  bytes.length > parts.commandAt && parts.start.some((byte, i) => bytes[i] === byte);

const readOver = (layouts: GbLayouts, bytes: Uint8Array, direction: Direction): Reading => {
  const layout = layoutOf(layouts, bytes);
  const { commandAt } = layouts.parts;
  if (layout === layouts.shortPacket) return { frame: null, odd: [] };
  if (layout === layouts.userPacket) {
    const { value, odd } = decodeLenient(layouts.userPacket, bytes);
    return { frame: value === null ? null : { ...value, message: keptData(value.message) }, odd };
  }
  const { value, odd } = decodeLenient(layouts.packet, bytes);
  if (value === null) return { frame: null, odd };
  const { message, command } = value;
  const frame = message === null ? { ...value, message: { kind: "empty" } as const } : (value as Frame);
  const refusal = refusalOf(layouts, frame, direction);
  const known = isKnownCommand(command, layouts.dialect) ? [] : [commandError(commandAt)];
  return { frame, odd: [...odd, ...known, ...(refusal === null ? [] : oneByOne(refusal))] };
};

/** Size of the data when the end mark stands at the end of the bytes and the length says otherwise. */
const lengthThatHolds = ({ parts, dialect }: GbLayouts, bytes: Uint8Array): number | null => {
  const { end, lengthAt, overhead } = parts;
  const size = bytes.length - overhead;
  const announced = decode(u16le, bytes.subarray(lengthAt, lengthAt + u16le.size));
  const ends = end.every((byte, i) => bytes[bytes.length - end.length + i] === byte);
  return ends && size >= 0 && size <= dialect.aduMax && announced.ok && announced.value !== size ? size : null;
};

/** Number of objects when objects of one size fill the data and the count says otherwise. */
const countThatHolds = ({ applicationDataUnit, parts }: GbLayouts, bytes: Uint8Array): number | null => {
  const { dataAt, lengthAt } = parts;
  const announced = decode(u16le, bytes.subarray(lengthAt, lengthAt + u16le.size));
  const { shape } = applicationDataUnit;
  if (!announced.ok || bytes.length < dataAt + announced.value || shape.kind !== "union") return null;
  const body = shape.cases.find(({ tag }) => tag === bytes[dataAt])?.layout.shape;
  const items = body?.kind === "struct" ? body.fields.items?.shape : undefined;
  if (items?.kind !== "list" || items.item.size === null) return null;
  const many = (announced.value - 2 * u8.size) / items.item.size;
  const fits = Number.isInteger(many) && many >= items.min && many <= items.max;
  return fits && many !== bytes[dataAt + u8.size] ? many : null;
};

const withNumber = (bytes: Uint8Array, at: number, number: Uint8Array): Uint8Array => {
  const changed = bytes.slice();
  changed.set(number, at);
  return changed;
};

const oneByOne = ({ also = [], ...first }: DecodeError): readonly DecodeError[] => [first, ...also];

/** Each place once, in the order of the bytes. */
const inOrderOf = (findings: readonly DecodeError[]): readonly DecodeError[] => oneByOne(inOrder(findings));
