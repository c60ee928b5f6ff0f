import { isJsonObject, type Json, type JsonObject } from "./json.ts";

/** Members that say nothing to a compiler, and make the types four times as long. */
const dropped = new Set(["example", "examples", "headers", "x-roles", "x-rate-classes"]);

/** The document without what types do not need: examples and response headers. */
export const slimDocument = (node: Json): Json => {
  if (Array.isArray(node)) return node.map((one: Json) => slimDocument(one));
  if (!isJsonObject(node)) return node;
  const slim: Record<string, Json> = {};
  for (const [member, value] of Object.entries(node as JsonObject)) {
    if (value === undefined || (dropped.has(member) && !isSchemaMember(value))) continue;
    slim[member] = slimDocument(value);
  }
  return slim;
};

/** A schema may have a member that is named `headers`: it is then a schema itself. */
const isSchemaMember = (value: Json): boolean =>
  isJsonObject(value) && (typeof value.type === "string" || typeof value.$ref === "string") && value.name === undefined;
