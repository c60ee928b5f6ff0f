import { i16le, named, struct, type TypeOf, timeLabelKeeping, u8, u32le } from "@dianan/layout";
import { analogTypes } from "./analog-types.ts";
import { componentTypes } from "./component-types.ts";
import { systemTypes } from "./system-types.ts";

/** Component analog value (建筑消防设施部件模拟量值), type 3, 16 bytes. GB/T 26875.3-2011 §7 table 3, table 6. */
export const componentAnalog = struct("GB/T 26875.3-2011 §7 table 3 type 3", {
  systemType: named(u8, {
    zh: "系统类型",
    en: "system type",
    clause: "GB/T 26875.3-2011 table 4",
    codes: systemTypes,
  }),
  systemAddress: named(u8, { zh: "系统地址", en: "system address" }),
  componentType: named(u8, {
    zh: "部件类型",
    en: "component type",
    clause: "GB/T 26875.3-2011 table 5",
    codes: componentTypes,
  }),
  componentAddress: named(u32le, { zh: "部件地址", en: "component address" }),
  analogType: named(u8, {
    zh: "模拟量类型",
    en: "analog type",
    clause: "GB/T 26875.3-2011 table 6",
    codes: analogTypes,
  }),
  value: named(i16le, { zh: "模拟量值", en: "analog value", clause: "GB/T 26875.3-2011 table 6" }),
  time: named(timeLabelKeeping(), {
    zh: "采样时间",
    en: "sample time",
    clause: "GB/T 26875.3-2011 figure 17",
  }),
});
export type ComponentAnalog = TypeOf<typeof componentAnalog>;
