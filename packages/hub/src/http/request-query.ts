import { findingsOf, queryRules } from "./document-schemas.ts";
import { type Finding, invalid, type Problem, problem } from "./problem.ts";

/** A text as its schema sees it; one that is not of that type stays a text, which the schema refuses. */
const valueOfType = (type: string, text: string): unknown => {
  if (type === "integer" || type === "number")
    return /^-?[0-9]{1,15}(\.[0-9]{1,15})?$/.test(text) ? Number(text) : text;
  return type === "boolean" && (text === "true" || text === "false") ? text === "true" : text;
};

/** A name that was sent is not shown again: it may be anything. Those that there are help as well. */
const unknownParameter = (names: readonly string[]): Problem => {
  const en = names.length === 0 ? "it takes none" : `it takes ${names.join(", ")}`;
  const zh = names.length === 0 ? "此地址没有查询参数" : `可用参数:${names.join(", ")}`;
  return invalid(
    "/query/",
    `There is a parameter that this address does not have: ${en}.`,
    `有此地址没有的参数;${zh}。`,
  );
};

/**
 * Judges a query by the document (SEC-API-05): every parameter known, given once, and of its schema. A misspelt filter must not
 * list everything.
 *
 * @returns the refusal, or null
 */
export const queryProblem = (method: string, path: string, { searchParams }: URL): Problem | null => {
  const rules = queryRules(method, path);
  const findings: Finding[] = [];
  for (const [name, text] of searchParams) {
    const rule = rules.get(name);
    if (rule === undefined) return unknownParameter([...rules.keys()]);
    if (searchParams.getAll(name).length > 1)
      return invalid(`/query/${name}`, `${name} is given twice.`, `${name} 重复。`);
    if (rule.validate(valueOfType(rule.type, text))) continue;
    findings.push(...findingsOf(rule.validate).map((finding) => ({ ...finding, path: `/query/${name}` })));
  }
  return findings.length === 0
    ? null
    : problem("invalid", "A parameter is not as the document has it. 参数不符合接口文档。", { errors: findings });
};
