import type { Case, ConformanceClass, Finding, Verdict } from "./case.ts";
import { classes, Unmet } from "./case.ts";
import { claimCases } from "./claims/claim-cases.ts";
import { type Claims, featuresOf } from "./claims/claims.ts";
import type { AdapterInfo } from "./messages.ts";
import type { Requirement, Target } from "./requirement.ts";
import { seedOf } from "./seed.ts";
import { loadSuite, type Suite } from "./suite.ts";

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
 * Who speaks no dialects is judged by the standard alone; six hours of silence are waited for by whoever has the time; files show nothing of an endpoint, and who signs nothing is not asked how. A
 * device of the open protocol may have no key, no self-test, and an owner who allows commands without a code.
 */
const optional: readonly string[] = [
  "endpoint",
  "full-export",
  "signature",
  "key",
  "secured",
  "guarded",
  "self-test",
  "silence",
];
const isOptional = (feature: string): boolean => optional.includes(feature) || feature.startsWith("dialect/");

const withinOf = (results: readonly CaseResult[], name: ConformanceClass): readonly CaseResult[] =>
  results.filter(
    ({ asks, lacking }) => classes.indexOf(asks) <= classes.indexOf(name) && !lacking.some((one) => isOptional(one)),
  );
const allowedIn = (name: ConformanceClass): readonly Verdict[] =>
  name === "core" ? ["PASS", "WARN", "SKIP"] : ["PASS"];

/**
 * The highest class (符合等级) whose applicable cases all passed, those of the classes below it too; null when not even `core` is
 * reached. A warning is allowed in `core` alone. `full` and `robust` ask for every feature that is not
 * optional: a case that was skipped is not met.
 */
export const classReached = (results: readonly CaseResult[]): ConformanceClass | null => {
  let reached: ConformanceClass | null = null;
  for (const name of classes) {
    const within = withinOf(results, name);
    if (within.some(({ verdict }) => !allowedIn(name).includes(verdict))) break;
    if (!within.some(({ verdict }) => verdict === "PASS")) break;
    reached = name;
  }
  return reached;
};

/** The next class, and what stands between; null when all is reached. */
export type ClassGap = {
  readonly class: ConformanceClass;
  readonly cases: readonly { readonly id: string; readonly verdict: Verdict; readonly lacking: readonly string[] }[];
};

/** Why the next class is not reached: the cases that it asks for and that did not pass. */
export const classGap = (results: readonly CaseResult[]): ClassGap | null => {
  const reached = classReached(results);
  const next = classes[reached === null ? 0 : classes.indexOf(reached) + 1];
  if (next === undefined) return null;
  const cases = withinOf(results, next)
    .filter(({ verdict }) => !allowedIn(next).includes(verdict))
    .map(({ id, verdict, lacking }) => ({ id, verdict, lacking }));
  return { class: next, cases };
};

/** Whether a case is wanted. */
export type Keeps = (one: Omit<Case<never>, "run">) => boolean;

/** How a run goes, whatever its target. */
export type TargetOptions = {
  readonly suite: Suite;
  /** Any whole number; the same one gives the same cases. */ readonly seed: number;
  /** Inputs of each generated case, 50 by default. */ readonly runs?: number;
  /** Cases to leave out, in `explore` only: then no class is given. */ readonly keeps?: Keeps;
  readonly onResult?: (result: CaseResult) => void;
  /** What is claimed: in `certify` it picks the cases, and must be true. */ readonly claims?: Claims;
  /** `explore` by default: what is claimed nowhere is asked of whoever says that he has it. */ readonly mode?: RunMode;
  /** What a replay has to know besides: timers, what was lacking. */ readonly settings?: RunSettingsTold;
};

export type RunMode = "explore" | "certify";
/** Options of a run as the command line writes them, without what is secret or tells where something is. */
export type RunSettingsTold = Readonly<Record<string, string | readonly string[]>>;

/** What a run came to; reports are made of it. */
export type TargetRun = {
  readonly target: Target;
  readonly who: AdapterInfo;
  readonly seed: number;
  readonly runs: number;
  readonly suite: Suite;
  readonly results: readonly CaseResult[];
  /** `certify`: every case was run that the claims make applicable, and nothing else decided. */ readonly mode: RunMode;
  readonly claims: Claims | null;
  readonly settings: RunSettingsTold;
  /** Whether every case was run: else no class is given. */ readonly isComplete: boolean;
  /** Null: none reached, or not every case was run. */ readonly reached: ConformanceClass | null;
  /** Why the next class is not reached; null: it is, or not every case was run. */ readonly gap: ClassGap | null;
};

const RUNS = 50;

/** Runs the cases of a target that are wanted, and says which class they come to. */
export const runTarget = async <S>(
  target: Target,
  who: AdapterInfo,
  all: readonly Case<S>[],
  seat: S,
  { suite: own, seed, runs = RUNS, keeps, onResult, claims, mode = "explore", settings = {} }: TargetOptions,
): Promise<TargetRun> => {
  if (mode === "certify") {
    if (claims === undefined) throw new TypeError("certify needs claims");
    if (keeps !== undefined) throw new TypeError("certify leaves out no case");
  }
  const kit = loadSuite("KIT").spec.requirements.filter(({ applies }) => applies.includes(target));
  const suite = { ...own, spec: { ...own.spec, requirements: [...own.spec.requirements, ...kit] } };
  const told = {
    ...{ features: claims === undefined ? who.features : featuresOf(claims), seed, runs },
    requirements: new Map(suite.spec.requirements.map((one) => [one.id, one])),
    ...(onResult === undefined ? {} : { onResult }),
  };
  const cases = keeps === undefined ? all : all.filter(keeps);
  // Claims that are not true are tolerated while one explores, unless it is asked for them.
  const ofClaims = claimCases(target).filter(keeps ?? (() => mode === "certify"));
  const results = [
    ...(claims === undefined ? [] : await runCases(ofClaims, { claims, who }, told)),
    ...(await runCases(cases, seat, told)),
  ];
  const isComplete = cases.length === all.length;
  const [reached, gap] = isComplete ? [classReached(results), classGap(results)] : [null, null];
  return {
    ...{ target, who, seed, runs, suite, results, mode, isComplete, reached, gap, settings },
    claims: claims ?? null,
  };
};
