import { setTimeout as sleep } from "node:timers/promises";
import { type Content, dianan } from "@dianan/codec";
import { type Case, type Finding, Unmet } from "../case.ts";
import { dialogue } from "./dialogue.ts";
import type { DiananSeat } from "./dianan-seat.ts";

export type DiananCase = Case<DiananSeat>;

type Said = {
  readonly id: string;
  readonly requirements: readonly string[];
  readonly polarity: Case<never>["polarity"];
  readonly asks: Case<never>["asks"];
  readonly zh: string;
  readonly en: string;
  readonly needs?: readonly string[];
};

export const make = (
  { id, requirements, polarity, asks, zh, en, needs = [] }: Said,
  run: (seat: DiananSeat) => Promise<Finding | null>,
): DiananCase => dialogue({ id: `DP/device/${id}`, requirements, polarity, asks, needs, title: { zh, en } }, run);

export const NONE = new Uint8Array(0);
/** A command that every device takes, with a code or without. */
export const report: Content = { kind: "report", quantity: 255, place: 0, unparsed: NONE };
export const locate: Content = { kind: "act", action: dianan.actions.locate.code, unparsed: NONE };
export const setClock: Content = { kind: "setClock", unparsed: NONE };
export const { done } = dianan.outcomes;

/** Nothing is waited for that must not come longer than that. Milliseconds. */
export const quiet = (seat: DiananSeat): Promise<void> => sleep(seat.options.resendMs * 1.6);

/** Starts the device anew and waits until it is there. @throws Unmet */
export const restarted = async (seat: DiananSeat): Promise<number> => {
  const { restart } = seat.options;
  if (restart == null)
    throw new Unmet(
      "没有办法重新启动设备;请给出 --restart 或 --assist / nothing can start it anew: give --restart or --assist",
    );
  const dials = seat.link.dials.length;
  const since = seat.heard.length;
  await restart();
  const until = performance.now() + seat.options.waitMs;
  while (seat.link.dials.length === dials) {
    if (performance.now() > until) throw new Unmet("设备没有重新连接 / the device did not connect again");
    await sleep(5);
  }
  return since;
};
