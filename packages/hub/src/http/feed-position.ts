import type { Result } from "@dianan/sharing";
import type { FeedState } from "../ports/records.ts";
import { parseFeedCursor } from "./cursor.ts";
import { invalid, type Problem, problem } from "./problem.ts";

const cursorGone = (): Problem =>
  problem(
    "cursor-gone",
    "Read the lists again, then follow the new feedCursor. 请重新读取列表,再跟随新的 feedCursor。",
  );

/**
 * Where in the feed a cursor stands.
 *
 * @param otherwise - the position when there is no cursor
 * @returns 422 for what is no cursor; 410 for one that is too old or of a feed that was lost: going on from it would leave a gap
 */
export const feedPosition = (feed: FeedState, text: string | null, otherwise: number): Result<number, Problem> => {
  if (text === null) return { ok: true, value: otherwise };
  const cursor = parseFeedCursor(text);
  if (cursor === null)
    return {
      ok: false,
      error: invalid("/query/after", "This is not a cursor of the feed.", "这不是变更流的游标。"),
    };
  const position = cursor.positions[0] ?? 0;
  const isGood = cursor.epoch === feed.epoch && position >= feed.oldest - 1 && position <= feed.head;
  return isGood ? { ok: true, value: position } : { ok: false, error: cursorGone() };
};
