import { setTimeout as sleep } from "node:timers/promises";
import type { Finding } from "../case.ts";
import type { DeviceLink } from "./device-link.ts";
import { CHECK_MS } from "./dialogue.ts";

const DIALS = 9;
const GROWTH_MIN = 5;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

/**
 * Ends each connection of a device as soon as it is there, and looks at the pauses before it dials again: they grow, or each is as long as
 * it waits for an answer. A city's devices that dial at once bring a platform down that is just coming up.
 */
export const reconnects = async (link: DeviceLink, resendMs: number, waitMs: number): Promise<Finding | null> => {
  const from = link.dials.length;
  link.hangsUp = true;
  try {
    link.drop();
    const until = performance.now() + waitMs;
    while (link.dials.length < from + DIALS && performance.now() < until) await sleep(CHECK_MS);
  } finally {
    link.hangsUp = false;
  }
  const dials = link.dials.slice(from);
  const pauses = dials.slice(1).map((at, i) => Math.round(at - (dials[i] as number)));
  const told = (code: string): Finding => ({
    ...{ code, expected: `pauses that grow, or of ${resendMs} ms at least`, got: `${pauses.join(", ")} ms`, input: [] },
  });
  if (pauses.length < 3) return dials.length === 0 ? told("missing") : null;
  const [early, late] = [median(pauses.slice(0, 2)), median(pauses.slice(-3))];
  const isPatient = pauses.every((ms) => ms >= resendMs);
  return isPatient || late >= GROWTH_MIN * Math.max(1, early) || pauses.length < DIALS - 1 ? null : told("broken-rule");
};
