import { type Case, type Finding, Unmet } from "../case.ts";
import { type Act, type DeviceSeat, shown } from "./device-seat.ts";
import { dialogue } from "./dialogue.ts";

export type DeviceCase = Case<DeviceSeat>;
type Run = (seat: DeviceSeat) => Promise<Finding | null>;

export const make = (
  id: string,
  requirements: readonly string[],
  polarity: Case<never>["polarity"],
  asks: Case<never>["asks"],
  zh: string,
  en: string,
  run: Run,
  needs: readonly string[] = [],
): DeviceCase => dialogue({ id: `F3/device/${id}`, requirements, polarity, asks, needs, title: { zh, en } }, run);

export const wrong = (code: string, expected: string, got: string, ...bytes: readonly Uint8Array[]): Finding => ({
  code,
  expected,
  got,
  input: bytes.map(shown),
});

/** What is done to the device from outside. @throws Unmet when nothing can do it */
export const actOf = (act: Act | null | undefined, option: string): Act => {
  if (act != null) return act;
  throw new Unmet(`没有办法做到;请给出 --${option} 或 --assist / nothing can do that: give --${option} or --assist`);
};

/** Slack of timers and of the network. Milliseconds. */
export const SLACK_MS = 60;
