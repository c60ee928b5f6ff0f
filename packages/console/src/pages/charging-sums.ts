import { isSessionEnd, sessionEnds } from "@dianan/model";
import type { components } from "@dianan/open-api";

type Figure = components["schemas"]["ChargingFigure"];
/** Charging (充电统计) of one port or one day. */
export type ChargingSum = {
  readonly key: string;
  readonly sessions: number;
  readonly abnormalEnds: number;
  readonly energyKwh: number;
  readonly minutes: number;
  /** Reasons of abnormal power-offs, the most frequent first. */
  readonly reasons: readonly (readonly [end: string, sessions: number])[];
};

const isAbnormal = (end: string): boolean => (isSessionEnd(end) ? sessionEnds[end].isAbnormal : true);

const sumOf = (key: string, figures: readonly Figure[]): ChargingSum => {
  const total = (of: (figure: Figure) => number): number => figures.reduce((sum, one) => sum + of(one), 0);
  const reasons = new Map<string, number>();
  for (const { end, sessions } of figures.flatMap(({ ends }) => ends))
    if (isAbnormal(end)) reasons.set(end, (reasons.get(end) ?? 0) + sessions);
  return {
    key,
    sessions: total(({ sessions }) => sessions),
    abnormalEnds: total(({ abnormalEnds }) => abnormalEnds),
    energyKwh: total(({ energyKwh }) => energyKwh),
    minutes: total(({ minutes }) => minutes),
    reasons: [...reasons].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
  };
};

/** One sum for each key, in their order; a key without figures has nothing but zeros. Figures of other keys come after them. */
export const sumsBy = (
  figures: readonly Figure[],
  keyOf: (figure: Figure) => string,
  keys: readonly string[],
): readonly ChargingSum[] => {
  const groups = new Map<string, Figure[]>(keys.map((key) => [key, []]));
  for (const figure of figures) {
    const group = groups.get(keyOf(figure));
    if (group === undefined) groups.set(keyOf(figure), [figure]);
    else group.push(figure);
  }
  return [...groups].map(([key, group]) => sumOf(key, group));
};
