import type { CodeTable } from "./table.ts";

/** Kinds of devices (设备类型), SH-3. GB/T 26875.3 has no code for them: the numbers are ours, from its user-defined range. */
export const deviceTypes = {
  electricalFireMonitor: { code: 128, zh: "无线电气火灾监控装置", en: "Wireless electrical fire monitor" },
  chargingPile: { code: 129, zh: "电动自行车智能充电桩", en: "E-bike smart charging pile" },
  userTransmissionDevice: { code: 130, zh: "用户信息传输装置", en: "User information transmission device" },
  gateway: { code: 131, zh: "网关", en: "Gateway" },
  other: { code: 255, zh: "其他", en: "Other" },
} as const satisfies CodeTable;

/** Slug of {@link deviceTypes}. */
export type DeviceType = keyof typeof deviceTypes;
