import { dataMutants } from "./data-mutants.ts";
import { headMutants } from "./head-mutants.ts";
import { laterMutants } from "./later-mutants.ts";
import type { Mutant } from "./mutant.ts";
import { growingMutant, streamMutants } from "./stream-mutants.ts";

/** Every named wrong codec: those of the catalogue (conformance design §11) and more, by its id. */
export const allMutants: Readonly<Record<string, Mutant>> = {
  ...headMutants,
  ...dataMutants,
  ...streamMutants,
  ...laterMutants,
  "MC-32": growingMutant,
};
