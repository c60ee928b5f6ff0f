import { expect, test } from "vitest";
import { alarmId, componentId, deviceId, instant, isRecordId, operatorId, tenantId, unitId } from "./index.ts";

test.each(["a", "0", "dev-889", "dev-889:1-1-17-327682", "350582.01_x", "a".repeat(64)])(
  "SH-1: %s may be an id",
  (text) => {
    expect(isRecordId(text)).toBe(true);
    for (const make of [tenantId, unitId, operatorId, deviceId, componentId, alarmId]) expect(make(text)).toBe(text);
  },
);

test.each(["", "-a", ":a", "a b", "a/b", "设备", "a\n", "a\u0000", "a".repeat(65)])(
  "SH-1: %j may not be an id",
  (text) => {
    expect(isRecordId(text)).toBe(false);
    expect(() => deviceId(text)).toThrow(RangeError);
  },
);

test("an instant is whole milliseconds that a date can hold", () => {
  for (const ms of [0, 1_767_323_045_000, -1, 8_640_000_000_000_000]) expect(instant(ms)).toBe(ms);
  for (const ms of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 8_640_000_000_000_001, -8_640_000_000_000_001])
    expect(() => instant(ms)).toThrow(RangeError);
});
