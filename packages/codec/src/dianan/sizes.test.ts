import { widthOf } from "@dianan/layout";
import { expect, test } from "vitest";
import type { DiananFrame } from "./frame.ts";
import { dianan } from "./protocol.ts";

/** §8: residual current, four temperatures, three voltages, three currents, in one record. */
const reading = (currents: readonly number[], isSecured: boolean): DiananFrame => ({
  options: { secured: isSecured, confirmWanted: true, down: false, reserved: 0 },
  device: 889,
  counter: 1,
  time: dianan.secondsOf(Date.UTC(2026, 10, 24)),
  records: [
    {
      content: {
        kind: "readings",
        series: (
          [
            [128, 0x10, [123]],
            [3, 0x20, [251, 248, -200, 1_400]],
            [8, 0x30, [2_301, 2_298, 3_000]],
            [9, 0x30, currents],
          ] as const
        ).map(([quantity, place, values]) => ({
          quantity,
          place,
          values: { width: Math.max(2, widthOf(values)), values },
        })),
      },
    },
  ],
  mac: isSecured ? { bytes: new Uint8Array(8) } : null,
});

test.each([
  ["currents up to 32 A", [12_345, 0, 32_767], false, 56],
  ["currents up to 32 A, secured", [12_345, 0, 32_767], true, 64],
  ["currents of any size", [125_000, 63_000, 1_000_000], false, 59],
  ["currents of any size, secured", [125_000, 63_000, 1_000_000], true, 67],
])("EF-N.1, §8: a full reading, %s, takes %j A, secured %j: %i bytes", (_, currents, isSecured, size) => {
  expect(dianan.encodeFrame(reading(currents, isSecured)).length).toBe(size);
});

test("§3.3: times are seconds since 2000, UTC; what does not fit is refused", () => {
  expect(dianan.secondsOf(dianan.instantOf(1) ?? 0)).toBe(1);
  expect(dianan.instantOf(0)).toBe(null);
  expect(() => dianan.secondsOf(946_684_800_000)).toThrow(RangeError);
  expect(() => dianan.secondsOf(Number.NaN)).toThrow(RangeError);
  expect(() => dianan.secondsOf(Date.UTC(2137, 0, 1))).toThrow(/^time: /);
});

test("§4.1: every place has one byte and comes back from it", () => {
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  const places = bytes.flatMap((byte) => {
    const place = dianan.placeOf(byte);
    return place === null ? [] : [{ byte, place }];
  });
  expect(places.length).toBe(1 + 16 + 16 + 4 + 64 + 16 + 16 + 1);
  for (const { byte, place } of places) expect(dianan.placeByte(place)).toBe(byte);
  expect(dianan.componentOf(0x32)).toBe("phase/c");
  expect(dianan.componentOf(0x33)).toBe("phase/n");
  expect(() => dianan.placeByte({ kind: "port", number: 65 })).toThrow(/^place: port 65/);
  expect(() => dianan.placeByte({ kind: "port", number: 0 })).toThrow(RangeError);
});

const heartbeat: DiananFrame = { ...reading([1, 2, 3], false), records: [] };

test.each<[string, DiananFrame, RegExp]>([
  ["a reserved option", { ...heartbeat, options: { ...heartbeat.options, reserved: 8 } }, /^options\.reserved: 8/],
  ["a code without its option", { ...heartbeat, mac: { bytes: new Uint8Array(8) } }, /^mac: given/],
  ["an option without its code", { ...heartbeat, options: { ...heartbeat.options, secured: true } }, /^mac: missing/],
  ["a device address of 49 bits", { ...heartbeat, device: 2 ** 48 }, /^device: /],
  ["a negative counter", { ...heartbeat, counter: -1 }, /^counter: /],
  [
    "a code of 7 bytes",
    {
      ...heartbeat,
      options: { ...heartbeat.options, secured: true },
      mac: { bytes: new Uint8Array(7) },
    },
    /^mac\.bytes: /,
  ],
])("encode refuses %s", (_, frame, message) => {
  expect(() => dianan.encodeFrame(frame)).toThrow(message);
});
