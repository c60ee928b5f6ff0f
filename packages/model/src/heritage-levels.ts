import type { CodeTable } from "./table.ts";

/** Levels of a heritage unit (文保级别), as the form RF-4 tells them apart. */
export const heritageLevels = {
  none: { code: 0, zh: "非文保单位", en: "No heritage unit" },
  province: { code: 1, zh: "省级以上文保单位", en: "Heritage unit of province level or above" },
  city: { code: 2, zh: "市级文保单位", en: "Heritage unit of city level" },
} as const satisfies CodeTable;

/** Slug of {@link heritageLevels}. */
export type HeritageLevel = keyof typeof heritageLevels;
