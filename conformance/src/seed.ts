import { createHash } from "node:crypto";

/** Seed of one case: it depends on the master seed and the case's id alone. 32 bits, as generators take them. */
export const seedOf = (master: number, id: string): number =>
  createHash("sha256").update(`${master}\0${id}`).digest().readInt32BE(0);
