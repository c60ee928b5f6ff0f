import fc from "fast-check";
import { expect, test } from "vitest";
import { formats, isDate, isTime } from "./calendar.ts";

const digits = (value: number, width: number): string => String(value).padStart(width, "0");

test("a date is accepted exactly when the calendar has it, in every year", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
      (year, month, day) => {
        const text = `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
        const date = new Date(`${text}T00:00:00Z`);
        const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
        expect(isDate(text), text).toBe(exists);
      },
    ),
    { numRuns: 2000 },
  );
});

test.each(["2000-02-29", "2024-02-29", "2026-12-31", "0001-01-01", "9999-12-31"])("%s is a date", (text) =>
  expect(isDate(text)).toBe(true),
);
test.each([
  "1900-02-29",
  "2100-02-29",
  "2026-02-29",
  "2026-04-31",
  "2026-00-01",
  "2026-01-00",
  "２０２６-01-01",
  "2026-01-01\n",
  "",
  "2026-1-1",
])("%j is no date", (text) => expect(isDate(text)).toBe(false));

test("every time that is accepted can be read by Date, so that nothing behind it meets NaN", () => {
  const part = fc.integer({ min: 0, max: 61 });
  const aText = fc
    .tuple(
      fc.integer({ min: 0, max: 25 }),
      part,
      part,
      fc.constantFrom("", ".1", ".123456789", ".", ".x"),
      fc.constantFrom("Z", "z", "", "+08:00", "-23:59", "+24:00", "+8", "+08:60"),
    )
    .map(
      ([hour, minute, second, fraction, zone]) =>
        `2026-01-02T${digits(hour, 2)}:${digits(minute, 2)}:${digits(second, 2)}${fraction}${zone}`,
    );
  let accepted = 0;
  fc.assert(
    fc.property(aText, (text) => {
      if (!isTime(text)) return;
      accepted += 1;
      expect(Number.isFinite(Date.parse(text)), text).toBe(true);
    }),
    { numRuns: 3000 },
  );
  expect(accepted).toBeGreaterThan(0);
});

test("the formats of the schemas are these checks", () => {
  expect(formats).toEqual({ date: isDate, "date-time": isTime });
});
