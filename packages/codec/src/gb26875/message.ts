import { type Field, list, named, type StructField, struct, type TypeOf, u8, union } from "@dianan/layout";
import type { GbDialect } from "./dialect.ts";
import { facilityObjects } from "./facility.ts";
import { type DialectFields, fieldsOf, typeClause } from "./fields.ts";
import { controlObjects, registration, requestObjects } from "./requests.ts";
import { transmitterObjects } from "./transmitter.ts";
import { typeFlags } from "./type-flags.ts";

/** Tables of types by their name in messages: the number of the type, and what stands behind it. */
export type TypeTables = Readonly<Record<string, readonly [number, StructField<object>]>>;
/** What the tables of user types decode to. */
export type MessageOf<T extends TypeTables> = {
  [K in keyof T & string]: { readonly kind: K } & TypeOf<T[K][1]>;
}[keyof T & string];

const OBJECTS = { zh: "信息对象", en: "objects" } as const;

/** A type whose objects follow a count (信息对象数目), up to the limit that its figure prints. */
const listOf = <N extends number, T>(typeFlag: N, object: Field<T>, max: number) =>
  [
    typeFlag,
    struct(typeClause(typeFlag), { items: named(list(object, { count: u8, min: 1, max }), OBJECTS) }),
  ] as const;

/** Types with a list of objects. Each limit keeps the unit within 1024 bytes. GB/T 26875.3-2011 table 3. */
const listCases = (dialect: GbDialect, fields: DialectFields) => {
  const { systemStatus, componentStatus, componentAnalog, operation, systemConfiguration, componentConfiguration } =
    facilityObjects(dialect, fields);
  const requests = requestObjects(fields);
  return {
    systemStatus: listOf(1, systemStatus, 102),
    componentStatus: listOf(2, componentStatus, 22),
    componentAnalog: listOf(3, componentAnalog, 63),
    operation: listOf(4, operation, 102),
    systemConfiguration: listOf(6, systemConfiguration, 3),
    componentConfiguration: listOf(7, componentConfiguration, 26),
    transmitterOperation: listOf(24, transmitterObjects(dialect, fields).transmitterOperation, 127),
    readSystemStatus: listOf(61, requests.readSystemStatus, 102),
    readComponentStatus: listOf(62, requests.readComponentStatus, 22),
    readComponentAnalog: listOf(63, requests.readComponentAnalog, 63),
    readSystemConfiguration: listOf(66, requests.readSystemConfiguration, 3),
    readComponentConfiguration: listOf(67, requests.readComponentConfiguration, 26),
  } as const;
};

/** Types with exactly one object. */
const singleCases = (dialect: GbDialect, fields: DialectFields) => {
  const facility = facilityObjects(dialect, fields);
  const transmitter = transmitterObjects(dialect, fields);
  const requests = requestObjects(fields);
  const { initialise, setClock, dutyCheck, setClockBare, dutyCheckBare } = controlObjects(dialect, fields);
  const figures = { setClock: [90, setClock], dutyCheck: [91, dutyCheck] } as const;
  const bare = { setClockBare: [90, setClockBare], dutyCheckBare: [91, dutyCheckBare] } as const;
  const register = { registration: [0, registration] } as const;
  return {
    softwareVersion: [5, facility.softwareVersion],
    systemTime: [8, facility.systemTime],
    transmitterStatus: [21, transmitter.transmitterStatus],
    transmitterVersion: [25, transmitter.transmitterVersion],
    transmitterConfiguration: [26, transmitter.transmitterConfiguration],
    transmitterTime: [28, transmitter.transmitterTime],
    readOperation: [64, requests.readOperation],
    readSoftwareVersion: [65, requests.readSoftwareVersion],
    readSystemTime: [68, requests.readSystemTime],
    readTransmitterStatus: [81, requests.readTransmitterStatus],
    readTransmitterOperation: [84, requests.readTransmitterOperation],
    readTransmitterVersion: [85, requests.readTransmitterVersion],
    readTransmitterConfiguration: [86, requests.readTransmitterConfiguration],
    readTransmitterTime: [88, requests.readTransmitterTime],
    initialise: [89, initialise],
    ...((dialect.controlBodies === "figures" ? figures : bare) as typeof figures & typeof bare),
    ...((dialect.registration ? register : {}) as typeof register),
  } as const;
};

type StandardCases = ReturnType<typeof listCases> & ReturnType<typeof singleCases>;
const typeFlagField = named(u8, {
  zh: "类型标志",
  en: "type flag",
  clause: "GB/T 26875.3-2011 §7 table 3",
  codes: typeFlags,
});

/**
 * Application data unit (应用数据单元): type flag, object count, objects. GB/T 26875.3-2011 §7, figure 5, table 3. A type that
 * is not here keeps all its bytes; so do, in a dialect, those whose count is not one of objects.
 */
export const applicationDataUnitOf = (dialect: GbDialect, userTypes: TypeTables = {}) => {
  const fields = fieldsOf(dialect);
  const cases = {
    ...((dialect.objectCount === "objects" ? listCases(dialect, fields) : {}) as ReturnType<typeof listCases>),
    ...singleCases(dialect, fields),
    ...userTypes,
  } as StandardCases;
  return named(union(typeFlagField, cases, { unknown: "typeFlag" }), {
    zh: "应用数据单元",
    en: "application data unit",
    clause: "GB/T 26875.3-2011 §7",
  });
};

/**
 * What a packet says. `empty`: no application data, as confirm, deny and some heartbeats have it. `unknown`: bytes of a type
 * without a table. `shortPacket`: a 12-byte packet of a dialect, which has no head.
 */
export type Message =
  | TypeOf<ReturnType<typeof applicationDataUnitOf>>
  | { readonly kind: "empty" }
  | { readonly kind: "shortPacket"; readonly bytes: Uint8Array };
