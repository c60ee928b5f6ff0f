import { type FormSystem, formCategories } from "@dianan/model";
import { expect, test } from "vitest";
import { coverageOf, type Site } from "./coverage.ts";

const site = (body: Site["body"], ...systems: readonly FormSystem[]): Site => ({ body, systems });
const counted = (sites: readonly Site[]) =>
  Object.fromEntries(
    coverageOf(sites)
      .filter(({ base }) => base > 0)
      .map(({ category, base, done }) => [category, [base, done]]),
  );

test("PL-3, RF-4: every category of the form is told in its order, also one without sites", () => {
  const rows = coverageOf([]);
  expect(rows.map(({ category }) => category)).toEqual(Object.keys(formCategories));
  expect(rows.every(({ base, done }) => base === 0 && done === 0)).toBe(true);
});

test("PL-3: a site counts in a category of each system, and is done where that system is installed", () => {
  expect(
    counted([
      site({ placeType: "school" }, "electricalFire"),
      site({ placeType: "school" }, "charging", "electricalFire"),
      site({ placeType: "rental30", residents: 120 }),
      site({ placeType: "estateManaged" }, "electricalFire"),
      site({ placeType: "labourIntensive", keyFireUnit: true }, "electricalFire"),
      site({ placeType: "heritage", heritageLevel: "city" }),
    ]),
  ).toEqual({
    fireCare: [2, 2],
    chargingCare: [3, 1],
    fireRental100: [1, 0],
    chargingRental100: [1, 0],
    chargingEstateManaged: [1, 0],
    fireLabourIntensive: [1, 1],
    fireHeritageCity: [1, 0],
  });
});

test("PL-3: a unit whose record does not say what it is counts nowhere", () => {
  const bodies = [{}, { placeType: "" }, { placeType: 5 }, { placeType: "toString" }, { placeType: "castle" }];
  expect(counted(bodies.map((body) => site(body, "electricalFire")))).toEqual({});
  expect(counted([site({ placeType: "heritage", heritageLevel: "constructor" }, "electricalFire")])).toEqual({
    chargingCare: [1, 0],
  });
});
