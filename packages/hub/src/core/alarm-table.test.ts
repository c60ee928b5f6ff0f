import { expect, test } from "vitest";
import { alarmTable, cellKey, type TableHead } from "./alarm-table.ts";

const head = (key: string | null): TableHead => ({ key, filter: {} });
const values = {
  cells: new Map([
    [cellKey("a", "x"), 1],
    [cellKey("b", "x"), 5],
    [cellKey(null, "y"), 9],
  ]),
  rows: new Map<string | null, number>([
    ["a", 1],
    ["b", 5],
    [null, 9],
  ]),
  columns: new Map<string | null, number>([
    ["x", 6],
    ["y", 9],
  ]),
  ...{ total: 15, before: null, totalBefore: null },
};
const heads = { rows: [head(null), head("a"), head("b")], columns: [head("x"), head("y")] };

test("EF-4.3: the most first, what is not recorded last however much it is", () => {
  const table = alarmTable(heads, { rows: false, columns: false }, values, 0);
  expect(table.items.map(({ key, cells, total }) => [key, cells, total])).toEqual([
    ["b", [0, 5], 5],
    ["a", [0, 1], 1],
    [null, [9, 0], 9],
  ]);
  expect([table.heads.map(({ key }) => key), table.total.cells]).toEqual([
    ["y", "x"],
    [9, 6],
  ]);
});

test("periods stay in the order of time, and of equal ones the name decides", () => {
  const table = alarmTable(heads, { rows: true, columns: true }, values, 0);
  expect(table.items.map(({ key }) => key)).toEqual([null, "a", "b"]);
  const even = { ...values, rows: new Map([...values.rows.keys()].map((key) => [key, 1] as const)) };
  expect(alarmTable(heads, { rows: false, columns: true }, even, 0).items.map(({ key }) => key)).toEqual([
    ...["a", "b", null],
  ]);
});

test("a mean of nothing is no 0, and without a span before there is nothing to compare with", () => {
  const table = alarmTable(heads, { rows: true, columns: true }, values, null);
  expect(table.items.map(({ cells, previous }) => [cells, previous])).toEqual([
    [[null, 9], null],
    [[1, null], null],
    [[5, null], null],
  ]);
  const before = new Map<string | null, number>([["a", 3]]);
  const compared = alarmTable(heads, { rows: true, columns: true }, { ...values, before, totalBefore: 3 }, 0);
  expect([compared.items.map(({ previous }) => previous), compared.total.previous]).toEqual([[0, 3, 0], 3]);
});
