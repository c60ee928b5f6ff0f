import type { CodeTable } from "./table.ts";

/** Whether a device is heard (在线状态), EF-4.1. */
export const presences = {
  online: { code: 1, zh: "在线", en: "Online" },
  /** Its link is lost, or it has been silent for longer than expected. */
  offline: { code: 2, zh: "离线", en: "Offline" },
  /** Silent for longer than {@link UPLOAD_PERIOD_MAX_MS}. */
  timedOut: { code: 3, zh: "超时离线", en: "Timed-out offline" },
} as const satisfies CodeTable;

/** Slug of {@link presences}. */
export type Presence = keyof typeof presences;

/** EF-4.4.2, CP-3.4.2: a device uploads at least every 6 hours; silent for longer it is timed-out offline. Milliseconds. */
export const UPLOAD_PERIOD_MAX_MS = 21_600_000;
