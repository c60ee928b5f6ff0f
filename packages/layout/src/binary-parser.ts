import { Parser } from "binary-parser/dist/binary_parser.js";
import * as leaf from "./binary-parser-leaves.ts";
import { checkSum } from "./binary-parser-sums.ts";
import { numberFrom, plainBytes, refuseBytes } from "./binary-parser-values.ts";
import type { Field, HiddenField } from "./field.ts";
import type { IntegerField } from "./integers.ts";
import type { Shape } from "./shape.ts";

type Of<K extends Shape["kind"]> = Extract<Shape, { readonly kind: K }>;
type Scope = leaf.Scope;
type Siblings = ReadonlyMap<string, string>;

const { lookAtRest, restOf } = leaf;
const NO_SIBLINGS: Siblings = new Map();
const numberOf = (scope: Scope, name: string): number => scope[name] as number;

const refuse = (what: string): never => {
  throw new TypeError(`binary-parser: ${what}`);
};

/** Runs a check or a calculation between two fields; reads nothing. */
const step = (parser: Parser, act: (scope: Scope) => void): Parser =>
  parser.seek(function (this: Scope) {
    act(this);
    return 0;
  });

/** Replaces what was read at this level by something made of it. */
const replaceBy = (parser: Parser, make: (scope: Scope) => unknown): Parser =>
  parser.nest({ type: new Parser(), formatter: make });

const refuseMore = (parser: Parser): Parser =>
  step(lookAtRest(parser), (scope) => {
    if (restOf(scope).length > 0) refuseBytes("bytes left over");
  });

/** A parser of one field whose result is the field's value. */
const alone = (field: Field<unknown>, path: string): Parser =>
  field.shape.kind === "struct"
    ? ofStruct(field.shape, path, null)
    : replaceBy(emit(new Parser(), field, "value", path, NO_SIBLINGS), (scope) => scope.value);

/** A field that must fill exactly `size` bytes from here. */
const region = (parser: Parser, size: (scope: Scope) => number, inside: Parser): Parser => {
  const sized = (scope: Scope): void => {
    if (restOf(scope).length < size(scope)) refuseBytes("bytes end inside a region");
  };
  return step(lookAtRest(parser), sized).wrapped({
    length(this: Scope) {
      return size(this);
    },
    wrapper: (bytes) => bytes,
    type: refuseMore(inside),
  });
};

const isHidden = (field: Field<unknown>): boolean => (field as Partial<HiddenField>).hidden === true;

const nameOf = (name: string, field: Field<unknown>, path: string): string => {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) refuse(`${path}: the name is no identifier`);
  return isHidden(field) ? `$${name}` : name;
};

/** A struct; `kind` is that of a union case. */
const ofStruct = ({ fields: table }: Of<"struct">, path: string, kind: string | null, isWhole = false): Parser => {
  const parser = new Parser();
  const fields = Object.entries(table);
  const names = fields.map(([name]) => name);
  const siblings = new Map(fields.map(([name, field]) => [name, nameOf(name, field, `${path}.${name}`)]));
  const sums = fields.flatMap(([, { shape }]) => (shape.kind === "checksum" ? [shape] : []));
  /** Fields whose place a check value needs. */
  const marked = new Set(sums.flatMap(({ from, to }) => [names.indexOf(from), names.indexOf(to) + 1]));
  if (sums.length > 0) parser.buffer("$all", { readUntil: "eof" }).saveOffset("$base");
  for (const [i, [name, field]] of fields.entries()) {
    const own = siblings.get(name) as string;
    const { shape } = field;
    const at = `${path}.${name}`;
    if (marked.has(i)) parser.saveOffset(`$at${i}`);
    const length = fields.find(
      ([, one]) => one.shape.kind === "derived" && one.shape.what === "length" && one.shape.target === name,
    );
    if (length !== undefined) {
      const { plus } = length[1].shape as Of<"derived">;
      const from = siblings.get(length[0]) as string;
      region(parser, (scope) => numberOf(scope, from) - plus, emit(new Parser(), field, own, at, siblings));
    } else if (shape.kind === "checksum") {
      const [from, to] = [names.indexOf(shape.from), names.indexOf(shape.to) + 1];
      leaf.exactly(parser, own, field.size as number, function (this: Scope, told) {
        const base = numberOf(this, "$base");
        const span = (this.$all as Uint8Array).subarray(
          numberOf(this, `$at${from}`) - base,
          numberOf(this, `$at${to}`) - base,
        );
        if (!checkSum(shape.algorithm, span, told)) refuseBytes(`${at}: wrong check value`);
      });
    } else if (shape.kind === "trailing") {
      const before =
        fields[i - 1]?.[1].shape.kind === "trailing" ? (siblings.get(names[i - 1] as string) as string) : null;
      trailingField(parser, shape.inner, own, at, before);
    } else emit(parser, field, own, at, siblings);
  }
  if (isWhole) refuseMore(parser);
  const shown = fields.filter(([, field]) => !isHidden(field)).map(([name]) => name);
  return replaceBy(parser, (scope) => {
    const value: Record<string, unknown> = kind === null ? {} : { kind };
    for (const name of shown) value[name] = scope[name];
    return value;
  });
};

/** A field that is there when the region has room for it and the one before it is there. */
const trailingField = (
  parser: Parser,
  inner: Field<unknown>,
  name: string,
  path: string,
  before: string | null,
): void => {
  const { size, shape } = inner;
  const hasRoom = (rest: Uint8Array): boolean => {
    if (size !== null) return rest.length >= size;
    if (shape.kind !== "prefixed") return refuse(`${path}: a trailing ${shape.kind}`);
    const { prefix, max } = shape;
    if (rest.length < prefix.size) return false;
    const told = numberFrom(rest.subarray(0, prefix.size), prefix.shape.type);
    return told <= max && prefix.size + told <= rest.length;
  };
  lookAtRest(parser).choice(name, {
    tag: function (this: Scope) {
      return (before === null || this[before] !== null) && hasRoom(restOf(this)) ? 1 : 0;
    },
    choices: { 0: replaceBy(new Parser(), () => null), 1: alone(inner, path) },
  });
};

const emitList = (parser: Parser, shape: Of<"list">, name: string, path: string, siblings: Siblings): Parser => {
  const { count, item, min, max, even } = shape;
  const isAllowed = (many: number): void => {
    if (many < min || many > max) refuseBytes(`${path}: ${many} items`);
  };
  if (count === "untilEnd") {
    const all = { type: alone(item, `${path}[]`), readUntil: "eof" as const };
    return parser.array(name, {
      ...all,
      formatter: (items: readonly unknown[]) => {
        isAllowed(items.length);
        return items;
      },
    });
  }
  const counter = typeof count === "string" ? (siblings.get(count) ?? refuse(`${path}: no field ${count}`)) : "$count";
  if (typeof count !== "string") leaf.integer(parser, counter, count);
  step(parser, (scope) => isAllowed(numberOf(scope, counter)));
  // Parsing is synchronous, and the size is set right in front of the items that need it.
  let itemSize = 0;
  if (even)
    step(lookAtRest(parser), (scope) => {
      const many = numberOf(scope, counter);
      itemSize = many === 0 ? 0 : restOf(scope).length / many;
      if (!Number.isInteger(itemSize)) refuseBytes(`${path}: the items cannot share their region`);
    });
  const type = even
    ? replaceBy(
        region(new Parser(), () => itemSize, emit(new Parser(), item, "value", `${path}[]`, NO_SIBLINGS)),
        (scope) => scope.value,
      )
    : alone(item, `${path}[]`);
  return parser.array(name, {
    type,
    length(this: Scope) {
      return numberOf(this, counter);
    },
  });
};

const emitUnion = (parser: Parser, shape: Of<"union">, name: string, path: string, siblings: Siblings): Parser => {
  const { tag, cases, unknownTag } = shape;
  const teller = typeof tag === "string" ? (siblings.get(tag) ?? refuse(`${path}: no field ${tag}`)) : "$tag";
  if (typeof tag !== "string") leaf.integer(parser, teller, tag);
  const choices = Object.fromEntries(
    cases.map((one) => [one.tag, ofStruct(one.layout.shape as Of<"struct">, `${path}<${one.kind}>`, one.kind)]),
  );
  if (unknownTag === null) return parser.choice(name, { tag: teller, choices });
  return parser.choice(name, {
    tag: teller,
    choices,
    defaultChoice: leaf.untilEnd(new Parser(), "bytes", plainBytes),
    formatter(this: Scope, value: Scope) {
      return "kind" in value ? value : { kind: "unknown", [unknownTag]: this[teller], bytes: value.bytes };
    },
  });
};

const emitShifted = (parser: Parser, shape: Of<"shifted">, name: string, path: string, siblings: Siblings): Parser =>
  parser
    .wrapped({
      readUntil: "eof",
      // Its types know Buffer only; it runs with any Uint8Array.
      wrapper: ((bytes: Uint8Array) => Uint8Array.from(bytes, (byte) => byte - shape.by)) as never,
      type: emit(new Parser(), shape.inner, name, path, siblings).saveOffset("$used"),
    })
    .seek(function (this: Scope) {
      return numberOf(this, "$used");
    });

const emitPrefixed = (parser: Parser, { prefix, inner, max }: Of<"prefixed">, name: string, path: string): Parser => {
  leaf.integer(parser, "$size", prefix);
  step(parser, (scope) => {
    if (numberOf(scope, "$size") > max) refuseBytes(`${path}: too long`);
  });
  return region(parser, (scope) => numberOf(scope, "$size"), emit(new Parser(), inner, name, path, NO_SIBLINGS));
};

/** Adds what reads one field into `name`. */
const emit = (parser: Parser, field: Field<unknown>, name: string, path: string, siblings: Siblings): Parser => {
  const { shape } = field;
  switch (shape.kind) {
    case "struct":
      return parser.nest(name, { type: ofStruct(shape, path, null) });
    case "list":
      return emitList(parser, shape, name, path, siblings);
    case "union":
      return emitUnion(parser, shape, name, path, siblings);
    case "prefixed":
      return emitPrefixed(parser, shape, name, path);
    case "shifted":
      return emitShifted(parser, shape, name, path, siblings);
    case "optionalTail":
      return lookAtRest(parser).choice(name, {
        tag: function (this: Scope) {
          return restOf(this).length === 0 ? 0 : 1;
        },
        choices: { 0: replaceBy(new Parser(), () => shape.absent), 1: alone(shape.inner, path) },
      });
    case "derived": {
      leaf.integer(parser, name, shape.base as IntegerField);
      if (shape.what !== "length") return parser;
      return step(parser, (scope) => {
        const size = numberOf(scope, name) - shape.plus;
        if (size < 0 || size > shape.max) refuseBytes(`${path}: length out of range`);
      });
    }
    case "bits": {
      const counter = siblings.get(shape.count) ?? null;
      return leaf.bits(parser, name, shape, (scope) => (counter === null ? null : numberOf(scope, counter)));
    }
    case "checksum":
    case "trailing":
      return refuse(`${path}: a ${shape.kind} has a meaning only in a struct`);
    default:
      return leaf.leaf(parser, field, name) ?? refuse(`${path}: there is no way to say ${shape.kind}`);
  }
};

/**
 * The same layout as a parser of the `binary-parser` package, for programs that have their formats in it already.
 *
 * `parser.parse(bytes)` gives the very value that `decode` gives (of any layout but a struct: as `{ value }`), and throws for
 * all bytes that `decode` refuses: marks, reserved bytes, lengths, counts, limits and check values are looked at, and bytes may
 * not be left over. Its errors are plain and name neither place nor clause. It reads only, and it generates code when it first
 * runs, which browsers with a content security policy and edge runtimes forbid: `decode` is there for them.
 *
 * Every kind of field that this package makes has its counterpart (固定布局): numbers, bits, text, digits, times, marks, reserved
 * bytes, structs, lists, unions, lengths, counts, tags, check values, tails that may be absent, shifted regions. Text is opened
 * by the field's own code, everything else by the parser's.
 *
 * @throws TypeError, naming the field, for a kind that has none, and for a field name that is no identifier
 */
export const parserOf = (layout: Field<unknown>): Parser =>
  layout.shape.kind === "struct"
    ? ofStruct(layout.shape, "layout", null, true)
    : replaceBy(refuseMore(emit(new Parser(), layout, "value", "layout", NO_SIBLINGS)), ({ value }) => ({ value }));
