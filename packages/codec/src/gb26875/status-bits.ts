import type { Flags } from "@dianan/layout";
import type { GbDialect } from "./dialect.ts";

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

/** What makers say with the reserved bits (dialect option `componentBits`). */
const componentFaultBits = {
  offline: 9,
  open: 10,
  short: 11,
  removed: 12,
  sensorFault: 14,
  upgradeFault: 15,
} as const;

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

/** Operations at a facility (操作标志), type 4. */
export const facilityOperationBits = {
  reset: 0,
  muted: 1,
  manualAlarm: 2,
  alarmCleared: 3,
  selfTest: 4,
  acknowledged: 5,
  tested: 6,
} as const;

/** Operations at the transmission device, type 24: the same but for bit 5, the answer to a duty check (查岗应答). */
export const transmitterOperationBits = {
  reset: 0,
  muted: 1,
  manualAlarm: 2,
  alarmCleared: 3,
  selfTest: 4,
  dutyAnswered: 5,
  tested: 6,
} as const;

type Names = Readonly<Record<string, number>>;
/** Status of a table of bits: bit 0 is `normal`, or `test` in a dialect; what a dialect names beside them may be there. */
export type StatusFlags<B extends Names, More extends string = never> = Flags<Exclude<keyof B & string, "normal">> & {
  readonly [N in "normal" | "test" | More]?: boolean;
};
export type ComponentFault = keyof typeof componentFaultBits;

/** Bits with the name that bit 0 has in a dialect. */
export const bitsOf = <B extends Names>(bits: B, { statusBit0 }: GbDialect): Names => {
  if (statusBit0 === "normal") return bits;
  return Object.fromEntries(Object.entries(bits).map(([name, bit]) => [bit === 0 ? "test" : name, bit]));
};

/** Every name that a bit of the component status has, in the standard (figure 7) first, then in dialects. */
export const componentStatusNames = { ...componentStatusBits, test: 0, ...componentFaultBits } as const;

/** Bits of the component status in a dialect. */
export const componentBitsOf = (dialect: GbDialect): Names => ({
  ...bitsOf(componentStatusBits, dialect),
  ...(dialect.componentBits === "faults" ? componentFaultBits : {}),
});
