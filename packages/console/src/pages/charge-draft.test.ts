import { expect, test } from "vitest";
import { type ChargeAct, chargeDraft, chargeFields, newOrder } from "./charge-draft.ts";

const of = (act: ChargeAct, protocol: string, values: { readonly [name: string]: string }) =>
  chargeDraft((name) => ({ expires: "300", reason: "核对", ...values })[name] ?? "", act, protocol, "pile-1:port-1");
const plain = { componentId: "pile-1:port-1", reason: "核对", expiresInSeconds: 300 };

test("a start says the port, the order and how long at most, in seconds", () => {
  expect(of("start", "dianan", { order: "M1", maxMinutes: "90" })).toEqual({
    ...{ ...plain, action: "startCharge", parameters: { order: "M1", maxSeconds: 5_400 } },
  });
});

test("an amount goes in fen, rounded to a whole one; a power is a number", () => {
  expect(of("start", "ykc", { maxYuan: "2.006", card: "0000000000000007" }).parameters).toEqual({
    ...{ balanceFen: 201, card: "0000000000000007" },
  });
  expect(of("start", "ap3000", { order: "M1", overloadW: "400" }).parameters).toEqual({ order: "M1", overloadW: 400 });
});

test("what a protocol does not take is not sent, even where it was typed before", () => {
  expect(of("stop", "ykc", { order: "M1", maxYuan: "3" })).toEqual({ ...plain, action: "stopCharge" });
  expect(of("stop", "dianan", { order: "M1", maxMinutes: "3" }).parameters).toEqual({ order: "M1" });
  expect(of("start", "ykc", { maxYuan: "1", overloadW: "9" }).parameters).toEqual({ balanceFen: 100 });
});

test("of a protocol that the page does not know everything is optional: the hub says what it needs", () => {
  expect(chargeFields("start", "json").every(({ isOptional }) => isOptional)).toBe(true);
  expect(of("start", "json", {})).toEqual({ ...plain, action: "startCharge" });
});

test("an order of the page is of 13 characters, the shortest that a protocol takes being 16", () => {
  expect(newOrder("2026-11-28 19:05:09")).toBe("M261128190509");
});
