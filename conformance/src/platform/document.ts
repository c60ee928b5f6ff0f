import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type OperationRow, operations as rows } from "@dianan/open-api/tables";
import { createApiCalls, type JsonSchema } from "@dianan/testkit";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

type Response = {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>>;
};
type Described = { readonly tags: readonly string[]; readonly responses: Readonly<Record<string, Response>> };
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly responses: Readonly<Record<string, Response>> };
};

/** An operation of the open API: what the document says of it, and who may call it. */
export type Operation = OperationRow & { readonly tag: string; readonly operation: Described };

/** Text of the document that platforms are held against. */
export const documentText = readFileSync(
  createRequire(import.meta.url).resolve("@dianan/open-api/openapi.json"),
  "utf8",
);
const document = JSON.parse(documentText) as Document;

/** Every operation that is there; what is only planned promises nothing yet. */
export const operations: readonly Operation[] = rows
  .filter(({ isPlanned }) => !isPlanned)
  .flatMap((row) => {
    const operation = document.paths[row.path]?.[row.method.toLowerCase()];
    return operation === undefined ? [] : [{ ...row, tag: operation.tags[0] ?? "open", operation }];
  });

export const isSecured = ({ schemes }: Operation): boolean => schemes.length > 0;
/** Whether the key of a platform may call it (SEC-AZ-05). */
export const isForPlatform = ({ schemes, roles }: Operation): boolean =>
  schemes.includes("key") && roles.includes("platform");

const ajv = new Ajv2020({ strict: false, allErrors: true });
(formats as unknown as (ajv: Ajv2020) => void)(ajv);
ajv.addSchema({ $id: "doc", components: document.components });
type Validate = ((value: unknown) => boolean) & Pick<ReturnType<Ajv2020["compile"]>, "errors">;
const compiled = new Map<string, Validate>();
const validatorOf = (schema: JsonSchema): Validate => {
  const text = JSON.stringify(schema).replaceAll('"#/components/', '"doc#/components/');
  const validate = compiled.get(text) ?? (ajv.compile(JSON.parse(text) as JsonSchema) as Validate);
  compiled.set(text, validate);
  return validate;
};

/** What is wrong with a value by the schema of this name in the document; null: nothing. */
export const wrongShape = (name: string, value: unknown): string | null => {
  const validate = validatorOf({ $ref: `#/components/schemas/${name}` });
  return validate(value) ? null : ajv.errorsText(validate.errors);
};

/** What is wrong with an answer by the document; null: nothing. @param body - null of an answer that is not JSON */
export const wrongAnswer = ({ operation }: Operation, status: number, body: unknown): string | null => {
  const { responses } = operation;
  const given = responses[status] ?? (status >= 400 ? responses.default : undefined);
  if (given === undefined) return `status ${status} is not in the document: ${Object.keys(responses).join(", ")}`;
  const response = given.$ref === undefined ? given : document.components.responses[given.$ref.split("/").at(-1) ?? ""];
  const json = Object.entries(response?.content ?? {}).find(([media]) => media.includes("json"))?.[1].schema;
  if (json === undefined || body === null) return null;
  const validate = validatorOf(json);
  return validate(body) ? null : ajv.errorsText(validate.errors);
};

/** Calls made from the document. */
export const { callsOf, parametersOf, bodyOf } = createApiCalls(document, (schema, value) =>
  validatorOf(schema)(value),
);
