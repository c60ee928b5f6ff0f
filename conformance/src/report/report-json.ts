import { createHash } from "node:crypto";
import { type CaseResult, countsOf, type TargetRun } from "../run.ts";
import { kitVersion } from "../version.ts";

/** Version of the report's form; its JSON Schema is specs/conformance/report.schema.json. */
export const REPORT_VERSION = 2;

/** Everything about a run; the source of every other form of report. */
export const reportOf = (run: TargetRun, at: { readonly startedAt: string; readonly durationMs: number }) => {
  const { who, suite, results } = run;
  const exercised = new Set(
    results.filter(({ verdict }) => verdict !== "SKIP").flatMap(({ requirements }) => requirements),
  );
  return {
    reportVersion: REPORT_VERSION,
    kit: { name: "@dianan/conformance", version: kitVersion },
    suite: { document: suite.spec.document, prefix: suite.spec.prefix, digest: suite.digest },
    target: run.target,
    implementation: { name: who.name, version: who.version, lang: who.lang, features: [...who.features] },
    mode: run.mode,
    isComplete: run.isComplete,
    claims: run.claims,
    settings: run.settings,
    classReached: run.reached,
    gap: run.gap,
    seed: run.seed,
    runs: run.runs,
    ...at,
    counts: countsOf(results),
    requirements: suite.spec.requirements.map((one) => ({
      ...one,
      verdict: verdictOf(one.id, results),
      exercised: exercised.has(one.id),
    })),
    cases: results.map((one) => ({ ...one })),
  };
};

export type Report = ReturnType<typeof reportOf>;

/** What the cases of a requirement came to: a failure outweighs all, nothing that ran is no verdict. */
const verdictOf = (id: string, results: readonly CaseResult[]): CaseResult["verdict"] | null => {
  const own = new Set(results.filter(({ requirements }) => requirements.includes(id)).map(({ verdict }) => verdict));
  return (["ERROR", "FAIL", "UNMET", "WARN", "PASS", "SKIP"] as const).find((verdict) => own.has(verdict)) ?? null;
};

/** Two runs of the same behaviour have the same digest: times are left out. SHA-256, hex. */
export const verdictDigest = (report: Report): string =>
  createHash("sha256")
    .update(JSON.stringify(report.cases.map(({ id, verdict, finding }) => [id, verdict, finding?.code ?? null])))
    .digest("hex");
