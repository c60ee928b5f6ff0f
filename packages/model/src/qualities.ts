import type { CodeTable } from "./table.ts";

/** How far a reading can be trusted (数据质量). Only `good` and `estimated` values are numbers to calculate with. */
export const qualities = {
  good: { code: 0, zh: "有效", en: "Good" },
  /** The device did not send the value. The reading's value is 0 and means nothing. */
  missing: { code: 1, zh: "缺失", en: "Missing" },
  /** The device sent its mark for "no value", such as -200 °C. The reading's value is 0 and means nothing. */
  sentinel: { code: 2, zh: "无效标记", en: "Sentinel" },
  estimated: { code: 3, zh: "估算", en: "Estimated" },
  /** Outside the quantity's range; the value is kept as sent. */
  outOfRange: { code: 4, zh: "超量程", en: "Out of range" },
} as const satisfies CodeTable;

/** Slug of {@link qualities}. */
export type Quality = keyof typeof qualities;
