import type { ChecksumField } from "./checksum.ts";
import type { DerivedField } from "./derived.ts";
import type { Field, HiddenField } from "./field.ts";
import type { IntegerField } from "./integers.ts";
import { numberTexts } from "./number-texts.ts";
import type { Shape } from "./shape.ts";

/** A place in the bytes as program text: a variable and a number added to it. */
type Place = { readonly base: string; readonly add: number };
type Read = { readonly value: string; readonly after: Place };
type Of<K extends Shape["kind"]> = Extract<Shape, { readonly kind: K }>;

const start: Place = { base: "", add: 0 };
const plus = ({ base, add }: Place, more: number): Place => ({ base, add: add + more });
const text = ({ base, add }: Place): string => (base === "" ? String(add) : add === 0 ? base : `(${base} + ${add})`);

/**
 * The program text of a decoder for one layout. It reads only what is wholly right; for anything else it returns
 * `undefined`, and the table itself says what is wrong. Text, times and bits are read by their fields' own code. The text is
 * written to a file when a package is made: nothing is generated where it runs.
 *
 * @returns an arrow function `(layout, matches) => (b, input) => value | undefined`, see `withDecoder`
 */
export const decoderSource = (layout: Field<unknown>): string => {
  const lines: string[] = [];
  const leaves: string[] = [];
  let names = 0;
  const fresh = (prefix: string): string => `${prefix}${names++}`;
  const say = (line: string): void => void lines.push(line);
  const keep = (value: string): string => {
    const name = fresh("v");
    say(`const ${name} = ${value};`);
    return name;
  };
  const need = (at: Place, size: string, end: string): void =>
    say(`if (${text(at)} + ${size} > ${end}) return undefined;`);

  const number = (field: Field<unknown>, at: Place): string => {
    const { type } = field.shape as IntegerField["shape"];
    const pattern = numberTexts[type];
    if (pattern === undefined) throw new TypeError(`decoderSource: no text for ${type}`);
    const value = keep(pattern.replace(/\$(\d)/g, (_, index: string) => `b[${text(plus(at, Number(index)))}]`));
    if ((field as IntegerField).op === 0) say(`if (${unlessAllowed(field as IntegerField, value)}) return undefined;`);
    return value;
  };

  const leaf = (field: Field<unknown>, self: string, at: Place): Read => {
    const index = leaves.push(self) - 1;
    say(`input.at = ${text(at)};`);
    const value = keep(`leaf${index}.read(input)`);
    say("if (input.count !== 0) return undefined;");
    return { value, after: field.size === null ? { base: keep("input.at"), add: 0 } : plus(at, field.size) };
  };

  /** Reads inside a region that ends at `inner`, and comes back to `outer`. */
  const inRegion = (inner: string, outer: string, read: () => Read): Read => {
    say(`input.stop = input.end = ${inner};`);
    const done = read();
    say(`if (${text(done.after)} !== ${inner}) return undefined;`);
    say(`input.stop = input.end = ${outer};`);
    return { value: done.value, after: { base: inner, add: 0 } };
  };

  const members = (
    shape: Of<"struct">,
    self: string,
    from: Place,
    end: string,
    isChecked: boolean,
  ): { readonly list: readonly string[]; readonly after: Place } => {
    const fields = Object.entries(shape.fields);
    const places = new Map<string, Place>();
    const scope = new Map<string, string>();
    const regions = new Map<string, string>();
    const list: string[] = [];
    let at = from;
    let lastTrailing: string | null = null;
    let checkedTo = isChecked ? fields.length : 0;
    for (const [i, [name, field]] of fields.entries()) {
      places.set(name, at);
      if (i >= checkedTo) {
        let run = 0;
        for (checkedTo = i; checkedTo < fields.length && isPlain(fields[checkedTo]); checkedTo++)
          run += fields[checkedTo]?.[1].size ?? 0;
        if (run > 0) need(at, String(run), end);
      }
      if (field.shape.kind === "derived") {
        const { base, what, target, plus: more, max } = (field as DerivedField).shape;
        const value = number(base, at);
        scope.set(name, value);
        if (what === "length") {
          say(`if (${value} < ${more} || ${value} - ${more} > ${max}) return undefined;`);
          regions.set(target, more === 0 ? value : `(${value} - ${more})`);
        }
        at = plus(at, base.size);
        continue;
      }
      if (field.shape.kind === "checksum") {
        const { algorithm, from: first, to: last } = (field as ChecksumField).shape;
        const names = fields.map(([one]) => one);
        const behind = names[names.indexOf(last) + 1] as string;
        const span = `${text(places.get(first) as Place)}, ${text(places.get(behind) as Place)}`;
        say(`if (!matches(${JSON.stringify(algorithm)}, b, ${text(at)}, ${span})) return undefined;`);
        at = plus(at, field.size as number);
        continue;
      }
      if (field.shape.kind === "trailing") {
        const inner = `${self}.shape.fields[${JSON.stringify(name)}].shape.inner`;
        const done = readTrailing(field.shape.inner, inner, at, end, lastTrailing);
        lastTrailing = done.value;
        list.push(`${JSON.stringify(name)}: ${done.value}`);
        at = done.after;
        continue;
      }
      const region = regions.get(name);
      const own = `${self}.shape.fields[${JSON.stringify(name)}]`;
      const done =
        region === undefined
          ? read(field, own, at, end, scope, i < checkedTo)
          : readSized(field, own, at, region, end, scope);
      if (field.shape.kind === "integer") scope.set(name, done.value);
      at = done.after;
      if ((field as Partial<HiddenField>).hidden !== true) list.push(`${JSON.stringify(name)}: ${done.value}`);
    }
    return { list, after: at };
  };

  /** A field that may be absent, behind one that may be, whose value is in the variable `before`. */
  const readTrailing = (inner: Field<unknown>, self: string, at: Place, end: string, before: string | null): Read => {
    const value = fresh("u");
    const place = fresh("p");
    const whenBefore = before === null ? "" : `${before} !== null && `;
    say(`let ${value} = null, ${place} = ${text(at)};`);
    if (inner.size !== null) {
      say(`if (${whenBefore}${place} + ${inner.size} <= ${end}) {`);
      const done = read(inner, self, { base: place, add: 0 }, end, new Map(), true);
      say(`${value} = ${done.value}; ${place} = ${text(done.after)}; }`);
    } else {
      const { prefix, max } = inner.shape as Of<"prefixed">;
      const content = { base: place, add: prefix.size };
      say(`if (${whenBefore}${text(content)} <= ${end}) {`);
      const size = number(prefix as Field<unknown>, { base: place, add: 0 });
      say(`if (${size} <= ${max} && ${text(content)} + ${size} <= ${end}) {`);
      const done = readSized(
        (inner.shape as Of<"prefixed">).inner,
        `${self}.shape.inner`,
        content,
        size,
        end,
        new Map(),
      );
      say(`${value} = ${done.value}; ${place} = ${text(done.after)}; } }`);
    }
    return { value, after: { base: place, add: 0 } };
  };

  const readSized = (
    field: Field<unknown>,
    self: string,
    at: Place,
    size: string,
    end: string,
    scope: ReadonlyMap<string, string>,
  ): Read => {
    const inner = keep(`${text(at)} + ${size}`);
    say(`if (${inner} > ${end}) return undefined;`);
    return inRegion(inner, end, () => read(field, self, at, inner, scope, false));
  };

  const readList = (
    shape: Of<"list">,
    self: string,
    at: Place,
    end: string,
    scope: ReadonlyMap<string, string>,
  ): Read => {
    const { count, item, min, max } = shape;
    if (shape.even) throw new TypeError("decoderSource: items that share a region are read by their table");
    const items = fresh("items");
    const place = fresh("p");
    let from = at;
    let many: string | null = null;
    if (typeof count !== "string") {
      need(at, String(count.size), end);
      many = number(count as Field<unknown>, at);
      from = plus(at, count.size);
    } else if (count !== "untilEnd") many = scope.get(count) as string;
    if (many !== null) {
      say(`if (${many} < ${min} || ${many} > ${max}) return undefined;`);
      if (item.size !== null) need(from, `${many} * ${item.size}`, end);
    }
    say(`const ${items} = []; let ${place} = ${text(from)};`);
    say(many === null ? `while (${place} < ${end}) {` : `for (let i = 0; i < ${many}; i++) {`);
    const one = read(
      item,
      `${self}.shape.item`,
      { base: place, add: 0 },
      end,
      new Map(),
      many !== null && item.size !== null,
    );
    say(`${items}.push(${one.value}); ${place} = ${text(one.after)}; }`);
    if (many === null) say(`if (${items}.length < ${min} || ${items}.length > ${max}) return undefined;`);
    return { value: items, after: { base: place, add: 0 } };
  };

  const readUnion = (
    shape: Of<"union">,
    self: string,
    at: Place,
    end: string,
    scope: ReadonlyMap<string, string>,
  ): Read => {
    const { tag, cases, unknownTag } = shape;
    let from = at;
    let code: string;
    if (typeof tag === "string") code = scope.get(tag) as string;
    else {
      need(at, String(tag.size), end);
      code = number(tag as Field<unknown>, at);
      from = plus(at, tag.size);
    }
    const value = fresh("u");
    const place = fresh("p");
    say(`let ${value}, ${place}; switch (${code}) {`);
    for (const [i, { kind, tag: own, layout: body }] of cases.entries()) {
      say(`case ${own}: {`);
      const { list, after } = members(body.shape as Of<"struct">, `${self}.shape.cases[${i}].layout`, from, end, false);
      say(
        `${value} = { ${[`kind: ${JSON.stringify(kind)}`, ...list].join(", ")} }; ${place} = ${text(after)}; break; }`,
      );
    }
    say(
      unknownTag === null
        ? "default: return undefined; }"
        : `default: ${value} = { kind: "unknown", ${JSON.stringify(unknownTag)}: ${code}, bytes: b.slice(${text(from)}, ${end}) }; ${place} = ${end}; }`,
    );
    return { value, after: { base: place, add: 0 } };
  };

  const read = (
    field: Field<unknown>,
    self: string,
    at: Place,
    end: string,
    scope: ReadonlyMap<string, string>,
    isChecked: boolean,
  ): Read => {
    const { shape } = field;
    switch (shape.kind) {
      case "integer":
        return { value: number(field, at), after: plus(at, field.size as number) };
      case "magic":
        for (const [i, byte] of shape.bytes.entries())
          say(`if (b[${text(plus(at, i))}] !== ${byte}) return undefined;`);
        return { value: "undefined", after: plus(at, shape.bytes.length) };
      case "struct": {
        const { list, after } = members(shape, self, at, end, isChecked);
        return { value: keep(`{ ${list.join(", ")} }`), after };
      }
      case "list":
        return readList(shape, self, at, end, scope);
      case "union":
        return readUnion(shape, self, at, end, scope);
      case "prefixed": {
        need(at, String(shape.prefix.size), end);
        const size = number(shape.prefix as Field<unknown>, at);
        say(`if (${size} > ${shape.max}) return undefined;`);
        return readSized(shape.inner, `${self}.shape.inner`, plus(at, shape.prefix.size), size, end, new Map());
      }
      case "optionalTail": {
        const value = fresh("u");
        const place = fresh("p");
        say(`let ${value} = ${String(shape.absent)}, ${place} = ${text(at)}; if (${place} !== ${end}) {`);
        const inner = read(shape.inner, `${self}.shape.inner`, at, end, new Map(), false);
        say(`${value} = ${inner.value}; ${place} = ${text(inner.after)}; }`);
        return { value, after: { base: place, add: 0 } };
      }
      case "bits":
        if (shape.count !== "untilEnd")
          say(`input.scope = { ${JSON.stringify(shape.count)}: ${scope.get(shape.count)} };`);
        return leaf(field, self, at);
      default:
        return leaf(field, self, at);
    }
  };

  const whole = read(layout, "layout", start, "b.length", new Map(), false);
  say(`return ${text(whole.after)} === b.length ? ${whole.value} : undefined;`);
  const consts = leaves.map((self, index) => `const leaf${index} = ${self};`);
  return `(layout, matches) => {\n${consts.join("\n")}\nreturn (b, input) => {\n${lines.join("\n")}\n};\n}`;
};

/** A condition that holds for numbers outside a field's own limits. */
const unlessAllowed = ({ shape: { min, max, only } }: IntegerField, value: string): string =>
  only === undefined ? `${value} < ${min} || ${value} > ${max}` : only.map((one) => `${value} !== ${one}`).join(" && ");

/** Fields whose bytes one check of the length can cover together. */
const isPlain = (entry: readonly [string, Field<unknown>] | undefined): boolean =>
  entry !== undefined && entry[1].size !== null;
