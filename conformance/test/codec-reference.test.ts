import { readFileSync } from "node:fs";
import { gb26875 } from "@dianan/codec";
import { describe, expect, test } from "vitest";
import { codecCases } from "../src/codec/cases.ts";
import { deviceCases } from "../src/device/device-cases.ts";
import { claimsOf, countsOf, loadSuite, runCodec } from "../src/index.ts";
import { lintCounts, lintSuites } from "../src/lint.ts";
import { verdictDigest } from "../src/report/report-json.ts";
import { allCases, allSuites } from "../src/targets.ts";
import { odd, reference } from "./adapters.ts";
import { checkedReport } from "./report.ts";

const suite = loadSuite("F3");
const cases = codecCases(suite);
const TIME = 120_000;

test("every requirement has its cases or a reason, every case a requirement; many, and enough of them refusals", () => {
  expect(lintSuites(allSuites(), allCases())).toEqual([]);
  expect(lintCounts(allCases())).toEqual([]);
  expect(lintCounts(cases)).toEqual([]);
  const negative = cases.filter(({ polarity }) => polarity === "negative");
  expect(lintCounts(negative.slice(0, 99))).toEqual(["99 cases, at least 500 are needed"]);
  expect(lintCounts(cases.map((one) => ({ ...one, polarity: "positive" as const })))).toHaveLength(1);
});

test("lint tells a requirement without a case, a case without a requirement, and a name that there is not", () => {
  const some = cases.filter(({ requirements }) => !requirements.includes("DP-PLACE-01"));
  const dialogues = deviceCases.filter(({ requirements }) => !requirements.some((id) => id.startsWith("KIT-")));
  expect(lintSuites([suite], [...some, ...dialogues])).toEqual(["DP-PLACE-01: no negative case"]);
  const [first] = cases;
  if (first === undefined) throw new Error("no cases");
  const wrong = (requirements: readonly string[]) =>
    lintSuites([suite], [...cases, ...dialogues, { ...first, id: "F3/x", requirements }]);
  expect(wrong([])).toEqual(["F3/x: it names no requirement"]);
  expect(wrong(["F3-0-01"])).toEqual(["F3/x: there is no requirement F3-0-01"]);
  expect(wrong(["F3-6.3-01"])).toEqual(["F3/x: F3-6.3-01 says that nothing tests it"]);
  expect(lintSuites([suite], [...cases, ...dialogues, first])).toEqual([`${first.id}: the id is taken`]);
});

test("the reference is robust, and the same seed gives the same verdicts", { timeout: TIME }, async () => {
  const dialects = Object.keys(gb26875.dialects);
  const claims = claimsOf({
    ...{ claims: 1, implementation: { name: "@dianan/codec", version: "0" }, target: "codec", protocol: "F3" },
    ...{ features: ["decode", "encode", "stream"], dialects, class: "robust" },
  });
  const run = () => runCodec({ suite, adapter: reference, seed: 20_111_101, runs: 20, mode: "certify", claims });
  const one = await run();
  expect(one.results.filter(({ finding }) => finding !== null)).toEqual([]);
  expect({ mode: one.mode, reached: one.reached }).toEqual({ mode: "certify", reached: "robust" });
  expect(verdictDigest(checkedReport(await run()))).toBe(verdictDigest(checkedReport(one)));
});

test("DP: an adapter that does not name the open device protocol does not start", async () => {
  const own = loadSuite("DP");
  await expect(runCodec({ suite: own, adapter: odd("none"), seed: 1 })).rejects.toMatchObject({ code: "not-started" });
});

test("the adapter in TypeScript is under 100 lines", () => {
  const text = readFileSync(new URL("../src/adapters/typescript.ts", import.meta.url), "utf8");
  expect(text.split("\n").length).toBeLessThan(100);
});

describe("unusual and right: no false alarm", () => {
  test.each([
    ["says-need", "robust"],
    ["refuses-odd-times", "robust"],
    ["members-in-another-order", "robust"],
    ["refuses-by-length", "robust"],
    ["tells-what-it-skips", "robust"],
    ["spaces-in-its-lines", "robust"],
    ["more-members", "robust"],
    ["carriage-returns", "robust"],
    ["talks-on-standard-error", "robust"],
    ["writes-in-pieces", "robust"],
    ["takes-its-time", "robust"],
    // What it does not claim is not asked for; a place is a SHOULD, of which `core` takes a warning.
    ["decodes-only", "core"],
    ["says-no-place", "core"],
  ])("%s reaches %s", { timeout: TIME }, async (name, reached) => {
    // The long case is about memory, not about what is unusual here; dialects are claimed by the reference alone.
    const keeps = ({ id, needs }: { readonly id: string; readonly needs: readonly string[] }): boolean =>
      id !== "F3/hostile/memory" && !needs.some((one) => one.startsWith("dialect/"));
    const run = await runCodec({ suite, adapter: odd(name), seed: 1, runs: 2, keeps });
    const counts = countsOf(run.results);
    expect(run.results.filter(({ verdict }) => verdict === "FAIL" || verdict === "ERROR")).toEqual([]);
    if (reached === "robust")
      expect({ ...counts, PASS: 0 }).toEqual({ PASS: 0, FAIL: 0, WARN: 0, SKIP: 0, UNMET: 0, ERROR: 0 });
    else expect(counts.WARN + counts.SKIP).toBeGreaterThan(0);
  });
});

describe("an adapter that breaks the protocol fails its case, and the run goes on", () => {
  test.each([
    ["crashes", "crashed", "segmentation fault"],
    ["hangs", "timeout", "no answer within 1500 ms"],
    ["prints-garbage", "garbage", "not JSON: DEBUG"],
    ["prints-a-list", "garbage", "not a JSON object: [1]"],
    ["answers-another-id", "garbage", "answered with -1"],
    ["floods", "garbage", "that nobody asked for"],
    ["no-shape", "malformed-reply", "fine"],
  ])("%s: %s", { timeout: TIME }, async (name, code, got) => {
    const keeps = ({ id }: { readonly id: string }): boolean => id.startsWith("F3/decode/field/");
    const { results } = await runCodec({ suite, adapter: odd(name), seed: 1, timeoutMs: 1_500, keeps });
    expect(results).toHaveLength(8);
    expect(results[2]).toMatchObject({ verdict: "FAIL", finding: { code, got: expect.stringContaining(got) } });
    expect(results.filter(({ verdict }) => verdict === "PASS").length).toBeGreaterThanOrEqual(5);
  });

  test.each(["no-features", "banner"])("%s: it does not even start", async (name) => {
    await expect(runCodec({ suite, adapter: odd(name), seed: 1 })).rejects.toMatchObject({ code: "garbage" });
  });
  test("a program that there is not", async () => {
    const adapter = { command: "/no/such/adapter", args: [] };
    await expect(runCodec({ suite, adapter, seed: 1 })).rejects.toMatchObject({ code: "not-started" });
  });
});
