import { commands } from "./commands.ts";
import type { Frame } from "./frame.ts";

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
