import { type Cp56Time, encode, type Field, type Shape, type TimeLabel } from "@dianan/layout";
import fc from "fast-check";

/** Characters that a text field can hold: one, two and four bytes of GB 18030. */
const letters = fc.constantFrom("a", "Z", "0", "-", "配", "电", "箱", "剩", "余", "流", "é", "€", "𠮷");
const lettersOf = {
  gb18030: letters,
  utf8: letters,
  ascii: fc.constantFrom("a", "Z", "0", "-", "~"),
  hex: fc.constantFrom("01", "20", "7f", "a0", "ff", "00"),
};
const ITEMS_MAX = 4;
const BYTES_MAX = 40;

const pick = (name: string, from: object): unknown => (from as Record<string, unknown>)[name];

/** Days that every month has, so that any combination is a date; the others come from the vectors. */
const timeLabel: fc.Arbitrary<TimeLabel | null> = fc
  .option(
    fc.record({
      year: fc.integer({ min: 2000, max: 2099 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
      second: fc.integer({ min: 0, max: 59 }),
    }),
    { nil: null, freq: 8 },
  )
  .filter((label) => label === null || Object.values({ ...label, year: label.year - 2000 }).some((part) => part !== 0));

const cp56Time: fc.Arbitrary<Cp56Time | null> = fc.option(
  fc.record({
    year: fc.integer({ min: 2000, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    weekday: fc.integer({ min: 0, max: 7 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
    millisecond: fc.integer({ min: 0, max: 59_999 }),
  }),
  { nil: null, freq: 8 },
);

const digitsOf = (pairs: readonly number[]): string => pairs.map((pair) => String(pair).padStart(2, "0")).join("");

const integer = (min: number, max: number): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(min, max) },
    { weight: 4, arbitrary: fc.maxSafeInteger().map((n) => min + (Math.abs(n) % (max - min + 1))) },
  );

const textArbitrary = (field: Field<unknown>, shape: Extract<Shape, { kind: "text" }>): fc.Arbitrary<unknown> =>
  fc
    .array(lettersOf[shape.charset], {
      maxLength: shape.size ?? BYTES_MAX,
    })
    .map((chars) => {
      // Whole characters are dropped until the field takes the rest.
      for (let count = chars.length; ; count -= 1) {
        const text = chars.slice(0, count).join("");
        try {
          encode(field, text);
          return text;
        } catch {
          if (count === 0) return "";
        }
      }
    });

const seriesArbitrary = (widthMax: number): fc.Arbitrary<unknown> =>
  fc.integer({ min: 1, max: widthMax }).chain((width) => {
    const most = 2 ** (8 * width - 1) - 1;
    return fc.record({
      width: fc.constant(width),
      values: fc.array(fc.option(integer(-most, most), { nil: null, freq: 6 }), {
        minLength: 1,
        maxLength: ITEMS_MAX,
      }),
    });
  });

const uintArbitrary = (widthMax: number): fc.Arbitrary<unknown> =>
  fc
    .integer({ min: 1, max: widthMax })
    .chain((width) => fc.record({ width: fc.constant(width), value: integer(0, 256 ** width - 1) }));

/** As many items as have the size of the first: items of such a list share their region evenly. */
const ofOneSize = (item: Field<unknown>, list: readonly unknown[]): readonly unknown[] =>
  list.filter((one) => encode(item, one).length === encode(item, list[0]).length);

const whenThere = (field: Field<unknown>): Field<unknown> =>
  field.shape.kind === "trailing" ? field.shape.inner : field;

/** The value with its first `count` trailing fields only; bytes at the end are then too few for the next. */
const shortened = (
  value: Readonly<Record<string, unknown>>,
  trailing: readonly (readonly [string, Field<unknown>])[],
  count: number,
): Readonly<Record<string, unknown>> => {
  const next = trailing[count];
  if (next === undefined) return value;
  const least = whenThere(next[1]);
  const room = (least.size ?? (least.shape.kind === "prefixed" ? least.shape.prefix.size : 0)) - 1;
  const absent = new Set(trailing.slice(count).map(([name]) => name));
  const last = Object.keys(value).at(-1) as string;
  return Object.fromEntries(
    Object.entries(value).map(([name, own]) => [
      name,
      absent.has(name) ? null : name === last && own instanceof Uint8Array ? own.slice(0, room) : own,
    ]),
  );
};

/** Lists that follow one count are as long as the shortest of them. */
const withEqualCounts = (
  value: Readonly<Record<string, unknown>>,
  fields: readonly (readonly [string, Field<unknown>])[],
): Readonly<Record<string, unknown>> => {
  const counts = new Map<string, number>();
  for (const [name, { shape }] of fields)
    if (shape.kind === "list" && typeof shape.count === "string")
      counts.set(shape.count, Math.min(counts.get(shape.count) ?? ITEMS_MAX, (value[name] as unknown[]).length));
  counts.delete("untilEnd");
  if (counts.size === 0) return value;
  const cut = fields.map(([name, { shape }]): readonly [string, unknown] => {
    const count = shape.kind === "list" && typeof shape.count === "string" ? counts.get(shape.count) : undefined;
    return [name, count === undefined ? value[name] : (value[name] as unknown[]).slice(0, count)];
  });
  return Object.fromEntries(cut);
};

/** Bits up to the end of their region come back as full bytes; counted ones have bits to spare. */
const bitsArbitrary = ({ count, min }: Extract<Shape, { kind: "bits" }>): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.array(fc.boolean(), { minLength: Math.max(1, min), maxLength: BYTES_MAX }), fc.nat(127))
    .map(([bits, above]) => {
      const spare = (8 - (bits.length % 8)) % 8;
      if (count !== "untilEnd") return { values: bits, padding: above % 2 ** spare };
      return { values: [...bits, ...Array.from({ length: spare }, () => false)], padding: 0 };
    });

const digitsArbitrary = (digits: number, wild: number | undefined): fc.Arbitrary<string> => {
  const plain = fc.stringMatching(new RegExp(`^[0-9]{${digits}}$`));
  if (wild === undefined) return plain;
  const mark = wild.toString(16).toUpperCase().padStart(2, "0");
  const marked = fc
    .tuple(plain, fc.integer({ min: 1, max: digits / 2 }))
    .map(([text, many]) => mark.repeat(many) + text.slice(2 * many));
  return fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: marked });
};

/**
 * Values that a layout can encode, derived from its table: every number reaches both of its limits, every case of a
 * union and both forms of an optional tail occur, lists stay short. Text is canonical: it decodes to a plain string.
 */
export const arbitraryOf = <T>(layout: Field<T>): fc.Arbitrary<T> => {
  const { shape } = layout as Field<unknown>;
  return anyOf(layout as Field<unknown>, shape) as fc.Arbitrary<T>;
};

const anyOf = (field: Field<unknown>, shape: Shape): fc.Arbitrary<unknown> => {
  switch (shape.kind) {
    case "integer":
      return shape.only === undefined ? integer(shape.min, shape.max) : fc.constantFrom(...shape.only);
    case "float":
      return fc.float({ noNaN: true }).map((value) => Math.fround(value));
    case "flags": {
      const names = Object.keys(shape.bits);
      const named = names.reduce((sum, name) => sum + 2 ** Number(pick(name, shape.bits)), 0);
      return fc
        .tuple(
          fc.array(fc.boolean(), { minLength: names.length, maxLength: names.length }),
          integer(0, shape.base.shape.max),
        )
        .map(([bits, word]) => ({
          ...Object.fromEntries(names.map((name, i) => [name, bits[i]])),
          reserved: Number(BigInt(word) & ~BigInt(named)),
        }));
    }
    case "bitFields": {
      const parts = Object.entries(shape.parts);
      const named = parts.reduce((sum, [, { low, width }]) => sum + 2 ** (low + width) - 2 ** low, 0);
      return fc
        .tuple(fc.tuple(...parts.map(([, { width }]) => integer(0, 2 ** width - 1))), integer(0, shape.base.shape.max))
        .map(([numbers, word]) => ({
          ...Object.fromEntries(parts.map(([name], i) => [name, numbers[i]])),
          reserved: Number(BigInt(word) & ~BigInt(named)),
        }));
    }
    case "missingAt": {
      const { base, mark } = shape;
      return fc.option(
        arbitraryOf(base as Field<number>).filter((value) => value !== mark),
        { nil: null, freq: 6 },
      );
    }
    case "repeats":
      return integer(0, shape.max);
    case "text":
      return textArbitrary(field, shape);
    case "bytes":
      return fc.uint8Array(
        shape.size === null ? { maxLength: BYTES_MAX } : { minLength: shape.size, maxLength: shape.size },
      );
    case "series":
      return seriesArbitrary(shape.widthMax);
    case "bits":
      return bitsArbitrary(shape);
    case "bcd":
      return shape.digits === null
        ? fc.array(fc.integer({ min: 0, max: 99 }), { maxLength: ITEMS_MAX }).map(digitsOf)
        : digitsArbitrary(shape.digits, shape.wild);
    case "sizedUint":
      return uintArbitrary(shape.widthMax);
    case "cp56Time":
      return cp56Time;
    case "bcdNumber":
      return fc.option(integer(shape.signed ? -shape.max : 0, shape.max), { nil: null, freq: 6 });
    case "timeLabel":
      return timeLabel;
    case "list": {
      const items = fc.array(arbitraryOf(shape.item), {
        minLength: shape.min,
        maxLength: Math.min(shape.max, Math.max(shape.min, ITEMS_MAX)),
      });
      return shape.even ? items.map((list) => ofOneSize(shape.item, list)) : items;
    }
    case "prefixed":
      return arbitraryOf(shape.inner).map((value) => (value instanceof Uint8Array ? value.slice(0, shape.max) : value));
    case "shifted":
      return arbitraryOf(shape.inner);
    case "optionalTail":
      return fc.option(arbitraryOf(shape.inner), { nil: shape.absent });
    case "trailing":
      return fc.option(arbitraryOf(shape.inner), { nil: null });
    case "union": {
      const cases = shape.cases.map(({ kind, layout }) =>
        arbitraryOf(layout).map((value) => ({ kind, ...(value as object) })),
      );
      if (shape.unknownTag === null) return fc.oneof(...cases);
      const taken = new Set(shape.cases.map(({ tag }) => tag));
      const { unknownTag } = shape;
      const unknown = fc
        .tuple(
          fc.integer({ min: 0, max: 255 }).filter((tag) => !taken.has(tag)),
          fc.uint8Array({ maxLength: BYTES_MAX }),
        )
        .map(([tag, bytes]) => ({ kind: "unknown", [unknownTag]: tag, bytes }));
      return fc.oneof(...cases, unknown);
    }
    case "struct": {
      const fields = Object.entries(shape.fields).filter(
        ([, inner]) => (inner as { readonly hidden?: boolean }).hidden !== true,
      );
      const trailing = fields.filter(([, inner]) => inner.shape.kind === "trailing");
      const whole = Object.fromEntries(fields.map(([name, inner]) => [name, arbitraryOf(whenThere(inner))]));
      const values = fc.record(whole).map((value) => withEqualCounts(value, fields));
      if (trailing.length === 0) return values;
      return fc.tuple(values, fc.nat(trailing.length)).map(([value, count]) => shortened(value, trailing, count));
    }
    case "magic":
    case "reserved":
    case "derived":
    case "checksum":
      return fc.constant(undefined);
  }
};

/** Any bytes: short and long random ones, and valid frames with bytes changed, cut off or put in. */
export const bytesNear = (valid: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> =>
  fc.oneof(
    fc.uint8Array({ maxLength: 64 }),
    fc.uint8Array({ maxLength: 1_200 }),
    fc
      .tuple(valid, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }))
      .map(([bytes, changes]) => {
        const changed = bytes.slice();
        if (changed.length > 0) for (const [at, value] of changes) changed[at % changed.length] = value;
        return changed;
      }),
    fc.tuple(valid, fc.nat()).map(([bytes, size]) => bytes.slice(0, size % (bytes.length + 1))),
    fc.tuple(valid, fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 8 })).map(([bytes, where, more]) => {
      const at = where % (bytes.length + 1);
      return Uint8Array.of(...bytes.slice(0, at), ...more, ...bytes.slice(at));
    }),
  );
