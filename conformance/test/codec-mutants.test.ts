import { describe, expect, test } from "vitest";
import { loadSuite, runCodec } from "../src/index.ts";
import { mutant } from "./adapters.ts";
import { allMutants } from "./mutants/all.ts";
import { diananCodecMutants } from "./mutants/dianan-codec-mutants.ts";
import type { Mutant } from "./mutants/mutant.ts";
import { todays } from "./rotating.ts";

const mutants = { ...allMutants, ...diananCodecMutants };
const today = todays(Object.keys(mutants));

const suite = loadSuite("F3");

describe("a wrong codec is caught by the cases of what it gets wrong", () => {
  test.each(today)("%s", { timeout: 180_000 }, async (name) => {
    const { caughtBy, mistake } = mutants[name] as Mutant;
    const keeps = ({ requirements }: { readonly requirements: readonly string[] }): boolean =>
      requirements.includes(caughtBy);
    const { results } = await runCodec({
      ...{ suite: loadSuite(name.startsWith("PC-") ? "DP" : "F3"), adapter: mutant(name), seed: 7, runs: 20, keeps },
    });
    const failed = results.filter(({ verdict }) => verdict === "FAIL");
    console.log(`mutants: ${name} (${mistake}): ${failed.length} of ${results.length} cases of ${caughtBy}`);
    expect(failed.length, `${mistake}: not caught by ${caughtBy}`).toBeGreaterThan(0);
    expect(results.filter(({ verdict }) => verdict === "ERROR")).toEqual([]);
  });

  test("the same adapter without a mistake fails none of them", { timeout: 180_000 }, async () => {
    const keeps = ({ id, needs }: { readonly id: string; readonly needs: readonly string[] }): boolean =>
      id !== "F3/hostile/memory" && !needs.some((one) => one.startsWith("dialect/"));
    const { results } = await runCodec({ suite, adapter: mutant("none"), seed: 7, runs: 5, keeps });
    expect(results.filter(({ verdict }) => verdict === "FAIL" || verdict === "ERROR")).toEqual([]);
  });
});
