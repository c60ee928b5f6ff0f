/** The part of JSON Schema that specs/profiles uses. */
export type Schema = {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly required?: readonly string[];
  readonly properties?: { readonly [name: string]: Schema };
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly $defs?: { readonly [name: string]: Schema };
};

const capital = (text: string): string => `${text[0]?.toUpperCase()}${text.slice(1)}`;
const doc = ({ title, description }: Schema, indent: string): string =>
  title === undefined ? "" : `${indent}/** ${title}。${description === undefined ? "" : ` ${description}`} */\n`;

/** `#/$defs/point` and `codes.schema.json#/$defs/quantity` have a name; `#/$defs/measure/properties/a` is an inner one. */
const namedRef = (ref: string): string | null => {
  const steps = ref.split("#/$defs/")[1]?.split("/") ?? [];
  return steps.length === 1 ? typeName(steps[0] ?? "") : null;
};
/** Names of the model are the model's own types. */
const fromModel = ["quantity", "alarmType", "alarmClass", "deviceType"];
/** Shapes that are plain values: their name says nothing that the value does not. */
const plain = new Set(["id", "text", "hex", "instant", "seconds", "componentType", "commandKey", "path"]);
const typeName = (slug: string): string | null =>
  plain.has(slug)
    ? null
    : fromModel.includes(slug)
      ? capital(slug)
      : slug === "protocol"
        ? "ProtocolId"
        : capital(slug);

const basic: { readonly [type: string]: string } = {
  integer: "number",
  number: "number",
  string: "string",
  boolean: "boolean",
  null: "null",
};

/** The types of a profile as a TypeScript module, from its schema. */
export const typesFile = (profile: Schema, codes: Schema): string => {
  const resolve = (ref: string): Schema => {
    const root: unknown = ref.startsWith("codes.") ? codes : profile;
    const found = ref
      .split("#/")[1]
      ?.split("/")
      .reduce<unknown>((at, step) => (at as { readonly [step: string]: unknown })[step], root);
    if (found === undefined) throw new Error(`${ref} leads nowhere`);
    return found as Schema;
  };

  const members = ({ properties = {}, required = [] }: Schema, indent: string): string =>
    Object.entries(properties)
      .map(([name, schema]) => {
        const mark = required.includes(name) ? "" : "?";
        return `${doc(schema, indent)}${indent}readonly ${/^[a-z]\w*$/i.test(name) ? name : JSON.stringify(name)}${mark}: ${typeOf(schema, indent)};\n`;
      })
      .join("");

  const ofType = (type: string, schema: Schema, indent: string): string => {
    if (type === "array") return `readonly ${inParentheses(typeOf(schema.items ?? {}, indent))}[]`;
    if (type !== "object") return basic[type] ?? "unknown";
    if (schema.properties !== undefined) return `{\n${members(schema, `${indent}  `)}${indent}}`;
    if (typeof schema.additionalProperties === "object")
      return `{ readonly [name: string]: ${typeOf(schema.additionalProperties, indent)} }`;
    return "{ readonly [name: string]: unknown }";
  };

  const typeOf = (schema: Schema, indent: string): string => {
    if (schema.$ref !== undefined) return namedRef(schema.$ref) ?? typeOf(resolve(schema.$ref), indent);
    if (schema.const !== undefined) return JSON.stringify(schema.const);
    if (schema.enum !== undefined) return schema.enum.map((one) => JSON.stringify(one)).join(" | ");
    if (schema.anyOf !== undefined) return schema.anyOf.map((one) => typeOf(one, indent)).join(" | ");
    return schema.type === undefined
      ? "unknown"
      : [schema.type]
          .flat()
          .map((type) => ofType(type, schema, indent))
          .join(" | ");
  };

  const definitions = Object.entries(profile.$defs ?? {}).flatMap(([name, schema]) => {
    const type = typeName(name);
    return type === null ? [] : [`${doc(schema, "")}export type ${type} = ${typeOf(schema, "")};\n`];
  });
  return `import type { ProtocolId } from "@dianan/codec";
import type { ${fromModel.map(capital).sort().join(", ")} } from "@dianan/model";

${doc(profile, "")}export type Profile = ${typeOf(profile, "")};

${definitions.join("\n")}`;
};

const inParentheses = (type: string): string => (/[ |{]/.test(type) && !type.startsWith("{") ? `(${type})` : type);
