import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { openApiText } from "./docs-page.ts";
import { keywordWords } from "./keyword-words.ts";
import type { Finding } from "./problem.ts";

type Reference = { readonly $ref?: string };
/** A parameter as the document has it. */
export type DocumentParameter = {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly schema: { readonly type?: string; readonly $ref?: string };
};
type Item = { readonly parameters?: readonly (Reference | DocumentParameter)[]; readonly requestBody?: unknown };
type Document = { readonly paths: { readonly [path: string]: Item & { readonly [method: string]: Item } } };

/** A step of a JSON pointer (RFC 6901). */
const step = (name: string): string => `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;

const findingOf = ({ instancePath, keyword, params }: ErrorObject): Finding => {
  const member = keyword === "required" ? params.missingProperty : params.additionalProperty;
  const path = typeof member === "string" ? instancePath + step(member) : instancePath;
  return { path, code: keyword, message: keywordWords(keyword, params) };
};

const FINDINGS_MAX = 20;

/** What a validator found wrong in its last value, and where, for people. */
export const findingsOf = ({ errors }: ValidateFunction): readonly Finding[] =>
  (errors ?? [])
    .filter(({ keyword }) => !["anyOf", "oneOf", "allOf", "if"].includes(keyword))
    .slice(0, FINDINGS_MAX)
    .map(findingOf);

let opened: { readonly ajv: Ajv2020; readonly document: Document } | null = null;

const open = () => {
  if (opened === null) {
    const document = JSON.parse(openApiText()) as Document;
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    (formats as unknown as (ajv: Ajv2020) => void)(ajv);
    ajv.addSchema(document, "document");
    opened = { ajv, document };
  }
  return opened;
};

const pointerOf = (steps: readonly string[]): string => `#${steps.map(step).join("")}`;
const at = (document: unknown, pointer: string): unknown =>
  pointer
    .slice(2)
    .split("/")
    .map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce((node, name) => (node as Record<string, unknown> | undefined)?.[name], document);

const compiled = new Map<string, ValidateFunction>();
const validatorAt = (pointer: string): ValidateFunction => {
  let validate = compiled.get(pointer);
  if (validate === undefined) {
    validate = open().ajv.compile({ $ref: `document${encodeURI(pointer)}` });
    compiled.set(pointer, validate);
  }
  return validate;
};

/**
 * The validator of an operation's JSON body, compiled from the document when it is first needed.
 *
 * @throws RangeError when the operation takes no body there
 */
export const bodyValidator = (method: string, path: string): ValidateFunction => {
  if (open().document.paths[path]?.[method.toLowerCase()]?.requestBody === undefined)
    throw new RangeError(`${method} ${path} takes no body in the document`);
  return validatorAt(
    pointerOf(["paths", path, method.toLowerCase(), "requestBody", "content", "application/json", "schema"]),
  );
};

/** What keeps a value from being one of the document's schemas; nothing when it is one. */
export const schemaFindings = (schema: string, value: unknown): readonly Finding[] => {
  const validate = validatorAt(pointerOf(["components", "schemas", schema]));
  return validate(value) ? [] : findingsOf(validate);
};

/** A parameter of the query, and the validator of its value. */
export type QueryRule = { readonly type: string; readonly validate: ValidateFunction };

type Answer = {
  readonly $ref?: string;
  readonly content?: { readonly [media: string]: { readonly schema?: unknown } };
};

/**
 * The validator of an answer's body. `anything`: the document says nothing of what is in it; null: it does not have such an answer.
 *
 * @param media - type of the content without parameters; empty: no content
 */
export const answerValidator = (
  method: string,
  path: string,
  status: number,
  media: string,
): ValidateFunction | "anything" | null => {
  const place = ["paths", path, method.toLowerCase(), "responses"];
  const answers = at(open().document, pointerOf(place)) as { readonly [status: string]: Answer } | undefined;
  const key = answers?.[status] === undefined ? "default" : String(status);
  let pointer = pointerOf([...place, key]);
  let answer = answers?.[key];
  if (answer?.$ref !== undefined) {
    pointer = answer.$ref;
    answer = at(open().document, pointer) as Answer;
  }
  if (answer === undefined) return null;
  if (media === "") return answer.content === undefined || status === 304 ? "anything" : null;
  const content = answer.content?.[media];
  if (content === undefined) return null;
  return content.schema === undefined ? "anything" : validatorAt(`${pointer}${step("content")}${step(media)}/schema`);
};

const rules = new Map<string, ReadonlyMap<string, QueryRule>>();

/** The parameters of an operation's query, by name. */
export const queryRules = (method: string, path: string): ReadonlyMap<string, QueryRule> => {
  const key = `${method} ${path}`;
  let found = rules.get(key);
  if (found === undefined) {
    const { document } = open();
    const places = [
      ["paths", path],
      ["paths", path, method.toLowerCase()],
    ].flatMap((place) => {
      const item = at(document, pointerOf(place)) as Item | undefined;
      return (item?.parameters ?? []).map((one, i) =>
        "$ref" in one && typeof one.$ref === "string" ? one.$ref : pointerOf([...place, "parameters", String(i)]),
      );
    });
    found = new Map(
      places.flatMap((pointer) => {
        const { name, in: where, schema } = at(document, pointer) as DocumentParameter;
        const { type = "string" } =
          schema.$ref === undefined ? schema : (at(document, schema.$ref) as { type?: string });
        return where === "query" ? [[name, { type, validate: validatorAt(`${pointer}/schema`) }] as const] : [];
      }),
    );
    rules.set(key, found);
  }
  return found;
};
