/** One after another: what is looked at before a change is still so when it is made. */
export type Turns = { take<T>(work: () => Promise<T>): Promise<T> };

export const createTurns = (): Turns => {
  let last: Promise<unknown> = Promise.resolve();
  return {
    take: (work) => {
      const result = last.then(work, work);
      last = result.catch(() => {});
      return result;
    },
  };
};
