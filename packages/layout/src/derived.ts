import type { HiddenField } from "./field.ts";
import type { IntegerField } from "./integers.ts";
import type { Shape } from "./shape.ts";

/** An integer on the wire that follows from a sibling: it is not in the value, so it can never contradict it. */
export interface DerivedField extends HiddenField {
  readonly shape: Extract<Shape, { kind: "derived" }>;
  readonly size: number;
}

const derived = (
  what: "length" | "count" | "tag",
  target: string,
  base: IntegerField,
  plus: number,
  max: number,
): DerivedField => {
  const outside = (): never => {
    throw new TypeError(`${what}Of("${target}") has a meaning only as a field of a struct`);
  };
  return {
    shape: { kind: "derived", what, target, base, plus, max },
    hidden: true,
    size: base.size,
    notes: {},
    read: outside,
    sizeOf: () => base.size,
    write: outside,
  };
};

/**
 * Size in bytes of a later sibling (数据长度): `lengthOf("adu", u16le, { max: 1024 })`.
 *
 * Reading bounds that sibling to exactly so many bytes; writing computes the number.
 *
 * @param options - `max`: largest size of the sibling, over it is `bad-length`; `plus`: what the number on the wire
 *   counts besides the sibling (negative when it counts less)
 */
export const lengthOf = (
  target: string,
  base: IntegerField,
  options: { readonly max?: number; readonly plus?: number } = {},
): DerivedField => {
  const plus = options.plus ?? 0;
  return derived("length", target, base, plus, Math.min(options.max ?? base.shape.max, base.shape.max - plus));
};

/** Number of items of a later sibling list, or of bits of a series, that says `count: "<name of this field>"`. */
export const countOf = (target: string, base: IntegerField): DerivedField =>
  derived("count", target, base, 0, base.shape.max);

/** Tag of a later sibling union that says `union("<name of this field>", ...)`. */
export const tagOf = (target: string, base: IntegerField): DerivedField =>
  derived("tag", target, base, 0, base.shape.max);
