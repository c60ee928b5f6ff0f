import {
  type Field,
  type KeptTimeLabel,
  named,
  reserved,
  struct,
  type Text,
  type TimeLabel,
  text,
  timeLabelKeeping,
  u8,
  u16le,
  u32le,
} from "@dianan/layout";
import { componentTypes } from "./component-types.ts";
import type { GbDialect } from "./dialect.ts";
import { systemTypes } from "./system-types.ts";

/** Clause of a row of table 3. */
export const typeClause = (typeFlag: number): string => `GB/T 26875.3-2011 §7 table 3 type ${typeFlag}`;

/** A time label; null: all its bytes are zero, the device has no clock. `{ raw }`: six bytes that are no time. */
export type Time = TimeLabel | KeptTimeLabel | null;

/**
 * Component address (部件地址), 4 bytes: one number in the standard; zone (区号, 回路) and point (位号) or text in dialects.
 */
export type ComponentAddress = number | { readonly zone: number; readonly point: number } | Text;

/** These types carry exactly one object (信息对象数目 1). */
export const one = named(reserved(1, 1), { zh: "信息对象数目", en: "object count" });
/** One reserved byte, 0 (预留). */
export const spare = named(reserved(1), { zh: "预留", en: "reserved" });

export const system = {
  systemType: named(u8, {
    zh: "系统类型",
    en: "system type",
    clause: "GB/T 26875.3-2011 table 4",
    codes: systemTypes,
  }),
  systemAddress: named(u8, { zh: "系统地址", en: "system address" }),
} as const;

export const componentType = named(u8, {
  zh: "部件类型",
  en: "component type",
  clause: "GB/T 26875.3-2011 table 5",
  codes: componentTypes,
});

export const version = {
  major: named(u8, { zh: "主版本号", en: "major version" }),
  minor: named(u8, { zh: "次版本号", en: "minor version" }),
} as const;

const zone = named(u16le, { zh: "区号", en: "zone" });
const point = named(u16le, { zh: "位号", en: "point" });
const ADDRESS = "GB/T 26875.3-2011 §7";
const addressForms: { readonly [F in GbDialect["componentAddress"]]: Field<ComponentAddress> } = {
  u32: u32le as Field<ComponentAddress>,
  decimal: u32le as Field<ComponentAddress>,
  zonePoint: struct(ADDRESS, { zone, point }) as Field<ComponentAddress>,
  pointZone: struct(ADDRESS, { point, zone }) as Field<ComponentAddress>,
  ascii8: text(8, "ascii") as Field<ComponentAddress>,
};

const NOTE_BYTES = 31;

/** Fields whose bytes a dialect changes. */
export const fieldsOf = ({ time, componentAddress, note, notePad }: GbDialect) => {
  const label = timeLabelKeeping({ digits: time });
  const timeNamed = (zh: string, en: string): Field<Time> =>
    named(label, { zh, en, clause: "GB/T 26875.3-2011 figure 17" });
  return {
    timeNamed,
    componentAddress: named(addressForms[componentAddress], { zh: "部件地址", en: "component address" }),
    /** Description (部件说明): an odd number of bytes, so that a character of two bytes may be cut. */
    note: named(text(NOTE_BYTES, note, { pad: notePad }), {
      zh: "部件说明",
      en: "description",
    }),
  } as const;
};
export type DialectFields = ReturnType<typeof fieldsOf>;
