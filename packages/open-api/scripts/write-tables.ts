import type { Json, JsonObject } from "./json.ts";
import { methods } from "./operation-shape.ts";
import { PROBLEM_BASE } from "./refusals.ts";
import {
  mappingPresets,
  type ProblemKinds,
  personalFields,
  problemKinds,
  rateClasses,
  roles,
  scopes,
} from "./sources.ts";

const HEAD = "// Generated from specs/openapi and specs/access by scripts/gen.ts, do not edit.\n";

const rowOf = (path: string, method: string, operation: JsonObject): JsonObject => {
  const security = operation.security as readonly JsonObject[];
  const limits = (operation["x-limits"] ?? {}) as JsonObject;
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    isPlanned: operation["x-planned"] === true,
    plannedParameters: operation["x-planned-parameters"] ?? [],
    schemes: security.flatMap(Object.keys) as Json,
    scopes: operation["x-scopes"],
    roles: operation["x-roles"] === "everyone" ? [] : operation["x-roles"],
    rateClass: operation["x-rate-class"],
    bodyBytes: limits.bodyBytes ?? 0,
    idempotency: operation["x-idempotency"],
    needsStepUp: operation["x-step-up"] === true,
  };
};

/** The table of operations as a module: what a server needs to obey the document without reading it. */
export const operationModule = (document: JsonObject): string => {
  const rows = Object.entries(document.paths as JsonObject).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = (item as JsonObject)[method];
      return operation === undefined ? [] : [rowOf(path, method, operation as JsonObject)];
    }),
  );
  return `${HEAD}export const operations = [\n${rows.map((row) => `  ${JSON.stringify(row)},\n`).join("")}] as const;\n`;
};

export const accessModule = (): string =>
  `${HEAD}export const roles = ${JSON.stringify(roles, null, 2)} as const;

export const scopes = ${JSON.stringify(scopes, null, 2)} as const;

export const rateClasses = ${JSON.stringify(rateClasses, null, 2)} as const;

export const personalFields = ${JSON.stringify(personalFields, null, 2)} as const;
`;

export const problemModule = (): string =>
  `${HEAD}export const PROBLEM_BASE = ${JSON.stringify(PROBLEM_BASE)};

export const problemKinds = ${JSON.stringify(problemKinds, null, 2)} as const;
`;

/** Mappings of specs/mappings without their samples. */
export const mappingModule = (): string =>
  `// Generated from specs/mappings by scripts/gen.ts, do not edit.
export const mappingPresets = ${JSON.stringify(mappingPresets, null, 2)} as const;
`;

const line = ([code, { status, en, zh, detail }]: readonly [string, ProblemKinds[string]]): string =>
  `| <a id="${code}"></a>\`${code}\` | ${status} | ${en}<br>${zh} | ${detail.en}<br>${detail.zh} |\n`;

/** docs/problems.md: the page that the `type` of every problem leads to. */
export const problemPage = (): string =>
  `<!-- Generated from specs/openapi/problems.json by packages/open-api/scripts/gen.ts, do not edit. -->
# Problems · 错误代码

Every refusal of the open API is \`application/problem+json\` (RFC 9457) with one of these codes. Codes are public: one may be added in
a minor release, none changes its meaning. 开放接口的每个错误都带有下列固定代码之一;代码只增不改。

| code | status | title | what to do 处理办法 |
|---|---|---|---|
${Object.entries(problemKinds)
  .sort(([a, x], [b, y]) => x.status - y.status || (a < b ? -1 : 1))
  .map(line)
  .join("")}`;

/** POSTs that a client need not or must not send with an Idempotency-Key, for its retries. */
export const repeatableModule = (document: JsonObject): string => {
  const posts = (idempotency: string): readonly string[] =>
    Object.entries(document.paths as JsonObject)
      .filter(([, item]) => ((item as JsonObject).post as JsonObject | undefined)?.["x-idempotency"] === idempotency)
      .map(([path]) => path);
  return `${HEAD}/** A repeat says the same again. */
export const naturalPosts = ${JSON.stringify(posts("natural"), null, 2)} as const;

/** A repeat does harm. */
export const neverRepeated = ${JSON.stringify(posts("none"), null, 2)} as const;
`;
};
