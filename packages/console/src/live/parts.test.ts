import fc from "fast-check";
import { expect, test } from "vitest";
import { createAnnouncer } from "./announcer.ts";
import { compareDevices, createDirectory, type DeviceRecord } from "./directory.ts";
import {
  clockOf,
  counterText,
  dayTimeText,
  fieldText,
  fieldTime,
  notBefore,
  timeText,
  unknownClock,
} from "./hub-clock.ts";
import { createLatencyMeter } from "./latency.ts";
import { plainText } from "./plain-text.ts";
import { rowWindow, scrollFor } from "./row-window.ts";
import { parseBeat, parseChange } from "./stream.ts";

test("EF-4.4.1: p99 is the nearest rank of the last 500, and a clock that runs ahead counts as 0", () => {
  const meter = createLatencyMeter();
  expect(meter.p99()).toBeNull();
  meter.add(-40);
  expect(meter.p99()).toBe(0);
  for (let n = 1; n <= 600; n += 1) meter.add(n);
  expect([meter.count(), meter.p99()]).toEqual([500, 595]);
});

test("the window covers all that is visible, and never leaves the list", () => {
  const rows = fc.nat(200_000);
  fc.assert(
    fc.property(rows, fc.integer({ min: -500, max: 9_000_000 }), fc.nat(3_000), (length, top, height) => {
      const { first, end } = rowWindow(length, top, height, 48);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(length);
      expect(end - first).toBeLessThanOrEqual(Math.ceil(height / 48) + 14);
      const firstSeen = Math.max(0, Math.floor(top / 48));
      if (firstSeen < length && top >= 0 && height > 0) expect(first <= firstSeen && end > firstSeen).toBe(true);
    }),
  );
});

test("a row that is in view does not move the list; others move it as little as they can", () => {
  expect(scrollFor(3, 96, 480, 48)).toBe(96);
  expect(scrollFor(0, 96, 480, 48)).toBe(0);
  expect(scrollFor(20, 96, 480, 48)).toBe(21 * 48 - 480);
});

test("WCAG 4.1.3: at most one sentence per 5 s, and none is lost", () => {
  const announcer = createAnnouncer();
  expect(announcer.tick(0)).toBeNull();
  announcer.heard("a");
  expect(announcer.tick(1)).toEqual({ count: 1, newest: "a" });
  for (const id of ["b", "c", "d"]) announcer.heard(id);
  expect(announcer.tick(5_000)).toBeNull();
  expect(announcer.tick(5_001)).toEqual({ count: 3, newest: "d" });
  expect(announcer.tick(20_000)).toBeNull();
});

test("SEC-USR-13: marks that turn or hide text are written out, markup stays text, long text is cut", () => {
  expect(plainText("配电箱\u202Etxt.exe")).toBe("配电箱[U+202E]txt.exe");
  expect(plainText("a\u200Bb\u0000c\nd")).toBe("a[U+200B]b[U+0000]c[U+000A]d");
  expect(plainText("<img src=x onerror=1>")).toBe("<img src=x onerror=1>");
  expect(plainText("名".repeat(10_000))).toHaveLength(301);
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      expect(plainText(text)).not.toMatch(/[\p{Bidi_Control}\p{Cc}]/u);
    }),
  );
});

test("times are in the hub's zone, and another day shows its date", () => {
  const clock = clockOf("2026-11-24T21:00:00.500+08:00", Date.UTC(2026, 10, 24, 12, 59, 58)) ?? unknownClock;
  expect(clock).toEqual({ aheadMs: 2_500, utcOffsetMinutes: 480 });
  const now = Date.UTC(2026, 10, 24, 13, 0, 0);
  expect(timeText(now, clock)).toBe("21:00:00");
  expect(dayTimeText(now - 3_600_000, now, clock)).toBe("20:00:00");
  expect(dayTimeText(now - 86_400_000, now, clock)).toBe("11-23 21:00:00");
  expect(dayTimeText(now - 366 * 86_400_000, now, clock)).toBe("2025-11-23 21:00:00");
  expect(clockOf("2026-11-24T07:30:00-05:30", 0)?.utcOffsetMinutes).toBe(-330);
  expect(clockOf("2026-11-24T13:00:00Z", 0)?.utcOffsetMinutes).toBe(0);
  expect(counterText(3_674_999)).toBe("01:01:14");
});

test("what is typed into a field for date and time is in the hub's zone", () => {
  const at = Date.UTC(2026, 10, 24, 13, 0, 0);
  expect(fieldText(at, unknownClock)).toBe("2026-11-24T21:00");
  expect(fieldTime(fieldText(at, unknownClock), unknownClock)).toBe("2026-11-24T21:00:00+08:00");
  expect(fieldTime("2026-11-24T07:30", { aheadMs: 0, utcOffsetMinutes: -330 })).toBe("2026-11-24T07:30:00-05:30");
});

test("EF-5.3: what is rectified in the minute in which it happened is not before it; earlier is left as it was said", () => {
  const happened = Date.UTC(2026, 10, 24, 13, 0, 51);
  expect(notBefore("2026-11-24T21:00:00+08:00", happened)).toBe("2026-11-24T13:00:51.000Z");
  expect(notBefore("2026-11-24T20:59:00+08:00", happened)).toBe("2026-11-24T20:59:00+08:00");
  expect(notBefore("2026-11-24T21:01:00+08:00", happened)).toBe("2026-11-24T21:01:00+08:00");
  expect(notBefore(null, happened)).toBeNull();
});

test.each(["", "tomorrow", "2026-11-24", "2026-11-24T21:00:00+08:00", "2026-1-4T1:00"])(
  "%j is no time of a field",
  (text) => {
    expect(fieldTime(text, unknownClock)).toBeNull();
  },
);

test.each(["", "null", "now", "{}"])("a beat of %j has no time", (data) => {
  expect(parseBeat(data) === null && clockOf(data, 0) === null).toBe(true);
});

test("a change carries its id and version into its record", () => {
  expect(parseChange('{"kind":"alarm","id":"al-1","version":3,"record":{"state":"raised"}}')).toEqual({
    ...{ kind: "alarm", id: "al-1", version: 3 },
    record: { id: "al-1", version: 3, state: "raised" },
  });
});

test.each([
  "",
  "[]",
  "null",
  "{",
  '{"kind":"alarm","id":1,"version":3,"record":{}}',
  '{"kind":"alarm","id":"a","version":"3","record":{}}',
  '{"kind":"alarm","id":"a","version":3,"record":null}',
])("%j is no change", (data) => {
  expect(parseChange(data)).toBeNull();
});

test("EF-4.1: devices that need a person stand first, and later versions win", () => {
  const device = (id: string, status: string, presence: string): DeviceRecord =>
    ({ id, name: id, status, presence, version: 1 }) as DeviceRecord;
  const directory = createDirectory<DeviceRecord>();
  directory.replaceAll([
    device("d", "normal", "online"),
    device("c", "offline", "timedOut"),
    device("b", "fault", "online"),
    device("a", "alarm", "offline"),
  ]);
  expect(directory.put(device("d", "alarm", "online"))).toBe(false);
  expect(directory.put({ ...device("d", "offline", "offline"), version: 2 })).toBe(true);
  expect([...directory.all()].sort(compareDevices).map(({ id }) => id)).toEqual(["a", "b", "c", "d"]);
  expect([directory.remove("d"), directory.remove("d"), directory.size()]).toEqual([true, false, 3]);
});
