import { flags, named, reserved, struct, type TypeOf, timeLabelKeeping, u8 } from "@dianan/layout";

/** These types carry exactly one object (信息对象数目 1). */
const one = named(reserved(1, 1), { zh: "信息对象数目", en: "object count" });
const time = named(timeLabelKeeping(), { zh: "时间", en: "time", clause: "GB/T 26875.3-2011 figure 17" });

/** Bits of the transmission device's status (用户信息传输装置运行状态): other positions than the system's. */
export const transmitterStatusBits = {
  normal: 0,
  fire: 1,
  fault: 2,
  mainPowerFault: 3,
  backupPowerFault: 4,
  channelFault: 5,
  lineFault: 6,
} as const;

/** Status of the user information transmission device (用户信息传输装置运行状态), type 21. */
export const transmitterStatus = struct("GB/T 26875.3-2011 §7 table 3 type 21", {
  count: one,
  status: named(flags(u8, transmitterStatusBits), { zh: "运行状态", en: "running status" }),
  time,
});
export type TransmitterStatus = TypeOf<typeof transmitterStatus>;

/** Clock of the transmission device (用户信息传输装置系统时间), type 28. */
export const transmitterTime = struct("GB/T 26875.3-2011 §7 table 3 type 28", { count: one, time });

/** Set the clock (同步用户信息传输装置时钟), type 90, from the centre. GB/T 26875.3-2011 figure 45. */
export const setClock = struct("GB/T 26875.3-2011 figure 45", { count: one, time });

/** Duty check (查岗命令), type 91, from the centre. GB/T 26875.3-2011 figure 46. */
export const dutyCheck = struct("GB/T 26875.3-2011 figure 46", {
  count: one,
  timeoutMinutes: named(u8, { zh: "应答超时时间", en: "answer timeout", unit: "min" }),
});
