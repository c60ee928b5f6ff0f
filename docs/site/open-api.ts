import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.ts";

export type Schema = {
  readonly type?: string | readonly string[];
  readonly $ref?: string;
  readonly title?: string;
  readonly "x-title-en"?: string;
  readonly "x-clause"?: string;
  readonly "x-expect-zh"?: string;
  readonly "x-expect-en"?: string;
  readonly description?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
};
type Media = {
  readonly schema?: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, unknown>>;
};
export type Parameter = {
  readonly $ref?: string;
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
};
export type Response = {
  readonly $ref?: string;
  readonly description?: string;
  readonly content?: Readonly<Record<string, Media>>;
};
export type Operation = {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly "x-summary-zh": string;
  readonly description?: string;
  readonly "x-planned"?: boolean;
  readonly "x-rate-class"?: string;
  readonly "x-scopes"?: readonly string[];
  /** A list, or `any`. */ readonly "x-roles"?: readonly string[] | string;
  readonly "x-idempotency"?: string;
  readonly "x-step-up"?: boolean;
  readonly "x-requirement"?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, Response>>;
};
type PathItem = Readonly<Record<string, unknown>>;
type Document = {
  readonly info: { readonly version: string };
  readonly tags: readonly { readonly name: string; readonly "x-displayName": string; readonly description: string }[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly webhooks: Readonly<Record<string, PathItem>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly responses: Readonly<Record<string, Response>>;
  };
};

export const DOCUMENT_FILE = "packages/open-api/spec/openapi.json";
export const openApi = JSON.parse(readFileSync(join(root, DOCUMENT_FILE), "utf8")) as Document;

export type Call = { readonly method: string; readonly path: string; readonly operation: Operation };
const METHODS = ["get", "post", "put", "patch", "delete"];
const callsOf = (paths: Readonly<Record<string, PathItem>>): readonly Call[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined).map((method) => ({
      method: method.toUpperCase(),
      path,
      operation: {
        ...(item[method] as Operation),
        parameters: [
          ...((item.parameters as readonly Parameter[]) ?? []),
          ...((item[method] as Operation).parameters ?? []),
        ],
      },
    })),
  );

/** Every call of the open API, and the pushes that it makes. */
export const calls: readonly Call[] = callsOf(openApi.paths);
export const pushes: readonly Call[] = callsOf(openApi.webhooks);

export const nameOf = (ref: string): string => ref.split("/").at(-1) ?? ref;
