import { readFileSync } from "node:fs";

/** The part of a JSON Schema that the specs in specs/sharing use. */
export type MemberSchema = {
  readonly $ref: string;
  readonly title: string;
  readonly description: string;
  readonly "x-title-en": string;
  readonly "x-codeList"?: string;
  /** Personal data (SEC-PII-01). */ readonly "x-personal"?: boolean;
  readonly examples: readonly unknown[];
};
export type RecordSchema = {
  readonly $id: string;
  readonly title: string;
  readonly description: string;
  readonly "x-title-en": string;
  readonly "x-clause": string;
  readonly required: readonly string[];
  readonly properties: { readonly [member: string]: MemberSchema };
  readonly examples: readonly { readonly [member: string]: unknown }[];
};
export type ShapeSchema = {
  readonly type: string | readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly "x-expect-zh": string;
  readonly "x-expect-en": string;
};

export const source = new URL("../../../specs/sharing/", import.meta.url);

/** The five kinds in push order: what is referred to goes first. */
export const kinds = ["operator", "unit", "device", "component", "alarm"] as const;

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.schema.json`, source), "utf8"));

export const common = read("common") as {
  readonly $id: string;
  readonly $defs: { readonly [shape: string]: ShapeSchema };
};
export const recordSchema = (kind: string): RecordSchema => read(kind) as RecordSchema;

/** The shape in common.schema.json that a member refers to. */
export const shapeOf = (member: MemberSchema): ShapeSchema => {
  const name = member.$ref.split("/").at(-1) ?? "";
  const shape = common.$defs[name];
  if (!shape) throw new Error(`no shape ${member.$ref} in common.schema.json`);
  return shape;
};
