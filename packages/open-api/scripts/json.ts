/** Any JSON, as the scripts of this folder walk through it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [member: string]: Json | undefined };

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What a `$ref` inside the document points at, as often as needed; anything else as it is. Throws when nothing is there. */
export const resolveIn = (document: JsonObject, node: JsonObject): JsonObject => {
  if (typeof node.$ref !== "string") return node;
  let found: Json | undefined = document;
  for (const step of node.$ref.replace(/^#\//, "").split("/"))
    found = isJsonObject(found) ? found[step.replaceAll("~1", "/").replaceAll("~0", "~")] : undefined;
  if (!isJsonObject(found)) throw new Error(`${node.$ref} leads nowhere`);
  return resolveIn(document, found);
};
