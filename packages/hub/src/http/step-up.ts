import type { Caller } from "../ports/caller.ts";
import { type Problem, problem } from "./problem.ts";

/** How long a second factor that was shown is good for what needs it (SEC-USR-09). */
export const STEP_UP_MS = 10 * 60_000;

/** What keeps a person out of what needs the second factor again; null: nothing. A machine has none. */
export const stepUpRefusal = ({ by, factorAt }: Caller, now: number): Problem | null =>
  by === "session" && (factorAt === null || now - factorAt > STEP_UP_MS)
    ? problem("step-up-required", "Show your second factor again first. 请先再次验证第二因素。")
    : null;
