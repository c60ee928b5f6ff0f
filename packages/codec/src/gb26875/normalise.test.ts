import type { DecodeError } from "@dianan/layout";
import { hexBytes } from "@dianan/testkit";
import { expect, test } from "vitest";
import { gb26875 } from "./protocol.ts";

const HEAD = "404001000101030508140b1a010000000000000000000000";
/** A sound packet around these data. */
const packetOf = (data: string): Uint8Array => {
  const size = data.length / 2;
  const low = (size & 255).toString(16).padStart(2, "0");
  const high = (size >> 8).toString(16).padStart(2, "0");
  const bytes = hexBytes(`${HEAD}${low}${high}02${data}002323`);
  bytes[bytes.length - 3] = bytes.slice(2, -3).reduce((total, byte) => total + byte, 0) & 255;
  return bytes;
};
const NO_TIME = "000000000000";
const presentIn = (data: string) => {
  const frame = gb26875.decodeFrame(packetOf(data));
  if (!frame.ok) throw new Error(frame.error.code);
  return gb26875
    .normalise(frame.value, { receivedAt: 0 })
    .flatMap((event) => (event.kind === "condition" ? [`${event.type} ${event.present} ${event.rawText}`] : []));
};

test("figure 6: a fire that one system has is not gone because the next system of the frame has none", () => {
  const fire = presentIn(`0102${"010103"}00${NO_TIME}${"010201"}00${NO_TIME}`).filter((one) => /fireAlarm/.test(one));
  expect(fire).toEqual(["fireAlarm true system 1/1"]);
});

test("figure 6: what no system of the frame has is told as gone", () => {
  expect(presentIn(`0101${"010203"}00${NO_TIME}`)).toEqual([
    "fireAlarm true system 1/2",
    "deviceFault false system 1/2",
    "mainsSupplyFault false system 1/2",
    "backupSupplyFault false system 1/2",
    "commFault false system 1/2",
  ]);
});

const refusalOf = (bytes: Uint8Array): DecodeError => {
  const frame = gb26875.decodeFrame(bytes);
  if (frame.ok) throw new Error("decoded");
  return frame.error;
};
const placesOf = ({ code, offset, also }: DecodeError) => [
  `${code} ${offset}`,
  ...(also ?? []).map((one) => `${one.code} ${one.offset}`),
];

test("§6.6: wrong data and a wrong checksum are both told, in the order of the bytes", () => {
  const bytes = packetOf(`0200${NO_TIME}`);
  bytes[bytes.length - 3] = ((bytes[bytes.length - 3] ?? 0) + 1) & 255;
  expect(placesOf(refusalOf(bytes))).toEqual(["bad-value 28", `bad-checksum ${bytes.length - 3}`]);
});

test("§6.5.3: an unknown command is told before what is wrong behind it", () => {
  const bytes = packetOf("5b010a");
  bytes[26] = 9;
  expect(placesOf(refusalOf(bytes))).toEqual(["bad-value 26", `bad-checksum ${bytes.length - 3}`]);
});

test("a cut frame is one finding, where the bytes end", () => {
  const refusal = refusalOf(packetOf(`0101010103`).slice(0, -6));
  expect(refusal.code).toBe("truncated");
  expect(refusal.also).toBeUndefined();
});
