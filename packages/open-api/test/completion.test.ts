import { expect, test } from "vitest";
import { completeDocument } from "../scripts/complete-document.ts";
import { exampleOf } from "../scripts/examples.ts";
import type { JsonObject } from "../scripts/json.ts";
import { nameSchemas } from "../scripts/name-schemas.ts";
import { document } from "./document.ts";

const components = document.components as JsonObject;
const withOperation = (operation: JsonObject): JsonObject => ({
  components,
  webhooks: {},
  paths: { "/api/v1/things": { post: { responses: { "204": { description: "Done. 完成。" } }, ...operation } } },
});
const source = { operationId: "getHealth", "x-scope": "alarms:read", "x-rate-class": "write" };

test("SEC-AZ-05: an operation that the table of roles does not have cannot be built at all", () => {
  expect(() => completeDocument(withOperation({ ...source, operationId: "deleteEverything" }))).toThrow(
    "deleteEverything: specs/access/operations.json does not say who may",
  );
});

test.each([
  ["an unknown rate class", { ...source, "x-rate-class": "fast" }, "getHealth: no rate class fast"],
  ["an unknown problem", { ...source, "x-problems": ["no-such"] }, "specs/openapi/problems.json has no no-such"],
  [
    "a parameter that leads nowhere",
    { ...source, parameters: [{ $ref: "#/components/parameters/Nothing" }] },
    "#/components/parameters/Nothing leads nowhere",
  ],
  [
    "an answer without a schema",
    { ...source, responses: { "200": { description: "x", content: { "application/json": {} } } } },
    "POST /api/v1/things 200 application/json: no schema",
  ],
  [
    "a text without an example",
    {
      ...source,
      responses: { "200": { description: "x", content: { "text/plain": { schema: { type: "string" } } } } },
    },
    "POST /api/v1/things 200 text/plain: no example",
  ],
])("%s is refused by name", (_what, operation, message) => {
  expect(() => completeDocument(withOperation(operation as JsonObject))).toThrow(message);
});

test("an example is put together from those inside: own first, then by the member's name", () => {
  const schema = {
    type: "object",
    properties: {
      deviceId: { type: "string" },
      state: { enum: ["open", "closed"] },
      tags: { type: "array", items: { type: "string", examples: ["a"] } },
      one: { anyOf: [{ type: "boolean" }, { type: "null" }] },
    },
  };
  expect(exampleOf({}, schema)).toEqual({ deviceId: "dev-889", state: "open", tags: ["a"], one: false });
  expect(() => exampleOf({}, { type: "object", properties: { zzz: { type: "string" } } }, "", "here")).toThrow(
    "here/zzz",
  );
});

test("schemas that go round in a circle are told, not followed for ever", () => {
  const circle = {
    components: { schemas: { Loop: { type: "object", properties: { next: { $ref: "#/components/schemas/Loop" } } } } },
  };
  expect(() => exampleOf(circle, { $ref: "#/components/schemas/Loop" })).toThrow("go round in a circle");
});

test("two schemas of one name are refused", () => {
  expect(() => nameSchemas({ components: { schemas: { unit: {}, Unit: {} } } })).toThrow("two schemas are named Unit");
});
