import type { Instant } from "@dianan/model";
import { expect, test } from "vitest";
import type { ReadingRow } from "../ports/readings.ts";
import { createRowKinds } from "./row-kinds.ts";

type Value = ReadingRow["values"][number];
const value = (more: Partial<Value> = {}): Value => ({
  ...{ component: "c1", quantity: "current", quality: "good", value: 1, ...more },
});
const row = (deviceId: string, ...values: readonly Value[]): ReadingRow => ({
  ...{ deviceId, at: 0 as Instant, part: 0, receivedAt: 0 as Instant, values },
});

test("rows of a device that differ in their numbers alone are of one kind", () => {
  const kinds = createRowKinds();
  const first = kinds.of(row("d1", value(), value({ component: null, quantity: "temperature" })));
  expect(kinds.of(row("d1", value({ value: 7 }), value({ component: null, quantity: "temperature" })))).toBe(first);
  expect(JSON.parse(first.series)).toEqual([
    ["c1", "current", "good"],
    [null, "temperature", "good"],
  ]);
});

test.each([
  ["of another device", row("d2", value())],
  ["with another component", row("d1", value({ component: "c2" }))],
  ["of the device as a whole", row("d1", value({ component: null }))],
  ["of another quantity", row("d1", value({ quantity: "voltage" }))],
  ["of another quality", row("d1", value({ quality: "outOfRange" }))],
  ["with one value more", row("d1", value(), value({ quantity: "voltage" }))],
  ["without values", row("d1")],
])("a row %s is of another kind", (_, other) => {
  const kinds = createRowKinds();
  const one = kinds.of(row("d1", value()));
  const found = kinds.of(other);
  expect(found).not.toBe(one);
  expect(kinds.of(row("d1", value()))).toBe(one);
  expect(kinds.of(other)).toBe(found);
});

test("a device that has another kind each time: each is right, and old ones are forgotten", () => {
  const kinds = createRowKinds();
  for (let n = 0; n < 1_000; n += 1)
    expect(kinds.of(row("d1", value({ quantity: `q${n}` }))).series).toContain(`"q${n}"`);
  expect(() => kinds.of(row("d1", value({ component: "\u0000" })))).toThrow(/U\+0000/);
});
