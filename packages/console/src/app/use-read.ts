import { onScopeDispose, type ShallowRef, shallowRef, watch } from "vue";
import type { Answer } from "../api/hub-api.ts";
import type { Refusal } from "../live/link.ts";
import { useSession } from "./session.ts";

/** Something that a screen read from the hub. What was read stays when reading it again fails, and is then known to be old. */
export type Reading<T> = {
  /** Null: not read yet. */ readonly value: ShallowRef<T | null>;
  /** Why the last try failed. */ readonly problem: ShallowRef<Refusal | null>;
  /** When the value was read, by this computer's clock. Milliseconds. */ readonly readAt: ShallowRef<number | null>;
  read(): Promise<void>;
};

/**
 * Reads when the screen comes and whenever what it depends on changes; then what was read before is gone, since it is of something else.
 *
 * @param load - null: there is nothing to read, as of a role that may not
 * @param of - what it depends on
 * @param everyMs - reads it again so often while the page is seen
 */
export const useRead = <T>(
  load: () => Promise<Answer<T>> | null,
  of: () => unknown = () => 0,
  everyMs: number | null = null,
): Reading<T> => {
  const session = useSession();
  const value = shallowRef<T | null>(null);
  const problem = shallowRef<Refusal | null>(null);
  const readAt = shallowRef<number | null>(null);
  let turn = 0;
  const read = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    const answer = await load();
    if (mine !== turn || answer === null) return;
    problem.value = answer.ok ? null : answer.error;
    if (!answer.ok) {
      if (answer.error.status === 401) session.ended();
      return;
    }
    value.value = answer.value;
    readAt.value = Date.now();
  };
  watch(
    of,
    () => {
      value.value = null;
      problem.value = null;
      void read();
    },
    { immediate: true },
  );
  if (everyMs !== null) {
    const timer = setInterval(() => {
      if (!document.hidden) void read();
    }, everyMs);
    onScopeDispose(() => clearInterval(timer));
  }
  return { value, problem, readAt, read };
};
