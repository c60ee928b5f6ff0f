// Requests made from the document: valid ones, and ones that break what it says.
import { type ApiCall, apiAddress, createApiCalls, type JsonSchema } from "@dianan/testkit";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { document, type operations } from "./http-schema.ts";

export type Operation = (typeof operations)[number];
export type Call = ApiCall;

const { schemas } = document.components as { readonly schemas: { readonly [name: string]: JsonSchema } };
const ajv = new Ajv2020({ strict: false });
(formats as unknown as (ajv: Ajv2020) => void)(ajv);
ajv.addSchema({ $id: "doc", components: { schemas } });
const compiled = new Map<string, (value: unknown) => boolean>();
const accepts = (schema: JsonSchema, value: unknown): boolean => {
  const text = JSON.stringify(schema).replaceAll('"#/components/', '"doc#/components/');
  const accept = compiled.get(text) ?? ajv.compile(JSON.parse(text) as JsonSchema);
  compiled.set(text, accept);
  return accept(value);
};

export const { callsOf } = createApiCalls(document, accepts);

/** Ids that exist, by the path that lists them. */
export type Pools = Map<string, string[]>;

export const addressOf = apiAddress;
