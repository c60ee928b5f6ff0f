/**
 * Words of a text for the search: Latin words and numbers, of Chinese each pair of neighbours (剩余电流: 剩余, 余电, 电流).
 * Runs in the browser from its source text: it may use nothing from outside itself.
 */
export const tokenize = (text: string): string[] => {
  const words: string[] = [];
  for (const word of text.toLowerCase().match(/\p{Script=Han}+|[\p{L}\p{N}_.-]+/gu) ?? []) {
    if (!/\p{Script=Han}/u.test(word)) {
      const bare = word.replace(/^[.-]+|[.-]+$/g, "");
      for (const run of bare.split(/(\p{Script=Han}+)/u)) if (run !== "") words.push(run);
      continue;
    }
    if (word.length === 1) words.push(word);
    for (let at = 0; at + 1 < word.length; at += 1) words.push(word.slice(at, at + 2));
  }
  return words;
};
