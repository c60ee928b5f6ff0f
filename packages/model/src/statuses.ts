import type { CodeRow } from "./table.ts";

/** State of a device or component (设备状态, 部件状态), SH-3, SH-4. `charging: true` are states of charging ports only. */
export const statuses = {
  normal: { code: 0, zh: "正常", en: "Normal", charging: false },
  alarm: { code: 1, zh: "报警", en: "Alarm", charging: false },
  fault: { code: 2, zh: "故障", en: "Fault", charging: false },
  offline: { code: 3, zh: "离线", en: "Offline", charging: false },
  /** Shielded: its alarms are ignored on purpose. */
  disabled: { code: 4, zh: "屏蔽", en: "Disabled", charging: false },
  maintenance: { code: 5, zh: "维护", en: "Maintenance", charging: false },
  unknown: { code: 6, zh: "未知", en: "Unknown", charging: false },
  charging: { code: 20, zh: "充电中", en: "Charging", charging: true },
  idle: { code: 21, zh: "空闲", en: "Idle", charging: true },
  occupied: { code: 22, zh: "占用", en: "Occupied", charging: true },
  reserved: { code: 23, zh: "预约", en: "Reserved", charging: true },
  full: { code: 24, zh: "已充满", en: "Full", charging: true },
} as const satisfies { readonly [slug: string]: CodeRow & { readonly charging: boolean } };

/** Slug of {@link statuses}. */
export type Status = keyof typeof statuses;
