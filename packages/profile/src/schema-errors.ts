import type { Finding } from "./generated/validator.js";
import { finding, type ProfileError, type ProfileErrorCode, pointerStep } from "./profile-error.ts";
import { memberOf, opened, rootSchema, type Schema } from "./schemas.ts";

/** The schema at a JSON pointer into a profile. */
const schemaAt = (pointer: string): Schema =>
  pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce(memberOf, rootSchema);

const codeOf: { readonly [keyword: string]: ProfileErrorCode } = {
  required: "missing",
  additionalProperties: "unknown-member",
  propertyNames: "unknown-member",
  type: "wrong-type",
  anyOf: "bad-value",
  const: "bad-value",
  not: "bad-value",
  enum: "bad-value",
  pattern: "bad-format",
  minimum: "out-of-range",
  maximum: "out-of-range",
  exclusiveMinimum: "out-of-range",
  minLength: "wrong-size",
  maxLength: "wrong-size",
  minItems: "wrong-size",
  maxItems: "wrong-size",
  minProperties: "wrong-size",
};
/** Of several findings about one place the most basic one is told. */
const ranks = ["anyOf", "type", "required", "additionalProperties", "propertyNames", "enum", "const"];
const rankOf = (keyword: string): number => (ranks.indexOf(keyword) + ranks.length + 1) % (ranks.length + 1);

const kinds: { readonly [type: string]: readonly [string, string] } = {
  object: ["对象 {…}", "an object {…}"],
  array: ["列表 […]", "a list […]"],
  string: ["文字", "text"],
  number: ["数", "a number"],
  integer: ["整数", "a whole number"],
  boolean: ["true 或 false", "true or false"],
  null: ["null", "null"],
};

const expectation = (schema: Schema, { keyword, params }: Finding): readonly [string, string] => {
  const given = [schema["x-expect-zh"], schema["x-expect-en"]] as const;
  switch (keyword) {
    case "enum": {
      const values = (params.allowedValues as readonly unknown[]).map(String).join(", ");
      return [`以下之一:${values}`, `one of ${values}`];
    }
    case "const":
      return [String(params.allowedValue), String(params.allowedValue)];
    case "minItems":
    case "minProperties":
      return [`至少 ${params.limit} 项`, `at least ${params.limit}`];
    case "maxItems":
      return [`至多 ${params.limit} 项`, `at most ${params.limit}`];
    case "propertyNames":
      return namesOf(schema);
    default:
      if (given[0] !== undefined && given[1] !== undefined) return [given[0], given[1]];
      return kinds[[schema.type].flat()[0] ?? ""] ?? [schema.title ?? "合适的值", schema.title ?? "a value that fits"];
  }
};

const namesOf = ({ propertyNames }: Schema): readonly [string, string] => {
  const names = opened(propertyNames ?? {});
  return [names["x-expect-zh"] ?? "合适的名称", names["x-expect-en"] ?? "a name that fits"];
};

const said = (one: Finding): ProfileError => {
  const { keyword, instancePath, params } = one;
  const code = codeOf[keyword] ?? "bad-value";
  const here = schemaAt(instancePath);
  if (keyword === "required") {
    const name = String(params.missingProperty);
    const wanted = memberOf(here, name);
    const what = wanted.title === undefined ? name : `${name}(${wanted.title})`;
    return finding(
      code,
      instancePath + pointerStep(name),
      `缺少 ${what}。请补上:${chinese(wanted)}`,
      `${name} is missing. Add it: ${english(wanted)}`,
    );
  }
  if (keyword === "additionalProperties") {
    const name = String(params.additionalProperty);
    const known = Object.keys(here.properties ?? {}).join(", ");
    return finding(
      code,
      instancePath + pointerStep(name),
      `这里没有 ${name} 这个成员。可用的有:${known}。`,
      `There is no member ${name} here. There are: ${known}.`,
    );
  }
  const [zh, en] = expectation(here, one);
  const isName = keyword === "propertyNames";
  const name = isName ? String(params.propertyName) : (instancePath.split("/").at(-1) ?? "");
  const title = here.title === undefined || isName ? "" : `(${here.title})`;
  return finding(
    code,
    isName ? instancePath + pointerStep(name) : instancePath,
    `${name === "" ? "档案" : name}${title}不对。应为:${zh}。`,
    `${name === "" ? "the profile" : name} is wrong. Expected: ${en}.`,
  );
};

/** Descriptions hold a Chinese sentence and an English one behind it. */
const chinese = ({ description = "" }: Schema): string => /^.*。(?= )/.exec(description)?.[0] ?? description;
const english = ({ description = "" }: Schema): string => description.slice(chinese({ description }).length).trim();

/** What the schema found, in words; one finding per place. */
export const schemaErrors = (findings: readonly Finding[]): readonly ProfileError[] => {
  const open = findings.filter(({ schemaPath }) => !schemaPath.includes("propertyNames/"));
  const unions = new Set(open.filter(({ keyword }) => keyword === "anyOf").map(({ instancePath }) => instancePath));
  const told = new Map<string, { readonly rank: number; readonly error: ProfileError }>();
  for (const one of open) {
    if (one.keyword !== "anyOf" && unions.has(one.instancePath) && !isInside(one)) continue;
    const error = said(one);
    const rank = rankOf(one.keyword);
    const before = told.get(error.path);
    if (before === undefined || rank < before.rank) told.set(error.path, { rank, error });
  }
  return [...told.values()].map(({ error }) => error);
};

/** Members of an object that was meant as one branch of a union are worth more than the news that no branch fits. */
const isInside = ({ keyword }: Finding): boolean => keyword === "required" || keyword === "additionalProperties";
