import { bytes, limited, named, type StructField, struct, u8 } from "@dianan/layout";
import type { GbDialect } from "./dialect.ts";
import { type DialectFields, one, spare, system, typeClause } from "./fields.ts";

/** Records that one request may ask for (操作记录数目). */
const RECORDS_MAX = 102;
const records = named(limited(u8, { max: RECORDS_MAX }), { zh: "操作记录数目", en: "records wanted" });

/** A system that is asked about (系统类型, 系统地址). */
const askedSystem = struct("GB/T 26875.3-2011 §7 table 3", system);
/** A component that is asked about: requests carry no component type. */
const askedComponentOf = ({ componentAddress }: DialectFields) =>
  struct("GB/T 26875.3-2011 §7 table 3", { ...system, componentAddress });

/** Objects and bodies of what the centre asks, types 61 to 88 (读). */
export const requestObjects = (fields: DialectFields) => {
  const start = fields.timeNamed("起始时间", "start time");
  const askedComponent = askedComponentOf(fields);
  return {
    readSystemStatus: askedSystem,
    readComponentStatus: askedComponent,
    readComponentAnalog: askedComponent,
    readOperation: struct(typeClause(64), { count: one, ...system, records, start }),
    readSoftwareVersion: struct(typeClause(65), { count: one, ...system }),
    readSystemConfiguration: askedSystem,
    readComponentConfiguration: askedComponent,
    readSystemTime: struct(typeClause(68), { count: one, ...system }),
    readTransmitterStatus: struct(typeClause(81), { count: one, spare }),
    readTransmitterOperation: struct(typeClause(84), { count: one, records, start }),
    readTransmitterVersion: struct(typeClause(85), { count: one, spare }),
    readTransmitterConfiguration: struct(typeClause(86), { count: one, spare }),
    readTransmitterTime: struct(typeClause(88), { count: one, spare }),
  } as const;
};

const REGISTRATION_BYTES = 110;

/** Bodies of what the centre orders, types 89 to 91, and of a vendor's registration. */
export const controlObjects = ({ controlBodies }: GbDialect, { timeNamed }: DialectFields) => {
  const figures = {
    /** Set the clock (同步用户信息传输装置时钟). GB/T 26875.3-2011 figure 45. */
    setClock: struct("GB/T 26875.3-2011 figure 45", { count: one, time: timeNamed("监控中心时间", "centre time") }),
    /** Duty check (查岗命令). GB/T 26875.3-2011 figure 46. */
    dutyCheck: struct("GB/T 26875.3-2011 figure 46", {
      count: one,
      timeoutMinutes: named(u8, { zh: "应答超时时间", en: "answer timeout", unit: "min" }),
    }),
  };
  const bare = {
    setClockBare: struct("GB/T 26875.3-2011 figure 45", { count: one, spare }),
    dutyCheckBare: struct("GB/T 26875.3-2011 figure 46", { count: one, spare }),
  };
  return {
    /** Initialise (初始化用户信息传输装置). */
    initialise: struct(typeClause(89), { count: one, spare }),
    ...((controlBodies === "figures" ? figures : bare) as typeof figures & typeof bare),
  };
};

/** A vendor's registration (注册): its object is not public, so that its bytes are kept. */
export const registration: StructField<{ readonly bytes: Uint8Array }> = struct("GB/T 26875.3-2011 §5.3", {
  count: one,
  bytes: named(bytes(REGISTRATION_BYTES), { zh: "注册信息", en: "registration" }),
});
