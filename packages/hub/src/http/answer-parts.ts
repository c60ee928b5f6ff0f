/** Headers by their names. */
export type HeaderRecord = { readonly [name: string]: string };
/** What an answer is made of. */
export type Parts = { readonly body: string | null; readonly status: number; readonly headers: HeaderRecord };

/**
 * Parts of answers that are still as they were made. To change the headers of a Response costs more than all else that a look-up
 * does: an answer whose parts are known is made anew instead.
 */
const partsOf = new WeakMap<Response, Parts>();

/** Parts of an answer that is as it was made; undefined for any other. */
export const answerParts = (answer: Response): Parts | undefined => partsOf.get(answer);

/** An answer of text (or of nothing) whose headers nobody touches but {@link withHeaders}. */
export const textAnswer = (body: string | null, status: number, headers: HeaderRecord): Response => {
  const answer = new Response(body, { status, headers });
  partsOf.set(answer, { body, status, headers });
  return answer;
};

/**
 * The same answer with more headers.
 *
 * @param defaults - headers that the answer may have already, and then keeps
 */
export const withHeaders = (answer: Response, more: HeaderRecord, defaults: HeaderRecord): Response => {
  const parts = partsOf.get(answer);
  if (parts !== undefined)
    return new Response(parts.body, { status: parts.status, headers: { ...defaults, ...parts.headers, ...more } });
  for (const [name, value] of Object.entries(more)) answer.headers.set(name, value);
  for (const [name, value] of Object.entries(defaults)) if (!answer.headers.has(name)) answer.headers.set(name, value);
  return answer;
};
