import { setTimeout as sleep } from "node:timers/promises";
import { type Frame, gb26875 } from "@dianan/codec";
import type { Finding } from "../case.ts";
import { itemsOf } from "./answers.ts";
import { frameOf, shown, stateOf } from "./door-frames.ts";
import { type DoorWire, isConfirm } from "./door-wire.ts";
import type { PlatformSeat } from "./platform-seat.ts";

export const NEEDS = { needs: ["door"] } as const;
export const FULL = { needs: ["door"], asks: "full" } as const;
export const ROBUST = { needs: ["door"], asks: "robust" } as const;
/** A frame that says more than it holds swallows what follows: more than the longest frame is sent behind it. */
const BEHIND = 40;
export const QUIET_MS = 300;

/** What was wrong, with the bytes that show it. */
export const found = (code: string, expected: string, got: string, ...bytes: readonly Uint8Array[]): Finding => ({
  code,
  expected,
  got,
  input: bytes.map(shown),
});
export const told = (frame: Frame | null): string =>
  frame === null ? "nothing" : `command ${frame.command}, serial ${frame.serial}, to ${frame.destination}`;

/** The alarms of a device. */
export const alarmsOf = async (seat: PlatformSeat, id: string) =>
  itemsOf(await seat.get(`/api/v1/alarms?deviceId=${id}&limit=500`));

/** Its alarm, once there is one; null when there is none in time. @param ms - how long it may take */
export const alarmOf = (seat: PlatformSeat, id: string, ms = seat.options.alarmMs) =>
  seat.until(async () => (await alarmsOf(seat, id))[0] ?? null, ms);

/** A frame is confirmed; null when it was. */
export const confirmed = async (wire: DoorWire, bytes: Uint8Array, serial: number): Promise<Finding | null> => {
  const answer = await wire.ask(bytes, serial);
  return answer !== null && isConfirm(answer)
    ? null
    : found("refused", "a confirm (command 3)", wire.isClosed() ? "the connection closed" : told(answer), bytes);
};

/** Neither confirmed nor stuck: what is right behind it is confirmed, on this connection or, when that was closed, on another. */
export const unconfirmed = async (
  seat: PlatformSeat,
  source: number,
  bad: Uint8Array,
  serial: number | null,
): Promise<Finding | null> => {
  const wire = await seat.wire();
  wire.send(bad);
  await sleep(QUIET_MS / 10);
  let last = 1_000;
  for (let i = 0; i < BEHIND && !wire.isClosed(); i += 1) {
    last += 1;
    wire.send(gb26875.encodeFrame(frameOf(seat, source, last)));
  }
  const good = await wire.next(0, (frame) => isConfirm(frame) && frame.serial === last);
  const wrongly = wire.heard.find(
    (frame) =>
      frame !== null &&
      isConfirm(frame) &&
      (serial === null ? frame.serial <= 1_000 || frame.serial > last : frame.serial === serial),
  );
  if (wrongly != null) return found("accepted", "no confirm", told(wrongly), bad);
  if (good !== null) return null;
  if (!wire.isClosed())
    return found(
      "lost-or-invented",
      `a confirm of the frame behind it, serial ${last}`,
      "nothing, and the connection stays",
      bad,
    );
  const again = await seat.wire();
  return confirmed(again, gb26875.encodeFrame(frameOf(seat, source, 7)), 7);
};

/** A device that is there, and what it says when something burns. */
export const begun = async (seat: PlatformSeat) => {
  const device = await seat.wiredDevice();
  return { ...device, wire: await seat.wire(), bytes: stateOf(seat, device.address, 5, true) };
};
