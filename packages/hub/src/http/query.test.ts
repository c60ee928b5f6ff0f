import fc from "fast-check";
import { expect, test } from "vitest";
import { offsetTime } from "../core/offset-time.ts";
import { pageCursorText, parseFeedCursor, parsePageCursor } from "./cursor.ts";
import { parseTime, readCursor, readFilter, readLimit, readQuery, readTime } from "./query.ts";

test("SH-6: a time that we write is read back to the millisecond, in any zone", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 253_402_214_400_000 }), fc.integer({ min: -720, max: 840 }), (at, zone) => {
      expect(parseTime(offsetTime(at, zone))).toBe(at);
    }),
  );
});

test.each([
  ["2026-01-02T11:04:05+08:00", Date.UTC(2026, 0, 2, 3, 4, 5)],
  ["2026-01-02T03:04:05Z", Date.UTC(2026, 0, 2, 3, 4, 5)],
  ["2026-01-01T22:34:05.1239-04:30", Date.UTC(2026, 0, 2, 3, 4, 5, 123)],
  ["2024-02-29T00:00:00Z", Date.UTC(2024, 1, 29)],
])("SH-6: %s is a time", (text, at) => {
  expect(parseTime(text)).toBe(at);
});

test.each([
  "2026-01-02",
  "2026-01-02T11:04:05",
  "2026-01-02 11:04:05+08:00",
  "2026-02-30T00:00:00Z",
  "2026-13-01T00:00:00Z",
  "2026-01-02T24:00:00Z",
  "2026-01-02T11:60:05Z",
  "2026-01-02T11:04:60Z",
  "2026-01-02T11:04:05+24:00",
  "2026-01-02T11:04:05 08:00",
  "20260102T110405Z",
  "1767322000",
  "",
])("SH-6: %s is refused as a time", (text) => {
  expect(parseTime(text)).toBe(null);
  expect(readTime({ updatedFrom: text }, "updatedFrom").ok).toBe(false);
});

test("SEC-API-06: limit is 1 to 500, 100 when left out", () => {
  expect([readLimit({}), readLimit({ limit: "1" }), readLimit({ limit: "500" })]).toEqual([
    { ok: true, value: 100 },
    { ok: true, value: 1 },
    { ok: true, value: 500 },
  ]);
  for (const limit of ["0", "501", "-1", "1.5", "1e2", "", " 1", "0x10", "9999999999"])
    expect(readLimit({ limit }).ok, limit).toBe(false);
});

test("SEC-API-05: an unknown or repeated parameter is refused, so that a misspelt filter does not list everything", () => {
  const known = ["limit", "unitId"];
  expect(readQuery(new URL("http://hub/x?limit=1&unitId=u"), known)).toEqual({
    ok: true,
    value: { limit: "1", unitId: "u" },
  });
  for (const query of ["?unitid=u", "?limit=1&limit=2", "?__proto__=1", "?=1"])
    expect(readQuery(new URL(`http://hub/x${query}`), known).ok, query).toBe(false);
});

test("SEC-API-05: filters are ids, codes or a closed list", () => {
  expect(readFilter({ unitId: "u.1:2-3_4" }, "unitId")).toEqual({ ok: true, value: "u.1:2-3_4" });
  expect(readFilter({}, "unitId")).toEqual({ ok: true, value: null });
  const bad: readonly (readonly [string, string])[] = [
    ["unitId", "u'; drop table record; --"],
    ["unitId", ""],
    ["unitId", "u".repeat(65)],
    ["state", "open"],
    ["class", "alarm "],
    ["presence", "*"],
  ];
  for (const [name, value] of bad) expect(readFilter({ [name]: value }, name).ok, value).toBe(false);
});

test("a page cursor comes back as it was made; anything else is refused", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 100 }), (after) => {
      expect(parsePageCursor("unit", pageCursorText("unit", after))).toBe(after);
      expect(parsePageCursor("alarm", pageCursorText("unit", after))).toBe(null);
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parsePageCursor("unit", text)).toBe(null);
      expect(parseFeedCursor(text)).toBe(null);
    }),
  );
  for (const cursor of ["", "e30", "bnVsbA", "W10", "A".repeat(600)])
    expect(readCursor({ cursor }, "unit").ok, cursor).toBe(false);
});

test("a feed cursor holds an epoch and one position that is a whole number from 0", () => {
  const text = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  expect(parseFeedCursor(text({ e: "a", p: [42] }))).toEqual({ epoch: "a", positions: [42] });
  for (const value of [
    { e: "a", p: [] },
    { e: "a", p: [-1] },
    { e: "a", p: [1.5] },
    { e: "a", p: ["1"] },
    { e: 1, p: [1] },
    { p: [1] },
    { e: "a", p: [1, 2] },
  ])
    expect(parseFeedCursor(text(value)), JSON.stringify(value)).toBe(null);
});
