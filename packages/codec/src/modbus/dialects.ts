import { type DialectOf, dialectOf } from "../dialect.ts";
import type { Dialect, DialectOption, DialectOptions } from "../protocol.ts";
import { functions } from "./codes.ts";

/** Functions beside the eight that the tables open. */
const otherFunctions = {
  zh: "其他功能码(refuse 拒绝;userDefined 保留 65–72、100–110 的数据;all 保留任何功能码的数据)",
  en: "Other functions: refuse; userDefined: the data of 65 to 72 and 100 to 110 are kept; all: of any function",
  oneOf: ["refuse", "userDefined", "all"],
} as const;

/** Points in which devices on a serial line differ. */
export const rtuOptions = {
  reservedUnits: {
    zh: "保留地址 248–255(refuse 拒绝;fe 接受 254;all 全部接受)",
    en: "Reserved addresses 248 to 255: refuse; fe: 254 is taken; all: every one is",
    default: "refuse",
    oneOf: ["refuse", "fe", "all"],
  },
  // The document gives these functions no length, and a serial frame has none: only its check value ends it.
  otherFunctions: { ...otherFunctions, default: "refuse" },
} as const satisfies Readonly<Record<string, DialectOption>>;

/** Points in which devices on TCP differ. The header has the length of every function. */
export const tcpOptions = {
  otherFunctions: { ...otherFunctions, default: "userDefined" },
} as const satisfies Readonly<Record<string, DialectOption>>;

/** Options of either transport, as the shared code asks for them. */
export type ModbusDialect = Pick<DialectOf<typeof rtuOptions>, "otherFunctions"> &
  Partial<Pick<DialectOf<typeof rtuOptions>, "reservedUnits">>;

const isUserDefined = (code: number): boolean => (code >= 65 && code <= 72) || (code >= 100 && code <= 110);
const known: ReadonlySet<number> = new Set(Object.values(functions).map(({ code }) => code));

/** Whether the tables open this function. */
export const isKnown = (code: number): boolean => known.has(code);
/** Whether a function is read at all, 1 to 127. */
export const isTaken = (code: number, { otherFunctions: others }: ModbusDialect): boolean =>
  isKnown(code) || (others === "all" ? code >= 1 && code <= 127 : others === "userDefined" && isUserDefined(code));

const rtuDefault = dialectOf(rtuOptions);
const tcpDefault = dialectOf(tcpOptions);
export const rtuDialectOf = (given?: DialectOptions): DialectOf<typeof rtuOptions> =>
  given === undefined ? rtuDefault : dialectOf(rtuOptions, given);
export const tcpDialectOf = (given?: DialectOptions): DialectOf<typeof tcpOptions> =>
  given === undefined ? tcpDefault : dialectOf(tcpOptions, given);

export const rtuDialects = {
  anyUnit: { zh: "以 254 应答的设备", en: "devices that go by address 254", options: { reservedUnits: "fe" } },
  vendorFunctions: {
    zh: "带厂商自定义功能码的设备",
    en: "devices with functions of their maker's own",
    options: { otherFunctions: "userDefined" },
  },
  open: {
    zh: "全部放行(排查用)",
    en: "everything is taken, for fault finding",
    options: { reservedUnits: "all", otherFunctions: "all" },
  },
} as const satisfies Readonly<Record<string, Dialect>>;

export const tcpDialects = {
  strict: { zh: "只认八种功能码", en: "the eight functions only", options: { otherFunctions: "refuse" } },
  open: {
    zh: "全部放行(排查用)",
    en: "everything is taken, for fault finding",
    options: { otherFunctions: "all" },
  },
} as const satisfies Readonly<Record<string, Dialect>>;
