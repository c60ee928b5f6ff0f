import { expect, test } from "vitest";
import { sumsBy } from "./charging-sums.ts";

type Figure = Parameters<typeof sumsBy>[0][number];
const figure = (componentId: string, day: string, ends: readonly (readonly [string, number])[]): Figure => {
  const sessions = ends.reduce((sum, [, count]) => sum + count, 0);
  const abnormalEnds = ends.reduce((sum, [end, count]) => sum + (end === "full" ? 0 : count), 0);
  return {
    ...{
      unitId: "unit-1",
      componentId,
      from: `${day}T00:00:00+08:00`,
      sessions,
      abnormalEnds,
      energyKwh: sessions / 2,
    },
    ...{ minutes: sessions * 60, ends: ends.map(([end, count]) => ({ end, sessions: count })) },
  };
};
const figures = [
  figure("port-1", "2026-11-01", [
    ["full", 3],
    ["overPower", 1],
  ]),
  figure("port-2", "2026-11-01", [["full", 2]]),
  figure("port-1", "2026-11-03", [
    ["smoke", 2],
    ["overPower", 1],
  ]),
];

test("CP-3.2: charges and abnormal power-offs by port, with the reasons of those that were abnormal", () => {
  const [first, second] = sumsBy(figures, ({ componentId }) => componentId ?? "", ["port-1", "port-2"]);
  expect(first).toEqual({
    ...{ key: "port-1", sessions: 7, abnormalEnds: 4, energyKwh: 3.5, minutes: 420 },
    reasons: [
      ["overPower", 2],
      ["smoke", 2],
    ],
  });
  expect(second).toMatchObject({ sessions: 2, abnormalEnds: 0, reasons: [] });
});

test("CP-3.2: a day without a charge is a day with none, and not left out", () => {
  const days = ["2026-11-01", "2026-11-02", "2026-11-03"];
  const sums = sumsBy(figures, ({ from }) => from.slice(0, 10), days);
  expect(sums.map(({ key, sessions, abnormalEnds }) => [key, sessions, abnormalEnds])).toEqual([
    ["2026-11-01", 6, 1],
    ["2026-11-02", 0, 0],
    ["2026-11-03", 3, 3],
  ]);
});

test("a port that is no longer there keeps its figures, behind those that are", () => {
  expect(sumsBy(figures, ({ componentId }) => componentId ?? "", ["port-2"]).map(({ key }) => key)).toEqual([
    ...["port-2", "port-1"],
  ]);
});

test("an end that no table knows counts as abnormal, as the hub counts it", () => {
  const [sum] = sumsBy([figure("port-1", "2026-11-01", [["newReason", 1]])], () => "all", []);
  expect(sum?.reasons).toEqual([["newReason", 1]]);
});
