import type { Case, Finding } from "../case.ts";
import { type DeviceSeat, shown } from "./device-seat.ts";

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
): DeviceCase => ({
  ...{
    target: "device",
    kind: "dialogue",
    id: `F3/device/${id}`,
    requirements,
    polarity,
    asks,
    needs,
    title: { zh, en },
  },
  run: async ({ seat }) => {
    try {
      await seat.linked();
      return await run(seat);
    } finally {
      await seat.calm();
    }
  },
});

export const wrong = (code: string, expected: string, got: string, ...bytes: readonly Uint8Array[]): Finding => ({
  code,
  expected,
  got,
  input: bytes.map(shown),
});

/** Slack of timers and of the network. Milliseconds. */
export const SLACK_MS = 60;
