import type { Polarity } from "./requirement.ts";
import type { Suite } from "./suite.ts";

type Named = { readonly id: string; readonly requirements: readonly string[]; readonly polarity: Polarity };

/**
 * Holds requirements and cases against each other in both directions.
 *
 * @returns what is wrong, one line each; none: every requirement has its cases or a reason, and every case a requirement
 */
export const lintSuite = ({ spec }: Suite, cases: readonly Named[]): readonly string[] => {
  const known = new Map(spec.requirements.map((one) => [one.id, one]));
  const wrong: string[] = [];
  const ids = new Set<string>();
  for (const { id, requirements } of cases) {
    if (ids.has(id)) wrong.push(`${id}: the id is taken`);
    ids.add(id);
    if (requirements.length === 0) wrong.push(`${id}: it names no requirement`);
    for (const name of requirements) {
      const requirement = known.get(name);
      if (requirement === undefined) wrong.push(`${id}: there is no requirement ${name}`);
      else if (requirement.whyNot !== undefined) wrong.push(`${id}: ${name} says that nothing tests it`);
    }
  }
  for (const { id, polarity, whyNot } of spec.requirements) {
    if (whyNot !== undefined) continue;
    for (const kind of polarity)
      if (!cases.some((one) => one.polarity === kind && one.requirements.includes(id)))
        wrong.push(`${id}: no ${kind} case`);
  }
  return wrong;
};
