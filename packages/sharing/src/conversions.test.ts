import { alarmTypes, type CoordinateSystem, statuses } from "@dianan/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { recordSchema } from "../scripts/schemas.ts";
import {
  codedMembers,
  codeLists,
  convertPoint,
  fromTcecStation,
  inSystem,
  isCreditCode,
  isImei,
  isOrganisationCode,
  looksSwapped,
  masked,
  maskName,
  maskPhone,
  personalMembers,
  recordKinds,
  statusOfTcec,
  tcecStatusOf,
  toTcecStation,
  unknownCodes,
  validate,
  warningsOf,
} from "./index.ts";

const unit = recordSchema("unit").examples[1] as never as Parameters<typeof toTcecStation>[0];
const operator = recordSchema("operator").examples[0] as never as Parameters<typeof toTcecStation>[1];
const device = recordSchema("device").examples[0] as never as Parameters<typeof toTcecStation>[2][0];
const component = recordSchema("component").examples[0] as never as Parameters<typeof toTcecStation>[3][0];

// Computed by hand from the published formula's constants (a = 6378245.0, ee = 0.00669342162296594323).
test.each<[string, CoordinateSystem, CoordinateSystem, [number, number], [number, number]]>([
  [
    "Shanghai, the point of the published eviltransform tests",
    "WGS84",
    "GCJ02",
    [31.1774276, 121.5272106],
    [31.17530398364597, 121.531541859215],
  ],
  ["Shenzhen, likewise", "WGS84", "GCJ02", [22.543847, 113.912316], [22.540796131694766, 113.9171764808363]],
  ["Beijing, likewise", "WGS84", "GCJ02", [39.911954, 116.377817], [39.91334545536069, 116.38404722455657]],
])("%s", (_, from, to, [latitude, longitude], [north, east]) => {
  const there = convertPoint({ latitude, longitude }, from, to);
  expect(there.latitude).toBeCloseTo(north, 5);
  expect(there.longitude).toBeCloseTo(east, 5);
});

test("near Jinjiang GCJ-02 lies about 0.003 degrees south and 0.0045 degrees east of WGS 84", () => {
  const there = convertPoint({ latitude: 24.718, longitude: 118.5389 }, "CGCS2000", "GCJ02");
  expect(24.718 - there.latitude).toBeCloseTo(0.003, 3);
  expect(there.longitude - 118.5389).toBeCloseTo(0.0045, 2);
});

test("every system and back is the same place within a metre; CGCS2000 and WGS 84 are one; abroad nothing is shifted", () => {
  const systems = ["CGCS2000", "WGS84", "GCJ02", "BD09"] as const;
  const inland = fc.record({
    latitude: fc.double({ min: 20, max: 45, noNaN: true }),
    longitude: fc.double({ min: 80, max: 125, noNaN: true }),
  });
  fc.assert(
    fc.property(inland, fc.constantFrom(...systems), fc.constantFrom(...systems), (point, from, to) => {
      const back = convertPoint(convertPoint(point, from, to), to, from);
      expect(Math.abs(back.latitude - point.latitude)).toBeLessThan(1e-5);
      expect(Math.abs(back.longitude - point.longitude)).toBeLessThan(1e-5);
      expect(convertPoint(point, "CGCS2000", "WGS84")).toEqual(point);
    }),
  );
  const paris = { latitude: 48.85, longitude: 2.35 };
  expect(convertPoint(paris, "WGS84", "GCJ02")).toEqual(paris);
});

test("a record says in which system it now is; a system that nobody knows is refused", () => {
  const there = inSystem({ latitude: 24.7, longitude: 118.5, name: "x" }, "GCJ02", "WGS84");
  expect(there).toMatchObject({ coordinateSystem: "GCJ02", name: "x" });
  expect(there.latitude).not.toBe(24.7);
  expect(() => inSystem({ ...there, coordinateSystem: "MARS" }, "WGS84", "WGS84")).toThrow("coordinateSystem: MARS");
  expect(() => inSystem({ ...there, coordinateSystem: "toString" }, "WGS84", "WGS84")).toThrow(RangeError);
});

test.each([
  ["91350100M000100Y43", true],
  ["91350100M000100Y44", false],
  ["91350100M000100Y4", false],
  ["91350100I000100Y43", false],
  ["", false],
])("GB 32100-2015: %s: %s", (code, right) => {
  expect(isCreditCode(code)).toBe(right);
});

test("GB 32100-2015: a change of any one character is found", () => {
  const code = "91350100M000100Y43";
  const letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  for (let at = 0; at < code.length; at += 1)
    for (const letter of letters)
      expect(isCreditCode(code.slice(0, at) + letter + code.slice(at + 1)), `${at} ${letter}`).toBe(
        letter === code[at],
      );
});

test.each([
  ["D2143569-X", true],
  ["D2143569X", true],
  ["D2143568-X", false],
  ["D21435-69X", true],
  ["2143569-X", false],
])("GB 11714: %s: %s", (code, right) => {
  expect(isOrganisationCode(code)).toBe(right);
});

test.each([
  ["490154203237518", true],
  ["490154203237519", false],
  ["49015420323751", false],
  ["49015420323751A", false],
])("IMEI %s: %s", (imei, right) => {
  expect(isImei(imei)).toBe(right);
});

test("SH-6: a code of no list is accepted and marked; known ones are not", () => {
  const strange = { ...device, type: "flyingSaucer" };
  expect(validate("device", strange).ok).toBe(true);
  expect(unknownCodes("device", strange)).toEqual([{ path: "/type", list: "deviceTypes", code: "flyingSaucer" }]);
  expect(unknownCodes("device", device)).toEqual([]);
  for (const type of Object.keys(alarmTypes)) expect(unknownCodes("alarm", { type })).toEqual([]);
  expect(unknownCodes("alarm", { type: "toString" })).toHaveLength(1);
  for (const kind of recordKinds) for (const [, list] of codedMembers(kind)) expect(codeLists).toHaveProperty(list);
});

test("what is odd about a valid record is said, and no more", () => {
  const odd = { ...unit, latitude: 118.5, longitude: 24.7, placeType: "castle", creditCode: "91350100M000100Y44" };
  const codes = (record: object) => warningsOf("unit", record as never).map(({ code, path }) => `${code} ${path}`);
  expect(codes(unit)).toEqual([]);
  expect(codes(odd)).toEqual([
    "unknown-code /placeType",
    "swapped-coordinates /latitude",
    "credit-code-check /creditCode",
  ]);
  expect(codes({ ...unit, latitude: 0, longitude: 0 })).toEqual(["outside-china /latitude"]);
  expect(warningsOf("device", { ...device, imei: "490154203237519" }).map(({ code }) => code)).toEqual(["imei-check"]);
  expect(looksSwapped({ latitude: 24.7, longitude: 118.5 })).toBe(false);
});

test.each([
  ["13800005678", "138****5678"],
  ["+8613800005678", "138****5678"],
  ["138-0000-5678", "138****5678"],
  ["0595-85600000", "****0000"],
  ["110", "****110"],
])("SEC-PII-03: phone %s is shown as %s", (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown);
});

test("SEC-PII-01, -03: the schemas mark personal members, and masking leaves none of them whole", () => {
  expect(recordKinds.map((kind) => [kind, personalMembers(kind)])).toEqual([
    ["operator", ["contactName", "contactPhone"]],
    ["unit", ["contactName", "contactPhone"]],
    ["device", []],
    ["component", []],
    ["alarm", []],
  ]);
  expect(maskName(" 欧阳某")).toBe("欧*");
  expect(maskName("")).toBe("");
  const shown = masked("operator", { ...operator, contactName: "示例联系人", contactPhone: "13800005678" });
  expect(shown).toMatchObject({ contactName: "示*", contactPhone: "138****5678", name: operator.name });
  expect(masked("device", device)).toBe(device);
});

const facts = { operatorId: "M000100Y4", coordinateSystem: "CGCS2000" } as const;

test("T/CEC 102: a unit with its device and port becomes a station in GCJ-02 and comes back", () => {
  const made = toTcecStation(unit, operator, [device], [{ ...component, deviceId: device.id, id: "port-1" }], facts);
  if (!made.ok) throw new Error(made.error[0]?.message.en);
  expect(made.value).toMatchObject({
    StationID: unit.id,
    CountryCode: "CN",
    AreaCode: "350582",
    OperatorID: "M000100Y4",
  });
  expect(made.value.StationLat).not.toBe(unit.latitude);
  expect(String(made.value.StationLng).split(".")[1]?.length).toBeLessThanOrEqual(6);
  const back = fromTcecStation(made.value, {
    platformCode: "JJLY01",
    operatorId: operator.id,
    installedOn: "2026-01-02",
    manufacturer: "示例厂家",
    connectorStatus: { "port-1": 3 },
  });
  expect(validate("unit", back.unit)).toMatchObject({ ok: true });
  expect(back.devices.map((one) => validate("device", one).ok)).toEqual([true]);
  expect(back.components.map((one) => validate("component", one).ok)).toEqual([true]);
  expect(back.components[0]).toMatchObject({ id: "port-1", status: "charging", deviceId: device.id });
  const home = inSystem(back.unit, "CGCS2000", "GCJ02");
  expect(home.latitude).toBeCloseTo(unit.latitude, 5);
});

test("T/CEC 102: what is longer than its field is refused by name, nothing is cut", () => {
  const long = { ...unit, id: "u".repeat(21), address: "址".repeat(51) };
  const made = toTcecStation(long, operator, [{ ...device, id: "d".repeat(24) }], [], facts);
  expect(made.ok ? [] : made.error.map(({ path }) => path)).toEqual([
    "/StationID",
    "/Address",
    "/EquipmentInfos/0/EquipmentID",
  ]);
});

test("T/CEC 102: states map both ways; numbers that it does not have are no state", () => {
  for (const status of Object.keys(statuses)) expect([0, 1, 2, 3, 4, 255]).toContain(tcecStatusOf(status));
  expect(tcecStatusOf("a later one")).toBe(0);
  expect([0, 1, 2, 3, 4, 255].map((code) => tcecStatusOf(statusOfTcec(code) ?? ""))).toEqual([0, 1, 2, 3, 4, 255]);
  for (const code of [5, -1, 1.5, 254]) expect(statusOfTcec(code)).toBeNull();
});
