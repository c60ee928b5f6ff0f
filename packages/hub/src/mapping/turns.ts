/** Whose something is that waits: of whom it is, and for which of its mappings. */
export type Waiting = { readonly owner: string; readonly tenant: string };

/** What waits for its turn (轮流): owners get theirs one after the other, so that none waits for all of another's. */
export type Turns<J extends Waiting> = {
  count(): number;
  /** How much of a tenant's waits. */ countOf(tenant: string): number;
  /** @param isFirst - before what else waits of its owner */ put(job: J, isFirst?: boolean): void;
  take(): J | null;
};

export const createTurns = <J extends Waiting>(): Turns<J> => {
  const waiting = new Map<string, J[]>();
  const tenants = new Map<string, number>();
  let count = 0;
  const counted = (tenant: string, by: 1 | -1): void => {
    count += by;
    const left = (tenants.get(tenant) ?? 0) + by;
    if (left === 0) tenants.delete(tenant);
    else tenants.set(tenant, left);
  };
  return {
    count: () => count,
    countOf: (tenant) => tenants.get(tenant) ?? 0,
    put: (job, isFirst = false) => {
      const jobs = waiting.get(job.owner);
      if (jobs === undefined) waiting.set(job.owner, [job]);
      else if (isFirst) jobs.unshift(job);
      else jobs.push(job);
      counted(job.tenant, 1);
    },
    take: () => {
      const [first] = waiting;
      if (first === undefined) return null;
      const [owner, jobs] = first;
      const job = jobs.shift() ?? null;
      // To the end of the row: every other owner is before its next.
      waiting.delete(owner);
      if (jobs.length > 0) waiting.set(owner, jobs);
      if (job !== null) counted(job.tenant, -1);
      return job;
    },
  };
};
