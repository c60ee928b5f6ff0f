import type { Polarity } from "./requirement.ts";
import type { Suite } from "./suite.ts";

type Named = { readonly id: string; readonly requirements: readonly string[]; readonly polarity: Polarity };

/** Fewer cases, or fewer of them that expect a refusal, would be too easy a test. */
const CASES_MIN = 500;
const NEGATIVE_MIN = 0.4;

/** Whether there are enough cases over all targets, and enough of them refusals. */
export const lintCounts = (cases: readonly Pick<Named, "polarity">[]): readonly string[] => {
  const negative = cases.filter(({ polarity }) => polarity === "negative").length;
  return [
    ...(cases.length < CASES_MIN ? [`${cases.length} cases, at least ${CASES_MIN} are needed`] : []),
    ...(negative < cases.length * NEGATIVE_MIN ? [`only ${negative} of ${cases.length} cases expect a refusal`] : []),
  ];
};

/**
 * Holds requirements and cases against each other in both directions.
 *
 * @returns what is wrong, one line each; none: every requirement has its cases or a reason, and every case a requirement
 */
export const lintSuites = (suites: readonly Suite[], cases: readonly Named[]): readonly string[] => {
  const wrong: string[] = [];
  const requirements = suites.flatMap(({ spec }) => spec.requirements);
  const known = new Map(requirements.map((one) => [one.id, one]));
  if (known.size < requirements.length) wrong.push("two documents have a requirement of the same id");
  const ids = new Set<string>();
  for (const one of cases) {
    if (ids.has(one.id)) wrong.push(`${one.id}: the id is taken`);
    ids.add(one.id);
    if (one.requirements.length === 0) wrong.push(`${one.id}: it names no requirement`);
    for (const name of one.requirements) {
      const requirement = known.get(name);
      if (requirement === undefined) wrong.push(`${one.id}: there is no requirement ${name}`);
      else if (requirement.whyNot !== undefined) wrong.push(`${one.id}: ${name} says that nothing tests it`);
    }
  }
  for (const { id, polarity, whyNot } of requirements) {
    if (whyNot !== undefined) continue;
    for (const kind of polarity)
      if (!cases.some((one) => one.polarity === kind && one.requirements.includes(id)))
        wrong.push(`${id}: no ${kind} case`);
  }
  return wrong;
};
