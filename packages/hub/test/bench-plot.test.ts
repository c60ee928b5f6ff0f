import { expect, test } from "vitest";
import { plotOf } from "../bench/growth-plot.ts";

const plot = { title: "A < B", places: [1, 3, 10], lines: [{ name: "p99 & more", values: [2, 4, 8] }] };

test("a plot names each line with what it has become, and says text as text", () => {
  const svg = plotOf(plot);
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(svg).toContain("A &lt; B");
  expect(svg).toContain("p99 &amp; more: 4.0×");
  expect(svg.match(/<circle /g)).toHaveLength(3);
  expect(svg).not.toContain("NaN");
});

test("each doubling is as high as the one before, and what stays the same is level", () => {
  const lines = [
    { name: "doubles", values: [1, 2, 4] },
    { name: "stays", values: [7, 7, 7] },
  ];
  const heights = [...plotOf({ ...plot, lines }).matchAll(/<circle [^>]*cy="([0-9.]+)"/g)].map(([, cy]) => Number(cy));
  const [a = 0, b = 0, c = 0, d, e, f] = heights;
  expect(a - b).toBeCloseTo(b - c, 0);
  expect(a - b).toBeGreaterThan(10);
  expect([d, e, f]).toEqual([a, a, a]);
});

test.each([
  ["one value too few", [1, 2]],
  ["nothing", [1, 0, 2]],
  ["less than nothing", [1, -1, 2]],
  ["no number", [1, Number.NaN, 2]],
])("%s is not plotted", (_, values) => {
  expect(() => plotOf({ ...plot, lines: [{ name: "wrong", values }] })).toThrow(/wrong: .*above 0/);
});
