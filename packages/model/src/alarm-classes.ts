import type { CodeTable } from "./table.ts";

/** What an alarm record means for safety (告警类别), most urgent first: the code is the rank in a list. */
export const alarmClasses = {
  /** Dangerous; latches until it is reset. */
  alarm: { code: 1, zh: "报警", en: "Alarm" },
  /** A set value below the alarm's, or a trend. */
  warning: { code: 2, zh: "预警", en: "Warning" },
  /** A device, sensor or line that does not work as it should. */
  fault: { code: 3, zh: "故障", en: "Fault" },
  /** Computed by the platform, never sent by a device. */
  offline: { code: 4, zh: "离线", en: "Offline" },
  /** Normal life: charging ended, self-test done. */
  event: { code: 5, zh: "事件", en: "Event" },
} as const satisfies CodeTable;

/** Slug of {@link alarmClasses}. */
export type AlarmClass = keyof typeof alarmClasses;
