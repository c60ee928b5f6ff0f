import fc from "fast-check";
import { valuesNear } from "./near-values.ts";
import { type JsonSchema, schemaArbitrary } from "./schema-arbitrary.ts";

type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: JsonSchema;
};

/** An OpenAPI 3.1 document, as far as calls are made from it. */
export type ApiDocument = { readonly paths: object; readonly components: object };

/** One operation of it. */
export type ApiOperation = { readonly method: string; readonly path: string; readonly operation: object };

/** A value of a path: the n-th id that exists there, or a made-up one. */
export type ApiPart = { readonly pick: number } | { readonly made: string };

/** One request that was made from the document. */
export type ApiCall = {
  readonly parts: { readonly [name: string]: ApiPart };
  readonly query: { readonly [name: string]: string };
  readonly headers: { readonly [name: string]: string };
  readonly body: string | undefined;
  /** What of it the document refuses; empty: nothing. */ readonly broken: string;
};

/** Ids that exist, by the path that lists them. */
export type ApiPools = ReadonlyMap<string, readonly string[]>;

const NO_VALUE = ["-1", "0", "99999999999", "ten", "1.5", "yesterday", "2026-02-30T00:00:00Z", "nobody", "true", ""];

const sent = (media: string, value: unknown): string =>
  media === "application/x-www-form-urlencoded"
    ? new URLSearchParams(value as Record<string, string>).toString()
    : JSON.stringify(value);

/** The address of a call; `pools` say what exists. */
export const apiAddress = (path: string, { parts, query }: ApiCall, pools: ApiPools): string => {
  const filled = path.replaceAll(/\{(\w+)\}/g, (whole, name: string, from: number) => {
    const part = parts[name] ?? { made: "nobody" };
    const pool = pools.get(path.slice(0, from - 1)) ?? [];
    const text = "made" in part ? part.made : (pool[part.pick % Math.max(1, pool.length)] ?? "nobody");
    return whole === "" ? "" : encodeURIComponent(text === "." || text === ".." ? "nobody" : text);
  });
  const search = new URLSearchParams(query).toString();
  return search === "" ? filled : `${filled}?${search}`;
};

/**
 * Makes requests to operations of an OpenAPI document: valid ones, and ones that break what it says.
 *
 * @param accepts - whether a value fits a schema, whose `$ref`s are of the document
 */
export const createApiCalls = (document: ApiDocument, accepts: (schema: JsonSchema, value: unknown) => boolean) => {
  const resolve = (ref: string): JsonSchema => {
    const steps = ref.replace(/^#\//, "").split("/");
    const found = steps.reduce<unknown>((node, step) => (node as JsonSchema)[step], document);
    if (found === undefined) throw new Error(`${ref} leads nowhere`);
    return found as JsonSchema;
  };
  const resolved = (node: JsonSchema): JsonSchema =>
    typeof node.$ref === "string" ? resolved(resolve(node.$ref)) : node;

  /** A text of the query as the schema sees it. */
  const read = (schema: JsonSchema, text: string): unknown => {
    const { type } = resolved(schema);
    if (type === "integer" || type === "number") return text === "" ? text : Number(text);
    return type === "boolean" ? ({ true: true, false: false }[text] ?? text) : text;
  };

  const parametersOf = ({ path, operation }: ApiOperation): readonly Parameter[] => {
    const item = (document.paths as Record<string, { readonly parameters?: readonly JsonSchema[] }>)[path];
    const { parameters: own = [], "x-planned-parameters": planned = [] } = operation as {
      readonly parameters?: readonly JsonSchema[];
      readonly "x-planned-parameters"?: readonly string[];
    };
    return [...(item?.parameters ?? []), ...own]
      .map((one) => resolved(one) as unknown as Parameter)
      .filter(({ name }) => !planned.includes(name));
  };

  const bodyOf = ({ operation }: ApiOperation): { readonly media: string; readonly schema: JsonSchema } | null => {
    const { requestBody } = operation as { requestBody?: { content?: { [media: string]: { schema: JsonSchema } } } };
    const [first] = Object.entries(requestBody?.content ?? {});
    return first === undefined ? null : { media: first[0], schema: first[1].schema };
  };

  /** Requests to one operation. `known`: values that exist, by the name of the member or parameter. */
  const callsOf = (
    one: ApiOperation,
    known: { readonly [member: string]: readonly string[] },
  ): { readonly valid: fc.Arbitrary<ApiCall>; readonly broken: fc.Arbitrary<ApiCall> | null } => {
    const parameters = parametersOf(one);
    const options = { resolve, known };
    const textOf = (schema: JsonSchema): fc.Arbitrary<string> => schemaArbitrary(schema, options).map(String);
    const oneOf = ({ name, schema }: Parameter): fc.Arbitrary<string> =>
      known[name] === undefined ? textOf(schema) : fc.oneof(textOf(schema), fc.constantFrom(...known[name]));
    const some = (where: string) => {
      const here = parameters.filter((parameter) => parameter.in === where && parameter.name !== "cursor");
      return fc.record(Object.fromEntries(here.map((parameter) => [parameter.name, oneOf(parameter)])), {
        requiredKeys: here.filter(({ required }) => required === true).map(({ name }) => name),
      });
    };
    const inPath = parameters.filter((parameter) => parameter.in === "path");
    const parts = fc.record(
      Object.fromEntries(
        inPath.map(({ name, schema }) => [
          name,
          fc.oneof(
            { weight: 3, arbitrary: fc.nat().map((pick): ApiPart => ({ pick })) },
            { weight: 1, arbitrary: textOf(schema).map((made): ApiPart => ({ made })) },
          ),
        ]),
      ),
    );
    // A header holds what is printable.
    const headers = some("header").map((all) =>
      Object.fromEntries(Object.entries(all).filter(([, value]) => /^[\x21-\x7e]+$/.test(value))),
    );
    const body = bodyOf(one);
    const isJson = body?.media.includes("json") === true;
    const value =
      body === null || body.media === "application/octet-stream"
        ? fc.constant("")
        : schemaArbitrary(body.schema, options);
    const typed = { "content-type": body?.media ?? "" };
    const valid = fc.record({ parts, query: some("query"), headers, value }).map(
      (made): ApiCall => ({
        parts: made.parts,
        query: made.query,
        headers: { ...made.headers, ...(body === null ? {} : typed) },
        body: body === null ? undefined : sent(body.media, made.value),
        broken: "",
      }),
    );

    const badBodies =
      !isJson || body === null
        ? []
        : [
            value
              .chain(valuesNear)
              .filter((near) => !accepts(body.schema, near))
              .map((near) => ({ body: JSON.stringify(near), broken: "body" })),
          ];
    const badQueries = parameters
      .filter((parameter) => parameter.in === "query")
      .map((parameter) => ({
        parameter,
        texts: NO_VALUE.filter((text) => !accepts(parameter.schema, read(parameter.schema, text))),
      }))
      .filter(({ parameter, texts }) => texts.length > 0 && parameter.name !== "cursor")
      .map(({ parameter: { name }, texts }) =>
        fc.constantFrom(...texts).map((text) => ({ query: { [name]: text }, broken: `query ${name}=${text}` })),
      );
    const breaks: fc.Arbitrary<Partial<ApiCall>>[] = [...badBodies, ...badQueries];
    return {
      valid,
      broken:
        breaks.length === 0 ? null : fc.tuple(valid, fc.oneof(...breaks)).map(([call, bad]) => ({ ...call, ...bad })),
    };
  };
  return { callsOf, parametersOf, bodyOf };
};
