import { flags, named, struct, type TypeOf, timeLabelKeeping, u8, u16le } from "@dianan/layout";
import { systemTypes } from "./system-types.ts";

/** Bits of the system status (系统状态). Bit 0 clear means test state (测试状态); many devices leave it clear always. */
export const systemStatusBits = {
  normal: 0,
  fire: 1,
  fault: 2,
  shielded: 3,
  supervised: 4,
  started: 5,
  feedback: 6,
  delayed: 7,
  mainPowerFault: 8,
  backupPowerFault: 9,
  busFault: 10,
  manual: 11,
  configurationChanged: 12,
  reset: 13,
} as const;

/** System status (建筑消防设施系统状态), type 1, 10 bytes. GB/T 26875.3-2011 §7 table 3, figure 6. */
export const systemStatus = struct("GB/T 26875.3-2011 §7 table 3 type 1", {
  systemType: named(u8, {
    zh: "系统类型",
    en: "system type",
    clause: "GB/T 26875.3-2011 table 4",
    codes: systemTypes,
  }),
  systemAddress: named(u8, { zh: "系统地址", en: "system address" }),
  status: named(flags(u16le, systemStatusBits), {
    zh: "系统状态",
    en: "system status",
    clause: "GB/T 26875.3-2011 figure 6",
  }),
  time: named(timeLabelKeeping(), {
    zh: "状态发生时间",
    en: "time of the state",
    clause: "GB/T 26875.3-2011 figure 17",
  }),
});
export type SystemStatus = TypeOf<typeof systemStatus>;
