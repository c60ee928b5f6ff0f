import { type DialectOf, dialectOf } from "../dialect.ts";
import type { Dialect, DialectOption, DialectOptions } from "../protocol.ts";

/**
 * Points in which devices that say GB/T 26875.3-2011 differ from it or from each other. What is not named has its default,
 * which is the standard.
 */
// biome-ignore format: a table is read by its rows
export const dialectOptions = {
  time: { zh: "时间标签编码", en: "digits of time labels: plain binary numbers, or two decimal digits per byte", default: "binary", oneOf: ["binary", "bcd"] },
  addressText: { zh: "源地址和目的地址的文本形式", en: "packet addresses as text: decimal number, hex as sent (which shows BCD digits as such), hex reversed, IPv4 and port", default: "decimal", oneOf: ["decimal", "wire", "reversed", "ipv4Port"] },
  componentAddress: { zh: "部件地址的构成", en: "component address: one number, zone then point, point then zone, a nine-digit decimal number, eight ASCII characters (an object of type 2 then has 50 bytes)", default: "u32", oneOf: ["u32", "zonePoint", "pointZone", "decimal", "ascii8"] },
  note: { zh: "部件说明的编码", en: "description: GB 18030 text, UTF-8 text, or a binary tag shown as hex", default: "gb18030", oneOf: ["gb18030", "utf8", "hex"] },
  notePad: { zh: "部件说明的填充字节", en: "what fills a description when it is written; reading takes both", default: "nul", oneOf: ["nul", "space"] },
  statusBit0: { zh: "状态位 0 置位的含义", en: "what a set bit 0 of a status word means", default: "normal", oneOf: ["normal", "test"] },
  componentBits: { zh: "部件状态 9 至 15 位", en: "bits 9 to 15 of the component status: reserved, or 9 offline, 10 open, 11 short, 12 removed, 14 sensor fault, 15 upgrade fault", default: "reserved", oneOf: ["reserved", "faults"] },
  componentStatusBytes: { zh: "类型 2 信息体长度", en: "size of an object of type 2 (46 with its description; 16 without)", default: 46, oneOf: [46, 16] },
  analogCurrent: { zh: "模拟量类型 9 的单位", en: "one step of analog type 9", default: "0.1A", oneOf: ["0.1A", "1mA"] },
  controlBodies: { zh: "类型 90、91 的信息体", en: "bodies of types 90 and 91: time and minutes as figures 45 and 46 have it, or one reserved byte", default: "figures", oneOf: ["figures", "reserved"] },
  objectCount: { zh: "信息对象数目的含义", en: "what the object count counts: objects, or records inside one body, which is then kept as bytes", default: "objects", oneOf: ["objects", "records"] },
  mainVersion: { zh: "主版本号不是 1", en: "another main version than 1: taken and told (§6.5.3 does not list it as an error), taken, or refused", default: "tell", oneOf: ["tell", "take", "refuse"] },
  pairing: { zh: "类型、命令与方向的配对检查", en: "types taken with a command and in a direction that they are not for (§6.5.3 does not list it as an error), or refused", default: "any", oneOf: ["any", "table3"] },
  reservedTypes: { zh: "预留类型标志", en: "reserved type flags: bytes kept, or refused", default: "keep", oneOf: ["keep", "refuse"] },
  unknownTypes: { zh: "对未知类型的应答", en: "answer to a type that cannot be opened", default: "confirm", oneOf: ["confirm", "deny", "silence"] },
  answerAddresses: { zh: "应答帧地址", en: "addresses of an answer: swapped, or as they came", default: "swapped", oneOf: ["swapped", "same"] },
  checksumBytes: { zh: "校验和长度", en: "size of the checksum; two bytes: low byte first", default: 1, oneOf: [1, 2] },
  aduMax: { zh: "应用数据单元上限", en: "most bytes of application data", default: 1024, oneOf: [512, 1024, 10_240] },
  clockRequests: { zh: "设备上行类型 90 请求对时", en: "a device asks for the time with command 1, type 90, upward", default: false, oneOf: [false, true] },
  registration: { zh: "命令 0 注册", en: "a device registers with command 0, type 0, an object of 110 bytes", default: false, oneOf: [false, true] },
  heartbeatStatus: { zh: "心跳:类型 21 不带时间", en: "heartbeat: type 21, sometimes without its time", default: false, oneOf: [false, true] },
  heartbeatTypes: { zh: "心跳:类型 9 或 10,数目 0", en: "heartbeat: type 9 or 10 with an object count of 0", default: false, oneOf: [false, true] },
  heartbeatCommand: { zh: "心跳:命令 7", en: "heartbeat: command 7", default: false, oneOf: [false, true] },
  heartbeatByte: { zh: "心跳:单字节 16H,应答 17H", en: "heartbeat: one byte 16H as data, answered with one byte 17H", default: false, oneOf: [false, true] },
  heartbeatShort: { zh: "心跳:12 字节短包", en: "heartbeat: packets of 12 bytes, 40 40 … 23 23, between the others", default: false, oneOf: [false, true] },
} as const satisfies Readonly<Record<string, DialectOption>>;

/** Every option with the value that holds. */
export type GbDialect = DialectOf<typeof dialectOptions>;

/** Device families seen, each with what is known of it and no more. */
export const dialects = {
  dahua: {
    zh: "大华用户信息传输装置",
    en: "Dahua transmission devices: decimal time digits, own status bits, registration, command 7",
    options: {
      ...{ time: "bcd", statusBit0: "test", componentBits: "faults", aduMax: 512 },
      ...{ clockRequests: true, registration: true, heartbeatCommand: true },
    },
  },
  "bcd-time": {
    zh: "时间标签为 BCD 码",
    en: "Time labels of decimal digits, else the standard",
    options: { time: "bcd" },
  },
  "zone-point": {
    zh: "部件地址:区号在前、位号在后",
    en: "Component address: zone, then point",
    options: { componentAddress: "zonePoint" },
  },
  "point-zone": {
    zh: "部件地址:位号在前、区号在后",
    en: "Component address: point, then zone",
    options: { componentAddress: "pointZone" },
  },
  haiwan: {
    zh: "海湾:部件地址为九位十进制数",
    en: "Haiwan (GST): the component address is a nine-digit decimal number",
    options: { componentAddress: "decimal" },
  },
  "ascii-address": {
    zh: "部件地址为 8 个 ASCII 字符",
    en: "Component address of eight ASCII characters: objects of 50 bytes",
    options: { componentAddress: "ascii8" },
  },
  "short-status": {
    zh: "类型 2 信息体为 16 字节",
    en: "Component status of 16 bytes",
    options: { componentStatusBytes: 16 },
  },
  "wide-checksum": { zh: "校验和为 2 字节", en: "Checksum of two bytes", options: { checksumBytes: 2 } },
  "large-data": {
    zh: "应用数据单元上限 10240 字节",
    en: "Application data of up to 10240 bytes",
    options: { aduMax: 10_240 },
  },
  "qtl-tx3016a": {
    zh: "QTL-TX3016A:应答帧地址不互换",
    en: "QTL-TX3016A: answers do not swap the addresses",
    options: { answerAddresses: "same" },
  },
  dgiot: {
    zh: "dgiot:单字节 16H 握手",
    en: "dgiot capture: handshake of one byte, 16H answered with 17H",
    options: { heartbeatByte: true },
  },
  "reserved-bodies": {
    zh: "类型 90、91 信息体为 1 字节预留(流传的误读)",
    en: "Types 90 and 91 with one reserved byte, a widespread misreading",
    options: { controlBodies: "reserved" },
  },
  heartbeats: {
    zh: "各种非标准心跳",
    en: "Every heartbeat seen that is not in the standard",
    options: {
      ...{ heartbeatStatus: true, heartbeatTypes: true, heartbeatCommand: true },
      ...{ heartbeatByte: true, heartbeatShort: true },
    },
  },
} as const satisfies Readonly<Record<string, Dialect>>;

/** The standard to the letter. */
export const standard: GbDialect = dialectOf(dialectOptions);

/**
 * Remembers what was made for a dialect, by the options given and by what they say: callers pass the same object with every
 * frame, or write it out anew each time.
 *
 * @throws RangeError for an option or value that there is not
 */
export const perDialect = <T>(make: (dialect: GbDialect) => T): ((given: DialectOptions | undefined) => T) => {
  const byObject = new WeakMap<DialectOptions, T>();
  const byText = new Map<string, T>();
  const ofStandard = make(standard);
  const ofOptions = (given: DialectOptions): T => {
    const dialect = dialectOf(dialectOptions, given);
    const text = JSON.stringify(Object.values(dialect));
    if (text === STANDARD_TEXT) return ofStandard;
    const known = byText.get(text);
    if (known !== undefined) return known;
    const made = make(dialect);
    if (byText.size >= REMEMBERED_MAX) byText.clear();
    byText.set(text, made);
    return made;
  };
  return (given) => {
    if (given === undefined) return ofStandard;
    const known = byObject.get(given);
    if (known !== undefined) return known;
    const found = ofOptions(given);
    byObject.set(given, found);
    return found;
  };
};

/** Distinct dialects that one program speaks are a handful. */
const REMEMBERED_MAX = 64;
const STANDARD_TEXT = JSON.stringify(Object.values(standard));
