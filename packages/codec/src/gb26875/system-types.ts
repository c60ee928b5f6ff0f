import type { Code } from "@dianan/layout";

/** System types (系统类型), GB/T 26875.3-2011 table 4. Codes 2-9 and 25-127 are reserved, 128-255 user-defined. */
// biome-ignore format: a table is read by its rows
export const systemTypes = {
  general: { code: 0, zh: "通用", en: "general", clause: "GB/T 26875.3-2011 table 4" },
  fireAlarm: { code: 1, zh: "火灾报警系统", en: "fire alarm system", clause: "GB/T 26875.3-2011 table 4" },
  linkageController: { code: 10, zh: "消防联动控制器", en: "linkage controller", clause: "GB/T 26875.3-2011 table 4" },
  hydrant: { code: 11, zh: "消火栓系统", en: "hydrant system", clause: "GB/T 26875.3-2011 table 4" },
  sprinkler: { code: 12, zh: "自动喷水灭火系统", en: "sprinkler system", clause: "GB/T 26875.3-2011 table 4" },
  gasExtinguishing: { code: 13, zh: "气体灭火系统", en: "gas extinguishing system", clause: "GB/T 26875.3-2011 table 4" },
  waterSprayPump: { code: 14, zh: "水喷雾灭火系统(泵启动方式)", en: "water spray system, pump", clause: "GB/T 26875.3-2011 table 4" },
  waterSprayVessel: { code: 15, zh: "水喷雾灭火系统(压力容器启动方式)", en: "water spray system, pressure vessel", clause: "GB/T 26875.3-2011 table 4" },
  foam: { code: 16, zh: "泡沫灭火系统", en: "foam system", clause: "GB/T 26875.3-2011 table 4" },
  dryPowder: { code: 17, zh: "干粉灭火系统", en: "dry powder system", clause: "GB/T 26875.3-2011 table 4" },
  smokeControl: { code: 18, zh: "防烟排烟系统", en: "smoke control system", clause: "GB/T 26875.3-2011 table 4" },
  fireDoorsAndShutters: { code: 19, zh: "防火门及卷帘系统", en: "fire doors and shutters", clause: "GB/T 26875.3-2011 table 4" },
  fireLift: { code: 20, zh: "消防电梯", en: "fire lift", clause: "GB/T 26875.3-2011 table 4" },
  emergencyBroadcast: { code: 21, zh: "消防应急广播", en: "emergency broadcast", clause: "GB/T 26875.3-2011 table 4" },
  emergencyLighting: { code: 22, zh: "消防应急照明和疏散指示系统", en: "emergency lighting", clause: "GB/T 26875.3-2011 table 4" },
  firePowerSupply: { code: 23, zh: "消防电源", en: "fire power supply", clause: "GB/T 26875.3-2011 table 4" },
  fireTelephone: { code: 24, zh: "消防电话", en: "fire telephone", clause: "GB/T 26875.3-2011 table 4" },
} as const satisfies Readonly<Record<string, Code>>;
