import {
  bytes,
  bytesUntilEnd,
  checksum,
  type Field,
  lengthOf,
  magic,
  named,
  optionalTail,
  struct,
  type TypeOf,
  timeLabelKeeping,
  u8,
  u16le,
  u48le,
} from "@dianan/layout";
import { commands } from "./commands.ts";
import type { GbDialect } from "./dialect.ts";
import { applicationDataUnitOf, type Message, type TypeTables } from "./message.ts";

const PACKET = "GB/T 26875.3-2011 §6.6 table 1";
const start = named(magic([0x40, 0x40]), { zh: "启动符", en: "start" });
const end = named(magic([0x23, 0x23]), { zh: "结束符", en: "end" });
const version = named(
  struct(PACKET, {
    main: named(u8, { zh: "主版本号", en: "main version" }),
    user: named(u8, { zh: "用户版本号", en: "user version" }),
  }),
  { zh: "协议版本号", en: "protocol version" },
);

/** Start mark and control unit (控制单元) up to the length: what an answer repeats, readable when the rest is broken. */
const headOf = ({ time: digits }: GbDialect) =>
  ({
    start,
    serial: named(u16le, { zh: "业务流水号", en: "serial" }),
    version,
    time: named(timeLabelKeeping({ digits }), {
      zh: "时间标签",
      en: "time label",
      clause: "GB/T 26875.3-2011 figure 17",
    }),
    source: named(u48le, { zh: "源地址", en: "source address" }),
    destination: named(u48le, { zh: "目的地址", en: "destination address" }),
  }) as const;
const command = named(u8, { zh: "命令字节", en: "command", clause: "GB/T 26875.3-2011 table 2", codes: commands });

const packetOf = <T>(dialect: GbDialect, message: Field<T>) =>
  struct(PACKET, {
    ...headOf(dialect),
    length: named(lengthOf("message", u16le, { max: dialect.aduMax }), { zh: "应用数据单元长度", en: "data length" }),
    command,
    message,
    sum: named(checksum(dialect.checksumBytes === 1 ? "sum8" : "sum16le", { from: "serial", to: "message" }), {
      zh: "校验和",
      en: "checksum",
    }),
    end,
  });

const sizeOf = (...fields: readonly Field<unknown>[]): number => fields.reduce((sum, { size }) => sum + (size ?? 0), 0);
const markOf = ({ shape }: Field<unknown>): Uint8Array => (shape.kind === "magic" ? shape.bytes : new Uint8Array(0));
const SHORT_BYTES = 8;

/** The layouts of one dialect, and the places and sizes that cutting a stream needs, read off them. Bytes. */
export const layoutsOf = (dialect: GbDialect, userTypes: TypeTables = {}) => {
  const applicationDataUnit = applicationDataUnitOf(dialect, userTypes);
  const packet = packetOf(dialect, optionalTail(applicationDataUnit));
  const { sum, length } = packet.shape.fields as Readonly<Record<"sum" | "length", Field<unknown>>>;
  const head = headOf(dialect);
  const data = applicationDataUnit.shape;
  const lengthAt = sizeOf(...Object.values(head));
  const overhead = lengthAt + sizeOf(length, command, sum, end);
  return {
    dialect,
    applicationDataUnit,
    /** Type flag of each kind of message. */
    tags: new Map(data.kind === "union" ? data.cases.map(({ kind, tag }) => [kind, tag] as const) : []),
    /** Whether a frame that decodes may still be refused. */
    isChecked: dialect.mainVersion === "refuse" || dialect.pairing !== "any" || dialect.reservedTypes !== "keep",
    /** A packet (数据包) with its application data opened. GB/T 26875.3-2011 §6.6, table 1. */
    packet,
    /** A packet with a user-defined command (用户自行定义): what its data means is not for the standard to say. */
    userPacket: packetOf(dialect, named(bytesUntilEnd, { zh: "应用数据单元", en: "application data unit" })),
    /** The part of a packet that an answer repeats. */
    packetHead: struct(PACKET, head),
    /** A packet of 12 bytes, a heartbeat of a dialect. */
    shortPacket: struct(PACKET, {
      start,
      bytes: named(bytes(SHORT_BYTES), { zh: "含义不明", en: "of unknown meaning" }),
      end,
    }),
    parts: {
      start: markOf(start),
      end: markOf(end),
      versionAt: sizeOf(head.start, head.serial),
      lengthAt,
      /** Place of the command, which says how to read the rest. */
      commandAt: lengthAt + sizeOf(length),
      /** Place of the type flag. */
      dataAt: lengthAt + sizeOf(length, command),
      /** Where the checksum begins to count. */
      sumFrom: sizeOf(start),
      sumBytes: sizeOf(sum),
      /** Size of a packet without application data. */
      overhead,
      max: overhead + dialect.aduMax,
      short: sizeOf(start, end) + SHORT_BYTES,
    },
  } as const;
};
export type GbLayouts = ReturnType<typeof layoutsOf>;

/** A decoded packet (数据包). Addresses are 48-bit numbers; `time` is null when all its bytes are zero. */
export type Frame<M = Message> = Omit<TypeOf<GbLayouts["packet"]>, "message"> & { readonly message: M };
