import { flags, named, struct, type TypeOf, text, timeLabelKeeping, u8, u16le, u32le } from "@dianan/layout";
import { componentTypes } from "./component-types.ts";
import { systemTypes } from "./system-types.ts";

/** Bits of the component status (部件状态). Bits 9 to 15 are reserved; some makers use them. */
export const componentStatusBits = {
  normal: 0,
  fire: 1,
  fault: 2,
  shielded: 3,
  supervised: 4,
  started: 5,
  feedback: 6,
  delayed: 7,
  powerFault: 8,
} as const;

/** Component status (建筑消防设施部件运行状态), type 2, 46 bytes with its time. GB/T 26875.3-2011 §8.2.1.2, figure 7. */
export const componentStatus = struct("GB/T 26875.3-2011 §8.2.1.2", {
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
  status: named(flags(u16le, componentStatusBits), {
    zh: "部件状态",
    en: "component status",
    clause: "GB/T 26875.3-2011 figure 7",
  }),
  note: named(text(31, "gb18030"), { zh: "部件说明", en: "description" }),
  time: named(timeLabelKeeping(), {
    zh: "状态发生时间",
    en: "time of the state",
    clause: "GB/T 26875.3-2011 figure 17",
  }),
});
export type ComponentStatus = TypeOf<typeof componentStatus>;
