import { expect, test } from "vitest";
import { shiftedPlace } from "./shifted-place.ts";

test("near Jinjiang a place of WGS 84 lies about 560 m elsewhere in GCJ-02; outside China it does not move", () => {
  const place = { id: "unit-1", latitude: 24.718012, longitude: 118.538871 };
  const moved = shiftedPlace(place);
  const north = (moved.latitude - place.latitude) * 111_320;
  const east = (moved.longitude - place.longitude) * 111_320 * Math.cos((place.latitude * Math.PI) / 180);
  expect(Math.hypot(north, east)).toBeGreaterThan(500);
  expect(Math.hypot(north, east)).toBeLessThan(620);
  expect([moved.id, place.latitude]).toEqual(["unit-1", 24.718012]);
  const berlin = { latitude: 52.52, longitude: 13.4 };
  expect(shiftedPlace(berlin)).toEqual(berlin);
});
