/** Says new alarms to a screen reader: at most one sentence in each pause, so that a storm does not talk for minutes. */
export type Announcer = { heard(newest: string): void; tick(now: number): { count: number; newest: string } | null };

/** WCAG: enough to follow. Milliseconds. */
export const SENTENCE_EVERY_MS = 5_000;

export const createAnnouncer = (everyMs: number = SENTENCE_EVERY_MS): Announcer => {
  let count = 0;
  let newest = "";
  let saidAt = Number.NEGATIVE_INFINITY;
  return {
    heard: (id) => {
      count += 1;
      newest = id;
    },
    tick: (now) => {
      if (count === 0 || now - saidAt < everyMs) return null;
      const sentence = { count, newest };
      saidAt = now;
      count = 0;
      return sentence;
    },
  };
};
