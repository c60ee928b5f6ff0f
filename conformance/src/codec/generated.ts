import fc from "fast-check";
import type { CaseContext, Finding } from "../case.ts";

/** Shrinking a counterexample may take so long. */
const TIME_MAX_MS = 20_000;

/** What an adapter must be started again for, or a peer that is gone: such a case is not shrunk, each step would cost a start. */
const endings: readonly string[] = ["crashed", "timeout", "garbage", "not-started", "no-answer"];

/**
 * Tries a check on generated inputs and returns the smallest that fails, with what it takes to see it again. Same seed, same
 * inputs.
 */
export const onInputs = async <T>(
  { seed, runs }: CaseContext<unknown>,
  inputs: fc.Arbitrary<T>,
  check: (input: T) => Promise<Finding | null>,
): Promise<Finding | null> => {
  let last: Finding | null = null;
  const property = fc.asyncProperty(inputs, async (input) => {
    if (last !== null && endings.includes(last.code)) return true;
    // The last input that fails is the smallest that was found.
    const found = await check(input);
    last = found ?? last;
    return found === null;
  });
  const outcome = await fc.check(property, { seed, numRuns: runs, interruptAfterTimeLimit: TIME_MAX_MS });
  if (!outcome.failed || last === null) return null;
  return { ...(last as Finding), replay: { seed: outcome.seed, path: outcome.counterexamplePath ?? "" } };
};
