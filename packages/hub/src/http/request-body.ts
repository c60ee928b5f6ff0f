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

/** The validator of an operation's JSON body, compiled from the document when it is first needed. */
const validatorOf = (method: string, path: string): ValidateFunction => {
  const key = `${method} ${path}`;
  let validate = compiled.get(key);
  if (validate === undefined) {
    document ??= JSON.parse(openApiText()) as Document;
    if (ajv === null) {
      ajv = new Ajv2020({ strict: false, allErrors: true });
      (formats as unknown as (ajv: Ajv2020) => void)(ajv);
      ajv.addSchema(document, "document");
    }
    if (document.paths[path]?.[method.toLowerCase()]?.requestBody === undefined)
      throw new RangeError(`${key} takes no body in the document`);
    const place = ["paths", path, method.toLowerCase(), "requestBody", "content", "application/json", "schema"];
    const pointer = place.map((name) => step(name).slice(1)).join("/");
    validate = ajv.compile({ $ref: `document#/${encodeURI(pointer)}` });
    compiled.set(key, validate);
  }
  return validate;
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
  const errors = (validate.errors ?? []).filter(({ keyword }) => !["anyOf", "oneOf", "allOf", "if"].includes(keyword));
  const findings = errors.slice(0, FINDINGS_MAX).map(findingOf);
  return {
    ok: false,
    error: problem("invalid", "The body is not as the document has it. 请求体不符合接口文档。", { errors: findings }),
  };
};
