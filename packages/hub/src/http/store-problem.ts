import { StoreError } from "../ports/store.ts";
import { invalid, type Problem, waitProblem } from "./problem.ts";

/** What the store refuses that is not our mistake: a cursor that somebody made, a full disk, a hub that closes. */
export const storeProblem = (error: unknown): Problem | null => {
  if (!(error instanceof StoreError)) return null;
  if (error.code === "bad-position")
    return invalid("/query/cursor", "cursor is not the next of a page.", "cursor 不是某一页的 next。");
  return error.code === "full" || error.code === "closed" ? waitProblem("busy", 5) : null;
};
