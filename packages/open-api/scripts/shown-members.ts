import { isJsonObject, type Json, type JsonObject } from "./json.ts";

const HOME = "#/components/schemas/";

/** A phone as the API shows it: in full, or its mask. A mask that is sent back stands for what is stored. */
const shownPhone: JsonObject = {
  type: "string",
  minLength: 4,
  maxLength: 21,
  pattern: "^(\\+?[0-9-]{7,20}|(1[0-9]{2})?\\*{4}[0-9]{0,4})$",
  description: "A phone number, in full or masked (SEC-PII-03). 电话,完整或脱敏。",
  examples: ["138****5678"],
};

const shown = (node: Json): Json => {
  if (Array.isArray(node)) return node.map((one: Json) => shown(one));
  if (!isJsonObject(node)) return node;
  const done = Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) => (value === undefined ? [] : [[key, shown(value)] as const])),
  );
  const isPersonalPhone = done["x-personal"] === true && done.$ref === `${HOME}Phone`;
  return isPersonalPhone ? { ...done, $ref: `${HOME}ShownPhone` } : done;
};

/**
 * Personal members of the shared records are masked in answers: where the records' schemas ask for a phone, the document of the API
 * takes its mask too. The schemas themselves do not: what goes to a city is in full (SH-2).
 */
export const shownMembers = (document: JsonObject): JsonObject => {
  const done = shown(document) as JsonObject;
  const components = done.components as JsonObject;
  const schemas = { ...(components.schemas as JsonObject), ShownPhone: shownPhone };
  const sorted = Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { ...done, components: { ...components, schemas: sorted } };
};
