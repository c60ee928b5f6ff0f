import { readFileSync } from "node:fs";

export type Schema = { readonly [keyword: string]: unknown };
export type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly description: string;
  readonly schema: Schema;
};
export type Content = {
  readonly [mediaType: string]: { readonly schema?: Schema; readonly example?: unknown; readonly examples?: unknown };
};
export type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly "x-summary-zh": string;
  readonly "x-planned"?: boolean;
  readonly "x-planned-parameters"?: readonly string[];
  readonly "x-scopes": readonly string[];
  readonly "x-roles": "everyone" | readonly string[];
  readonly "x-rate-class": string;
  readonly "x-idempotency": string;
  readonly "x-step-up"?: boolean;
  readonly "x-limits"?: { readonly bodyBytes?: number; readonly items?: number; readonly pageItems?: number };
  readonly "x-requirement": readonly string[];
  readonly tags: readonly string[];
  readonly security: readonly { readonly [scheme: string]: readonly string[] }[];
  readonly parameters?: readonly Schema[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: { readonly [status: string]: { readonly content?: Content; readonly headers?: Schema } };
};

export const text = readFileSync(new URL("../spec/openapi.json", import.meta.url), "utf8");
export const document = JSON.parse(text) as Schema;
const paths = document.paths as { readonly [path: string]: { readonly [method: string]: Operation } };
const methods = ["get", "post", "put", "patch", "delete", "head", "options", "trace"];

/** What a $ref points at; anything else as it is. Throws when nothing is there. */
export const resolved = (node: Schema): Schema => {
  if (typeof node.$ref !== "string") return node;
  let found: unknown = document;
  for (const step of node.$ref.replace(/^#\//, "").split("/"))
    found = (found as Schema)[step.replaceAll("~1", "/").replaceAll("~0", "~")];
  if (found === undefined) throw new Error(`${node.$ref} leads nowhere`);
  return resolved(found as Schema);
};

export const operations = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => methods.includes(method))
    .map(([method, operation]) => ({
      route: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      operation,
      parameters: [...((item.parameters ?? []) as readonly Schema[]), ...(operation.parameters ?? [])].map(
        resolved,
      ) as unknown as Parameter[],
    })),
);
