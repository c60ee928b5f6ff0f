import type { Instant } from "@dianan/model";
import type { ReadingValue } from "./readings.ts";

/** The newest value of one quantity of one component (最新测量值). */
export type LatestReading = ReadingValue & {
  readonly deviceId: string;
  readonly at: Instant;
  readonly receivedAt: Instant;
};
