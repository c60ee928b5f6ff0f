import { expect, test } from "vitest";
import { createFigureFold, figureBits } from "./alarm-figure-fold.ts";

test("EF-4.3: nothing added is nothing, not a time of zero", () => {
  expect(createFigureFold().sum()).toEqual({
    ...{ raised: 0, acknowledged: 0, rectified: 0, closed: 0, overdue: 0, asFalse: 0 },
    ...{ acknowledgedInTime: 0, rectifiedInTime: 0, acknowledgeMs: 0, rectifyMs: 0 },
    ...{ acknowledgeP90Ms: null, rectifyP90Ms: null },
  });
});

test.each([
  [1, 1],
  [2, 2],
  [9, 9],
  [10, 9],
  [11, 10],
  [100, 90],
])("EF-4.3: nine of ten of %i times are at most the one of rank %i, in whatever order they come", (count, rank) => {
  const fold = createFigureFold();
  for (let n = 0; n < count; n += 1) fold.add(0, ((n * 7) % count) + 1, null);
  // 7 shares a factor with none of the counts: each time comes once.
  expect(fold.sum().acknowledgeP90Ms).toBe(rank);
});

test("each bit is counted in whatever company it comes", () => {
  const fold = createFigureFold();
  fold.add(figureBits.overdue, null, null);
  fold.add(figureBits.overdue | figureBits.closed | figureBits.asFalse, 5, null);
  fold.add(figureBits.acknowledgedInTime | figureBits.rectifiedInTime, 5, 7);
  expect(fold.sum()).toMatchObject({ raised: 3, overdue: 2, closed: 1, asFalse: 1 });
  expect(fold.sum()).toMatchObject({ acknowledgedInTime: 1, rectifiedInTime: 1, acknowledgeMs: 10, rectifyMs: 7 });
});
