import type { Finding } from "../case.ts";
import { wrong } from "./device-case.ts";
import { done, quiet, report } from "./dianan-case.ts";
import type { DiananSeat } from "./dianan-seat.ts";

/** A command that is written so is done all the same. */
export const isDone = async (
  seat: DiananSeat,
  write: (bytes: Uint8Array) => Promise<void> | void,
): Promise<Finding | null> => {
  const bytes = seat.make([report]);
  const since = seat.heard.length;
  await write(bytes);
  const heard = await seat.next(
    since,
    () => seat.said(bytes, since).results.length > 0,
    Math.min(seat.options.waitMs, 10_000),
  );
  const [result] = seat.said(bytes, since).results;
  if (heard === null || result === undefined)
    return wrong("lost-or-invented", "the result of the command", "nothing", bytes);
  return result.outcome === done.code ? null : wrong("refused", "done", `outcome ${result.outcome}`, bytes);
};

/** Bytes that are no command in force: nothing is done. */
export const isNotDone = async (seat: DiananSeat, bytes: Uint8Array, sound: Uint8Array): Promise<Finding | null> => {
  const since = seat.heard.length;
  seat.link.send(bytes);
  await quiet(seat);
  const bad = seat.said(sound, since).results.find(({ outcome }) => outcome === done.code);
  return bad === undefined ? null : wrong("accepted", "nothing done", "done", bytes);
};

export const core = { polarity: "positive", asks: "core" } as const;
export const refusal = { polarity: "negative", asks: "core" } as const;
