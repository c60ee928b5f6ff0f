/** Edits between two short words: insert, remove or replace one character. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, char] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1)
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (char === b[j] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
};

/** The word that somebody probably meant; null when none is near. */
export const nearest = (typed: string, words: readonly string[]): string | null => {
  const [best] = words
    .map((word) => ({ word, edits: distance(typed.slice(0, 64), word) }))
    .sort((a, b) => a.edits - b.edits);
  return best !== undefined && best.edits <= Math.max(2, Math.floor(typed.length / 3)) ? best.word : null;
};
