import { alarmClasses, alarmTypes, deviceTypes, placeTypes, severities } from "@dianan/model";
import type { Dimension } from "../ports/alarm-figures.ts";

type Words = { readonly zh: string; readonly en: string };

/** What a table counts of its alarms (统计指标), by the names of a cell's figures. */
export const figureWords = {
  raised: { zh: "发生", en: "Raised" },
  acknowledged: { zh: "已确认", en: "Acknowledged" },
  acknowledgedInTime: { zh: "5 分钟内确认", en: "Acknowledged within 5 min" },
  rectified: { zh: "已整改", en: "Rectified" },
  rectifiedInTime: { zh: "期限内整改", en: "Rectified in time" },
  closed: { zh: "已关闭", en: "Closed" },
  overdue: { zh: "逾期", en: "Overdue" },
  false: { zh: "误报", en: "False" },
  meanAcknowledgeSeconds: { zh: "平均确认用时(s)", en: "Mean time to acknowledge (s)" },
  p90AcknowledgeSeconds: { zh: "九成确认用时(s)", en: "Nine of ten acknowledged within (s)" },
  meanRectifyHours: { zh: "平均整改用时(h)", en: "Mean time to rectify (h)" },
  p90RectifyHours: { zh: "九成整改用时(h)", en: "Nine of ten rectified within (h)" },
} as const satisfies { readonly [figure: string]: Words };
export type FigureName = keyof typeof figureWords;
export const figureNames = Object.keys(figureWords) as readonly FigureName[];

export const dimensionWords: { readonly [D in Dimension]: Words } = {
  year: { zh: "年", en: "Year" },
  quarter: { zh: "季", en: "Quarter" },
  month: { zh: "月", en: "Month" },
  week: { zh: "周", en: "Week" },
  day: { zh: "日", en: "Day" },
  hour: { zh: "小时", en: "Hour" },
  regionCode: { zh: "区域", en: "Region" },
  community: { zh: "社区", en: "Community" },
  placeType: { zh: "场所类型", en: "Place type" },
  unitId: { zh: "单位", en: "Unit" },
  operatorId: { zh: "运维机构", en: "Operator" },
  vendorId: { zh: "厂商", en: "Vendor" },
  deviceType: { zh: "设备类型", en: "Device type" },
  type: { zh: "告警类型", en: "Alarm type" },
  class: { zh: "级别", en: "Class" },
  severity: { zh: "等级", en: "Severity" },
};

export const tableWords = {
  title: { zh: "告警统计", en: "Alarm statistics" },
  period: { zh: "统计期间", en: "Period" },
  filter: { zh: "筛选", en: "Filter" },
  all: { zh: "全部", en: "All" },
  figure: { zh: "指标", en: "Figure" },
  madeAt: { zh: "生成时间", en: "Made at" },
  total: { zh: "合计", en: "Total" },
  previous: { zh: "上期", en: "Period before" },
  unknown: { zh: "未登记", en: "Not recorded" },
} as const satisfies { readonly [name: string]: Words };

const tables: { readonly [D in Dimension]?: { readonly [code: string]: Words } } = {
  ...{ placeType: placeTypes, deviceType: deviceTypes, type: alarmTypes, class: alarmClasses, severity: severities },
};

/** The word of a code; of what is no code, such as a community, itself. */
export const codeText = (dimension: Dimension, key: string | null, language: "zh" | "en"): string => {
  if (key === null) return tableWords.unknown[language];
  const table = tables[dimension];
  return table !== undefined && Object.hasOwn(table, key) ? (table[key]?.[language] ?? key) : key;
};
