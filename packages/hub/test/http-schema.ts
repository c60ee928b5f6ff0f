import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { operations as tables } from "@dianan/open-api/tables";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

type Operation = {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly "x-planned"?: boolean;
  readonly "x-planned-parameters"?: readonly string[];
  readonly security?: readonly unknown[];
  readonly requestBody?: unknown;
  readonly responses: {
    readonly [status: string]: {
      readonly content?: Record<string, { readonly schema: object }>;
      readonly $ref?: string;
    };
  };
};
type Document = {
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } };
  readonly components: object;
};

export const document = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve("@dianan/open-api/openapi.json"), "utf8"),
) as Document;
export const methods = ["get", "put", "post", "delete", "patch", "options", "head"];
export const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => methods.includes(method))
    .map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
);
/** Operations that are there; the others answer 501. */
export const present = operations.filter(({ operation }) => operation["x-planned"] !== true);
export const planned = operations.filter(({ operation }) => operation["x-planned"] === true);
export const isSecured = (operation: Operation): boolean =>
  operation.security === undefined || operation.security.length > 0;
const rows = new Map(tables.map((row) => [`${row.method} ${row.path}`, row]));
/** Whether the first key, of the role `platform`, may call it (SEC-AZ-05), or anybody. */
export const isForPlatform = ({ method, path }: { readonly method: string; readonly path: string }): boolean => {
  const row = rows.get(`${method} ${path}`);
  return (
    row !== undefined && (row.schemes.length === 0 || (row.schemes.includes("key") && row.roles.includes("platform")))
  );
};
/** Whether the client itself signs in at it, with Basic. */
export const isForClients = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
  rows.get(`${method} ${path}`)?.schemes.includes("client") === true;
export const at = (path: string, id = "nobody"): string => path.replaceAll(/\{\w+\}/g, id);

const ajv = new Ajv2020({ strict: false, allErrors: true });
(formats as unknown as (ajv: Ajv2020) => void)(ajv);
ajv.addSchema({ $id: "doc", components: document.components });
const resolved = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll('"#/components/', '"doc#/components/'));

const compiled = new Map<string, ReturnType<Ajv2020["compile"]>>();
const validatorOf = (schema: object): ReturnType<Ajv2020["compile"]> => {
  const key = JSON.stringify(schema);
  const validate = compiled.get(key) ?? ajv.compile(resolved(schema) as object);
  compiled.set(key, validate);
  return validate;
};

/** What the document says of an answer is what the answer is. */
export const checkAnswer = (method: string, path: string, status: number, body: unknown): void => {
  const operation = document.paths[path]?.[method.toLowerCase()];
  let response = operation?.responses[status] ?? operation?.responses.default;
  if (response?.$ref !== undefined) {
    const name = response.$ref.split("/").at(-1) ?? "";
    response = (document.components as { responses: Record<string, Operation["responses"][string]> }).responses[name];
  }
  const schema = Object.values(response?.content ?? {})[0]?.schema;
  if (schema === undefined) throw new Error(`${method} ${path} ${status}: not in the document`);
  const validate = validatorOf(schema);
  if (!validate(body)) throw new Error(`${method} ${path} ${status}: ${ajv.errorsText(validate.errors)}`);
};

/** A value that is no answer, such as what a webhook sends, is what the document's schema of this name says. */
export const checkShape = (schema: string, value: unknown): void => {
  const validate = validatorOf({ $ref: `#/components/schemas/${schema}` });
  if (!validate(value)) throw new Error(`${schema}: ${ajv.errorsText(validate.errors)}`);
};
