import { type Field, putChecksum } from "@dianan/layout";
import { putNumber } from "./grow-fields.ts";

/** Puts a length or a check value right, in place; does nothing to bytes that are too few. */
export type Repair = (bytes: Uint8Array) => void;

/** What can be put right in bytes of a layout after they were changed. */
export type Repairs = { readonly lengths: Repair; readonly checks: Repair };

const nothing: Repair = () => {};

/**
 * How to put right what bytes of this layout say of themselves: a frame changed at random then gets past the check and is
 * read to its end. Works for a struct in which at most one field varies in size; for any other layout both do nothing.
 */
export const repairsOf = ({ shape }: Field<unknown>): Repairs => {
  const none: Repairs = { lengths: nothing, checks: nothing };
  if (shape.kind !== "struct") return none;
  const fields = Object.entries(shape.fields);
  const names = fields.map(([name]) => name);
  if (fields.filter(([, { size }]) => size === null).length > 1) return none;
  const fixed = fields.reduce((sum, [, { size }]) => sum + (size ?? 0), 0);
  const isFixed = fields.every(([, { size }]) => size !== null);
  /** Where field i begins in `size` bytes: from the front before the field that varies, from the back behind it. */
  const startOf = (i: number, size: number): number => {
    let at = 0;
    for (const [, field] of fields.slice(0, i)) at += field.size ?? size - fixed;
    return at;
  };
  const fits = (bytes: Uint8Array): boolean => (isFixed ? bytes.length === fixed : bytes.length >= fixed);

  const lengths: Repair[] = fields.flatMap(([, { shape: one }], i) => {
    if (one.kind !== "derived" || one.what !== "length") return [];
    const own = shape.fields[one.target]?.size;
    return [(bytes) => putNumber(bytes, startOf(i, bytes.length), (own ?? bytes.length - fixed) + one.plus, one.base)];
  });
  const checks: Repair[] = fields.flatMap(([, { shape: one }], i) => {
    if (one.kind !== "checksum") return [];
    const [from, behind] = [names.indexOf(one.from), names.indexOf(one.to) + 1];
    return [
      (bytes) => {
        const { length } = bytes;
        putChecksum(one.algorithm, bytes, startOf(i, length), startOf(from, length), startOf(behind, length));
      },
    ];
  });
  const all =
    (repairs: readonly Repair[]): Repair =>
    (bytes) => {
      if (fits(bytes)) for (const repair of repairs) repair(bytes);
    };
  return { lengths: all(lengths), checks: all(checks) };
};
