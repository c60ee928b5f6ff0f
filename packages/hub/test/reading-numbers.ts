import type { Instant } from "@dianan/model";
import type { ReadingRow } from "../src/ports/readings.ts";

/** Reading number n of a fleet of 30 devices which report each minute; each tenth comes three hours late. */
export const readingNumber = (n: number): ReadingRow => {
  const late = n % 10 === 0 ? 3 * 3_600_000 : 0;
  const receivedAt = 1_764_000_000_000 + Math.floor(n / 30) * 60_000;
  return {
    ...{ deviceId: `d${n % 30}`, at: (receivedAt - late) as Instant, part: n % 7, receivedAt: receivedAt as Instant },
    values: [{ component: null, quantity: "temperature", value: n, quality: "good" }],
  };
};
