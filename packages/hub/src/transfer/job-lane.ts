import type { JobLane } from "../ports/jobs.ts";

type Job = { readonly control: AbortController; readonly ended: Promise<void>; hasBegun: boolean };

export const createJobLane = (): JobLane => {
  const jobs = new Map<string, Job>();
  let last: Promise<void> = Promise.resolve();
  let isClosed = false;
  return {
    run: (id, work) => {
      if (isClosed) return;
      const control = new AbortController();
      const ended = last.then(async () => {
        job.hasBegun = true;
        if (!control.signal.aborted) await work(control.signal);
        if (jobs.get(id) === job) jobs.delete(id);
      });
      const job: Job = { control, ended, hasBegun: false };
      last = ended;
      jobs.set(id, job);
    },
    cancel: async (id) => {
      const job = jobs.get(id);
      job?.control.abort();
      // What waits behind others will not begin; only what runs is waited for.
      if (job?.hasBegun) await job.ended;
    },
    close: async () => {
      isClosed = true;
      for (const { control } of jobs.values()) control.abort();
      await last;
    },
  };
};
