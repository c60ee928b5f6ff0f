import { expect, test } from "vitest";
import { mapTiles, tileZoom } from "./map-tiles.ts";
import { PLAN_HEIGHT, PLAN_WIDTH, planOf } from "./unit-plan.ts";

const zooms = { zoomMin: 3, zoomMax: 18 };
const view = { latitude: 24.718, longitude: 118.538, metres: 4_000 };

test("EF-4.3: the level is that whose pixels are nearest to the plan's, and one that the source has", () => {
  // 4,000 m over 800 px is 5 m a pixel; at 24.7 N level 15 has 4.3 m, level 14 8.7 m.
  expect(tileZoom(view, zooms)).toBe(15);
  expect(tileZoom(view, { zoomMin: 3, zoomMax: 12 })).toBe(12);
  expect(tileZoom({ ...view, metres: 2_000_000 }, { zoomMin: 8, zoomMax: 18 })).toBe(8);
});

test("tiles cover the whole plan without a gap, and no more than lies in it", () => {
  const tiles = mapTiles(view, zooms);
  for (const [x, y] of [
    [0.001, 0.001],
    [0.999, 0.001],
    [0.5, 0.5],
    [0.001, 0.999],
    [0.999, 0.999],
  ] as const)
    expect(
      tiles.filter(({ left, top, width, height }) => x >= left && x < left + width && y >= top && y < top + height),
    ).toHaveLength(1);
  for (const { left, top, width, height } of tiles)
    expect([left < 1, top < 1, left + width > 0, top + height > 0]).toEqual([true, true, true, true]);
});

test("a unit lies on the tile, and at the place in it, that a web map has for it", () => {
  const [latitude, longitude] = [24.7252, 118.5301];
  const unit = {
    id: "u",
    name: "u",
    community: "",
    latitude,
    longitude,
    system: "WGS84",
    worst: null,
    alarms: 0,
  } as const;
  const [mark] = planOf([unit], view).marks;
  const [x, y] = [(mark?.x ?? 0) / PLAN_WIDTH, (mark?.y ?? 0) / PLAN_HEIGHT];
  const found = mapTiles(view, zooms).find(
    ({ left, top, width, height }) => x >= left && x < left + width && y >= top && y < top + height,
  );
  // Worked out from the definition of the grid of web maps.
  const z = 15;
  const column = ((longitude + 180) / 360) * 2 ** z;
  const radians = (latitude * Math.PI) / 180;
  const row = ((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2) * 2 ** z;
  expect(found?.url).toBe(`/api/v1/map-tiles/15/${Math.floor(column)}/${Math.floor(row)}`);
  expect((x - (found?.left ?? 0)) / (found?.width ?? 1)).toBeCloseTo(column % 1, 2);
  expect((y - (found?.top ?? 0)) / (found?.height ?? 1)).toBeCloseTo(row % 1, 2);
});

test("a view that is too wide for the source's least level has no tiles rather than hundreds", () => {
  expect(mapTiles({ ...view, metres: 2_000_000 }, { zoomMin: 12, zoomMax: 18 })).toEqual([]);
  expect(mapTiles(view, { zoomMin: 3, zoomMax: 18 }).length).toBeLessThanOrEqual(40);
});
