import type { CodeTable } from "./table.ts";

/** Kinds of places that the plan covers (场所类型). The wording of `zh` is ours; the kinds are the plan's. */
export const placeTypes = {
  heritage: { code: 1, zh: "文保单位、历史建筑和街区", en: "Heritage unit, historic building or street" },
  welfare: { code: 2, zh: "养老、救助和福利机构", en: "Elderly care, relief or welfare" },
  hospital: { code: 3, zh: "医院", en: "Hospital" },
  school: { code: 4, zh: "学校", en: "School" },
  rental30: { code: 5, zh: "出租房(30 人以上)", en: "Rental housing (30 people or more)" },
  rental100: { code: 6, zh: "出租房(100 人以上)", en: "Rental housing (100 people or more)" },
  industry: { code: 7, zh: "工业企业", en: "Industrial enterprise" },
  estateManaged: { code: 8, zh: "有物业小区", en: "Estate with property management" },
  estateUnmanaged: { code: 9, zh: "无物业小区", en: "Estate without property management" },
  labourIntensive: { code: 10, zh: "劳动密集型企业(服装、制鞋)", en: "Labour-intensive factory (clothing, shoes)" },
  other: { code: 99, zh: "其他电气火灾多发场所", en: "Other place of frequent electrical fire" },
} as const satisfies CodeTable;

/** Slug of {@link placeTypes}. */
export type PlaceType = keyof typeof placeTypes;
