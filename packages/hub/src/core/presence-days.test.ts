import fc from "fast-check";
import { expect, test } from "vitest";
import { type PresenceFrom, presenceDays } from "./presence-days.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const starts = [0, DAY, 2 * DAY, 3 * DAY];
const mark = (at: number, presence: string): PresenceFrom => ({ at, presence });

test("EF-4.1: seconds go to the day in which they lie, an outage to the day in which it began", () => {
  const marks = [
    mark(-DAY, "online"),
    mark(23 * HOUR, "offline"),
    mark(25 * HOUR, "timedOut"),
    mark(2 * DAY, "online"),
  ];
  expect(presenceDays(marks, starts, 10 * DAY)).toEqual([
    { from: 0, seconds: { online: 82_800, offline: 3_600, timedOut: 0 }, outages: 1 },
    { from: DAY, seconds: { online: 0, offline: 3_600, timedOut: 82_800 }, outages: 0 },
    { from: 2 * DAY, seconds: { online: 86_400, offline: 0, timedOut: 0 }, outages: 0 },
  ]);
});

test("nothing is known before the first mark, after a deletion, or later than now", () => {
  const marks = [mark(6 * HOUR, "offline"), mark(DAY, ""), mark(2 * DAY, "online")];
  const [first, second, third] = presenceDays(marks, starts, 2 * DAY + HOUR);
  expect(first?.seconds).toEqual({ online: 0, offline: 64_800, timedOut: 0 });
  expect(second?.seconds).toEqual({ online: 0, offline: 0, timedOut: 0 });
  expect(third?.seconds).toEqual({ online: 3_600, offline: 0, timedOut: 0 });
});

test("a clock that was an hour ahead, or in 2099, neither counts a second twice nor loses what comes after", () => {
  const ahead = [mark(0, "online"), mark(5 * HOUR, "offline"), mark(4 * HOUR, "online")];
  expect(presenceDays(ahead, starts, DAY)[0]?.seconds).toEqual({ online: 86_400, offline: 0, timedOut: 0 });
  const far = [mark(0, "online"), mark(4e12, "offline"), mark(4 * HOUR, "online")];
  expect(presenceDays(far, starts, DAY)[0]?.seconds).toEqual({ online: 86_400, offline: 0, timedOut: 0 });
});

test("law: whatever the marks, a day never has more seconds than it has, and a device known all along has all of them", () => {
  const marks = fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 4 * DAY }),
      presence: fc.constantFrom("online", "offline", "timedOut", ""),
    }),
    { maxLength: 30 },
  );
  const sum = (seconds: { online: number; offline: number; timedOut: number }): number =>
    seconds.online + seconds.offline + seconds.timedOut;
  fc.assert(
    fc.property(marks, fc.integer({ min: 0, max: 4 * DAY }), (some, now) => {
      for (const day of presenceDays(some, starts, now)) expect(sum(day.seconds)).toBeLessThanOrEqual(86_400);
      const known = [...some.filter(({ presence }) => presence !== "")].sort((a, b) => a.at - b.at);
      const days = presenceDays([mark(-1_000, "offline"), ...known], starts, 3 * DAY);
      expect(days.map(({ seconds }) => sum(seconds))).toEqual([86_400, 86_400, 86_400]);
    }),
  );
});
