import type { MonitoringFacts } from "./monitoring-facts.ts";
import type { Language } from "./words.ts";

const percent = (share: number | null, none: string): string =>
  share === null ? none : `${(share * 100).toFixed(1)}%`;

/** Minutes as people say them. */
export const spanText = (minutes: number | null, language: Language): string => {
  if (minutes === null) return "–";
  const [value, zh, en] =
    minutes < 120
      ? [minutes, "分钟", "min"]
      : minutes < 2_880
        ? [minutes / 60, "小时", "h"]
        : [minutes / 1_440, "天", "d"];
  return `${Math.round(value * 10) / 10} ${language === "zh" ? zh : en}`;
};

const change = (now: number, before: number | undefined, language: Language): string => {
  if (before === undefined) return "";
  const by = now - before;
  const sign = by > 0 ? `+${by}` : String(by);
  return language === "zh" ? `,较上期 ${sign}` : `, ${sign} on the period before`;
};

/** The period in a few sentences (概述), from the same figures that the tables have. */
export const summaryOf = (facts: MonitoringFacts): readonly string[] => {
  const { counts, before, language, onlineShare } = facts;
  const zh = language === "zh";
  const lines: string[] = [];
  lines.push(
    zh
      ? `本期监测设备 ${counts.devices} 台、部件 ${counts.components} 个,在线率 ${percent(onlineShare, "无数据")}。`
      : `${counts.devices} devices with ${counts.components} components were monitored, online ${percent(onlineShare, "not known")} of the time.`,
  );
  lines.push(
    zh
      ? `报警 ${counts.alarm} 次${change(counts.alarm, before?.alarm, language)};预警 ${counts.warning} 次${change(counts.warning, before?.warning, language)};故障 ${counts.fault} 次${change(counts.fault, before?.fault, language)}。其中误报 ${counts.asFalse} 次。`
      : `${counts.alarm} alarms${change(counts.alarm, before?.alarm, language)}; ${counts.warning} warnings${change(counts.warning, before?.warning, language)}; ${counts.fault} faults${change(counts.fault, before?.fault, language)}. ${counts.asFalse} of them were false.`,
  );
  lines.push(
    zh
      ? `期末未关闭 ${counts.open} 项,其中逾期 ${counts.overdue} 项;平均确认用时 ${spanText(facts.acknowledgeMinutes, language)},平均整改用时 ${spanText(facts.rectifyMinutes, language)}。`
      : `${counts.open} are still open, ${counts.overdue} of them overdue; acknowledged after ${spanText(facts.acknowledgeMinutes, language)} and rectified after ${spanText(facts.rectifyMinutes, language)} on average.`,
  );
  return lines;
};

/** What unit and operator do next (下一步), from what is open. */
export const nextSteps = (facts: MonitoringFacts): readonly string[] => {
  const zh = facts.language === "zh";
  const { counts, devices } = facts;
  const steps: string[] = [];
  if (facts.operator === null)
    steps.push(zh ? "单位尚未确定运维机构,请尽快落实(EF-5.10)。" : "The unit has no operator: find one (EF-5.10).");
  if (counts.overdue > 0)
    steps.push(
      zh
        ? `立即处理 ${counts.overdue} 项逾期隐患,并说明原因。`
        : `Deal with ${counts.overdue} overdue hazards now, and say why they are.`,
    );
  if (counts.open > counts.overdue)
    steps.push(
      zh
        ? `在期限内完成其余 ${counts.open - counts.overdue} 项整改并复测。`
        : `Rectify the other ${counts.open - counts.overdue} in time and measure again.`,
    );
  const ending = devices.filter(({ maintenanceUntil }) => maintenanceUntil !== null && maintenanceUntil <= facts.to);
  if (ending.length > 0)
    steps.push(
      zh
        ? `${ending.length} 台设备免费维护期已满,请安排维护(EF-5.2)。`
        : `The free maintenance of ${ending.length} devices is over: arrange it (EF-5.2).`,
    );
  const weak = devices.filter(({ onlineShare }) => onlineShare !== null && onlineShare < 0.95);
  if (weak.length > 0)
    steps.push(
      zh
        ? `${weak.length} 台设备在线率低于 95%,请检查供电与信号。`
        : `${weak.length} devices were online less than 95 % of the time: check power and signal.`,
    );
  if (steps.length === 0)
    steps.push(zh ? "保持日常巡查,按期维护设备。" : "Go on with patrols, and maintain the devices in time.");
  return steps;
};
