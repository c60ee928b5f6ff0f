import type { FrameTap, PassingFrame } from "../ports/frame-tap.ts";

/** A tap inside one process. A listener that throws harms no other, and no frame. */
export const createFrameTap = (log: (line: string) => void): FrameTap => {
  const listeners = new Set<(frame: PassingFrame) => void>();
  return {
    isWatched: () => listeners.size > 0,
    passed: (frame) => {
      for (const listener of listeners)
        try {
          listener(frame);
        } catch (error) {
          log(`frame tap: ${error instanceof Error ? error.message : String(error)}`);
        }
    },
    onFrame: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
