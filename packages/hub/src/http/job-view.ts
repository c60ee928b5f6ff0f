import { offsetTime } from "../core/offset-time.ts";
import type { JobFault, JobProgress } from "../ports/transfer.ts";
import type { ItemProblem } from "./item-problem.ts";

const problemOf = ({ code, title, errors }: JobFault): ItemProblem => ({
  code,
  title: title.en,
  titleZh: title.zh,
  ...(errors.length === 0 ? {} : { errors }),
});

/** A job's progress as the document has it. */
export const progressView = (progress: JobProgress, utcOffsetMinutes: number) => {
  const time = (at: number | null): string | null => (at === null ? null : offsetTime(at, utcOffsetMinutes));
  return {
    state: progress.state,
    doneItems: progress.doneItems,
    totalItems: progress.totalItems,
    startedAt: time(progress.startedAt),
    finishedAt: time(progress.finishedAt),
    error: progress.error === null ? null : problemOf(progress.error),
  };
};
