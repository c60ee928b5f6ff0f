import { decode } from "@dianan/layout";
import { commands } from "./commands.ts";
import { type Frame, packetHead } from "./frame.ts";

const answer =
  (command: number) =>
  (to: Frame, time: Frame["time"]): Frame => ({
    serial: to.serial,
    version: to.version,
    time,
    source: to.destination,
    destination: to.source,
    command,
    message: { kind: "empty" },
  });

/** Confirm (确认) of a frame: same serial, addresses swapped, no data. GB/T 26875.3-2011 §6.5. */
export const confirm = answer(commands.confirm.code);
/** Deny (否认) of a frame: same serial, addresses swapped, no data. GB/T 26875.3-2011 §6.5.3. */
export const deny = answer(commands.deny.code);

/**
 * Deny of a frame that does not decode: start, length and end agree, so that its head can be trusted with an answer.
 *
 * @param bytes - one frame as `cutFrames` gives it
 * @throws RangeError for fewer bytes than a packet's head, or another start mark
 */
export const denyBroken = (bytes: Uint8Array, time: Frame["time"]): Frame => {
  const head = decode(packetHead, bytes.subarray(0, packetHead.size ?? 0));
  if (!head.ok) throw new RangeError(`bytes: no packet head, ${head.error.code} at ${head.error.offset}`);
  return deny({ ...head.value, command: commands.sendData.code, message: { kind: "empty" } }, time);
};
