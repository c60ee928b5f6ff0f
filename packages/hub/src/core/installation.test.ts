import fc from "fast-check";
import { expect, test } from "vitest";
import { forbiddenMember, isChargingDevice, shortWarranties, withWarranties } from "./installation.ts";

test.each([
  ["2026-03-18", "2029-03-17", "2027-03-17"],
  ["2026-01-01", "2028-12-31", "2026-12-31"],
  ["2024-02-29", "2027-02-28", "2025-02-28"],
  ["2025-03-01", "2028-02-29", "2026-02-28"],
])("EF-5.2, CP-4.3: installed on %s, repair is free until %s and maintenance until %s", (installedOn, repair, care) => {
  const file = withWarranties({ installedOn });
  expect(file).toEqual({ installedOn, vendorRepairUntil: repair, vendorMaintenanceUntil: care });
  expect(shortWarranties(file)).toEqual([]);
});

test("EF-5.2: a warranty that is named stays as it is, and is short when it ends a day too early", () => {
  const file = withWarranties({ installedOn: "2026-03-18", vendorRepairUntil: "2029-03-16" });
  expect(file.vendorRepairUntil).toBe("2029-03-16");
  expect(shortWarranties(file)).toEqual(["vendorRepairUntil"]);
  expect(shortWarranties({ ...file, vendorRepairUntil: "2031-01-01" })).toEqual([]);
});

test("EF-5.2: whatever the day, the warranties that are filled in are none too short, and in their order", () => {
  const days = fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(days, (day) => {
      const file = withWarranties({ installedOn: day.toISOString().slice(0, 10) });
      expect(shortWarranties(file)).toEqual([]);
      expect(String(file.vendorMaintenanceUntil) < String(file.vendorRepairUntil)).toBe(true);
    }),
  );
});

test.each([
  [{ spot: "stairwell" }, "spot"],
  [{ spot: "evacuationWalkway" }, "spot"],
  [{ spot: "safetyExit" }, "spot"],
  [{ placeType: "stairwell" }, "placeType"],
  [{ spot: "carport", placeType: "safetyExit" }, "placeType"],
  [{ spot: "carport", placeType: "estateManaged" }, null],
  [{ spot: "toString" }, null],
  [{}, null],
])("CP-1.4: nothing may charge at %j", (file, member) => {
  expect(forbiddenMember(file)).toBe(member);
});

test("what charges is told by its type", () => {
  expect(["chargingPile", "chargingCabinet", "ChargingSocket"].every(isChargingDevice)).toBe(true);
  expect(["electricalFireMonitor", "gateway", "discharger", "", undefined, 129].some(isChargingDevice)).toBe(false);
});
