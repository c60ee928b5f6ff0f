import { generate, type Packet, parse } from "coap-packet";

/** A block of a body that is larger than one datagram (RFC 7959 §2.2). `size` is 16 to 1024 bytes. */
export type Block = { readonly number: number; readonly isMore: boolean; readonly size: number };

/** A request as the resources see it. */
export type CoapRequest = {
  readonly kind: "request";
  readonly messageId: number;
  readonly isConfirmable: boolean;
  readonly token: Buffer;
  /** `GET`, `POST`, or the code of another method. */ readonly method: string;
  readonly path: readonly string[];
  readonly query: readonly string[];
  readonly contentFormat: number | null;
  readonly accept: number | null;
  readonly block1: Block | null;
  readonly block2: Block | null;
  readonly payload: Buffer;
  /** A critical option that nobody here understands (RFC 7252 §5.4.1); null: there is none. */ readonly badOption:
    | string
    | null;
  /** Bytes of its datagram: what an answer to an unproven address is measured by. */ readonly size: number;
};

/** What a datagram is. `settled`: an ack or a reset. `stray`: nothing that a server takes, to be rejected. */
export type CoapDatagram =
  | CoapRequest
  | {
      readonly kind: "ping" | "settled" | "stray" | "malformed";
      readonly messageId: number;
      readonly isConfirmable: boolean;
    };

/** An answer before it is put into datagrams. `code` as in RFC 7252 §12.1.2, such as `2.04`. */
export type CoapAnswer = {
  readonly code: string;
  readonly payload?: Uint8Array;
  readonly contentFormat?: number;
  /** When to come again. Seconds. */ readonly maxAgeSeconds?: number;
  readonly block1?: Block;
};

export const contentFormats = { text: 0, link: 40, bytes: 42, json: 50 } as const;

/** Numbers of options that have no name here are their names; the odd ones are critical. */
const understood: ReadonlySet<string> = new Set([
  ...["Uri-Host", "Uri-Port", "Uri-Path", "Uri-Query", "Accept", "Block1", "Block2"],
]);
const elective: ReadonlySet<string> = new Set([
  ...["ETag", "Observe", "Location-Path", "Content-Format", "Max-Age", "Location-Query", "Hop-Limit"],
  ...["Size1", "Size2", "No-Response"],
]);
const methods: Readonly<Record<string, string>> = { "0.01": "GET", "0.02": "POST", "0.03": "PUT", "0.04": "DELETE" };
const PATH_MAX = 8;
const HEADER = 4;

const uintOf = (value: Buffer): number => (value.length === 0 ? 0 : value.readUIntBE(0, value.length));
const bytesOf = (value: number): Buffer => {
  const size = value === 0 ? 0 : value < 0x100 ? 1 : value < 0x10000 ? 2 : 3;
  const bytes = Buffer.alloc(size);
  if (size > 0) bytes.writeUIntBE(value, 0, size);
  return bytes;
};

const blockOf = (value: Buffer | undefined): Block | null | "bad" => {
  if (value === undefined) return null;
  if (value.length > 3) return "bad";
  const bits = uintOf(value);
  const exponent = bits % 8;
  // 7 is reserved (RFC 7959 §2.2).
  if (exponent === 7) return "bad";
  return { number: Math.floor(bits / 16), isMore: Math.floor(bits / 8) % 2 === 1, size: 2 ** (exponent + 4) };
};
const blockBytes = ({ number, isMore, size }: Block): Buffer =>
  bytesOf(number * 16 + (isMore ? 8 : 0) + Math.log2(size) - 4);

/**
 * Reads one datagram; null when it is too short to be answered, or of another version. Never throws. What the encoder would not have
 * written (a cut option, a payload marker without payload) is malformed.
 */
export const readDatagram = (datagram: Buffer): CoapDatagram | null => {
  if (datagram.length < HEADER || datagram.readUInt8(0) >> 6 !== 1) return null;
  const messageId = datagram.readUInt16BE(2);
  const isConfirmable = ((datagram.readUInt8(0) >> 4) & 3) === 0;
  const other = (kind: "ping" | "settled" | "stray" | "malformed") => ({ kind, messageId, isConfirmable });
  const packet = packetOf(datagram);
  if (packet === null) return other("malformed");
  if (packet.ack || packet.reset) return other("settled");
  if (packet.code === "0.00") return other(isConfirmable ? "ping" : "stray");
  if (!packet.code.startsWith("0.")) return other("stray");
  const values = (name: string): readonly Buffer[] =>
    packet.options.filter((one) => one.name === name).map(({ value }) => value);
  const texts = (name: string): readonly string[] => values(name).map((value) => value.toString("utf8"));
  const number = (name: string): number | null => {
    const [value] = values(name);
    return value === undefined || value.length > 2 ? null : uintOf(value);
  };
  const isBad = (name: string): boolean => !understood.has(name) && !elective.has(name) && Number(name) % 2 !== 0;
  const block1 = blockOf(values("Block1")[0]);
  const block2 = blockOf(values("Block2")[0]);
  const path = texts("Uri-Path");
  const strange = packet.options.map(({ name }) => String(name)).find(isBad) ?? null;
  return {
    kind: "request",
    ...{ messageId, isConfirmable, token: packet.token, method: methods[packet.code] ?? packet.code },
    ...{ path: path.slice(0, PATH_MAX), query: texts("Uri-Query"), payload: packet.payload, size: datagram.length },
    ...{ contentFormat: number("Content-Format"), accept: number("Accept") },
    block1: block1 === "bad" ? null : block1,
    block2: block2 === "bad" ? null : block2,
    badOption: strange ?? (block1 === "bad" ? "Block1" : block2 === "bad" ? "Block2" : null),
  };
};

const TOKEN_MAX = 8;

const packetOf = (datagram: Buffer) => {
  // Longer tokens (RFC 8974) were not agreed.
  if ((datagram.readUInt8(0) & 15) > TOKEN_MAX) return null;
  try {
    const packet = parse(datagram);
    return generate({ ...packet }, datagram.length + 1).equals(datagram) ? packet : null;
  } catch {
    return null;
  }
};

/** An empty message: an ack, or a reset that says that a message means nothing here. */
export const emptyMessage = (type: "ack" | "reset", messageId: number): Buffer =>
  generate({ code: "0.00", messageId, [type]: true });

/** What of an answer goes into one datagram. */
export type Part = CoapAnswer & { readonly block2?: Block; readonly etag?: Uint8Array };

/** Bytes of an answer beside its payload: header, token, and the options that any answer may have. */
export const overheadOf = ({ token }: CoapRequest): number => HEADER + token.length + OPTIONS_MAX;
/** Content-Format 2, Max-Age 4, Block1 4, Block2 5, ETag 5, payload marker 1. */
const OPTIONS_MAX = 21;

/** Writes an answer: in an ack (`ack`), as a message of its own (`confirmable`, `non`). */
export const writeAnswer = (
  type: "ack" | "confirmable" | "non",
  messageId: number,
  token: Buffer,
  { code, payload = new Uint8Array(0), contentFormat, maxAgeSeconds, block1, block2, etag }: Part,
): Buffer => {
  const options: NonNullable<Packet["options"]> = [];
  const add = (name: string, value: Buffer | null): void =>
    void (value === null ? null : options.push({ name, value }));
  add("ETag", etag === undefined ? null : Buffer.from(etag));
  add("Content-Format", contentFormat === undefined ? null : bytesOf(contentFormat));
  add("Max-Age", maxAgeSeconds === undefined ? null : bytesOf(maxAgeSeconds));
  add("Block2", block2 === undefined ? null : blockBytes(block2));
  add("Block1", block1 === undefined ? null : blockBytes(block1));
  return generate(
    {
      ...{ code, messageId, token, options, payload: Buffer.from(payload) },
      ...{ confirmable: type === "confirmable", ack: type === "ack" },
    },
    MESSAGE_MAX,
  );
};

/** Above the 1,152 bytes that RFC 7252 §4.6 lets everybody send: header, options and a block of 1,024 bytes. */
const MESSAGE_MAX = 1_280;
