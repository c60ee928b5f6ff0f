import { type Column, type FormDocument, type FormSheet, shareOf } from "./form-sheet.ts";
import { sheetNames } from "./forms.ts";
import { adviceFor } from "./hazard-advice.ts";
import type { MonitoringFacts } from "./monitoring-facts.ts";
import { summaryOf } from "./monitoring-words.ts";

const column = (zh: string, en: string, width: number, kind: Column["kind"] = "text"): Column => ({
  ...{ title: { zh, en }, width, kind },
  ...(kind === "count" ? { total: "sum" as const } : {}),
});

/** The tables of a monitoring report as sheets, for a workbook. */
export const monitoringSheets = (facts: MonitoringFacts): FormDocument => {
  const { language, unit } = facts;
  const zh = language === "zh";
  const sheet = (name: string, columns: readonly Column[], rows: FormSheet["rows"], isSummed = false): FormSheet => ({
    ...{ name, columns, rows, title: facts.title, signs: [] },
    head: [
      [zh ? "单位" : "Unit", unit.name],
      [zh ? "统计期间" : "Period", `${facts.from} – ${facts.to}`],
      [zh ? "编号" : "No.", facts.number],
    ],
    totalWord: isSummed ? (zh ? "合计" : "Total") : null,
    notes: facts.notes,
  });
  const sheets = [
    sheet(
      zh ? "概况" : "Summary",
      [column("概况", "Summary", 90)],
      [...summaryOf(facts).map((line) => [line]), ...(facts.advice === "" ? [] : [[facts.advice]])],
    ),
    sheet(
      zh ? "每日告警" : "By day",
      [
        column("日期", "Day", 14),
        column("报警", "Alarms", 10, "count"),
        column("预警", "Warnings", 10, "count"),
        column("故障", "Faults", 10, "count"),
      ],
      facts.days.map(({ day, alarm, warning, fault }) => [day, alarm, warning, fault]),
      true,
    ),
    sheet(
      zh ? "隐患" : "Hazards",
      [
        ...[
          column("隐患", "Hazard", 22),
          column("位置", "Place", 26),
          column("首次", "First", 17),
          column("末次", "Last", 17),
        ],
        ...[
          column("次数", "Count", 8, "count"),
          column("最大值", "Highest", 12),
          column("状态", "State", 12),
          column("期限", "Due", 17),
        ],
        ...[column("书面意见", "Written advice", 30), column("通用建议", "General advice", 50)],
      ],
      facts.hazards.map((one) => [
        ...[one.title, one.place, one.first, one.last, one.count, one.most, one.state, one.dueAt],
        ...[one.written, adviceFor(one.type).advice[language]],
      ]),
    ),
    sheet(
      zh ? "测量" : "Measurements",
      [
        ...[column("位置", "Place", 28), column("测量量", "Quantity", 16), column("数据条数", "Values", 10, "count")],
        ...[column("平均", "Mean", 14), column("最大", "Highest", 14), column("最小", "Lowest", 14)],
      ],
      facts.measurements.map(({ place, quantity, count, mean, most, least }) => [
        place,
        quantity,
        count,
        mean,
        most,
        least,
      ]),
    ),
    sheet(
      zh ? "设备" : "Devices",
      [
        ...[
          column("设备", "Device", 28),
          column("类型", "Type", 20),
          column("在线率", "Online", 10, "share"),
          column("状态", "Status", 12),
        ],
        ...[
          column("免费维修至", "Free repair until", 14, "date"),
          column("免费维护至", "Free maintenance until", 14, "date"),
        ],
      ],
      facts.devices.map(({ name, type, onlineShare, status, repairUntil, maintenanceUntil }) => [
        ...[name, type, onlineShare, status, repairUntil, maintenanceUntil],
      ]),
    ),
    ...(facts.charging === null
      ? []
      : [
          sheet(
            zh ? "充电" : "Charging",
            [
              column("充电口", "Port", 30),
              column("充电次数", "Sessions", 10, "count"),
              column("异常断电", "Abnormal power-offs", 12, "count"),
              column("异常率", "Share", 10, "share"),
            ],
            facts.charging.ports.map(({ name, sessions, abnormal }) => [
              name,
              sessions,
              abnormal,
              shareOf(abnormal, sessions),
            ]),
            true,
          ),
        ]),
  ];
  const names = sheetNames(sheets.map(({ name }) => name));
  return {
    ...{ language, title: facts.title, at: facts.at },
    sheets: sheets.map((one, n) => ({ ...one, name: names[n] ?? one.name })),
  };
};
