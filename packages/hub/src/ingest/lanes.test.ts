import fc from "fast-check";
import { expect, test } from "vitest";
import { createLanes } from "./lanes.ts";

test("jobs of one lane never overlap and run in their order; jobs over several lanes neither starve nor lock up", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          keys: fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 3 }),
          turns: fc.nat(3),
          fails: fc.boolean(),
        }),
        {
          maxLength: 30,
        },
      ),
      async (jobs) => {
        const lanes = createLanes();
        const busy = new Set<string>();
        const order = new Map<string, number[]>();
        const results = jobs.map(({ keys, turns, fails }, index) =>
          lanes.run(keys, async () => {
            for (const key of new Set(keys)) {
              expect(busy).not.toContain(key);
              busy.add(key);
              order.set(key, [...(order.get(key) ?? []), index]);
            }
            for (let turn = 0; turn < turns; turn += 1) await null;
            for (const key of keys) busy.delete(key);
            if (fails) throw new Error("failed");
            return index;
          }),
        );
        const settled = await Promise.allSettled(results);
        await lanes.idle();
        expect(settled.map(({ status }) => status === "rejected")).toEqual(jobs.map(({ fails }) => fails));
        for (const indexes of order.values()) expect(indexes).toEqual([...indexes].sort((a, b) => a - b));
      },
    ),
    { numRuns: 200 },
  );
});

test("idle waits for jobs that wait behind others", async () => {
  const lanes = createLanes();
  const done: string[] = [];
  void lanes.run(["a"], async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    done.push("first");
  });
  void lanes.run(["a", "b"], async () => void done.push("second"));
  await lanes.idle();
  expect(done).toEqual(["first", "second"]);
});
