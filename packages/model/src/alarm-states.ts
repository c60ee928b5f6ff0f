import type { CodeTable } from "./table.ts";

/** Whether an alarm still stands (告警状态). A device's own word that it is gone clears nothing (SEC-DEV-03). */
export const alarmStates = {
  raised: { code: 1, zh: "未消除", en: "Raised" },
  cleared: { code: 2, zh: "已消除", en: "Cleared" },
} as const satisfies CodeTable;

/** Slug of {@link alarmStates}. */
export type AlarmState = keyof typeof alarmStates;
