import { expect, test } from "vitest";
import { type Device, kindOfPlural, pluralOf, recordKinds } from "./index.ts";

test("EF-N.5: records are pushed before those that refer to them", () => {
  expect(recordKinds).toEqual(["operator", "unit", "device", "component", "alarm"]);
});

test("a kind and its word in URLs lead to each other, and no other text leads to a kind", () => {
  for (const kind of recordKinds) expect(kindOfPlural(pluralOf(kind))).toBe(kind);
  for (const text of ["", "device", "Devices", "devices/", "users", "constructor", "__proto__"])
    expect(kindOfPlural(text)).toBeNull();
});

test("SH-6: the types accept unknown members and codes, and still refuse what contradicts the schema", () => {
  const device: Device = {
    ...{
      id: "dev-889",
      name: "1 号车间配电箱",
      address: "1 号车间一层",
      latitude: 24.7,
      longitude: 118.5,
      operatorId: "op-01",
    },
    ...{
      unitId: "unit-0001",
      platformCode: "JJLY01",
      installedOn: "2026-03-18",
      manufacturer: "示例电气",
      componentCount: 0,
    },
    type: "arcDetector2030",
    status: "normal",
    heritageLevel: "city",
  };
  expect(device.heritageLevel).toBe("city");
  // @ts-expect-error a latitude is a number
  const wrong: Device = { ...device, latitude: "24.7" };
  // @ts-expect-error a device has a status
  const lacking: Device = { id: "dev-889" };
  expect([wrong, lacking]).toHaveLength(2);
});
