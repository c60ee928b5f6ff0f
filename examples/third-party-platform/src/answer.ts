type Answer<T> = { readonly data?: T; readonly error?: unknown; readonly response: Response };
type Results = { readonly results: readonly { readonly id: string | null; readonly status: string }[] };

/** The data of an answer that must be good. @throws Error with what the hub said */
export const good = <T>({ data, error, response }: Answer<T>): T => {
  if (data !== undefined) return data;
  throw new Error(`${response.url} ${response.status}: ${JSON.stringify(error)}`);
};

/** Nothing of an upload was refused: each item has a result of its own. @throws Error with the results */
export const taken = (answer: Answer<Results>): void => {
  const { results } = good(answer);
  if (results.some(({ status }) => status === "refused")) throw new Error(JSON.stringify(results));
};
