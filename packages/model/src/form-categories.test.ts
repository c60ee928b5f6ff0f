import { expect, test } from "vitest";
import { type FormFacts, formCategories, formCategoryOf } from "./form-categories.ts";
import { type PlaceType, placeTypes } from "./place-types.ts";

test.each<[FormFacts, string | null, string | null]>([
  [{ placeType: "heritage", heritageLevel: "province" }, "fireHeritageProvince", "chargingCare"],
  [{ placeType: "heritage", heritageLevel: "city" }, "fireHeritageCity", "chargingCare"],
  [{ placeType: "heritage" }, null, "chargingCare"],
  [{ placeType: "welfare" }, "fireCare", "chargingCare"],
  [{ placeType: "hospital" }, "fireCare", "chargingCare"],
  [{ placeType: "school" }, "fireCare", "chargingCare"],
  [{ placeType: "rental100" }, "fireRental100", "chargingRental100"],
  [{ placeType: "rental30" }, "fireRental30", "chargingRental30"],
  [{ placeType: "rental30", residents: 100 }, "fireRental100", "chargingRental100"],
  [{ placeType: "rental100", residents: 99 }, "fireRental30", "chargingRental30"],
  [{ placeType: "industry", keyFireUnit: true }, "fireIndustry", null],
  [{ placeType: "labourIntensive", keyFireUnit: true }, "fireLabourIntensive", null],
  [{ placeType: "labourIntensive" }, "fireIndustry", null],
  [{ placeType: "estateManaged" }, null, "chargingEstateManaged"],
  [{ placeType: "estateUnmanaged" }, null, "chargingEstateUnmanaged"],
  [{ placeType: "other" }, null, null],
])("RF-4: %o counts as %s and %s", (facts, fire, charging) => {
  expect(formCategoryOf("electricalFire", facts)).toBe(fire);
  expect(formCategoryOf("charging", facts)).toBe(charging);
});

test("RF-4: every category is reached, and belongs to the system that gives it", () => {
  const reached = new Set<string>();
  for (const placeType of Object.keys(placeTypes) as PlaceType[])
    for (const heritageLevel of ["none", "city", "province"] as const)
      for (const keyFireUnit of [true, false])
        for (const system of ["electricalFire", "charging"] as const) {
          const category = formCategoryOf(system, { placeType, heritageLevel, keyFireUnit });
          if (category === null) continue;
          reached.add(category);
          expect(formCategories[category].system).toBe(system);
        }
  expect([...reached].sort()).toEqual(Object.keys(formCategories).sort());
});
