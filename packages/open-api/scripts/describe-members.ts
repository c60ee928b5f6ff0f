import { isJsonObject, type Json, type JsonObject } from "./json.ts";
import { memberWords } from "./sources.ts";

/** Gives members that say nothing of themselves the words that specs/openapi/members.json has for their name. */
export const describeMembers = (node: Json): Json => {
  if (Array.isArray(node)) return node.map((one: Json) => describeMembers(one));
  if (!isJsonObject(node)) return node;
  const done: Record<string, Json> = {};
  for (const [key, value] of Object.entries(node))
    if (value !== undefined)
      done[key] = key === "properties" && isJsonObject(value) ? describeEach(value) : describeMembers(value);
  return done;
};

const describeEach = (properties: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => {
      if (!isJsonObject(schema)) return [name, schema];
      const inner = describeMembers(schema) as JsonObject;
      const words = memberWords[name];
      return [name, words && inner.description === undefined ? { ...inner, description: words.description } : inner];
    }),
  );
