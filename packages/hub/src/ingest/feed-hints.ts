import type { FeedHints } from "../ports/live.ts";

/** Hints inside one process. A listener that throws harms no other. */
export const createFeedHints = (log: (line: string) => void): FeedHints => {
  const listeners = new Set<(head: number) => void>();
  return {
    hint: (head) => {
      for (const listener of listeners)
        try {
          listener(head);
        } catch (error) {
          log(`feed hint: ${error instanceof Error ? error.message : String(error)}`);
        }
    },
    onHint: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
