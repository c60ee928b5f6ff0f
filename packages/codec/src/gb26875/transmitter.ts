import { type Field, flags, named, omittableTail, struct, type TypeOf, u8 } from "@dianan/layout";
import type { GbDialect } from "./dialect.ts";
import { description, operator } from "./facility.ts";
import { type DialectFields, one, type Time, typeClause, version } from "./fields.ts";
import { bitsOf, type StatusFlags, transmitterOperationBits, transmitterStatusBits } from "./status-bits.ts";

/** Status of the user information transmission device (用户信息传输装置运行状态), type 21; `time` may lack in a dialect. */
const transmitterStatusOf = (dialect: GbDialect, { timeNamed }: DialectFields) => {
  const time = timeNamed("状态发生时间", "time of the state");
  return struct(typeClause(21), {
    count: one,
    status: named(
      flags(u8, bitsOf(transmitterStatusBits, dialect)) as unknown as Field<StatusFlags<typeof transmitterStatusBits>>,
      { zh: "运行状态", en: "running status" },
    ),
    time: (dialect.heartbeatStatus ? named(omittableTail(time), time.notes) : time) as Field<Time | undefined>,
  });
};
/** The object of type 21: state of the transmission device (用户信息传输装置运行状态). GB/T 26875.3-2011 §7 table 3 type 21. */
export type TransmitterStatus = TypeOf<ReturnType<typeof transmitterStatusOf>>;

/** Operation at the transmission device (用户信息传输装置操作信息), type 24, 8 bytes. */
const transmitterOperationOf = ({ timeNamed }: DialectFields) =>
  struct(typeClause(24), {
    operation: named(flags(u8, transmitterOperationBits), { zh: "操作标志", en: "operation" }),
    operator,
    time: timeNamed("操作记录时间", "time of the operation"),
  });
/** One object of type 24: an operation (操作信息) at the transmission device. GB/T 26875.3-2011 §7 table 3 type 24. */
export type TransmitterOperation = TypeOf<ReturnType<typeof transmitterOperationOf>>;

/** Objects and bodies of types 21 to 28 (用户信息传输装置). All but type 24 carry exactly one object. */
export const transmitterObjects = (dialect: GbDialect, fields: DialectFields) =>
  ({
    transmitterStatus: transmitterStatusOf(dialect, fields),
    transmitterOperation: transmitterOperationOf(fields),
    transmitterVersion: struct(typeClause(25), { count: one, ...version }),
    transmitterConfiguration: struct(typeClause(26), { count: one, description }),
    transmitterTime: struct(typeClause(28), { count: one, time: fields.timeNamed("系统时间", "device time") }),
  }) as const;
