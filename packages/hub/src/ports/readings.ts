import type { Instant } from "@dianan/model";

/** One row per device and instant (遥测). Values are the quantity's scaled integers. */
export type ReadingRow = {
  readonly deviceId: string;
  readonly at: Instant;
  /** Tells rows of one instant apart: the serial of the frame, or the item's place in an upload. 0 to 65535. */
  readonly part: number;
  readonly receivedAt: Instant;
  readonly values: readonly ReadingValue[];
};

export type ReadingValue = {
  readonly component: string | null;
  readonly quantity: string;
  readonly value: number;
  readonly quality: string;
};

export type ReadingQuery = {
  readonly deviceId: string;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly after: string | null;
  readonly limit: number;
};
