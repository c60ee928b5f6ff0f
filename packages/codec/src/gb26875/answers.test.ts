import { hexBytes, hexText } from "@dianan/testkit";
import { expect, test } from "vitest";
import { gb26875 } from "./protocol.ts";

const sent = "404001000101203a091a090c790300000000385b01000000000002";
const time = { year: 2026, month: 11, day: 24, hour: 8, minute: 0, second: 0 };
const frameOf = (hex: string) => {
  const frame = gb26875.decodeFrame(hexBytes(hex), { direction: "down" });
  if (!frame.ok) throw new Error(frame.error.code);
  return frame.value;
};
const good = gb26875.encodeFrame({
  ...frameOf("404001000101233a091a090c385b01000000790300000000000003ab2323"),
  command: 2,
  source: 889,
  destination: 88_888,
});

test("§6.5: an answer repeats the serial, swaps the addresses and carries no data", () => {
  const frame = frameOf(hexText(good));
  expect(gb26875.confirm(frame, time)).toEqual({
    ...frame,
    time,
    source: 88_888,
    destination: 889,
    command: 3,
    message: { kind: "empty" },
  });
  expect(gb26875.deny(frame, time)).toMatchObject({ command: 6, serial: 1, source: 88_888 });
});

test("§6.5.3: a frame with a wrong checksum is denied by its head", () => {
  const broken = good.slice();
  broken[27] = (broken[27] ?? 0) ^ 0xff;
  expect(gb26875.decodeFrame(broken).ok).toBe(false);
  expect(gb26875.denyBroken(broken, time)).toMatchObject({
    serial: 1,
    source: 88_888,
    destination: 889,
    command: 6,
    time,
  });
});

test("a head that is cut or begins otherwise cannot be denied", () => {
  expect(() => gb26875.denyBroken(hexBytes(sent.slice(0, 20)), time)).toThrow(RangeError);
  expect(() => gb26875.denyBroken(hexBytes(`4141${sent.slice(4)}`), time)).toThrow(/bad-magic/);
});
