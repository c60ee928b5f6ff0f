/** All in the soak tier; else another dozen each day, so that each has its turn. */
const DOZEN = 12;
const DAY_MS = 86_400_000;

/** The names whose turn it is today. */
export const todays = (names: readonly string[]): readonly string[] => {
  if (process.env.DIANAN_MUTANTS === "all" || names.length <= DOZEN) return names;
  const start = (Math.floor(Date.now() / DAY_MS) * DOZEN) % names.length;
  return [...names, ...names].slice(start, start + DOZEN);
};
