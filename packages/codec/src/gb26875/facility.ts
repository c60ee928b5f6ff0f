import {
  bytes,
  type Field,
  flags,
  i16le,
  lengthPrefixed,
  named,
  type StructField,
  struct,
  type TypeOf,
  textUntilEnd,
  u8,
  u16le,
} from "@dianan/layout";
import { analogTypes } from "./analog-types.ts";
import type { GbDialect } from "./dialect.ts";
import {
  type ComponentAddress,
  componentType,
  type DialectFields,
  one,
  system,
  type Time,
  typeClause,
  version,
} from "./fields.ts";
import {
  bitsOf,
  type ComponentFault,
  componentBitsOf,
  type componentStatusBits,
  facilityOperationBits,
  type StatusFlags,
  systemStatusBits,
} from "./status-bits.ts";

/** Configuration text (配置说明): a length byte, then up to 255 bytes. */
export const description = named(lengthPrefixed(u8, textUntilEnd("gb18030")), { zh: "配置说明", en: "description" });
export const operator = named(u8, { zh: "操作员编号", en: "operator number" });

/** Status of a system (建筑消防设施系统状态), type 1, 10 bytes. GB/T 26875.3-2011 figure 6. */
const systemStatusOf = (dialect: GbDialect, { timeNamed }: DialectFields) =>
  struct(typeClause(1), {
    ...system,
    status: named(
      flags(u16le, bitsOf(systemStatusBits, dialect)) as unknown as Field<StatusFlags<typeof systemStatusBits>>,
      {
        zh: "系统状态",
        en: "system status",
        clause: "GB/T 26875.3-2011 figure 6",
      },
    ),
    time: timeNamed("状态发生时间", "time of the state"),
  });
/** One object of type 1: state of a system (建筑消防设施系统状态). GB/T 26875.3-2011 §7 table 3 type 1. */
export type SystemStatus = TypeOf<ReturnType<typeof systemStatusOf>>;

/**
 * Status of a component (建筑消防设施部件运行状态), type 2. GB/T 26875.3-2011 §8.2.1.2, figure 7. `note`, `time`: the standard's 46
 * bytes; `unparsed`: the last seven bytes of a vendor's object of 16, which nothing public explains.
 */
export type ComponentStatus = {
  readonly systemType: number;
  readonly systemAddress: number;
  readonly componentType: number;
  readonly componentAddress: ComponentAddress;
  readonly status: StatusFlags<typeof componentStatusBits, ComponentFault>;
  readonly note?: DialectFields["note"] extends Field<infer T> ? T : never;
  readonly time?: Time;
  readonly unparsed?: Uint8Array;
};
/** What a 16-byte object has behind its status. */
const SHORT_REST = 7;

const componentStatusOf = (dialect: GbDialect, { timeNamed, componentAddress, note }: DialectFields) => {
  const head = {
    ...system,
    componentType,
    componentAddress,
    status: named(flags(u16le, componentBitsOf(dialect)), {
      zh: "部件状态",
      en: "component status",
      clause: "GB/T 26875.3-2011 figure 7",
    }),
  };
  const clause = "GB/T 26875.3-2011 §8.2.1.2";
  const layout =
    dialect.componentStatusBytes === 16
      ? struct(clause, { ...head, unparsed: named(bytes(SHORT_REST), { zh: "含义不明", en: "of unknown meaning" }) })
      : struct(clause, { ...head, note, time: timeNamed("状态发生时间", "time of the state") });
  return layout as unknown as StructField<ComponentStatus>;
};

/** Analog value of a component (建筑消防设施部件模拟量值), type 3, 16 bytes. GB/T 26875.3-2011 table 6. */
const componentAnalogOf = ({ timeNamed, componentAddress }: DialectFields) =>
  struct(typeClause(3), {
    ...system,
    componentType,
    componentAddress,
    analogType: named(u8, {
      zh: "模拟量类型",
      en: "analog type",
      clause: "GB/T 26875.3-2011 table 6",
      codes: analogTypes,
    }),
    value: named(i16le, { zh: "模拟量值", en: "analog value", clause: "GB/T 26875.3-2011 table 6" }),
    time: timeNamed("采样时间", "sample time"),
  });
/** One object of type 3: an analog value (部件模拟量值) in steps of its type's unit, -32768 to 32767. GB/T 26875.3-2011 §7 table 3 type 3, table 6. */
export type ComponentAnalog = TypeOf<ReturnType<typeof componentAnalogOf>>;

/** Operation at a facility (建筑消防设施操作信息), type 4, 10 bytes. */
const operationOf = ({ timeNamed }: DialectFields) =>
  struct(typeClause(4), {
    ...system,
    operation: named(flags(u8, facilityOperationBits), { zh: "操作标志", en: "operation" }),
    operator,
    time: timeNamed("操作记录时间", "time of the operation"),
  });
/** One object of type 4: an operation (操作信息) at a facility. GB/T 26875.3-2011 §7 table 3 type 4. */
export type Operation = TypeOf<ReturnType<typeof operationOf>>;

/** Configuration of a component (建筑消防设施部件配置情况), type 7, 38 bytes. */
const componentConfigurationOf = ({ componentAddress, note }: DialectFields) =>
  struct(typeClause(7), { ...system, componentType, componentAddress, note });

/** Configuration of a system (建筑消防设施系统配置情况), type 6, 3 to 258 bytes. */
const systemConfiguration = struct(typeClause(6), { ...system, description });

/** Objects of types 1 to 8 (建筑消防设施). Types 5 and 8 carry exactly one, and are the whole body. */
export const facilityObjects = (dialect: GbDialect, fields: DialectFields) =>
  ({
    systemStatus: systemStatusOf(dialect, fields),
    componentStatus: componentStatusOf(dialect, fields),
    componentAnalog: componentAnalogOf(fields),
    operation: operationOf(fields),
    softwareVersion: struct(typeClause(5), { count: one, ...system, ...version }),
    systemConfiguration,
    componentConfiguration: componentConfigurationOf(fields),
    systemTime: struct(typeClause(8), { count: one, ...system, time: fields.timeNamed("系统时间", "system time") }),
  }) as const;
