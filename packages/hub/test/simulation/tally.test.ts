import { expect, test } from "vitest";
import { cases, createTally, LEAST_OF_200, tooRare } from "./tally.ts";

const all = (times: (least: number) => number) => {
  const { saw, counts } = createTally();
  for (const one of cases) saw(one, times(LEAST_OF_200[one]));
  return counts();
};

test("days that bring each case often enough are good, whatever their number", () => {
  expect(
    tooRare(
      all((least) => least),
      200,
    ),
  ).toEqual([]);
  expect(
    tooRare(
      all((least) => 25 * least),
      5_000,
    ),
  ).toEqual([]);
});

test("each case that comes too rarely is named", () => {
  expect(tooRare(createTally().counts(), 200)).toHaveLength(cases.length);
  expect(
    tooRare(
      all((least) => least),
      400,
    ),
  ).toHaveLength(cases.length);
  const { saw, counts } = createTally();
  for (const one of cases) if (one !== "a storm") saw(one, LEAST_OF_200[one]);
  saw("a storm", LEAST_OF_200["a storm"] - 1);
  expect(tooRare(counts(), 200)).toEqual([
    expect.stringMatching(/^a storm: \d+ times in 200 days, expected \d+ in 200$/),
  ]);
});

test("nothing is expected that a case of zero would meet", () => {
  expect(cases.filter((one) => LEAST_OF_200[one] < 1)).toEqual([]);
});
