import { packetMutants } from "./codec-mutants.ts";
import type { Mutant } from "./mutant.ts";
import { growingMutant, streamMutants } from "./stream-mutants.ts";

/** Every named wrong codec, by its id. */
export const allMutants: Readonly<Record<string, Mutant>> = {
  ...packetMutants,
  ...streamMutants,
  "MC-32": growingMutant,
};
