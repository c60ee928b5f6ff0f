import { expect, test } from "vitest";
import { isOvertaken, saysCool, wasTold } from "./judge-alarms.ts";
import type { Said } from "./observer.ts";

const AT = 1_000;
const value = (at: number, deciCelsius: number) => ({
  ...{ at, order: 0 },
  said: { reading: { value: deciCelsius, component: 1, taken: at } } as Said,
});

test.each([
  ["the last before it is cool", [value(900, 700), value(990, 199)], true],
  ["the one that came then is cool", [value(900, 700), value(AT, 199)], true],
  [
    "of several that came in that millisecond the first is cool",
    [value(900, 700), value(AT, 199), value(AT, 752)],
    true,
  ],
  ["nothing is known", [], false],
  ["it was cool once, and the last before it is hot", [value(800, 199), value(900, 700)], false],
  ["all that came then are hot, and so was the last before", [value(900, 700), value(AT, 752), value(AT, 753)], false],
  ["what is cool came later", [value(900, 700), value(AT + 1, 199)], false],
] as const)("SEC-DEV-03: a cleared alarm has a cause or none: %s", (_, known, says) => {
  expect(saysCool(known, AT)).toBe(says);
});

test.each([
  ["a newer one", [value(8, 159), value(7, 708)], true],
  ["none before it", [value(7, 708)], false],
  ["one that was taken at the same second", [value(7, 159), value(7, 708)], false],
  ["only older ones", [value(6, 159), value(7, 708)], false],
] as const)("a hot value must raise unless a newer one was stored before it: %s", (_, all, isLate) => {
  expect(isOvertaken(all, all.length - 1)).toBe(isLate);
});

const told = (address: number, since: string, isOn: boolean, isConfirm: boolean, at: number) =>
  ({ address, alarm: { isOn, since }, copies: [{ at, answer: { isConfirm, at } }] }) as unknown as Said;

test.each([
  ["confirmed while a stranger", told(6, "s", true, true, AT - 1), true],
  ["confirmed only later", told(6, "s", true, true, AT), false],
  ["denied", told(6, "s", true, false, AT - 1), false],
  ["another occurrence", told(6, "t", true, true, AT - 1), false],
  ["its end", told(6, "s", false, true, AT - 1), false],
  ["another device's", told(7, "s", true, true, AT - 1), false],
] as const)("what a stranger was confirmed stands at its registration: %s", (_, one, was) => {
  const observer = { said: new Map([["a frame", one]]) };
  expect(wasTold({ observer }, { address: 6, alarm: { isOn: true, since: "s" } }, AT)).toBe(was);
});
