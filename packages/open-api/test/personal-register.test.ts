import { expect, test } from "vitest";
import { personalFields } from "../src/tables.ts";
import { document } from "./document.ts";

type Schema = { readonly [keyword: string]: unknown };
type Found = { readonly schema: string; readonly member: string };

const schemas = (
  document as unknown as { readonly components: { readonly schemas: { readonly [name: string]: Schema } } }
).components.schemas;
const KINDS = ["Phone", "ShownPhone", "PersonName"].map((name) => `#/components/schemas/${name}`);
const WORDS = /(phone|mobile|mail|idCard|idNumber)$/i;

const isObject = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Members of a schema that hold personal data, by their shape, their mark or their name. */
const personalIn = (schema: string, node: unknown): readonly Found[] => {
  if (Array.isArray(node)) return node.flatMap((one) => personalIn(schema, one));
  if (!isObject(node)) return [];
  const own = Object.entries(isObject(node.properties) ? node.properties : {}).flatMap(([member, value]) => {
    if (!isObject(value)) return [];
    const isText = value.type === "string" && !("enum" in value);
    const isPersonal =
      value["x-personal"] === true || KINDS.includes(String(value.$ref)) || (isText && WORDS.test(member));
    return isPersonal ? [{ schema, member }] : [];
  });
  return [...own, ...Object.values(node).flatMap((one) => personalIn(schema, one))];
};

const found = Object.entries(schemas).flatMap(([name, schema]) => personalIn(name, schema));
const name = ({ schema, member }: Found): string => `${schema}.${member}`;

test("SEC-PII-01: every personal field of the document is in the register, with purpose, basis and recipients", () => {
  const registered = personalFields.map(name);
  expect(found.map(name).filter((one) => !registered.includes(one))).toEqual([]);
  expect(found.length).toBeGreaterThan(10);
  for (const field of personalFields)
    for (const words of [field.purpose, field.basis, field.recipients])
      for (const text of [words.zh, words.en]) expect(text.trim(), name(field)).not.toBe("");
});

test("SEC-PII-01: the register names no field twice, and none that is not there", () => {
  expect(new Set(personalFields.map(name)).size).toBe(personalFields.length);
  for (const { schema, member } of personalFields)
    expect(JSON.stringify(schemas[schema] ?? {}), `${schema}.${member}`).toContain(`"${member}":`);
});

test("SEC-PII-01: a new personal field would be found: by its shape, its mark and its name, at any depth", () => {
  const added = {
    properties: {
      keeper: { $ref: "#/components/schemas/PersonName" },
      note: { type: "string", "x-personal": true },
      staff: { type: "array", items: { properties: { homePhone: { type: "string" } } } },
      channel: { type: "string", enum: ["mail"] },
    },
  };
  expect(personalIn("New", added).map(name)).toEqual(["New.keeper", "New.note", "New.homePhone"]);
});
