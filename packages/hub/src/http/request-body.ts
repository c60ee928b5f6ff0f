import type { Result } from "@dianan/sharing";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { BODY_MAX, readJson } from "./body.ts";
import { openApiText } from "./docs-page.ts";
import { type Finding, type Problem, problem } from "./problem.ts";

type Document = {
  readonly paths: { readonly [path: string]: { readonly [method: string]: { readonly requestBody?: unknown } } };
};

/** Words for the keywords of JSON Schema that the document uses. */
const words: { readonly [keyword: string]: { readonly en: string; readonly zh: string } } = {
  required: { en: "It is missing.", zh: "缺少此成员。" },
  type: { en: "It has the wrong type.", zh: "类型不对。" },
  enum: { en: "It is none of the values that are allowed.", zh: "不是允许的取值。" },
  const: { en: "It is not the value that is allowed.", zh: "不是允许的取值。" },
  pattern: { en: "It has the wrong format.", zh: "格式不对。" },
  format: { en: "It has the wrong format.", zh: "格式不对。" },
  minLength: { en: "It is too short.", zh: "太短。" },
  maxLength: { en: "It is too long.", zh: "太长。" },
  minimum: { en: "It is too small.", zh: "太小。" },
  maximum: { en: "It is too large.", zh: "太大。" },
  minItems: { en: "It has too few items.", zh: "项数太少。" },
  maxItems: { en: "It has too many items.", zh: "项数太多。" },
  uniqueItems: { en: "An item stands twice.", zh: "有重复项。" },
  minProperties: { en: "It has too few members.", zh: "成员太少。" },
  maxProperties: { en: "It has too many members.", zh: "成员太多。" },
  additionalProperties: { en: "There is no such member here.", zh: "没有此成员。" },
};
const FINDINGS_MAX = 20;

const step = (name: string): string => `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;

const findingOf = ({ instancePath, keyword, params }: ErrorObject): Finding => {
  const member = keyword === "required" ? params.missingProperty : params.additionalProperty;
  const path = typeof member === "string" ? instancePath + step(member) : instancePath;
  return { path, code: keyword, message: words[keyword] ?? { en: "It does not fit.", zh: "不符合要求。" } };
};

let ajv: Ajv2020 | null = null;
let document: Document | null = null;
const compiled = new Map<string, ValidateFunction>();

/** The validator of a place in the document, compiled when it is first needed. */
const validatorAt = (...place: readonly string[]): ValidateFunction => {
  const pointer = place.map((name) => step(name).slice(1)).join("/");
  let validate = compiled.get(pointer);
  if (validate === undefined) {
    if (ajv === null) {
      ajv = new Ajv2020({ strict: false, allErrors: true });
      (formats as unknown as (ajv: Ajv2020) => void)(ajv);
      ajv.addSchema(documentOf(), "document");
    }
    validate = ajv.compile({ $ref: `document#/${encodeURI(pointer)}` });
    compiled.set(pointer, validate);
  }
  return validate;
};

const documentOf = (): Document => {
  document ??= JSON.parse(openApiText()) as Document;
  return document;
};

/** The validator of an operation's JSON body. */
const validatorOf = (method: string, path: string): ValidateFunction => {
  if (documentOf().paths[path]?.[method.toLowerCase()]?.requestBody === undefined)
    throw new RangeError(`${method} ${path} takes no body in the document`);
  return validatorAt("paths", path, method.toLowerCase(), "requestBody", "content", "application/json", "schema");
};

const findingsOf = ({ errors }: ValidateFunction): readonly Finding[] =>
  (errors ?? [])
    .filter(({ keyword }) => !["anyOf", "oneOf", "allOf", "if"].includes(keyword))
    .slice(0, FINDINGS_MAX)
    .map(findingOf);

/** What keeps a value from being one of the document's schemas; nothing when it is one. */
export const schemaFindings = (schema: string, value: unknown): readonly Finding[] => {
  const validate = validatorAt("components", "schemas", schema);
  return validate(value) ? [] : findingsOf(validate);
};

/**
 * A JSON body as the document has it (SEC-API-05).
 *
 * @returns the body; 415, 413, 400 or 422 as a problem, each finding with its JSON pointer
 */
export const readBody = async <T>(request: Request, method: string, path: string): Promise<Result<T, Problem>> => {
  const body = await readJson(request, BODY_MAX);
  if (!body.ok) return body;
  const validate = validatorOf(method, path);
  if (validate(body.value)) return { ok: true, value: body.value as T };
  return {
    ok: false,
    error: problem("invalid", "The body is not as the document has it. 请求体不符合接口文档。", {
      errors: findingsOf(validate),
    }),
  };
};
