import { codecCases } from "../codec/cases.ts";
import { lintSuite } from "../lint.ts";
import { loadSuite } from "../suite.ts";
import { keepsOf, type Options, type Terminal } from "./options.ts";

/** `list`: the cases that there are, without running any. */
export const listCommand = (options: Options, { out }: Terminal): number => {
  const cases = codecCases(loadSuite("F3")).filter(keepsOf(options) ?? (() => true));
  for (const { id, requirements, polarity, asks, title, needs } of cases)
    out(
      options.json
        ? JSON.stringify({ id, requirements, polarity, asks, needs, title })
        : `${id}  ${asks} ${polarity === "negative" ? "−" : "+"}  ${requirements.join(" ")}  ${title[options.language]}`,
    );
  return cases.length === 0 ? 2 : 0;
};

/** `lint`: requirements and cases against each other. */
export const lintCommand = ({ language }: Options, { out }: Terminal): number => {
  const suite = loadSuite("F3");
  const cases = codecCases(suite);
  const wrong = lintSuite(suite, cases);
  for (const line of wrong) out(line);
  const { length } = suite.spec.requirements;
  const negative = cases.filter(({ polarity }) => polarity === "negative").length;
  const share = Math.round((100 * negative) / cases.length);
  out(
    language === "zh"
      ? `要求 ${length} 条,用例 ${cases.length} 项,其中应拒绝 ${negative} 项(${share}%),问题 ${wrong.length} 个`
      : `${length} requirements, ${cases.length} cases, ${negative} of which expect a refusal (${share} %), ${wrong.length} problems`,
  );
  return wrong.length === 0 ? 0 : 1;
};
