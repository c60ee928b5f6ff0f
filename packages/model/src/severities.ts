import type { CodeTable } from "./table.ts";

/** How urgent an alarm is (告警等级). The code is the level 1 to 4 of the alarm table, 1 the highest. */
export const severities = {
  critical: { code: 1, zh: "紧急", en: "Critical" },
  high: { code: 2, zh: "高", en: "High" },
  medium: { code: 3, zh: "中", en: "Medium" },
  low: { code: 4, zh: "低", en: "Low" },
} as const satisfies CodeTable;

/** Slug of {@link severities}: the word in JSON. */
export type Severity = keyof typeof severities;
/** Level of {@link severities}, 1 the highest. */
export type SeverityLevel = (typeof severities)[Severity]["code"];

const byLevel = { 1: "critical", 2: "high", 3: "medium", 4: "low" } as const satisfies {
  [L in SeverityLevel]: Severity;
};

/** The word for a level: 1 is `critical`. */
export const severityOfLevel = (level: SeverityLevel): Severity => byLevel[level];
