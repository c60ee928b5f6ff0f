import { expect, test } from "vitest";
import { PLAN_HEIGHT, PLAN_WIDTH, type PlanUnit, planOf, wholeView } from "./unit-plan.ts";

const unit = (id: string, latitude: number, longitude: number, more: Partial<PlanUnit> = {}): PlanUnit => ({
  ...{ id, name: id, community: "灵水", latitude, longitude, system: "WGS84", worst: null, alarms: 0 },
  ...more,
});
const far = [
  unit("a", 24.7, 118.5),
  unit("b", 24.71, 118.52, { worst: "alarm", alarms: 2, community: "林口" }),
] as const;

test("EF-4.3: two units stand to scale: as far apart on the plan as they are on the ground", () => {
  const view = wholeView(far);
  if (view === null) throw new Error("no view");
  const plan = planOf(far, view);
  const [a, b] = [plan.marks.find(({ units }) => units[0]?.id === "a"), plan.marks.at(-1)];
  const metres = Math.hypot((b?.x ?? 0) - (a?.x ?? 0), (b?.y ?? 0) - (a?.y ?? 0)) / (PLAN_WIDTH / view.metres);
  // 0.01° north and 0.02° east at 24.7°.
  expect(metres).toBeGreaterThan(2_300);
  expect(metres).toBeLessThan(2_330);
  expect((plan.bar.length / PLAN_WIDTH) * view.metres).toBeCloseTo(plan.bar.metres);
  expect(plan.names.map(({ name }) => name).sort()).toEqual(["林口", "灵水"]);
});

test("units that are too near are one mark with their worst class, and what is wrong is drawn last", () => {
  const near = [...far, unit("c", 24.7, 118.50001, { worst: "fault", alarms: 1 })];
  const view = wholeView(near);
  if (view === null) throw new Error("no view");
  const { marks } = planOf(near, view);
  expect(marks.map(({ units, worst, alarms }) => [units.length, worst, alarms])).toEqual([
    [2, "fault", 1],
    [1, "alarm", 2],
  ]);
  for (const { x, y } of marks) expect(x > 0 && x < PLAN_WIDTH && y > 0 && y < PLAN_HEIGHT).toBe(true);
});

test("names of communities never lie over one another", () => {
  const crowd = [
    unit("a", 24.7, 118.5),
    unit("b", 24.70001, 118.50001, { community: "林口" }),
    unit("c", 24.72, 118.53),
  ];
  const view = wholeView(crowd);
  expect(view === null ? [] : planOf(crowd, view).names.map(({ name }) => name)).toEqual(["灵水", "林口"]);
});

test("a unit without a place is not drawn; where none has one there is no plan", () => {
  expect(wholeView([unit("x", 0, 0), unit("y", Number.NaN, 118)])).toBeNull();
  expect(wholeView([])).toBeNull();
  const view = wholeView(far);
  expect(view === null ? -1 : planOf([unit("x", 0, 0), unit("outside", 30, 100)], view).marks.length).toBe(0);
});

test("one unit alone has a plan of at least 200 m, not of nothing", () => {
  expect(wholeView([far[0]])?.metres).toBe(270);
});
