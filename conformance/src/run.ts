import type { Case, ConformanceClass, Finding, Verdict } from "./case.ts";
import { classes, Unmet } from "./case.ts";
import type { AdapterInfo } from "./messages.ts";
import type { Requirement, Target } from "./requirement.ts";
import { seedOf } from "./seed.ts";
import type { Suite } from "./suite.ts";

/** What became of one case. */
export type CaseResult = {
  readonly id: string;
  readonly requirements: readonly string[];
  readonly polarity: Case<never>["polarity"];
  readonly asks: ConformanceClass;
  readonly title: Case<never>["title"];
  readonly verdict: Verdict;
  /** Why it was skipped or could not be judged, or what was wrong. */ readonly finding: Finding | null;
  /** Features that were not claimed. */ readonly lacking: readonly string[];
};

export type RunSettings = {
  readonly features: readonly string[];
  readonly requirements: ReadonlyMap<string, Requirement>;
  /** Master seed: any whole number. */ readonly seed: number;
  /** Inputs of each generated case. */ readonly runs: number;
  readonly onResult?: (result: CaseResult) => void;
};

/** How often a finding must show itself again; one that does not each time is still a failure, and is called flaky. */
const REPEATS = 2;

/**
 * Runs cases one after the other. Same seed and same behaviour, same verdicts: a case's inputs depend on the seed and its id
 * alone.
 */
export const runCases = async <S>(
  cases: readonly Case<S>[],
  seat: S,
  settings: RunSettings,
): Promise<readonly CaseResult[]> => {
  const results: CaseResult[] = [];
  for (const one of cases) {
    const result = await resultOf(one, seat, settings);
    results.push(result);
    settings.onResult?.(result);
  }
  return results;
};

const resultOf = async <S>(one: Case<S>, seat: S, settings: RunSettings): Promise<CaseResult> => {
  const { id, requirements, polarity, asks, title } = one;
  const lacking = one.needs.filter((feature) => !settings.features.includes(feature));
  const made = (verdict: Verdict, finding: Finding | null): CaseResult => ({
    id,
    requirements,
    polarity,
    asks,
    title,
    verdict,
    finding,
    lacking,
  });
  if (lacking.length > 0) return made("SKIP", null);
  const context = { seat, seed: seedOf(settings.seed, id), runs: settings.runs };
  try {
    const finding = await one.run(context);
    if (finding === null) return made("PASS", null);
    // Refusing is what is asked for; saying just where is good manners.
    const isMust =
      finding.code !== "wrong-place" &&
      requirements.some((name) => settings.requirements.get(name)?.level !== "SHOULD");
    const isSteady = await showsAgain(one, context);
    const told = isSteady ? finding : { ...finding, got: `${finding.got} (not each time 并非每次出现)` };
    return made(isMust ? "FAIL" : "WARN", told);
  } catch (error) {
    if (error instanceof Unmet)
      return made("UNMET", { code: "unmet", expected: "what the case needs", got: error.message, input: [] });
    const got = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return made("ERROR", { code: "kit-error", expected: "the kit to work", got, input: [] });
  }
};

const showsAgain = async <S>(one: Case<S>, context: Parameters<Case<S>["run"]>[0]): Promise<boolean> => {
  for (let i = 0; i < REPEATS; i += 1) if ((await one.run(context)) === null) return false;
  return true;
};

/** Counts of each verdict. */
export const countsOf = (results: readonly CaseResult[]): Readonly<Record<Verdict, number>> => {
  const counts = { PASS: 0, FAIL: 0, WARN: 0, SKIP: 0, UNMET: 0, ERROR: 0 };
  for (const { verdict } of results) counts[verdict] += 1;
  return counts;
};

/**
 * Who speaks no dialects is judged by the standard alone; files show nothing of an endpoint, and who signs nothing is not asked how.
 */
const optional: readonly string[] = ["dialects", "endpoint", "full-export", "signature", "key", "relay"];

/**
 * The highest class (符合等级) whose applicable cases all passed, those of the classes below it too; null when not even `core` is
 * reached. A warning is allowed in `core` alone. `full` and `robust` ask for every feature that is not
 * optional: a case that was skipped is not met.
 */
export const classReached = (results: readonly CaseResult[]): ConformanceClass | null => {
  let reached: ConformanceClass | null = null;
  for (const [rank, name] of classes.entries()) {
    const within = results.filter(
      ({ asks, lacking }) =>
        classes.indexOf(asks) <= rank && !(lacking.length > 0 && lacking.some((feature) => optional.includes(feature))),
    );
    const allowed: readonly Verdict[] = name === "core" ? ["PASS", "WARN", "SKIP"] : ["PASS"];
    if (within.length === 0 || within.some(({ verdict }) => !allowed.includes(verdict))) break;
    if (!within.some(({ verdict }) => verdict === "PASS")) break;
    reached = name;
  }
  return reached;
};

/** How a run goes, whatever its target. */
export type TargetOptions<S> = {
  readonly suite: Suite;
  /** Any whole number; the same one gives the same cases. */ readonly seed: number;
  /** Inputs of each generated case, 50 by default. */ readonly runs?: number;
  /** Cases to leave out, in `explore` only: then no class is given. */ readonly keeps?: (one: Case<S>) => boolean;
  readonly onResult?: (result: CaseResult) => void;
};

/** What a run came to; reports are made of it. */
export type TargetRun = {
  readonly target: Target;
  readonly who: AdapterInfo;
  readonly seed: number;
  readonly runs: number;
  readonly suite: Suite;
  readonly results: readonly CaseResult[];
  /** `certify`: every case that there is was run. */ readonly mode: "explore" | "certify";
  /** Null: none reached, or not every case was run. */ readonly reached: ConformanceClass | null;
};

const RUNS = 50;

/** Runs the cases of a target that are wanted, and says which class they come to. */
export const runTarget = async <S>(
  target: Target,
  who: AdapterInfo,
  all: readonly Case<S>[],
  seat: S,
  { suite, seed, runs = RUNS, keeps, onResult }: TargetOptions<S>,
): Promise<TargetRun> => {
  const cases = keeps === undefined ? all : all.filter(keeps);
  const results = await runCases(cases, seat, {
    ...{ features: who.features, seed, runs },
    requirements: new Map(suite.spec.requirements.map((one) => [one.id, one])),
    ...(onResult === undefined ? {} : { onResult }),
  });
  const mode = cases.length === all.length ? "certify" : "explore";
  const reached = mode === "certify" ? classReached(results) : null;
  return { target, who, seed, runs, suite, results, mode, reached };
};
