/**
 * The two languages of a detail of the hub, English and then Chinese in one text. What cannot be told apart is both.
 */
export const wordsOf = (detail: string): { readonly zh: string; readonly en: string } => {
  const chinese = detail.search(/\p{Script=Han}/u);
  const end = chinese < 0 ? -1 : Math.max(...[". ", "? ", ") "].map((one) => detail.lastIndexOf(one, chinese)));
  return end < 0 ? { zh: detail, en: detail } : { zh: detail.slice(end + 2), en: detail.slice(0, end + 1) };
};
