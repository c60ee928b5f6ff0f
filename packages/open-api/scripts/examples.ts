import { isJsonObject, type Json, type JsonObject, resolveIn } from "./json.ts";
import { memberWords } from "./sources.ts";

const DEPTH_MAX = 12;

/**
 * An example of a schema, put together from the examples that the schemas inside it give: a page shows what its items show.
 *
 * @param member - name of the member that it is for: specs/openapi/members.json has examples by name
 * @throws Error naming the place for a text or number that nothing gives an example of
 */
export const exampleOf = (document: JsonObject, schema: JsonObject, member = "", place = "", depth = 0): Json => {
  const own = schema.examples;
  if (Array.isArray(own) && own.length > 0) return own[0] as Json;
  const found = resolveIn(document, schema);
  if (Array.isArray(found.examples) && found.examples.length > 0) return found.examples[0] as Json;
  if (found.const !== undefined) return found.const;
  if (depth > DEPTH_MAX) throw new Error(`${place}: schemas go round in a circle`);
  const inner = (next: Json | undefined, name: string, step: string): Json =>
    exampleOf(document, isJsonObject(next) ? next : {}, name, `${place}/${step}`, depth + 1);

  if (Array.isArray(found.allOf))
    return Object.assign({}, ...found.allOf.map((part, index) => inner(part as Json, "", `allOf/${index}`))) as Json;
  const choices = found.oneOf ?? found.anyOf;
  if (Array.isArray(choices)) return inner(choices[0] as Json, member, "0");
  const known = memberWords[member]?.example;
  const types = ([] as unknown[]).concat(found.type ?? []);
  if (types.includes("array")) {
    if (Array.isArray(known)) return known as Json;
    return [inner(found.items, "", "items")];
  }
  if (isJsonObject(found.properties)) {
    const names = Object.keys(found.properties);
    const shown = names.slice(0, typeof found.maxProperties === "number" ? found.maxProperties : names.length);
    const { properties } = found;
    return Object.fromEntries(shown.map((name) => [name, inner(properties[name], name, name)]));
  }
  if (known !== undefined) return known as Json;
  if (Array.isArray(found.enum)) return found.enum[0] as Json;
  if (found.default !== undefined) return found.default;
  if (types.includes("boolean")) return false;
  if (types.includes("object")) return {};
  if (types.includes("string") && found.contentMediaType !== undefined) return "…";
  throw new Error(`${place || "a schema"}: no example; give it one, or its name one in specs/openapi/members.json`);
};
