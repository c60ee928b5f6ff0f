import { type AlarmTypeRow, alarmTypes, isAlarmType } from "@dianan/model";
import type { ClassCounts, HazardFacts } from "@dianan/reports";
import { overdueFrom } from "../core/alarm-life-state.ts";
import type { StoredRecord } from "../ports/records.ts";
import { textIn, timeIn } from "./all-records.ts";

/** How far people are with an alarm (处理阶段), in words. */
const stages = {
  unacknowledged: { zh: "未确认", en: "not acknowledged" },
  acknowledged: { zh: "已确认", en: "acknowledged" },
  rectified: { zh: "已整改", en: "rectified" },
  closed: { zh: "已关闭", en: "closed" },
} as const;

type Counted = { -readonly [C in keyof ClassCounts]: number };

const classOf = ({ body }: StoredRecord): keyof ClassCounts | null => {
  const name = textIn(body, "class");
  return name === "alarm" || name === "warning" || name === "fault" ? name : null;
};

/** Alarms of a span by class. */
export const countsOf = (alarms: readonly StoredRecord[]): ClassCounts => {
  const counts: Counted = { alarm: 0, warning: 0, fault: 0 };
  for (const one of alarms) {
    const name = classOf(one);
    if (name !== null) counts[name] += 1;
  }
  return counts;
};

/** The same, told apart by day and by hour of the day. */
export const whenOf = (
  alarms: readonly StoredRecord[],
  days: readonly string[],
  local: (at: number) => string,
): { readonly days: readonly (ClassCounts & { readonly day: string })[]; readonly hours: readonly number[] } => {
  const byDay = new Map(days.map((day) => [day, { day, alarm: 0, warning: 0, fault: 0 }]));
  const hours = Array.from({ length: 24 }, () => 0);
  for (const one of alarms) {
    const name = classOf(one);
    const at = timeIn(one.body, "occurredAt");
    if (name === null || at === null) continue;
    const text = local(at);
    const row = byDay.get(text.slice(0, 10));
    if (row !== undefined) row[name] += 1;
    const hour = Number(text.slice(11, 13));
    hours[hour] = (hours[hour] ?? 0) + 1;
  }
  return { days: [...byDay.values()], hours };
};

const mean = (all: readonly number[]): number | null =>
  all.length === 0 ? null : all.reduce((sum, one) => sum + one, 0) / all.length / 60_000;

/** Minutes from receipt to acknowledgement, and to rectification; null: none was. */
export const paceOf = (alarms: readonly StoredRecord[]) => {
  const acknowledge: number[] = [];
  const rectify: number[] = [];
  for (const { body, life } of alarms) {
    const from = timeIn(body, "receivedAt") ?? timeIn(body, "occurredAt");
    if (from === null || life === undefined) continue;
    if (life.acknowledged !== null) acknowledge.push(Math.max(0, life.acknowledged.at - from));
    if (life.rectification !== null) rectify.push(Math.max(0, life.rectification.rectifiedAt - from));
  }
  return { acknowledgeMinutes: mean(acknowledge), rectifyMinutes: mean(rectify) };
};

/** Open alarms, those overdue, and those closed as false. */
export const standingOf = (alarms: readonly StoredRecord[], now: number) => {
  const work = alarms.filter((one) => classOf(one) !== null);
  const isOpen = ({ life }: StoredRecord): boolean => life !== undefined && life.stage !== "closed";
  const isLate = ({ life }: StoredRecord): boolean => {
    const from = life === undefined ? null : overdueFrom(life);
    return from !== null && from < now;
  };
  return {
    open: work.filter(isOpen).length,
    overdue: work.filter(isLate).length,
    asFalse: work.filter(({ life }) => life?.closure?.reason === "false").length,
  };
};

const amount = ({ body }: StoredRecord): number =>
  typeof body.value === "number" ? body.value : Number.NEGATIVE_INFINITY;

/** What each hazard of a period comes to: one for each type at each component, most urgent and most frequent first. */
export const hazardsOf = (
  alarms: readonly StoredRecord[],
  placeOf: (deviceId: string, componentId: string) => string,
  local: (at: number) => string,
  now: number,
  language: "zh" | "en",
): readonly HazardFacts[] => {
  const groups = new Map<string, StoredRecord[]>();
  for (const one of alarms) {
    if (classOf(one) === null && one.body.class !== "offline") continue;
    const key = [one.body.type, one.body.deviceId, one.body.componentId].join("\n");
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const shown = (at: number): string => local(at).slice(0, 16).replace("T", " ");
  const rows = [...groups.values()].map((own) => {
    const inOrder = own.sort((a, b) => (timeIn(a.body, "occurredAt") ?? 0) - (timeIn(b.body, "occurredAt") ?? 0));
    const last = inOrder.at(-1) as StoredRecord;
    const most = inOrder.reduce((a, b) => (amount(b) > amount(a) ? b : a), last);
    const type = textIn(last.body, "type");
    const row: AlarmTypeRow = alarmTypes[isAlarmType(type) ? type : "unmapped"];
    const open = inOrder.filter(({ life }) => life !== undefined && life.stage !== "closed");
    const told = open.at(-1)?.life ?? last.life;
    const advice = inOrder
      .map(({ life }) => life?.advice ?? null)
      .filter((one) => one !== null)
      .at(-1);
    const due = open.map(({ life }) => (life === undefined ? null : overdueFrom(life))).filter((at) => at !== null);
    const first = due.length === 0 ? null : Math.min(...due);
    const fact: HazardFacts = {
      ...{
        type,
        title: row[language],
        place: placeOf(textIn(last.body, "deviceId"), textIn(last.body, "componentId")),
      },
      first: shown(timeIn(inOrder[0]?.body ?? {}, "occurredAt") ?? 0),
      last: shown(timeIn(last.body, "lastOccurredAt") ?? timeIn(last.body, "occurredAt") ?? 0),
      count: inOrder.reduce((sum, { body }) => sum + 1 + (typeof body.repeats === "number" ? body.repeats : 0), 0),
      most: Number.isFinite(amount(most)) ? `${amount(most)} ${textIn(most.body, "unit")}`.trim() : null,
      state: stages[told?.stage ?? "unacknowledged"][language],
      dueAt: first === null ? null : shown(first),
      isOverdue: first !== null && first < now,
      written: advice?.text ?? null,
    };
    return { fact, severity: row.severity };
  });
  return rows.sort((a, b) => a.severity - b.severity || b.fact.count - a.fact.count).map(({ fact }) => fact);
};
