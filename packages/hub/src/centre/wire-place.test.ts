import { expect, test } from "vitest";
import { componentTypeOf, freePlace, ownPlace, placeKey } from "./wire-place.ts";

const own = { systemType: 1, systemAddress: 1, componentType: 17, componentAddress: 5 };
const settings = { systemType: 129, systemAddress: 3 };

test("a component of the protocol keeps its address; zone and point become one number, zone in the low half", () => {
  expect(ownPlace("1/1/17/5")).toEqual(own);
  expect(ownPlace("1/1/17/2-5")).toEqual({ ...own, componentAddress: 0x00050002 });
  expect(ownPlace("1/1/17/020101165")).toEqual({ ...own, componentAddress: 20_101_165 });
  expect(ownPlace("255/255/255/4294967295")).toMatchObject({ systemType: 255, componentAddress: 0xffff_ffff });
});

test("what is no address of the protocol is none, never wrapped into one", () => {
  for (const key of ["", "1", "1/1/17", "1/1/17/5/6", "256/1/17/5", "1/256/17/5", "1/1/256/5", "1/1/17/4294967296"])
    expect([key, ownPlace(key)]).toEqual([key, null]);
  for (const key of [
    "1/1/17/65536-1",
    "1/1/17/1-65536",
    "1/1/17/-5",
    "1/1/17/AB12CD34",
    "port/1",
    "a/b/c/d",
    null,
    5,
    {},
  ])
    expect([key, ownPlace(key)]).toEqual([key, null]);
});

test("a place that is taken moves to the next system address; a component without one gets the next number", () => {
  const taken = new Set(["1/1/5", "1/2/5", "129/3/1"]);
  const isTaken = (key: string): boolean => taken.has(key);
  expect(freePlace(own, 17, settings, isTaken)).toEqual({ ...own, systemAddress: 3 });
  expect(freePlace(null, 16, settings, isTaken)).toEqual({ ...settings, componentType: 16, componentAddress: 2 });
  for (let address = 0; address <= 255; address += 1) taken.add(`1/${address}/5`);
  expect(freePlace(own, 17, settings, isTaken)).toEqual({ ...settings, componentType: 17, componentAddress: 2 });
});

test("two components of different types do not share an address: a request of the centre names no type", () => {
  expect(placeKey(own)).toBe(placeKey({ ...own, componentType: 18 } as typeof own));
});

test("tables 4, 5: the type of a record's component, else of its alarm", () => {
  expect(componentTypeOf({ type: "temperatureDetector" }, "residualCurrentOver")).toBe(18);
  expect(componentTypeOf({ type: "128" }, "residualCurrentOver")).toBe(128);
  expect(componentTypeOf({ type: "300" }, "residualCurrentOver")).toBe(17);
  expect(componentTypeOf({ type: "chargingPort" }, "nobody knows")).toBe(16);
  expect(componentTypeOf(null, "smokeAlarm")).toBe(40);
});
