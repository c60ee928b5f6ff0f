import type { BitSeries } from "./bit-series.ts";
import { checksumMatches, putChecksum } from "./checksum.ts";
import type { DerivedField } from "./derived.ts";
import type { Field, HiddenField, TypeOf } from "./field.ts";
import { Input } from "./input.ts";
import { readNumber, typeName } from "./integers.ts";
import { Misfit, type Output } from "./output.ts";
import { joinPath } from "./result.ts";
import { compileFields, type Plan } from "./struct-plan.ts";
import { hasRoomFor } from "./trailing.ts";
import type { UnionField } from "./union.ts";

/** Fields of a struct by name, in the order of the bytes. */
export type Fields = Readonly<Record<string, Field<unknown> | HiddenField>>;

/** The value of a struct: one property per field that has a value. */
export type StructValue<F extends Fields> = {
  readonly [K in keyof F as F[K] extends HiddenField ? never : K]: TypeOf<F[K]>;
};

/** A layout made of named fields in order. */
export interface StructField<T> extends Field<T> {
  readonly shape: {
    readonly kind: "struct";
    readonly clause: string;
    readonly fields: Readonly<Record<string, Field<unknown>>>;
  };
  /** Reads into an object that has properties already, such as the kind of a union case. */
  readInto(input: Input, target: object): void;
}

/**
 * Named fields one after the other; the one description of a structure.
 *
 * @param clause - where the standard describes it, such as `GB/T 26875.3-2011 §8.2.1.2`; errors cite it
 * @param fields - in wire order. Names must not look like whole numbers (objects would reorder them)
 * @throws TypeError for a table that contradicts itself: a reference to a field that is missing or on the wrong side
 */
export const struct = <const F extends Fields>(clause: string, fields: F): StructField<StructValue<F>> => {
  const plan = compileFields(clause, fields as unknown as Record<string, Field<unknown>>);
  const readInto = (input: Input, target: object): void => readFields(plan, input, target as Record<string, unknown>);
  const field: StructField<Record<string, unknown>> = {
    shape: { kind: "struct", clause, fields: fields as unknown as Record<string, Field<unknown>> },
    size: plan.size,
    notes: {},
    read: (input) => {
      const value: Record<string, unknown> = {};
      readFields(plan, input, value);
      return value;
    },
    readInto,
    sizeOf: (value) => sizeOfFields(plan, value),
    write: (output, value) => writeFields(plan, output, value),
  };
  return field as unknown as StructField<StructValue<F>>;
};

const readFields = (plan: Plan, input: Input, target: Record<string, unknown>): void => {
  const { keys, ops, widths, fields, count } = plan;
  const bytes = input.bytes;
  const stop = input.stop;
  const outerScope = input.scope;
  const scope: Record<string, number> | null = plan.hasReferences ? {} : null;
  if (scope !== null) input.scope = scope;
  const starts: number[] | null = plan.hasChecksum ? [] : null;
  let at = input.at;
  for (let i = 0; i < count; i++) {
    if (starts !== null) starts[i] = at;
    const op = ops[i]!;
    if (op !== 0) {
      if (at + widths[i]! > stop) {
        input.at = at;
        const before = input.count;
        input.lack();
        input.within(before, keys[i]!, plan.clauses[i]!);
        break;
      }
      const value = readNumber(op, bytes, at);
      target[keys[i]!] = value;
      if (scope !== null) scope[keys[i]!] = value;
      at += widths[i]!;
      continue;
    }
    input.at = at;
    const before = input.count;
    const field = fields[i]!;
    const value = plan.special[i] === true ? readSpecial(plan, i, input, starts, target) : field.read(input);
    if (input.count !== before) {
      input.within(before, keys[i]!, plan.clauses[i]!);
      // Marks and check values are no part of the value: a lenient reading misses nothing without them.
      if (input.halted && !(plan.isMark[i] === true && input.recover(input.at))) break;
    }
    at = input.at;
    if (scope !== null && field.shape.kind === "integer") scope[keys[i]!] = value as number;
    if (plan.visible[i] === true) target[keys[i]!] = value;
  }
  if (!input.halted) input.at = at;
  input.scope = outerScope;
};

/** Fields that need their siblings: derived numbers, their targets, checksums, fields that may be absent. */
const readSpecial = (
  plan: Plan,
  i: number,
  input: Input,
  starts: number[] | null,
  target: Record<string, unknown>,
): unknown => {
  const field = plan.fields[i]!;
  if (field.shape.kind === "trailing") {
    const isBehindAbsent = i > plan.trailingFrom && target[plan.keys[i - 1]!] === null;
    return isBehindAbsent ? null : field.read(input);
  }
  const scope = input.scope!;
  const key = plan.keys[i]!;
  if (field.shape.kind === "derived") {
    const { base, what, plus, max } = field.shape;
    const from = input.at;
    const value = base.read(input);
    if (input.halted) return undefined;
    scope[key] = value;
    if (what === "length" && (value < plus || value - plus > max)) input.reject("bad-length", from);
    return undefined;
  }
  if (field.shape.kind === "checksum") {
    const from = input.at;
    if (!input.has(field.size!)) return undefined;
    input.at += field.size!;
    const [first, last] = plan.spans[i]!;
    const right = checksumMatches(field.shape.algorithm, input.bytes, from, starts![first]!, starts![last + 1]!);
    if (!right) input.note("bad-checksum", from);
    return undefined;
  }
  const lengthAt = plan.lengthFields[i]!;
  const { plus } = (plan.fields[lengthAt] as DerivedField).shape;
  const outer = input.enter(Math.max(0, scope[plan.keys[lengthAt]!]! - plus));
  const value = field.read(input);
  input.leave(outer);
  return value;
};

const checkObject = (value: unknown): void => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Misfit("type", `a struct takes an object, got ${typeName(value)}`);
  }
};

const sizeOfFields = (plan: Plan, value: Record<string, unknown>): number => {
  if (plan.size !== null) return plan.size;
  checkObject(value);
  let size = plan.fixedSize;
  for (const i of plan.variable) {
    try {
      size += plan.fields[i]!.sizeOf(value[plan.keys[i]!]);
    } catch (error) {
      if (error instanceof Misfit) error.path = joinPath(plan.keys[i]!, error.path);
      throw error;
    }
  }
  return size;
};

const writeFields = (plan: Plan, output: Output, value: Record<string, unknown>): void => {
  checkObject(value);
  checkTrailing(plan, value);
  const outerScope = output.scope;
  const scope: Record<string, number> | null = plan.hasReferences ? {} : null;
  if (scope !== null) output.scope = scope;
  const starts: number[] | null = plan.hasChecksum ? [] : null;
  const { fields, keys, count, special } = plan;
  let i = 0;
  try {
    for (; i < count; i++) {
      if (starts !== null) starts[i] = output.at;
      const key = keys[i]!;
      if (special[i] === true && writeSpecial(plan, i, output, value, starts)) continue;
      const own = value[key];
      if (scope !== null && typeof own === "number") scope[key] = own;
      fields[i]!.write(output, own);
    }
  } catch (error) {
    if (error instanceof Misfit) error.path = joinPath(keys[i]!, error.path);
    throw error;
  }
  output.scope = outerScope;
};

/** Fields that follow from their siblings; `false` for one that has a value of its own. */
const writeSpecial = (
  plan: Plan,
  i: number,
  output: Output,
  value: Record<string, unknown>,
  starts: number[] | null,
): boolean => {
  const field = plan.fields[i]!;
  if (field.shape.kind === "derived") {
    const number = deriveNumber(plan, i, field as DerivedField, value);
    output.scope![plan.keys[i]!] = number;
    field.shape.base.write(output, number);
    return true;
  }
  if (field.shape.kind === "checksum") {
    const [first, last] = plan.spans[i]!;
    putChecksum(field.shape.algorithm, output.bytes, output.at, starts![first]!, starts![last + 1]!);
    output.at += field.size!;
    return true;
  }
  return false;
};

/** What stands behind an absent field must not be read as that field. */
const checkTrailing = ({ keys, fields, count, trailingFrom }: Plan, value: Record<string, unknown>): void => {
  let absent = trailingFrom;
  while (absent < count && value[keys[absent]!] !== null) absent++;
  const first = fields[absent]?.shape;
  if (first?.kind !== "trailing") return;
  const misfit = (i: number, reason: string): never => {
    const error = new Misfit("range", reason);
    error.path = keys[i]!;
    throw error;
  };
  for (let i = absent + 1; i < count; i++) {
    const own = value[keys[i]!];
    if (fields[i]!.shape.kind === "trailing" && own !== null) misfit(i, `${keys[absent]} before it is null`);
    if (own instanceof Uint8Array && hasRoomFor(first.inner, new Input(own)))
      misfit(i, `${own.length} bytes would be read as ${keys[absent]}, which is null`);
  }
};

/** Items of a list, or bits of a series. */
const countOfValue = (value: unknown): number => {
  if (Array.isArray(value)) return value.length;
  const { values } = (value ?? {}) as Partial<BitSeries>;
  return Array.isArray(values) ? values.length : 0;
};

const deriveNumber = (plan: Plan, i: number, field: DerivedField, value: Record<string, unknown>): number => {
  const { what, target, plus, max } = field.shape;
  const sibling = plan.fields[plan.targets[i]!]!;
  const own = value[target];
  if (what === "count") return countOfValue(own);
  if (what === "tag") return (sibling as UnionField<unknown>).tagOfValue(own);
  const size = sibling.sizeOf(own);
  if (size > max) throw new Misfit("range", `${target} has ${size} bytes, at most ${max} are allowed`);
  return size + plus;
};
