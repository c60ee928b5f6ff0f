import type { Code } from "@dianan/layout";
import type { Direction } from "../protocol.ts";

/** Type flags (类型标志), GB/T 26875.3-2011 table 3. What is not listed up to 127 is reserved; 128-254 are user-defined. */
// biome-ignore format: a table is read by its rows
export const typeFlags = {
  systemStatus: { code: 1, zh: "上传建筑消防设施系统状态", en: "system status", clause: "GB/T 26875.3-2011 table 3", direction: "up" },
  componentStatus: { code: 2, zh: "上传建筑消防设施部件运行状态", en: "component status", clause: "GB/T 26875.3-2011 table 3", direction: "up" },
  componentAnalog: { code: 3, zh: "上传建筑消防设施部件模拟量值", en: "component analog value", clause: "GB/T 26875.3-2011 table 3", direction: "up" },
  operation: { code: 4, zh: "上传建筑消防设施操作信息", en: "operation record", clause: "GB/T 26875.3-2011 table 3", direction: "up" },
  softwareVersion: { code: 5, zh: "上传建筑消防设施软件版本", en: "software version", clause: "GB/T 26875.3-2011 table 3", direction: "up" },
  systemConfiguration: { code: 6, zh: "上传建筑消防设施系统配置情况", en: "system configuration", clause: "GB/T 26875.3-2011 table 3", direction: "up" },
  componentConfiguration: { code: 7, zh: "上传建筑消防设施部件配置情况", en: "component configuration", clause: "GB/T 26875.3-2011 table 3", direction: "up" },
  systemTime: { code: 8, zh: "上传建筑消防设施系统时间", en: "system time", clause: "GB/T 26875.3-2011 table 3", direction: "up" },
  transmitterStatus: { code: 21, zh: "上传用户信息传输装置运行状态", en: "transmission device status", clause: "GB/T 26875.3-2011 table 3", direction: "up" },
  transmitterOperation: { code: 24, zh: "上传用户信息传输装置操作信息", en: "transmission device operation record", clause: "GB/T 26875.3-2011 table 3", direction: "up" },
  transmitterVersion: { code: 25, zh: "上传用户信息传输装置软件版本", en: "transmission device version", clause: "GB/T 26875.3-2011 table 3", direction: "up" },
  transmitterConfiguration: { code: 26, zh: "上传用户信息传输装置配置情况", en: "transmission device configuration", clause: "GB/T 26875.3-2011 table 3", direction: "up" },
  transmitterTime: { code: 28, zh: "上传用户信息传输装置系统时间", en: "transmission device time", clause: "GB/T 26875.3-2011 table 3", direction: "up" },
  readSystemStatus: { code: 61, zh: "读建筑消防设施系统状态", en: "read system status", clause: "GB/T 26875.3-2011 table 3", direction: "down" },
  readComponentStatus: { code: 62, zh: "读建筑消防设施部件运行状态", en: "read component status", clause: "GB/T 26875.3-2011 table 3", direction: "down" },
  readComponentAnalog: { code: 63, zh: "读建筑消防设施部件模拟量值", en: "read component analog value", clause: "GB/T 26875.3-2011 table 3", direction: "down" },
  readOperation: { code: 64, zh: "读建筑消防设施操作信息", en: "read operation records", clause: "GB/T 26875.3-2011 table 3", direction: "down" },
  readSoftwareVersion: { code: 65, zh: "读建筑消防设施软件版本", en: "read software version", clause: "GB/T 26875.3-2011 table 3", direction: "down" },
  readSystemConfiguration: { code: 66, zh: "读建筑消防设施系统配置情况", en: "read system configuration", clause: "GB/T 26875.3-2011 table 3", direction: "down" },
  readComponentConfiguration: { code: 67, zh: "读建筑消防设施部件配置情况", en: "read component configuration", clause: "GB/T 26875.3-2011 table 3", direction: "down" },
  readSystemTime: { code: 68, zh: "读建筑消防设施系统时间", en: "read system time", clause: "GB/T 26875.3-2011 table 3", direction: "down" },
  readTransmitterStatus: { code: 81, zh: "读用户信息传输装置运行状态", en: "read transmission device status", clause: "GB/T 26875.3-2011 table 3", direction: "down" },
  readTransmitterOperation: { code: 84, zh: "读用户信息传输装置操作信息记录", en: "read transmission device operation records", clause: "GB/T 26875.3-2011 table 3", direction: "down" },
  readTransmitterVersion: { code: 85, zh: "读用户信息传输装置软件版本", en: "read transmission device version", clause: "GB/T 26875.3-2011 table 3", direction: "down" },
  readTransmitterConfiguration: { code: 86, zh: "读用户信息传输装置配置情况", en: "read transmission device configuration", clause: "GB/T 26875.3-2011 table 3", direction: "down" },
  readTransmitterTime: { code: 88, zh: "读用户信息传输装置系统时间", en: "read transmission device time", clause: "GB/T 26875.3-2011 table 3", direction: "down" },
  initialise: { code: 89, zh: "初始化用户信息传输装置", en: "initialise transmission device", clause: "GB/T 26875.3-2011 table 3", direction: "down" },
  setClock: { code: 90, zh: "同步用户信息传输装置时钟", en: "set transmission device clock", clause: "GB/T 26875.3-2011 table 3", direction: "down" },
  dutyCheck: { code: 91, zh: "查岗命令", en: "duty check", clause: "GB/T 26875.3-2011 table 3", direction: "down" },
} as const satisfies Readonly<Record<string, Code & { readonly direction: Direction }>>;
