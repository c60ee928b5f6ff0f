import { expect, test } from "vitest";
import { placeIn } from "./place-in.ts";

const place = { id: "unit-1", latitude: 24.718012, longitude: 118.538871, system: "CGCS2000" } as const;
const metres = (a: { latitude: number; longitude: number }, b: { latitude: number; longitude: number }): number =>
  Math.hypot(
    (a.latitude - b.latitude) * 111_320,
    (a.longitude - b.longitude) * 111_320 * Math.cos((a.latitude * Math.PI) / 180),
  );

test("near Jinjiang a place of WGS 84 lies about 560 m elsewhere in GCJ-02; outside China it does not move", () => {
  const moved = placeIn(place, "GCJ02");
  expect(metres(moved, place)).toBeGreaterThan(500);
  expect(metres(moved, place)).toBeLessThan(620);
  expect([moved.id, place.latitude]).toEqual(["unit-1", 24.718012]);
  const berlin = { latitude: 52.52, longitude: 13.4, system: "WGS84" } as const;
  expect(placeIn(berlin, "GCJ02")).toMatchObject({ latitude: 52.52, longitude: 13.4 });
});

test("one and the same place, told in any system, is one mark on any map", () => {
  const told = [place, placeIn(place, "WGS84"), placeIn(place, "GCJ02"), placeIn(place, "BD09")];
  expect(metres(told[3] ?? place, place)).toBeGreaterThan(500);
  for (const one of told)
    for (const system of ["CGCS2000", "WGS84", "GCJ02"] as const)
      expect(metres(placeIn(one, system), placeIn(place, system))).toBeLessThan(1);
});
