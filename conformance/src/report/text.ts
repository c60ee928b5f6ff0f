import type { Finding } from "../case.ts";
import { type CaseResult, type ClassGap, countsOf, type TargetRun } from "../run.ts";
import { classWords, findingWords, type Language, verdictWords } from "./words.ts";

const SHOWN = 400;
const GAP_SHOWN = 4;
const short = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

const labels = {
  zh: { expected: "应当", got: "实际", sent: "发送", clause: "条款" },
  en: { expected: "expected", got: "got", sent: "sent", clause: "clause" },
} as const;

const inputText = ({ input }: Finding): readonly string[] =>
  input.map((request) => short(typeof request.hex === "string" ? request.hex : JSON.stringify(request)));

/** One case as text: one line when it passed, what was sent, asked for and seen when it did not. */
export const resultText = (result: CaseResult, run: Pick<TargetRun, "suite">, language: Language): string => {
  const { finding, verdict, title, requirements, lacking } = result;
  const head = `${verdictWords[verdict][language]}  ${title[language]}`;
  if (finding === null) return lacking.length === 0 ? head : `${head} [${lacking.join(", ")}]`;
  const label = labels[language];
  const known = new Map(run.suite.spec.requirements.map((one) => [one.id, one]));
  const clauses = requirements.map(
    (id) => `${id} ${known.get(id)?.clause ?? ""}: ${known.get(id)?.text[language] ?? ""}`,
  );
  return [
    `${head}: ${findingWords[finding.code]?.[language] ?? finding.code} [${finding.code}] ${result.id}`,
    ...clauses.map((text) => `      ${label.clause}: ${text}`),
    ...inputText(finding).map((text) => `      ${label.sent}: ${text}`),
    `      ${label.expected}: ${short(finding.expected)}`,
    `      ${label.got}: ${short(finding.got)}`,
  ].join("\n");
};

/** Why the next class is not reached: the first cases that stand between. */
const gapText = ({ class: next, cases }: ClassGap, language: Language): string => {
  const first = cases
    .slice(0, GAP_SHOWN)
    .map(({ id, verdict, lacking }) =>
      [`${id} ${verdictWords[verdict][language]}`, ...(lacking.length === 0 ? [] : [`[${lacking.join(", ")}]`])].join(
        " ",
      ),
    )
    .join("; ");
  const more = cases.length > GAP_SHOWN ? ` … (${cases.length})` : "";
  return language === "zh" ? `未达到 ${next}:${first}${more}` : `not ${next}: ${first}${more}`;
};

/** The last lines of a run: counts, and the class that was reached. */
export const summaryText = (run: TargetRun, language: Language): string => {
  const { who, results, reached, mode, seed, isComplete, gap } = run;
  const counts = countsOf(results);
  const tally = Object.entries(counts)
    .filter(([name, count]) => count > 0 || name === "PASS" || name === "FAIL")
    .map(([name, count]) => `${verdictWords[name as keyof typeof counts][language]} ${count}`)
    .join(", ");
  const name = `${who.name} ${who.version} (${who.lang})`;
  const reachedText =
    reached === null ? (language === "zh" ? "未达到任何等级" : "no class") : classWords[reached][language];
  const explored = language === "zh" ? "只运行了部分用例,不评定等级" : "not every case was run, so no class is given";
  const certified = mode === "certify" ? "" : language === "zh" ? "(探索,未认证)" : " (explored, not certified)";
  const lines = [
    !isComplete
      ? explored
      : language === "zh"
        ? `符合等级:${reachedText}${certified}`
        : `class: ${reachedText}${certified}`,
    ...(gap === null ? [] : [gapText(gap, language)]),
  ];
  const verdict = lines.join("\n");
  return language === "zh"
    ? `${name}:共 ${results.length} 项,${tally}(种子 ${seed})\n${verdict}`
    : `${name}: ${results.length} cases, ${tally} (seed ${seed})\n${verdict}`;
};

const isBad = ({ verdict }: CaseResult): boolean => verdict === "FAIL" || verdict === "WARN" || verdict === "ERROR";

/** More of them say that something basic is wrong, which the first ones tell. */
const LISTED = 12;

/** One line for each requirement of which something did not pass, the first of them. */
export const failedRequirements = ({ suite, results }: TargetRun, language: Language): readonly string[] => {
  const bad = results.filter(isBad);
  const lines = suite.spec.requirements.flatMap(({ id, clause, text }) => {
    const own = results.filter(({ requirements }) => requirements.includes(id));
    const count = own.filter((one) => bad.includes(one)).length;
    return count === 0 ? [] : [`${id} (${clause}) ${count}/${own.length}: ${text[language]}`];
  });
  const more = lines.length - LISTED;
  const others = language === "zh" ? `另有 ${more} 条要求未满足` : `${more} more requirements are not met`;
  return more <= 0 ? lines : [...lines.slice(0, LISTED), others];
};

const USEFUL = 3;

/** The findings to begin with: of different kinds, exact vectors before generated input, few bytes before many. */
export const mostUseful = (run: TargetRun, language: Language): readonly string[] => {
  const size = ({ finding }: CaseResult): number => JSON.stringify(finding?.input ?? []).length;
  const rank = ({ asks, verdict }: CaseResult): number => (verdict === "WARN" ? 2 : asks === "core" ? 0 : 1);
  const sorted = run.results.filter(isBad).sort((a, b) => rank(a) - rank(b) || size(a) - size(b));
  const told = new Set<string>();
  const first = sorted.filter(({ finding, requirements }) => {
    const kind = `${finding?.code} ${requirements[0]}`;
    return !told.has(kind) && told.add(kind).size <= USEFUL;
  });
  return first.map((one) => resultText(one, run, language));
};
