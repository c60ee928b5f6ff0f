import { createHash } from "node:crypto";

/** Evaluations that a suspect must end soon before it is one no more. */
export const GOOD_RUNS = 20;
/** Suspects that are remembered; above it the one that was looked at longest ago is forgotten. */
const SUSPECTS_MAX = 1_000;

/** What a mapping was seen to do. */
type Record = { readonly hung: boolean; readonly goodRuns: number };

/** Mappings that took long or had to be stopped (可疑映射): they are worked out apart from the others, until they have shown that they can do better. */
export type Suspects = {
  /** `slow`: it took long; `hung`: it had to be stopped; null: it is none. */
  of(key: string): "slow" | "hung" | null;
  /** It takes long, or had to be stopped. */ seen(key: string, what: "slow" | "hung"): void;
  /** It ended soon. */ good(key: string): void;
};

/** A changed expression is another mapping. */
export const suspectKey = (owner: string, expression: string): string =>
  createHash("sha256").update(`${owner}\n${expression}`).digest("base64url");

export const createSuspects = (): Suspects => {
  const known = new Map<string, Record>();
  const put = (key: string, record: Record): void => {
    known.delete(key);
    known.set(key, record);
    const [oldest] = known.keys();
    if (known.size > SUSPECTS_MAX && oldest !== undefined) known.delete(oldest);
  };
  return {
    of: (key) => {
      const record = known.get(key);
      if (record === undefined) return null;
      return record.hung ? "hung" : "slow";
    },
    seen: (key, what) => put(key, { hung: what === "hung" || known.get(key)?.hung === true, goodRuns: 0 }),
    good: (key) => {
      const record = known.get(key);
      if (record === undefined) return;
      const goodRuns = record.goodRuns + 1;
      if (goodRuns >= GOOD_RUNS) known.delete(key);
      else put(key, { ...record, goodRuns });
    },
  };
};
