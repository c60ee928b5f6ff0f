import { type CodeTable, isSlugOf } from "./table.ts";

/**
 * What a platform can ask of a device (设备命令), whatever its protocol. A profile maps each to a frame; numbers are ours.
 * What a device makes of it is a command result; a set point is written only with a strong permission (GB 14287).
 */
export const deviceCommands = {
  read: { code: 1, zh: "读取", en: "Read" },
  setClock: { code: 2, zh: "校时", en: "Set the clock" },
  setThreshold: { code: 3, zh: "设置设定值", en: "Set a set point" },
  setPeriod: { code: 4, zh: "设置上报周期", en: "Set the upload period" },
  silence: { code: 10, zh: "消音", en: "Silence" },
  reset: { code: 11, zh: "复位", en: "Reset" },
  selfCheck: { code: 12, zh: "自检", en: "Self-test" },
  reboot: { code: 13, zh: "重启", en: "Reboot" },
  locate: { code: 14, zh: "寻找设备", en: "Locate" },
  open: { code: 20, zh: "分闸", en: "Open the switch" },
  close: { code: 21, zh: "合闸", en: "Close the switch" },
  startCharge: { code: 30, zh: "开始充电", en: "Start charging" },
  stopCharge: { code: 31, zh: "停止充电", en: "Stop charging" },
} as const satisfies CodeTable;

/** Slug of {@link deviceCommands}. */
export type DeviceCommand = keyof typeof deviceCommands;

/** True for a slug of {@link deviceCommands}. */
export const isDeviceCommand = (text: unknown): text is DeviceCommand => isSlugOf(deviceCommands, text);
