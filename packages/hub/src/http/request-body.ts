import type { Result } from "@dianan/sharing";
import { BODY_MAX, readJson } from "./body.ts";
import { bodyValidator, findingsOf } from "./document-schemas.ts";
import { type Problem, problem } from "./problem.ts";

/**
 * A JSON body as the document has it (SEC-API-05).
 *
 * @returns the body; 415, 413, 400 or 422 as a problem, each finding with its JSON pointer
 */
export const readBody = async <T>(request: Request, method: string, path: string): Promise<Result<T, Problem>> => {
  const body = await readJson(request, BODY_MAX);
  if (!body.ok) return body;
  const validate = bodyValidator(method, path);
  if (validate(body.value)) return { ok: true, value: body.value as T };
  return {
    ok: false,
    error: problem("invalid", "The body is not as the document has it. 请求体不符合接口文档。", {
      errors: findingsOf(validate),
    }),
  };
};
