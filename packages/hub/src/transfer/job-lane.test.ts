import { expect, test } from "vitest";
import { createJobLane } from "./job-lane.ts";

/** A job that works until it is told to end, or until its signal does. */
const worker = (log: string[], name: string) => {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  const work = async (signal: AbortSignal): Promise<void> => {
    log.push(`${name} begins`);
    signal.addEventListener("abort", () => resolve());
    await promise;
    log.push(`${name} ends${signal.aborted ? " early" : ""}`);
  };
  return { work, end: () => resolve() };
};
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("jobs run one after the other, in the order in which they came", async () => {
  const log: string[] = [];
  const lane = createJobLane();
  const [one, two] = [worker(log, "one"), worker(log, "two")];
  lane.run("1", one.work);
  lane.run("2", two.work);
  await turn();
  expect(log).toEqual(["one begins"]);
  one.end();
  await turn();
  expect(log).toEqual(["one begins", "one ends", "two begins"]);
  two.end();
});

test("a job that waits is cancelled without waiting for the one that runs, and never begins", async () => {
  const log: string[] = [];
  const lane = createJobLane();
  const [one, two] = [worker(log, "one"), worker(log, "two")];
  lane.run("1", one.work);
  lane.run("2", two.work);
  await turn();
  await lane.cancel("2");
  await lane.cancel("nobody");
  one.end();
  await turn();
  expect(log).toEqual(["one begins", "one ends"]);
});

test("closing ends the job that runs, begins no other, and waits until it has ended", async () => {
  const log: string[] = [];
  const lane = createJobLane();
  lane.run("1", worker(log, "one").work);
  lane.run("2", worker(log, "two").work);
  await turn();
  await lane.close();
  lane.run("3", worker(log, "three").work);
  await turn();
  expect(log).toEqual(["one begins", "one ends early"]);
});
