import { type JsonSchema, schemaArbitrary, valuesNear } from "@dianan/testkit";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import fc from "fast-check";
import { expect, test } from "vitest";
import { document, resolved } from "./document.ts";

const components = document.components as { readonly schemas: { readonly [name: string]: JsonSchema } };
const schemas = components.schemas;
const resolve = (ref: string): JsonSchema => resolved({ $ref: ref });
const named = (name: string): JsonSchema => resolve(`#/components/schemas/${name}`);
const ajv = new Ajv2020({ strict: false });
(formats as unknown as (ajv: Ajv2020) => void)(ajv);
ajv.addSchema({ $id: "doc", components });
const accepts = (name: string) => ajv.compile({ $ref: `doc#/components/schemas/${name}` });

test("every schema of the open API takes the values made from it", { timeout: 120_000 }, () => {
  for (const [name, schema] of Object.entries(schemas)) {
    const accept = accepts(name);
    for (const value of fc.sample(schemaArbitrary(schema, { resolve }), { numRuns: 10, seed: 20_261_126 }))
      expect(accept(value) ? "" : `${name}: ${ajv.errorsText(accept.errors)} ${JSON.stringify(value)}`).toBe("");
  }
  expect(Object.keys(schemas).length).toBeGreaterThan(150);
});

test("known values of a member appear, and made-up ones beside them", { timeout: 60_000 }, () => {
  const ids = fc.sample(schemaArbitrary(named("Unit"), { resolve, known: { operatorId: ["op-known"] } }), 200);
  const known = ids.filter((value) => (value as { operatorId?: unknown }).operatorId === "op-known").length;
  expect(known).toBeGreaterThan(50);
  expect(known).toBeLessThan(150);
});

test("of what is near to a value of a schema, most breaks the schema, and nothing is the value itself", {
  timeout: 60_000,
}, () => {
  const accept = accepts("ApiKeyDraft");
  const near = schemaArbitrary(named("ApiKeyDraft"), { resolve }).chain((value) =>
    valuesNear(value).map((other) => [value, other] as const),
  );
  const pairs = fc.sample(near, { numRuns: 400, seed: 20_261_126 });
  const broken = pairs.filter(([, other]) => !accept(other)).length;
  expect(broken).toBeGreaterThan(200);
  const same = pairs.filter(([value, other]) => JSON.stringify(value) === JSON.stringify(other)).length;
  expect(same).toBeLessThan(20);
});

test("a $ref that names nothing is an error, not a value", () => {
  expect(() => schemaArbitrary({ $ref: "#/components/schemas/Nobody" }, { resolve })).toThrow(/Nobody/);
});
