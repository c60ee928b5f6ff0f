import { lintCounts, lintSuites } from "../lint.ts";
import { allCases, allSuites } from "../targets.ts";
import { keepsOf, type Options, type Terminal } from "./options.ts";

/** `list`: the cases that there are, without running any. */
export const listCommand = (options: Options, { out }: Terminal): number => {
  const { target } = options;
  const cases = allCases()
    .filter((one) => target === undefined || one.target === target)
    .filter(keepsOf(options) ?? (() => true));
  for (const { id, requirements, polarity, asks, title, needs } of cases)
    out(
      options.json
        ? JSON.stringify({ id, requirements, polarity, asks, needs, title })
        : `${id}  ${asks} ${polarity === "negative" ? "−" : "+"}  ${requirements.join(" ")}  ${title[options.language]}`,
    );
  return cases.length === 0 ? 2 : 0;
};

/** `lint`: requirements and cases against each other, over every document and target. */
export const lintCommand = ({ language }: Options, { out }: Terminal): number => {
  const suites = allSuites();
  const cases = allCases();
  const wrong = [...lintSuites(suites, cases), ...lintCounts(cases)];
  for (const line of wrong) out(line);
  for (const { spec } of suites) {
    const tested = spec.requirements.filter(({ whyNot }) => whyNot === undefined).length;
    const { length } = spec.requirements;
    out(
      language === "zh"
        ? `${spec.prefix} ${spec.document}:要求 ${length} 条,${tested} 条有用例,${length - tested} 条写明原因`
        : `${spec.prefix} ${spec.document}: ${length} requirements, ${tested} with cases, ${length - tested} with a reason why not`,
    );
  }
  const length = suites.reduce((sum, { spec }) => sum + spec.requirements.length, 0);
  const negative = cases.filter(({ polarity }) => polarity === "negative").length;
  const share = Math.round((100 * negative) / cases.length);
  out(
    language === "zh"
      ? `要求 ${length} 条,用例 ${cases.length} 项,其中应拒绝 ${negative} 项(${share}%),问题 ${wrong.length} 个`
      : `${length} requirements, ${cases.length} cases, ${negative} of which expect a refusal (${share} %), ${wrong.length} problems`,
  );
  return wrong.length === 0 ? 0 : 1;
};
