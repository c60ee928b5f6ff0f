import { expect, test } from "vitest";
import { destinationRow } from "./destination-row.ts";

type Listed = Parameters<typeof destinationRow>[0];
type Whole = NonNullable<Parameters<typeof destinationRow>[1]>;
const listed = { id: "city", name: "市平台", pending: 3, refused: [{ id: "a" }], dead: 2 } as unknown as Listed;
const none = { alarms: null, records: null };
const whole = (more: object): Whole =>
  ({ pending: 3, refused: 2, lagSeconds: 59, periodSeconds: 60, lanes: none, ...more }) as unknown as Whole;

test.each([
  [{}, false],
  [{ lagSeconds: 61 }, true],
  [{ lagSeconds: 61, pending: 0 }, false],
  [{ lagSeconds: null }, false],
])("EF-N.4: with %j it is late: %j", (more, isLate) => {
  expect(destinationRow(listed, whole(more)).isLate).toBe(isLate);
});

test("one of the hub's options has no agreed period, and what it was refused is counted all the same", () => {
  expect(destinationRow(listed, null)).toMatchObject({ whole: null, refused: 3, isLate: false });
  expect(destinationRow(listed, whole({})).refused).toBe(2);
});

test("EF-N.5: each way is told apart, one on which nothing is sent is not shown", () => {
  const alarms = { state: "idle", fails: 0 };
  const records = { state: "retrying", fails: 3, lastError: "HTTP 500" };
  expect(destinationRow(listed, whole({ lanes: { alarms, records } })).ways).toEqual([
    { ...alarms, name: "alarms" },
    { ...records, name: "records" },
  ]);
  expect(destinationRow(listed, whole({ lanes: { alarms: null, records } })).ways.map(({ name }) => name)).toEqual([
    "records",
  ]);
  expect(destinationRow(listed, null).ways).toEqual([]);
});
