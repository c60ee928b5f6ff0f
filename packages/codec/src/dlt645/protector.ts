import { bitFields, type Code, flags, named, struct, type TypeOf, u8 } from "@dianan/layout";
import { clause } from "./codes.ts";

/** How long a residual-current alarm lasts (剩余电流报警时间). The order of the numbers is unconfirmed. */
export const alarmTimes = {
  off: { code: 0, zh: "关闭", en: "off" },
  day: { code: 1, zh: "24 小时", en: "24 hours" },
  permanent: { code: 2, zh: "长期", en: "permanent" },
} as const satisfies Readonly<Record<string, Code>>;

/**
 * Control word (控制字) of residual-current protectors (剩余电流动作保护器) that speak DL/T 645-2007 with data identifiers of their
 * own, 4 bytes, byte 1 first. Which identifier carries it is unconfirmed: a profile says so, this codec binds it to none.
 */
export const protectorControl = struct(clause("residual-current protectors: control word"), {
  modes: named(flags(u8, { dataAlarm: 6, light: 5, sound: 4, timedTest: 3, gradedReturn: 2, autoReclose: 1 }), {
    zh: "报警与动作方式",
    en: "alarms and actions",
  }),
  supply: named(
    flags(u8, {
      underVoltageAlarm: 7,
      underVoltageControl: 6,
      overVoltageAlarm: 5,
      overVoltageControl: 4,
      phaseLossAlarm: 3,
      phaseLossControl: 2,
      overCurrentAlarm: 1,
      overCurrentControl: 0,
    }),
    { zh: "欠压、过压、缺相、过流", en: "under-voltage, over-voltage, phase loss, over-current" },
  ),
  neutral: named(flags(u8, { testSource: 7, neutralLossAlarm: 1, neutralLossControl: 0 }), {
    zh: "试验源、缺零",
    en: "test source, neutral loss",
  }),
  grades: named(
    bitFields(u8, {
      threshold: { low: 4, width: 4 },
      delay: { low: 2, width: 2 },
      alarmTime: { low: 0, width: 2, codes: alarmTimes },
    }),
    { zh: "剩余电流档位、延时档位、报警时间", en: "grades of threshold and delay, time of the alarm" },
  ),
});
/** The control word, opened. */
export type ProtectorControl = TypeOf<typeof protectorControl>;
