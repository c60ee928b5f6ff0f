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

/** One step of a series: the good values in it. Scaled integers, `mean` a part of one. */
export type SeriesStep = {
  readonly from: Instant;
  readonly count: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly last: number;
};

/** One quantity of one component, step by step; a step without a good value is left out. */
export type ReadingSeries = {
  readonly component: string | null;
  readonly quantity: string;
  readonly steps: readonly SeriesStep[];
};

export type SeriesQuery = {
  readonly deviceId: string;
  /** Null: of every component. */ readonly component: string | null;
  /** Null: every quantity. */ readonly quantity: string | null;
  /** Start of the first step. */ readonly from: Instant;
  /** End of the last step. */ readonly to: Instant;
  /** Length of a step. From 1 h on, when the first begins with an hour, it comes from the kept summaries of hours. */
  readonly stepMs: number;
};

/** Series of one answer. */
export const SERIES_MAX = 100;

/** Upkeep of readings: what came in is packed. */
export type ReadingUpkeep = {
  /** One step, which holds up commits for some milliseconds. @returns whether there is more to do */
  pack(now: Instant, isAll: boolean): Promise<boolean>;
};
