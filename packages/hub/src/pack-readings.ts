import type { Instant } from "@dianan/model";
import type { ReadingUpkeep } from "./ports/readings.ts";

/** Packs what is due of the readings, step by step: between two of them commits of frames have their turn. */
export const packReadings = async ({ pack }: ReadingUpkeep, clock: () => Instant): Promise<void> => {
  while (await pack(clock(), false));
};
