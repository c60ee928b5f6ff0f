import { type Json, type JsonObject, resolveIn } from "./json.ts";
import { idempotencyOf, type SourceOperation, securityOf } from "./operation-shape.ts";
import { type ProblemKinds, problemKinds } from "./sources.ts";

/** Where the kinds of problems are described; the code is the anchor. */
export const PROBLEM_BASE = "https://github.com/dianan/dianan/blob/main/docs/problems.md#";

const pascal = (code: string): string => code.replace(/(^|-)(.)/g, (_, _dash, letter: string) => letter.toUpperCase());

/** The codes with which an operation can refuse, by what it takes; `x-problems` adds its own. */
export const refusalCodes = (
  document: JsonObject,
  method: string,
  operation: SourceOperation,
  parameters: readonly JsonObject[],
): readonly string[] => {
  const taken = parameters.map((parameter) => resolveIn(document, parameter));
  const has = (place: string, ...names: readonly string[]): boolean =>
    taken.some((one) => one.in === place && (names.length === 0 || names.includes(String(one.name))));
  const schemes = securityOf(operation).flatMap(Object.keys);
  const isSecured = schemes.length > 0;
  const bodyTypes = Object.keys(operation.requestBody?.content ?? {});
  const idempotency = idempotencyOf(method, operation);
  return [
    ...(isSecured ? ["unauthorized", "forbidden"] : []),
    ...(schemes.includes("signature") ? ["bad-signature", "signature-expired", "nonce-reused"] : []),
    ...(operation["x-step-up"] ? ["step-up-required"] : []),
    ...(has("path") ? ["not-found"] : []),
    ...(has("query", "cursor", "after") || has("header", "Last-Event-ID") ? ["cursor-gone"] : []),
    ...(has("header", "If-Match") ? ["precondition-failed", "precondition-required"] : []),
    ...(bodyTypes.some((type) => type.endsWith("json")) ? ["bad-json"] : []),
    ...(bodyTypes.length > 0 ? ["too-large", "wrong-media-type"] : []),
    ...(bodyTypes.length > 0 || taken.length > 0 ? ["invalid"] : []),
    ...(method === "post" && idempotency === "key" ? ["idempotency-busy", "idempotency-mismatch"] : []),
    ...(operation["x-planned"] || operation["x-planned-parameters"] ? ["not-implemented"] : []),
    ...(operation["x-problems"] ?? []),
    "too-many-requests",
  ];
};

const kindOf = (code: string): ProblemKinds[string] => {
  const kind = problemKinds[code];
  if (!kind) throw new Error(`specs/openapi/problems.json has no ${code}`);
  return kind;
};

const example = (code: string): JsonObject => {
  const { status, en, zh, detail } = kindOf(code);
  return {
    type: PROBLEM_BASE + code,
    title: en,
    titleZh: zh,
    status,
    detail: `${detail.en} ${detail.zh}`,
    code,
    requestId: "0197f3a2-7c1e-7000-8000-0000000000dd",
    ...(code === "invalid"
      ? { errors: [{ path: "/items", message: { zh: "缺少 items。请补上。", en: "items is missing. Add it." } }] }
      : {}),
  };
};

const headersOf = (status: number): JsonObject => ({
  ...(status === 401
    ? {
        "WWW-Authenticate": {
          description: "How to sign in. 认证方式。",
          schema: { type: "string", maxLength: 200 },
          example: "Bearer",
        },
      }
    : {}),
  ...(status === 429
    ? {
        "Retry-After": { $ref: "#/components/headers/RetryAfter" },
        RateLimit: { $ref: "#/components/headers/RateLimit" },
        "RateLimit-Policy": { $ref: "#/components/headers/RateLimitPolicy" },
      }
    : {}),
});

const responseOf = (codes: readonly string[], headers: JsonObject): JsonObject => ({
  description: `${codes.map((code) => kindOf(code).en).join("; ")}. ${codes.map((code) => kindOf(code).zh).join(";")}。`,
  ...(Object.keys(headers).length > 0 ? { headers } : {}),
  content: {
    "application/problem+json": {
      schema: { $ref: "#/components/schemas/Problem" },
      ...(codes.length === 1
        ? { example: example(codes[0] ?? "") }
        : {
            examples: Object.fromEntries(
              codes.map((code) => [code, { summary: `${kindOf(code).en} ${kindOf(code).zh}`, value: example(code) }]),
            ),
          }),
    },
  },
});

/** Gives each set of codes of one status one response, named after the codes, and says where it is. */
export const createRefusals = (): {
  readonly responsesFor: (codes: readonly string[]) => JsonObject;
  readonly responses: () => JsonObject;
} => {
  const made = new Map<string, Json>();
  made.set("Failed", {
    ...responseOf(["internal", "busy", "wrong-method", "too-long-address"], {
      "Retry-After": { $ref: "#/components/headers/RetryAfter" },
    }),
    description: "Any other failure, such as 405 or 500. 其他错误。",
  });
  return {
    responsesFor: (codes) => {
      const sorted = [...new Set(codes)].sort();
      const statuses = [...new Set(sorted.map((code) => kindOf(code).status))].sort((a, b) => a - b);
      const entries = statuses.map((status): [string, Json] => {
        const some = sorted.filter((code) => kindOf(code).status === status);
        const name = some.map(pascal).join("Or");
        if (!made.has(name)) made.set(name, responseOf(some, headersOf(status)));
        return [String(status), { $ref: `#/components/responses/${name}` }];
      });
      return { ...Object.fromEntries(entries), default: { $ref: "#/components/responses/Failed" } };
    },
    responses: () => Object.fromEntries([...made].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
};
