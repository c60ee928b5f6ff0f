/** What the bundler writes, as far as this folder looks into it. */
export type BundledDocument = { readonly components: { readonly schemas: { readonly [name: string]: BundledSchema } } };
type BundledSchema = { readonly $ref?: string; readonly [keyword: string]: unknown };

const home = "#/components/schemas/";

const capital = (name: string): string => `${name[0]?.toUpperCase()}${name.slice(1)}`;

/**
 * Gives every schema one name in upper camel case. The bundler names a schema after its file (`unit.schema`) and leaves the name
 * that the source gives it (`Unit`) as a reference to that; shapes of common.schema.json come as `recordId`.
 * It also keeps each file's $id, which JSON Schema 2020-12 would resolve the new references against, and a second copy of what it
 * lifted out of $defs: $id, $schema and $defs go.
 *
 * @throws Error when two schemas would get one name
 */
export const nameSchemas = (document: BundledDocument): BundledDocument => {
  const { schemas } = document.components;
  const names = new Map<string, string>();
  for (const [name, schema] of Object.entries(schemas)) {
    const of = schema.$ref?.startsWith(home) ? schema.$ref.slice(home.length) : null;
    if (of !== null && Object.keys(schema).length === 1) names.set(of, name);
  }
  const aliases = new Set(names.values());
  const renamed: Record<string, BundledSchema> = {};
  for (const [name, { $id: _id, $schema: _schema, $defs: _defs, ...schema }] of Object.entries(schemas)) {
    if (aliases.has(name)) continue;
    const to = names.get(name) ?? capital(name);
    if (renamed[to]) throw new Error(`two schemas are named ${to}`);
    names.set(name, to);
    renamed[to] = schema;
  }
  const sorted = Object.fromEntries(Object.entries(renamed).sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.parse(
    JSON.stringify(
      { ...document, components: { ...document.components, schemas: sorted } },
      (member, value: unknown) =>
        member === "$ref" && typeof value === "string" && value.startsWith(home)
          ? home + (names.get(value.slice(home.length)) ?? value.slice(home.length))
          : value,
    ),
  ) as BundledDocument;
};
