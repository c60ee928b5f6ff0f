import type { Json, JsonObject } from "./json.ts";

export const methods = ["get", "post", "put", "patch", "delete"] as const;

/** How a repeat of a request is harmless: it reads, it says the same again, or a key or ETag tells it. `none`: it is not. */
export type Idempotency = "safe" | "natural" | "key" | "match" | "none";

/** An operation as specs/openapi writes it, before it is completed. */
export type SourceOperation = JsonObject & {
  readonly operationId: string;
  readonly security?: readonly JsonObject[];
  /** Scope that it needs; an empty list: any credential will do. */ readonly "x-scope"?: string | readonly string[];
  readonly "x-planned"?: boolean;
  readonly "x-planned-parameters"?: readonly string[];
  readonly "x-rate-class": string;
  readonly "x-idempotency"?: Idempotency;
  readonly "x-step-up"?: boolean;
  readonly "x-problems"?: readonly string[];
  readonly "x-limits"?: JsonObject;
  readonly parameters?: readonly JsonObject[];
  readonly requestBody?: { readonly required: boolean; readonly content: { readonly [mediaType: string]: JsonObject } };
  readonly responses: { readonly [status: string]: JsonObject };
};

/** Schemes that a scope opens; those of people, devices and the token endpoint stand in the operation itself. */
const scopedSchemes = ["key", "session", "oauth2", "signature"];

export const scopesOf = (operation: SourceOperation): readonly string[] => {
  const scope = operation["x-scope"] ?? [];
  return typeof scope === "string" ? [scope] : scope;
};

export const securityOf = (operation: SourceOperation): readonly JsonObject[] =>
  operation.security ?? scopedSchemes.map((scheme) => ({ [scheme]: scopesOf(operation) as Json }));

export const idempotencyOf = (method: string, operation: SourceOperation): Idempotency =>
  operation["x-idempotency"] ??
  ({ get: "safe", post: "key", put: "natural", delete: "natural", patch: "match" } as const)[
    method as (typeof methods)[number]
  ];
