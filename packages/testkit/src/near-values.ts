import fc from "fast-check";

type Step = string | number;

/** Every place in a JSON value, the whole first. */
const placesOf = (value: unknown, path: readonly Step[] = []): readonly (readonly Step[])[] => {
  if (Array.isArray(value)) return [path, ...value.flatMap((item, i) => placesOf(item, [...path, i]))];
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, item]) => placesOf(item, [...path, name]))];
};

const changed = (value: unknown, [step, ...rest]: readonly Step[], change: (old: unknown) => unknown): unknown => {
  if (step === undefined) return change(value);
  if (Array.isArray(value)) return value.map((item, i) => (i === step ? changed(item, rest, change) : item));
  const object = value as { readonly [name: string]: unknown };
  return { ...object, [step]: changed(object[step], rest, change) };
};

const without = (value: unknown, path: readonly Step[]): unknown => {
  const last = path.at(-1);
  if (last === undefined) return null;
  return changed(value, path.slice(0, -1), (holder) => {
    if (Array.isArray(holder)) return holder.filter((_, i) => i !== last);
    const { [last]: _, ...others } = holder as { readonly [name: string]: unknown };
    return others;
  });
};

/** What is seldom right: wrong kinds, edges, and texts that a store or a page could stumble over. */
const ODD = [
  null,
  true,
  0,
  -1,
  0.5,
  1e21,
  "",
  " ",
  "x",
  "1",
  [],
  [[]],
  {},
  { a: 1 },
  "\u0000",
  "\ud800",
  "x".repeat(70_000),
];

/**
 * Values near to a JSON value: one member left out, one put in that nobody knows, or one changed to something of another kind or size.
 * Most of them break the schema of the value; whether one does is for the schema to say.
 */
export const valuesNear = (value: unknown): fc.Arbitrary<unknown> => {
  const places = placesOf(value);
  return fc.oneof(
    fc.constantFrom(...places).map((path) => without(value, path)),
    fc.constantFrom(...places).chain((path) => fc.constantFrom(...ODD).map((odd) => changed(value, path, () => odd))),
    fc
      .constantFrom(...places)
      .map((path) =>
        changed(value, path, (old) =>
          Array.isArray(old)
            ? [...old, ...old, {}]
            : typeof old === "object" && old !== null
              ? { ...old, nobodyKnows: 1 }
              : [old],
        ),
      ),
  );
};
