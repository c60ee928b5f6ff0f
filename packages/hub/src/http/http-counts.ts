/** What this door counted since it opened. */
export type HttpCounts = {
  answered(method: string, route: string, status: number): void;
  refused(code: string): void;
  /** An answer that was remembered. */ gaveAgain(): void;
  again(): number;
  readonly answers: ReadonlyMap<string, number>;
  readonly refusals: ReadonlyMap<string, number>;
};

const add = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

/** Keys are made of the document's routes and the stable codes, never of what a client sends: they cannot grow. */
export const createHttpCounts = (): HttpCounts => {
  const answers = new Map<string, number>();
  const refusals = new Map<string, number>();
  let again = 0;
  return {
    answers,
    refusals,
    answered: (method, route, status) => add(answers, `method="${method}",route="${route}",status="${status}"`),
    gaveAgain: () => {
      again += 1;
    },
    again: () => again,
    refused: (code) => add(refusals, `code="${code}"`),
  };
};
