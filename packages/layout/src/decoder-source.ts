import type { ChecksumField } from "./checksum.ts";
import type { DerivedField } from "./derived.ts";
import type { Field, HiddenField } from "./field.ts";
import type { IntegerField } from "./integers.ts";
import type { Shape } from "./shape.ts";
import { number, type Read, type Reading, readLeaf } from "./source-leaves.ts";
import { createSourceWriter, type Place, placeOf, plus, textOfPlace } from "./source-writer.ts";

type Of<K extends Shape["kind"]> = Extract<Shape, { readonly kind: K }>;
type Members = { readonly list: readonly string[]; readonly after: Place };

const NO_SIBLINGS: Reading["scope"] = new Map();

/** A region of its own inside this one. */
const within = (reading: Reading, end: string, scope = NO_SIBLINGS): Reading => ({
  ...reading,
  end,
  scope,
  isChecked: false,
});

/** Reads a field that must fill `size` bytes. */
const readSized = (reading: Reading, field: Field<unknown>, self: string, at: Place, size: string): Read => {
  const { out, end, scope } = reading;
  const inner = out.keep(`${textOfPlace(at)} + ${size}`);
  out.refuseIf(`${inner} > ${end}`);
  const done = read(within(reading, inner, scope), field, self, at);
  if (textOfPlace(done.after) !== inner) out.refuseIf(`${textOfPlace(done.after)} !== ${inner}`);
  return { value: done.value, after: placeOf(inner) };
};

/** Fields whose bytes one check of the length can cover together. */
const isPlain = (entry: readonly [string, Field<unknown>] | undefined): boolean =>
  entry !== undefined && entry[1].size !== null;

/** Reads the number that a length, count or tag field has; says how many bytes its target has when it is a length. */
const readDerived = (reading: Reading, field: DerivedField, at: Place): { value: string; region: string | null } => {
  const { base, what, plus: more, max } = field.shape;
  const value = number(reading, base, at);
  if (what !== "length") return { value, region: null };
  reading.out.refuseIf(more === 0 ? `${value} > ${max}` : `${value} < ${more} || ${value} - ${more} > ${max}`);
  return { value, region: more === 0 ? value : `(${value} - ${more})` };
};

const members = (reading: Reading, shape: Of<"struct">, self: string, from: Place): Members => {
  const { out, bytes, end } = reading;
  const fields = Object.entries(shape.fields);
  const names = fields.map(([name]) => name);
  const places = new Map<string, Place>();
  const scope = new Map<string, string>();
  const regions = new Map<string, string>();
  const list: string[] = [];
  let at = from;
  let lastTrailing: string | null = null;
  let checkedTo = reading.isChecked ? fields.length : 0;
  for (const [i, [name, field]] of fields.entries()) {
    places.set(name, at);
    if (i >= checkedTo) {
      let run = 0;
      for (checkedTo = i; isPlain(fields[checkedTo]); checkedTo++) run += fields[checkedTo]?.[1].size ?? 0;
      if (run > 0) out.need(at, String(run), end);
    }
    const here: Reading = { ...reading, scope, isChecked: i < checkedTo };
    const own = `${self}.shape.fields[${JSON.stringify(name)}]`;
    const kind = field.shape.kind;
    if (kind === "checksum") {
      const { algorithm, from: first, to: last } = (field as ChecksumField).shape;
      const behind = names[names.indexOf(last) + 1] as string;
      const span = [at, places.get(first) as Place, places.get(behind) as Place].map(textOfPlace).join(", ");
      out.refuseIf(`!matches(${JSON.stringify(algorithm)}, ${bytes}, ${span})`);
      at = plus(at, field.size as number);
      continue;
    }
    if (kind === "derived") {
      const { value, region } = readDerived(here, field as DerivedField, at);
      scope.set(name, value);
      if (region !== null) regions.set((field as DerivedField).shape.target, region);
      at = plus(at, field.size as number);
      continue;
    }
    const region = regions.get(name);
    let done: Read;
    if (kind === "trailing") {
      done = readTrailing(here, field.shape.inner, `${own}.shape.inner`, at, lastTrailing);
      lastTrailing = done.value;
    } else done = region === undefined ? read(here, field, own, at) : readSized(here, field, own, at, region);
    if (kind === "integer") scope.set(name, done.value);
    at = done.after;
    if ((field as Partial<HiddenField>).hidden !== true) list.push(`${JSON.stringify(name)}: ${done.value}`);
  }
  return { list, after: at };
};

/** A field that may be absent, behind one that may be, whose value is in the variable `before`. */
const readTrailing = (
  reading: Reading,
  inner: Field<unknown>,
  self: string,
  at: Place,
  before: string | null,
): Read => {
  const { out, end } = reading;
  const value = out.fresh("u");
  const place = out.fresh("p");
  const whenBefore = before === null ? "" : `${before} !== null && `;
  out.say(`let ${value} = null, ${place} = ${textOfPlace(at)};`);
  const take = (done: Read): void => out.say(`${value} = ${done.value}; ${place} = ${textOfPlace(done.after)};`);
  if (inner.size !== null) {
    out.say(`if (${whenBefore}${place} + ${inner.size} <= ${end}) {`);
    take(read({ ...within(reading, end), isChecked: true }, inner, self, placeOf(place)));
    out.say("}");
  } else {
    const { prefix, max, inner: content } = inner.shape as Of<"prefixed">;
    const from = plus(placeOf(place), prefix.size);
    out.say(`if (${whenBefore}${textOfPlace(from)} <= ${end}) {`);
    const size = number(reading, prefix, placeOf(place));
    out.say(`if (${size} <= ${max} && ${textOfPlace(from)} + ${size} <= ${end}) {`);
    take(readSized(within(reading, end), content, `${self}.shape.inner`, from, size));
    out.say("} }");
  }
  return { value, after: placeOf(place) };
};

const readList = (reading: Reading, shape: Of<"list">, self: string, at: Place): Read => {
  const { out, end, scope } = reading;
  const { count, item, min, max, even } = shape;
  const items = out.fresh("items");
  const place = out.fresh("p");
  let from = at;
  let many: string | null = null;
  if (typeof count !== "string") {
    out.need(at, String(count.size), end);
    many = number(reading, count, at);
    from = plus(at, count.size);
  } else if (count !== "untilEnd") many = scope.get(count) as string;
  if (many !== null) out.refuseIf(`${many} < ${min} || ${many} > ${max}`);
  const isSized = many !== null && item.size !== null && !even;
  if (isSized) out.need(from, `${many} * ${item.size}`, end);
  let share: string | null = null;
  if (even) {
    const rest = out.keep(`${end} - ${textOfPlace(from)}`);
    out.refuseIf(`${many} !== 0 && ${rest} % ${many} !== 0`);
    share = out.keep(`${many} === 0 ? 0 : ${rest} / ${many}`);
  }
  out.say(`const ${items} = []; let ${place} = ${textOfPlace(from)};`);
  const i = out.fresh("i");
  out.say(many === null ? `while (${place} < ${end}) {` : `for (let ${i} = 0; ${i} < ${many}; ${i}++) {`);
  const inside = { ...within(reading, end), isChecked: isSized };
  const own = `${self}.shape.item`;
  const one =
    share === null ? read(inside, item, own, placeOf(place)) : readSized(inside, item, own, placeOf(place), share);
  out.say(`${items}.push(${one.value}); ${place} = ${textOfPlace(one.after)}; }`);
  if (many === null) out.refuseIf(`${items}.length < ${min} || ${items}.length > ${max}`);
  return { value: items, after: placeOf(place) };
};

const readUnion = (reading: Reading, shape: Of<"union">, self: string, at: Place): Read => {
  const { out, bytes, end, scope } = reading;
  const { tag, cases, unknownTag } = shape;
  let from = at;
  let code: string;
  if (typeof tag === "string") code = scope.get(tag) as string;
  else {
    out.need(at, String(tag.size), end);
    code = number(reading, tag, at);
    from = plus(at, tag.size);
  }
  const value = out.fresh("u");
  const place = out.fresh("p");
  out.say(`let ${value}, ${place}; switch (${code}) {`);
  for (const [i, { kind, tag: own, layout: body }] of cases.entries()) {
    out.say(`case ${own}: {`);
    const table = `${self}.shape.cases[${i}].layout`;
    const { list, after } = members(within(reading, end), body.shape as Of<"struct">, table, from);
    const all = [`kind: ${JSON.stringify(kind)}`, ...list].join(", ");
    out.say(`${value} = { ${all} }; ${place} = ${textOfPlace(after)}; break; }`);
  }
  const kept = `copy(${bytes}, ${textOfPlace(from)}, ${end})`;
  out.say(
    unknownTag === null
      ? "default: return undefined; }"
      : `default: ${value} = { kind: "unknown", ${JSON.stringify(unknownTag)}: ${code}, bytes: ${kept} }; ${place} = ${end}; }`,
  );
  return { value, after: placeOf(place) };
};

const readOptional = (reading: Reading, { inner, absent }: Of<"optionalTail">, self: string, at: Place): Read => {
  const { out, end } = reading;
  const value = out.fresh("u");
  const place = out.fresh("p");
  out.say(`let ${value} = ${String(absent)}, ${place} = ${textOfPlace(at)}; if (${place} !== ${end}) {`);
  const done = read(within(reading, end), inner, `${self}.shape.inner`, at);
  out.say(`${value} = ${done.value}; ${place} = ${textOfPlace(done.after)}; }`);
  return { value, after: placeOf(place) };
};

const read = (reading: Reading, field: Field<unknown>, self: string, at: Place): Read => {
  const { out, bytes, end } = reading;
  const { shape } = field;
  switch (shape.kind) {
    case "struct": {
      const { list, after } = members(reading, shape, self, at);
      return { value: out.keep(`{ ${list.join(", ")} }`), after };
    }
    case "list":
      return readList(reading, shape, self, at);
    case "union":
      return readUnion(reading, shape, self, at);
    case "optionalTail":
      return readOptional(reading, shape, self, at);
    case "prefixed": {
      out.need(at, String(shape.prefix.size), end);
      const size = number(reading, shape.prefix as IntegerField, at);
      out.refuseIf(`${size} > ${shape.max}`);
      return readSized(within(reading, end), shape.inner, `${self}.shape.inner`, plus(at, shape.prefix.size), size);
    }
    case "shifted": {
      const open = out.keep(`shiftBack(${bytes}, ${textOfPlace(at)}, ${end}, ${shape.by})`);
      return read({ ...reading, bytes: open }, shape.inner, `${self}.shape.inner`, at);
    }
    case "derived":
    case "checksum":
    case "trailing":
      throw new TypeError(`decoderSource: a ${shape.kind} has a meaning only as a field of a struct`);
    default:
      return readLeaf(reading, field, self, at);
  }
};

/**
 * The program text of a decoder for one layout. It reads only what is wholly right; for anything else it returns
 * `undefined`, and the table itself says what is wrong. Numbers, bits, marks and bytes are read in place; text, times and
 * digits by their fields' own code. The text is written to a file when a package is made: nothing is generated where it runs.
 *
 * @returns an arrow function `(layout, tools) => (b) => value | undefined`, see `withDecoder`
 */
export const decoderSource = (layout: Field<unknown>): string => {
  const out = createSourceWriter();
  const end = "e";
  const reading: Reading = { out, bytes: "b", end, scope: NO_SIBLINGS, isChecked: false };
  const { value, after } = read(reading, layout, "layout", { base: "", add: 0 });
  return [
    "(layout, { matches, copy, shiftBack, bitsAt, floatAt, inputAt }) => {",
    ...out.constants,
    "return (b) => {",
    `const ${end} = b.length;`,
    ...out.lines,
    `return ${textOfPlace(after)} === ${end} ? ${value} : undefined;`,
    "};",
    "}",
  ].join("\n");
};
