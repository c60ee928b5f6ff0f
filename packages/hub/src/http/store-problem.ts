import { StoreError } from "../ports/store-error.ts";
import { invalid, type Problem, problem, waitProblem } from "./problem.ts";

/** A secret of an account, a platform or a destination that another master key has sealed: people can do something about it. */
const isSealed = (error: unknown): boolean => error instanceof Error && (error as { code?: unknown }).code === "sealed";

/** What the store refuses that is not our mistake: a cursor that somebody made, a full disk, a hub that closes. */
export const storeProblem = (error: unknown): Problem | null => {
  if (isSealed(error))
    return problem(
      "internal",
      "A secret that this hub keeps does not open: its master key was lost or replaced. Give the former one back (DIANAN_MASTER_KEY, master.key), or make a new secret. 平台保存的密钥无法打开:主密钥丢失或已更换。请恢复原主密钥(DIANAN_MASTER_KEY 或 master.key),或重新生成该密钥。",
    );
  if (!(error instanceof StoreError)) return null;
  if (error.code === "bad-position")
    return invalid("/query/cursor", "cursor is not the next of a page.", "cursor 不是某一页的 next。");
  return error.code === "full" || error.code === "closed" ? waitProblem("busy", 5) : null;
};
