import { type Frame, gb26875 } from "@dianan/codec";
import { hexText } from "@dianan/testkit";
import type { Shown } from "../case.ts";
import type { PlatformSeat } from "./platform-seat.ts";

const quiet = {
  ...{ normal: true, fire: false, fault: false, shielded: false, supervised: false, started: false },
  ...{ feedback: false, delayed: false, powerFault: false, reserved: 0 },
};

/** A frame of a device; without more it is an empty heartbeat. */
export const frameOf = (
  { options }: PlatformSeat,
  source: number,
  serial: number,
  more: Partial<Frame> = {},
): Frame => ({
  ...{ serial, version: { main: 1, user: 1 }, time: gb26875.timeLabelOf(Date.now(), options.zoneMinutes) },
  ...{ source, destination: 0, command: gb26875.commands.sendData.code, message: { kind: "empty" } },
  ...more,
});

/** State of a residual-current detector (部件类型 17): an alarm, or none. */
export const stateOf = (
  seat: PlatformSeat,
  source: number,
  serial: number,
  fire: boolean,
  at = Date.now(),
): Uint8Array => {
  const time = gb26875.timeLabelOf(at, seat.options.zoneMinutes);
  const item = {
    ...{ systemType: 16, systemAddress: 1, componentType: 17, componentAddress: 5 },
    ...{ status: { ...quiet, fire }, note: "剩余电流", time },
  };
  return gb26875.encodeFrame(
    frameOf(seat, source, serial, { time, message: { kind: "componentStatus", items: [item] } }),
  );
};

/** A frame with one byte changed, its checksum not put right. */
export const spoilt = (bytes: Uint8Array, at: number, change: (byte: number) => number): Uint8Array =>
  bytes.with(at, change(bytes[at] ?? 0) & 0xff);

/** The same bytes with a checksum that fits. */
export const resummed = (bytes: Uint8Array): Uint8Array =>
  bytes.with(bytes.length - 3, bytes.subarray(2, -3).reduce((sum, byte) => sum + byte, 0) & 0xff);

export const shown = (bytes: Uint8Array): Shown => ({ op: "frame", hex: hexText(bytes) });
