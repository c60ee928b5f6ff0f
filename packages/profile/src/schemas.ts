import { codesSchema } from "./codes-schema.ts";
import { profileSchema } from "./generated/schema.ts";

/** The JSON Schemas of a profile by their file names: the second is what the first refers to. */
export const profileSchemas: { readonly [file: string]: unknown } = {
  "profile.schema.json": profileSchema,
  "codes.schema.json": codesSchema,
};

/** The part of JSON Schema that profile.schema.json uses. */
export type Schema = {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: { readonly [name: string]: Schema };
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly "x-expect-zh"?: string;
  readonly "x-expect-en"?: string;
};

const rootOf = (ref: string): unknown => (ref.startsWith("codes.") ? codesSchema : profileSchema);

/** A schema with what it refers to; its own words come first. */
export const opened = (schema: Schema): Schema => {
  if (schema.$ref === undefined) return schema;
  const steps = schema.$ref.split("#/")[1]?.split("/") ?? [];
  const { $ref: _, ...own } = schema;
  const target = steps.reduce<unknown>((at, step) => (at as { [step: string]: unknown })[step], rootOf(schema.$ref));
  return { ...opened(target as Schema), ...own };
};

/** The schema of a member or item; empty when it has none. */
export const memberOf = (schema: Schema, step: string): Schema => {
  const { properties = {}, items, additionalProperties, anyOf = [] } = schema;
  const own = Object.hasOwn(properties, step) ? properties[step] : undefined;
  if (own !== undefined) return opened(own);
  if (items !== undefined) return opened(items);
  if (typeof additionalProperties === "object") return opened(additionalProperties);
  for (const one of anyOf) {
    const inner = opened(one);
    if (inner.properties !== undefined) return memberOf(inner, step);
  }
  return {};
};

/** The schema of a profile as a whole. */
export const rootSchema: Schema = opened(profileSchema as Schema);
