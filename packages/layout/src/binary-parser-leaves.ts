// What binary-parser needs to be told about fields that have no fields inside.
import type { Parser } from "binary-parser/dist/binary_parser.js";
import * as values from "./binary-parser-values.ts";
import type { Field } from "./field.ts";
import type { IntegerField } from "./integers.ts";
import type { Shape } from "./shape.ts";

type Of<K extends Shape["kind"]> = Extract<Shape, { readonly kind: K }>;
/** What a parser has read so far at its level: fields by name, and what has no place in the value by `$` and a name. */
export type Scope = Readonly<Record<string, unknown>>;

const { refuseBytes } = values;

const REST = "$rest";

/** Bytes from the last `lookAtRest` to the end of the region. */
export const restOf = (scope: Scope): Uint8Array => scope[REST] as Uint8Array;

/** Looks at the bytes up to the end of the region; binary-parser's place stays where it is. */
export const lookAtRest = (parser: Parser): Parser => parser.buffer(REST, { readUntil: "eof" });

/** Exactly `size` bytes. */
export const exactly = (
  parser: Parser,
  name: string,
  size: number,
  open: (this: Scope, bytes: Uint8Array) => unknown,
): Parser =>
  parser.buffer(name, {
    length: () => size,
    formatter(this: Scope, bytes: Uint8Array) {
      // binary-parser gives what is left when there are fewer.
      if (bytes.length !== size) refuseBytes("bytes end inside a field");
      return open.call(this, bytes);
    },
  });

/** All bytes up to the end of the region, less `tail`. */
export const untilEnd = (parser: Parser, name: string, open: (bytes: Uint8Array) => unknown, tail = 0): Parser =>
  lookAtRest(parser).buffer(name, {
    length(this: Scope) {
      return Math.max(0, restOf(this).length - tail);
    },
    formatter: open,
  });

const natives = {
  u8: "uint8",
  u16le: "uint16le",
  u16be: "uint16be",
  u32le: "uint32le",
  u32be: "uint32be",
  i8: "int8",
  i16le: "int16le",
  i16be: "int16be",
  i32le: "int32le",
  i32be: "int32be",
  f32le: "floatle",
  f32be: "floatbe",
} as const;

/** An integer within its limits, made into something else by `open`. */
export const integer = (
  parser: Parser,
  name: string,
  { shape, size, op }: IntegerField,
  open?: (value: number) => unknown,
): Parser => {
  const { type, min, max, only } = shape;
  const checked = (value: number): unknown => {
    if (value < min || value > max || only?.includes(value) === false) refuseBytes(`${value} is not allowed`);
    return open === undefined ? value : open(value);
  };
  if (!Object.hasOwn(natives, type))
    return exactly(parser, name, size, (bytes) => checked(values.numberFrom(bytes, type)));
  const formatter = op === 0 ? checked : open;
  return parser[natives[type as keyof typeof natives]](name, formatter === undefined ? {} : { formatter });
};

/** A run of bits; `counted`: how many there are, or null for as many as the region holds. */
export const bits = (
  parser: Parser,
  name: string,
  { min }: Of<"bits">,
  counted: (scope: Scope) => number | null,
): Parser => {
  const countOf = (scope: Scope): number => counted(scope) ?? 8 * restOf(scope).length;
  return lookAtRest(parser).buffer(name, {
    length(this: Scope) {
      return Math.ceil(countOf(this) / 8);
    },
    formatter(this: Scope, bytes: Uint8Array) {
      const count = countOf(this);
      if (count < min || bytes.length * 8 < count) refuseBytes("too few bits");
      return values.bitSeriesOf(bytes, count);
    },
  });
};

const missingAt = (parser: Parser, name: string, { base, mark }: Of<"missingAt">): Parser => {
  const open = (value: number): unknown => (value === mark ? null : value);
  if (base.shape.kind === "integer") return integer(parser, name, base as IntegerField, open);
  return parser[natives[base.shape.type as keyof typeof natives]](name, { formatter: open });
};

const WIDTH_BITS = 0x0f;

const series = (parser: Parser, name: string, { widthMax }: Of<"series">): Parser => {
  const widthOf = (scope: Scope): number => Number(scope.$head) & WIDTH_BITS;
  const sizeOf = (scope: Scope): number => ((Number(scope.$head) >> 4) + 1) * widthOf(scope);
  return parser
    .uint8("$head", { assert: (head) => (Number(head) & WIDTH_BITS) >= 1 && (Number(head) & WIDTH_BITS) <= widthMax })
    .buffer(name, {
      length(this: Scope) {
        return sizeOf(this);
      },
      formatter(this: Scope, bytes: Uint8Array) {
        if (bytes.length !== sizeOf(this)) refuseBytes("bytes end inside a series");
        return values.seriesOf(bytes, widthOf(this));
      },
    });
};

const repeats = (parser: Parser, name: string, { byte, max }: Of<"repeats">): Parser =>
  parser
    .buffer(name, {
      readUntil: "eof",
      formatter: (rest: Uint8Array) => {
        const other = rest.findIndex((one, i) => one !== byte || i === max);
        return other === -1 ? rest.length : other;
      },
    })
    .seek(function (this: Scope) {
      return Number(this[name]);
    });

/** Fixed bytes: a mark, or bytes that must all be the same. */
const fixed = (parser: Parser, name: string, expected: Uint8Array): Parser =>
  exactly(parser, name, expected.length, (bytes) => {
    if (!expected.every((byte, i) => bytes[i] === byte)) refuseBytes("not the bytes that must stand here");
  });

/** Bytes of the field's size, or all up to the end of the region. */
const sizedOrRest = (
  parser: Parser,
  name: string,
  size: number | null,
  open: (bytes: Uint8Array) => unknown,
): Parser => (size === null ? untilEnd(parser, name, open) : exactly(parser, name, size, open));

/** Adds what reads a field without fields inside; null for a kind that is not here. */
export const leaf = (parser: Parser, field: Field<unknown>, name: string): Parser | null => {
  const { shape, size } = field;
  switch (shape.kind) {
    case "integer":
      return integer(parser, name, field as IntegerField);
    case "float":
      return parser[natives[shape.type as keyof typeof natives]](name);
    case "flags":
      return integer(parser, name, shape.base, (word) => values.flagsOf(word, shape));
    case "bitFields":
      return integer(parser, name, shape.base, (word) => values.bitFieldsOf(word, shape));
    case "text":
      return sizedOrRest(parser, name, size, (bytes) => values.textFrom(bytes, field));
    case "bytes":
      return size === null
        ? untilEnd(parser, name, values.plainBytes, shape.tail)
        : exactly(parser, name, size, values.plainBytes);
    case "bcd":
      return sizedOrRest(parser, name, size, (bytes) => values.digitsOf(bytes, shape));
    case "bcdNumber":
      return sizedOrRest(parser, name, size, (bytes) => values.digitNumberOf(bytes, shape));
    case "timeLabel":
      return exactly(parser, name, 6, (bytes) => values.timeLabelOf(bytes, shape));
    case "cp56Time":
      return exactly(parser, name, 7, values.cp56TimeOf);
    case "sizedUint":
      return untilEnd(parser, name, (bytes) => values.sizedUintOf(bytes, shape));
    case "series":
      return series(parser, name, shape);
    case "missingAt":
      return missingAt(parser, name, shape);
    case "repeats":
      return repeats(parser, name, shape);
    case "magic":
      return fixed(parser, name, shape.bytes);
    case "reserved":
      return fixed(parser, name, new Uint8Array(shape.size).fill(shape.value));
    default:
      return null;
  }
};
