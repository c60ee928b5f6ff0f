import fc from "fast-check";

/** A JSON Schema (2020-12), or the part of one. */
export type JsonSchema = { readonly [keyword: string]: unknown };

export type SchemaOptions = {
  /** What a `$ref` names. @throws Error when there is none */ readonly resolve: (ref: string) => JsonSchema;
  /** Values that exist, by the name of a member: tried as often as made-up ones. */
  readonly known?: { readonly [member: string]: readonly unknown[] };
};

/** Deeper than this, members that need not be there are left out. */
const DEPTH_MAX = 4;
/** Items more than a list needs, and members more than a map needs. */
const MORE_MAX = 2;
const TEXT_MAX = 40;
/** Characters that writers of parsers, pages and queries forget. */
const ODD_TEXTS = ["电气火灾", "'; DROP TABLE unit --", "<img src=x onerror=1>", "=1+1", "{{7*7}}", "🔌", "a\nb", "‮"];
const DAY_MAX_MS = 4_102_444_800_000;

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly JsonSchema[] => (Array.isArray(value) ? value.filter(isSchema) : []);
const numberOf = (value: unknown, otherwise: number): number => (typeof value === "number" ? value : otherwise);
const namesOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** Both must hold: members of either, required of both. */
const both = (a: JsonSchema, b: JsonSchema): JsonSchema => ({
  ...a,
  ...b,
  ...(a.properties || b.properties ? { properties: { ...(a.properties ?? {}), ...(b.properties ?? {}) } } : {}),
  ...(a.required || b.required ? { required: [...new Set([...namesOf(a.required), ...namesOf(b.required)])] } : {}),
});

const timeText = fc
  .record({ ms: fc.integer({ min: 0, max: DAY_MAX_MS }), zone: fc.constantFrom("Z", "+08:00", "-05:30") })
  .map(({ ms, zone }) => new Date(ms).toISOString().replace("Z", zone));

const dateText = fc.integer({ min: 0, max: DAY_MAX_MS }).map((ms) => new Date(ms).toISOString().slice(0, 10));

let addresses: fc.Arbitrary<string> | undefined;
/** Made when it is first asked for: it costs most of a second, and few tests need it. */
const addressText = (): fc.Arbitrary<string> => {
  addresses ??= fc.webUrl({ validSchemes: ["https"] });
  return addresses;
};

const byFormat: { readonly [format: string]: () => fc.Arbitrary<string> } = {
  "date-time": () => timeText,
  date: () => dateText,
  uri: addressText,
  uuid: () => fc.uuid(),
};

const textOf = (schema: JsonSchema): fc.Arbitrary<string> => {
  const min = numberOf(schema.minLength, 0);
  const max = numberOf(schema.maxLength, Math.max(min, TEXT_MAX));
  // Lengths count code points, as JSON Schema does.
  const fits = (text: string): boolean => [...text].length >= min && [...text].length <= max;
  const format = byFormat[String(schema.format)];
  if (format) return format().filter(fits);
  if (typeof schema.pattern !== "string") {
    const made = fc.string({ minLength: min, maxLength: Math.min(max, min + TEXT_MAX), unit: "grapheme-ascii" });
    const odd = ODD_TEXTS.filter(fits);
    return odd.length === 0 ? made : fc.oneof({ weight: 3, arbitrary: made }, fc.constantFrom(...odd));
  }
  const pattern = new RegExp(schema.pattern, "u");
  if (pattern.source.startsWith("^[0-9]{4}-[0-9]{2}-[0-9]{2}T")) return timeText.filter(fits);
  if (pattern.source.startsWith("^[0-9]{4}-[0-9]{2}-[0-9]{2}")) return dateText;
  if (!pattern.source.endsWith("$")) {
    // The pattern is only a part of the text: what it matches, and more behind it.
    return fc
      .tuple(fc.stringMatching(pattern), fc.string({ maxLength: 8 }))
      .map(([a, b]) => (a + b).slice(0, max))
      .filter((text) => fits(text) && pattern.test(text));
  }
  // A class repeated at will is repeated as often as the lengths ask: hardly any text of its own would be long enough.
  const long = pattern.source.replace(
    /^(.*\])[+*](=[?*])?\$$/,
    (_, head: string, tail = "") => `${head}{${min},${Math.min(max, min + TEXT_MAX)}}${tail}$`,
  );
  return fc
    .stringMatching(new RegExp(long, "u"))
    .map((text) => text.slice(0, max))
    .filter((text) => fits(text) && pattern.test(text));
};

const numberIn = (schema: JsonSchema, isWhole: boolean): fc.Arbitrary<number> => {
  const above = schema.exclusiveMinimum;
  const min =
    typeof above === "number"
      ? above + (isWhole ? 1 : Math.max(Math.abs(above), 1) * 1e-6)
      : numberOf(schema.minimum, -1_000_000);
  const max = numberOf(schema.maximum, Math.max(min, 0) + 1_000_000);
  const edges = [min, max].filter((edge) => !isWhole || Number.isInteger(edge));
  const inside = isWhole
    ? fc.integer({ min: Math.ceil(min), max: Math.floor(max) })
    : fc.double({ min, max, noNaN: true, noDefaultInfinity: true });
  return edges.length === 0 ? inside : fc.oneof({ weight: 4, arbitrary: inside }, fc.constantFrom(...edges));
};

/**
 * Values that a JSON Schema takes, from its keywords: `$ref`, `allOf`, `anyOf`, `oneOf`, `const`, `enum`, `type`, and those of texts,
 * numbers, lists and objects. A keyword that it does not know is passed over: check what comes out against the schema itself.
 *
 * @example fc.assert(fc.property(schemaArbitrary(schema, { resolve }), (value) => accepts(value)));
 * @throws Error when a `$ref` names nothing
 */
export const schemaArbitrary = (schema: JsonSchema, options: SchemaOptions): fc.Arbitrary<unknown> =>
  valuesOf(schema, { ...options, made: new Map() }, 0);

/** What was made is used again: schemas name each other in many places. */
type Making = SchemaOptions & { readonly made: Map<string, fc.Arbitrary<unknown>> };

const valuesOf = (schema: JsonSchema, options: Making, depth: number): fc.Arbitrary<unknown> => {
  if (typeof schema.$ref === "string") {
    const { $ref, description: _, ...beside } = schema;
    const key = `${depth} ${$ref} ${JSON.stringify(beside)}`;
    const values = options.made.get(key) ?? valuesOf(both(options.resolve($ref), beside), options, depth);
    options.made.set(key, values);
    return values;
  }
  if ("const" in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  for (const word of ["allOf", "anyOf", "oneOf"] as const) {
    const parts = listOf(schema[word]);
    if (parts.length === 0) continue;
    const { [word]: _, ...rest } = schema;
    const whole = parts.map((part) => both(rest, typeof part.$ref === "string" ? options.resolve(part.$ref) : part));
    if (word === "allOf") return valuesOf(whole.reduce(both), options, depth);
    return fc.oneof(...whole.map((one) => valuesOf(one, options, depth)));
  }
  if (Array.isArray(schema.type))
    return fc.oneof(...schema.type.map((type) => valuesOf({ ...schema, type }, options, depth)));
  switch (schema.type) {
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "string":
      return textOf(schema);
    case "integer":
    case "number":
      return numberIn(schema, schema.type === "integer");
    case "array":
      return itemsOf(schema, options, depth);
    case "object":
      return membersOf(schema, options, depth);
    default:
      return isSchema(schema.properties)
        ? membersOf(schema, options, depth)
        : fc.jsonValue({ maxDepth: 1 }).filter((value) => value !== undefined);
  }
};

const itemsOf = (schema: JsonSchema, options: Making, depth: number): fc.Arbitrary<unknown> => {
  const minLength = numberOf(schema.minItems, 0);
  const more = depth < DEPTH_MAX ? MORE_MAX : 0;
  const maxLength = Math.min(numberOf(schema.maxItems, minLength + more), minLength + more);
  const items = isSchema(schema.items) ? valuesOf(schema.items, options, depth + 1) : fc.string({ maxLength: 8 });
  return schema.uniqueItems === true
    ? fc.uniqueArray(items, { minLength, maxLength, selector: (item) => JSON.stringify(item) })
    : fc.array(items, { minLength, maxLength });
};

const membersOf = (schema: JsonSchema, options: Making, depth: number): fc.Arbitrary<unknown> => {
  const members = isSchema(schema.properties) ? schema.properties : {};
  const required = namesOf(schema.required);
  const min = numberOf(schema.minProperties, 0);
  const max = numberOf(schema.maxProperties, Number.POSITIVE_INFINITY);
  const memberOf = (name: string): fc.Arbitrary<unknown> => {
    const own = members[name];
    const made = isSchema(own) ? valuesOf(own, options, depth + 1) : fc.string({ maxLength: 8 });
    const known = options.known?.[name];
    return known === undefined || known.length === 0 ? made : fc.oneof(made, fc.constantFrom(...known));
  };
  const isDeep = depth >= DEPTH_MAX && required.length >= min;
  const names = isDeep ? required : [...new Set([...required, ...Object.keys(members)])];
  const named = fc
    .record(Object.fromEntries(names.map((name) => [name, memberOf(name)])), { requiredKeys: [...required] })
    .map((value): object => ({ ...value }));
  const fits = (value: object): boolean => Object.keys(value).length >= min && Object.keys(value).length <= max;
  // An object that says nothing of its members may have any.
  const others = schema.additionalProperties ?? (Object.keys(members).length === 0 ? {} : false);
  if (!isSchema(others) || (depth >= DEPTH_MAX && required.length >= min))
    return min === 0 && !Number.isFinite(max) ? named : named.filter(fits);
  const keys = isSchema(schema.propertyNames)
    ? valuesOf(schema.propertyNames, options, depth + 1).map(String)
    : fc.stringMatching(/^[a-z]{1,8}$/);
  const map = fc.dictionary(keys, valuesOf(others, options, depth + 1), {
    minKeys: min,
    maxKeys: min + MORE_MAX,
  });
  return fc
    .tuple(map, named)
    .map(([a, b]) => ({ ...a, ...b }))
    .filter(fits);
};
