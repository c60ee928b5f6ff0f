import { isJsonObject, type Json, type JsonObject, resolveIn } from "./json.ts";

/** Who must cope: a `request` was written by a client of before, an `answer` is read by one. */
export type Direction = "request" | "answer";

/** One change after which a client of before can fail. */
export type Change = {
  /** Where, such as `GET /api/v1/units answer 200 /items/name`. */ readonly at: string;
  /** Stable word, such as `member-removed`. */ readonly code: string;
  readonly text: string;
};

type Side = { readonly document: JsonObject; readonly schema: JsonObject };
type Walk = {
  readonly direction: Direction;
  readonly at: string;
  /** Pairs of references that are being compared already: schemas may go round. */ readonly seen: ReadonlySet<string>;
};

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);
const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
const text = (value: Json | undefined): string => JSON.stringify(value) ?? "nothing";

/** A schema without references and with the parts of its allOf in one. */
const flat = ({ document, schema }: Side): JsonObject => {
  const found = resolveIn(document, schema);
  const parts = listOf(found.allOf).map((part) => flat({ document, schema: objectOf(part) }));
  if (parts.length === 0) return found;
  const all = [...parts, found];
  return {
    ...Object.assign({}, ...all),
    allOf: undefined,
    required: [...new Set(all.flatMap((part) => listOf(part.required)))],
    properties: Object.assign({}, ...all.map((part) => objectOf(part.properties))) as JsonObject,
  };
};

const typesOf = (schema: JsonObject): readonly Json[] | null => {
  if (schema.type === undefined) return null;
  const types = Array.isArray(schema.type) ? (schema.type as readonly Json[]) : [schema.type];
  return types.includes("number") ? [...types, "integer"] : types;
};

const valuesOf = (schema: JsonObject): readonly Json[] | null =>
  schema.const !== undefined ? [schema.const] : Array.isArray(schema.enum) ? (schema.enum as readonly Json[]) : null;

const lowerBounds = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];
const upperBounds = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];

/** Values that one side has and the other has not; a side without a list has all. */
const lost = (from: readonly Json[] | null, to: readonly Json[] | null): readonly string[] => {
  if (to === null) return [];
  if (from === null) return ["anything else"];
  const kept = new Set(to.map(text));
  return from.map(text).filter((value) => !kept.has(value));
};

const ofValues = (before: JsonObject, after: JsonObject, { direction, at }: Walk): readonly Change[] => {
  const isRequest = direction === "request";
  const sides = <T>(old: T, now: T): readonly [T, T] => (isRequest ? [old, now] : [now, old]);
  const types = lost(...sides(typesOf(before), typesOf(after)));
  const values = lost(...sides(valuesOf(before), valuesOf(after)));
  return [
    ...(types.length > 0
      ? [{ at, code: "type-changed", text: `type was ${text(before.type)}, is ${text(after.type)}` }]
      : []),
    ...(values.length > 0
      ? [
          {
            at,
            code: isRequest ? "values-narrowed" : "values-widened",
            text: isRequest ? `no longer takes ${values.join(", ")}` : `can now be ${values.join(", ")}`,
          },
        ]
      : []),
  ];
};

/** Only what is sent can break a limit: a reader copes with a longer text. */
const ofLimits = (before: JsonObject, after: JsonObject, { direction, at }: Walk): readonly Change[] => {
  const changed = (name: string): readonly Change[] => [
    { at, code: "limit-narrowed", text: `${name} was ${text(before[name])}, is ${text(after[name])}` },
  ];
  if (direction === "answer")
    return before.format !== undefined && before.format !== after.format
      ? [{ at, code: "format-changed", text: `format was ${text(before.format)}, is ${text(after.format)}` }]
      : [];
  const isOver = (name: string, sign: 1 | -1): boolean => {
    const now = after[name];
    const old = before[name];
    return typeof now === "number" && (typeof old !== "number" || (now - old) * sign > 0);
  };
  return [
    ...lowerBounds.filter((name) => isOver(name, 1)),
    ...upperBounds.filter((name) => isOver(name, -1)),
    ...["pattern", "format", "contentMediaType"].filter(
      (name) => after[name] !== undefined && after[name] !== before[name],
    ),
    ...(after.uniqueItems === true && before.uniqueItems !== true ? ["uniqueItems"] : []),
    ...(before.default !== undefined && text(before.default) !== text(after.default) ? ["default"] : []),
  ].flatMap(changed);
};

const ofMembers = (old: Side, now: Side, walk: Walk): readonly Change[] => {
  const [before, after] = [old.schema, now.schema];
  const { direction, at } = walk;
  const [had, has] = [objectOf(before.properties), objectOf(after.properties)];
  const [needed, needs] = [new Set(listOf(before.required)), new Set(listOf(after.required))];
  const isClosed = after.additionalProperties === false;
  const changes: Change[] = [];
  for (const [name, schema] of Object.entries(had)) {
    const next = has[name];
    const place = `${at}/${name}`;
    if (next !== undefined)
      changes.push(
        ...schemaChanges(
          { ...old, schema: objectOf(schema) },
          { ...now, schema: objectOf(next) },
          { ...walk, at: place },
        ),
      );
    else if (direction === "answer" || isClosed)
      changes.push({ at: place, code: "member-removed", text: "the member is gone" });
  }
  for (const name of direction === "request" ? needs : needed) {
    const isPromised = direction === "request" ? needed.has(name) : needs.has(name);
    if (isPromised || (direction === "answer" && has[String(name)] === undefined)) continue;
    const place = `${at}/${String(name)}`;
    changes.push(
      direction === "request"
        ? { at: place, code: "member-required", text: "the member is now required" }
        : { at: place, code: "member-optional", text: "the member can now be left out" },
    );
  }
  if (direction === "request" && isClosed && before.additionalProperties !== false && before.type === "object")
    changes.push({ at, code: "members-closed", text: "unknown members are now refused" });
  return changes;
};

/** What was sent must fit one of the choices of now; what is answered must fit one of the choices of before. */
const ofChoices = (old: Side, now: Side, walk: Walk): readonly Change[] => {
  const choicesOf = ({ schema }: Side): readonly Json[] => listOf(schema.anyOf ?? schema.oneOf);
  const [had, has] = [choicesOf(old), choicesOf(now)];
  if (had.length === 0 && has.length === 0) return [];
  const asChoices = (choices: readonly Json[], side: Side): readonly Side[] =>
    choices.length === 0 ? [side] : choices.map((choice) => ({ ...side, schema: objectOf(choice) }));
  const [was, is] = [asChoices(had, old), asChoices(has, now)];
  const fits = (one: Side, other: Side): boolean => schemaChanges(one, other, walk).length === 0;
  const homeless =
    walk.direction === "request"
      ? was.filter((one) => !is.some((other) => fits(one, other)))
      : is.filter((one) => !was.some((other) => fits(other, one)));
  return homeless.map(({ schema }) => ({
    at: walk.at,
    code: "choice-changed",
    text: `no choice fits ${text(schema.$ref ?? schema.type ?? schema)} any more`,
  }));
};

/** What a client of `before` can stumble over in `after`. Empty: it need not know. */
export const schemaChanges = (old: Side, now: Side, walk: Walk): readonly Change[] => {
  const pair = `${text(old.schema.$ref)} ${text(now.schema.$ref)}`;
  const isNamed = old.schema.$ref !== undefined || now.schema.$ref !== undefined;
  if (isNamed && walk.seen.has(pair)) return [];
  const inner = isNamed ? { ...walk, seen: new Set([...walk.seen, pair]) } : walk;
  const [before, after] = [
    { ...old, schema: flat(old) },
    { ...now, schema: flat(now) },
  ];
  const itemsOf = ({ schema, ...side }: Side): Side => ({ ...side, schema: objectOf(schema.items) });
  return [
    ...ofValues(before.schema, after.schema, inner),
    ...ofLimits(before.schema, after.schema, inner),
    ...ofMembers(before, after, inner),
    ...ofChoices(before, after, inner),
    ...(before.schema.items !== undefined && after.schema.items !== undefined
      ? schemaChanges(itemsOf(before), itemsOf(after), { ...inner, at: `${inner.at}/items` })
      : []),
  ];
};
