import { type Field, type IntegerField, putChecksum, type Shape } from "@dianan/layout";
import {
  bytesOfNumber,
  GROWTH_BYTES,
  type Grow,
  type Growth,
  growAny,
  growDigitNumber,
  growDigits,
  growInteger,
  growRepeats,
  growSeries,
  growSome,
  growTextOf,
  growTime,
  putNumber,
} from "./grow-fields.ts";
import { Random } from "./random.ts";

type Of<K extends Shape["kind"]> = Extract<Shape, { readonly kind: K }>;

/** Lists stay short most of the time, so that the rest of a frame is looked at as well. */
const ITEMS_MAX = 4;
/** A list at its most must leave room for the rest. */
const BITS_MAX = 2_048;
const LIST_BYTES_MAX = GROWTH_BYTES / 8;
/** Of the fields of a frame that lies, so many are honest for one that is not. */
const HONEST_FIELDS = 12;

const itemCount = ({ random }: Growth, { item, min, max }: Of<"list">): number => {
  const most = Math.min(max, Math.floor(LIST_BYTES_MAX / (item.size ?? 32)));
  if (random.oneIn(16)) return Math.max(min, most);
  return min + random.below(Math.min(Math.max(max - min, 0), ITEMS_MAX) + 1);
};

const growItems = (shape: Of<"list">): Grow => {
  const item = growOf(shape.item);
  return (growth) => {
    const { count } = shape;
    const many =
      typeof count === "string" && count !== "untilEnd" ? (growth.scope[count] ?? 0) : itemCount(growth, shape);
    if (typeof count !== "string") putLie(growth, many, count);
    const from = growth.at;
    let size = 0;
    for (let i = 0; i < many && growth.at < GROWTH_BYTES; i++) {
      const itemAt = growth.at;
      item(growth);
      if (i === 0) size = growth.at - from;
      else if (shape.even && growth.at !== itemAt + size) {
        // Items that share their region have one size: the first again.
        growth.bytes.copyWithin(itemAt, from, from + size);
        growth.at = itemAt + size;
      }
    }
  };
};

/** A number that follows from others: in a frame that lies now and then one off, or at its limit. */
const putLie = (growth: Growth, value: number, base: IntegerField, at = growth.at): void => {
  const { random } = growth;
  const told = !growth.lies || !random.oneIn(4) ? value : random.pick([value - 1, value + 1, 0, base.shape.max]);
  putNumber(growth.bytes, at, Math.max(0, told), base);
  if (at === growth.at) growth.at += base.size;
};

const tagOfUnion = ({ random }: Growth, { cases, unknownTag }: Of<"union">, max: number): number =>
  cases.length > 0 && (unknownTag === null || !random.oneIn(8))
    ? random.pick(cases).tag
    : random.below(Math.min(max, 0xffff) + 1);

const growUnion = (shape: Of<"union">): Grow => {
  const { tag, cases } = shape;
  const byTag = new Map(cases.map((one) => [one.tag, growOf(one.layout)]));
  return (growth) => {
    const number = typeof tag === "string" ? (growth.scope[tag] ?? 0) : tagOfUnion(growth, shape, tag.shape.max);
    if (typeof tag !== "string") putLie(growth, number, tag);
    (byTag.get(number) ?? growSome)(growth);
  };
};

type Leader = Of<"list"> | Of<"union"> | Of<"bits">;

/** What decides the number of a field that later fields of its struct follow. */
const leaderOf = (name: string, fields: readonly (readonly [string, Field<unknown>])[]) =>
  fields
    .map(([, { shape }]) => (shape.kind === "shifted" ? shape.inner.shape : shape))
    .find((shape): shape is Leader =>
      shape.kind === "list" || shape.kind === "bits"
        ? shape.count === name
        : shape.kind === "union" && shape.tag === name,
    );

const numberFor = (leader: Leader, growth: Growth, max: number): number => {
  switch (leader.kind) {
    case "list":
      return itemCount(growth, leader);
    case "union":
      return tagOfUnion(growth, leader, max);
    case "bits":
      return leader.min + growth.random.below(growth.random.oneIn(16) ? BITS_MAX : 20);
  }
};

const growFollowed =
  (name: string, base: IntegerField, leader: Leader): Grow =>
  (growth) => {
    const { min, max } = base.shape;
    const number = Math.max(min, Math.min(max, numberFor(leader, growth, max)));
    growth.scope[name] = number;
    putLie(growth, number, base);
  };

/** Leaves room for a number that is known only later. */
const skip =
  (size: number): Grow =>
  (growth) => {
    growth.at += size;
  };

/** What is done behind a field whose length stands in front of it. */
const lengthSteps = (fields: readonly (readonly [string, Field<unknown>])[]): readonly (LengthStep | null)[] =>
  fields.map(([name]) => {
    const at = fields.findIndex(
      ([, { shape }]) => shape.kind === "derived" && shape.what === "length" && shape.target === name,
    );
    const shape = fields[at]?.[1].shape;
    return shape?.kind === "derived" ? { lengthField: at, base: shape.base, plus: shape.plus } : null;
  });
type LengthStep = { readonly lengthField: number; readonly base: IntegerField; readonly plus: number };

/** A check value over fields by their numbers; `starts` has the place of each field up to this one. */
const checkSteps = (fields: readonly (readonly [string, Field<unknown>])[]) => {
  const names = fields.map(([name]) => name);
  return fields.map(([, { shape, size }]) => {
    if (shape.kind !== "checksum") return null;
    const [from, behind] = [names.indexOf(shape.from), names.indexOf(shape.to) + 1];
    return (growth: Growth, starts: readonly number[]): void => {
      putChecksum(shape.algorithm, growth.bytes, growth.at, starts[from] as number, starts[behind] as number);
      growth.at += size ?? 0;
    };
  });
};

const growStruct = ({ fields: table }: Of<"struct">): Grow => {
  const fields = Object.entries(table);
  const leaders = fields.map(([name]) => leaderOf(name, fields));
  const hasLeaders = leaders.some((leader) => leader !== undefined);
  const steps = fields.map(([name, field], i): Grow => {
    const { shape } = field;
    const leader = leaders[i];
    if (leader !== undefined && shape.kind === "integer") return growFollowed(name, field as IntegerField, leader);
    if (shape.kind === "derived")
      return leader === undefined ? skip(shape.base.size) : growFollowed(name, shape.base, leader);
    return growOf(field);
  });
  const anyOf = fields.map(([, { size }]) => (size === null ? growSome : growAny(size)));
  const isTrailing = fields.map(([, { shape }]) => shape.kind === "trailing");
  const lengths = lengthSteps(fields);
  const checks = checkSteps(fields);
  return (growth) => {
    const outer = growth.scope;
    if (hasLeaders) growth.scope = {};
    const starts: number[] = [];
    let isAbsent = false;
    for (let i = 0; i < steps.length; i++) {
      starts.push(growth.at);
      const check = checks[i];
      isAbsent = isTrailing[i]! && (isAbsent || growth.random.oneIn(6));
      if (isAbsent) continue;
      if (growth.lies && growth.random.oneIn(HONEST_FIELDS)) anyOf[i]!(growth);
      else if (check) check(growth, starts);
      else steps[i]!(growth);
      const length = lengths[i];
      if (length) putLie(growth, growth.at - starts[i]! + length.plus, length.base, starts[length.lengthField]!);
    }
    growth.scope = outer;
  };
};

const growShifted = ({ inner, by }: Of<"shifted">): Grow => {
  const grow = growOf(inner);
  return (growth) => {
    const from = growth.at;
    grow(growth);
    for (let at = from; at < growth.at; at++) growth.bytes[at]! += by;
  };
};

const growOf = (field: Field<unknown>): Grow => {
  const { shape } = field;
  switch (shape.kind) {
    case "integer":
      return growInteger(field as IntegerField);
    case "float":
    case "flags":
      return growAny(field.size ?? 0);
    case "text":
      return growTextOf(shape.size, shape.charset, shape.pad);
    case "bytes":
      return shape.size === null ? growSome : growAny(shape.size);
    case "series":
      return growSeries(shape.countMax, shape.widthMax);
    case "bcd":
      if (shape.digits === null) return growSome;
      return growDigits(shape.digits / 2, shape.lowFirst, shape.wild);
    case "bits": {
      const sizes = Array.from({ length: BITS_MAX / 8 + 2 }, (_, size) => growAny(size));
      return (growth) => {
        const count = growth.scope[shape.count] ?? 8 * growth.random.below(8);
        sizes[Math.min(Math.ceil(count / 8), sizes.length - 1)]!(growth);
      };
    }
    case "missingAt": {
      const base = growOf(shape.base as Field<unknown>);
      const none = bytesOfNumber(shape.base, shape.mark);
      return (growth) => {
        if (growth.random.oneIn(4)) for (const byte of none) growth.bytes[growth.at++] = byte;
        else base(growth);
      };
    }
    case "repeats":
      return growRepeats(shape.byte, shape.max);
    case "bcdNumber":
      return growDigitNumber(shape.digits / 2, shape.signed);
    case "timeLabel":
      return growTime(shape.digits === "bcd", shape.order === "year-first", shape.keep);
    case "magic":
      return (growth) => {
        for (const byte of shape.bytes) growth.bytes[growth.at++] = byte;
      };
    case "reserved":
      return (growth) => {
        growth.bytes.fill(shape.value, growth.at, growth.at + shape.size);
        growth.at += shape.size;
      };
    case "list":
      return growItems(shape);
    case "union":
      return growUnion(shape);
    case "prefixed": {
      const inner = growOf(shape.inner);
      return (growth) => {
        const from = growth.at;
        growth.at += shape.prefix.size;
        inner(growth);
        putLie(growth, growth.at - from - shape.prefix.size, shape.prefix, from);
      };
    }
    case "optionalTail": {
      const inner = growOf(shape.inner);
      return (growth) => {
        if (!growth.random.oneIn(3)) inner(growth);
      };
    }
    case "trailing":
      return growOf(shape.inner);
    case "shifted":
      return growShifted(shape);
    case "struct":
      return growStruct(shape);
    // Numbers of their own kinds, and what has a meaning only inside a struct.
    default:
      return field.size === null ? growSome : growAny(field.size);
  }
};

/**
 * Makes bytes from a layout's table, without its encoder: counts, lengths, tags and check values agree, numbers reach their
 * limits, each case of a union and both forms of an optional tail occur.
 *
 * @returns a function that gives the next bytes; `lies`: now and then a field, a count or a length is not what the table says
 */
export const createGrower = (layout: Field<unknown>, seed: number): ((lies: boolean) => Uint8Array) => {
  const grow = growOf(layout);
  const growth: Growth = {
    bytes: new Uint8Array(GROWTH_BYTES),
    at: 0,
    random: new Random(seed),
    lies: false,
    scope: {},
  };
  return (lies) => {
    growth.at = 0;
    growth.lies = lies;
    grow(growth);
    return growth.bytes.slice(0, growth.at);
  };
};
