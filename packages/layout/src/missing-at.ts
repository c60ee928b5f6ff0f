import type { Field } from "./field.ts";
import { type FloatField, type IntegerField, typeName } from "./integers.ts";
import { Misfit } from "./output.ts";

/** A number, or null where the device has none to send. */
export interface MissingAtField extends Field<number | null> {
  readonly shape: { readonly kind: "missingAt"; readonly base: IntegerField | FloatField; readonly mark: number };
  readonly size: number;
}

/**
 * A number of which one value means that there is none (无效值标记): `missingAt(f32le, -200)` for sensors that are not connected.
 * It decodes to null, so that it can never be taken for a measurement; `encode` refuses the mark itself.
 *
 * @throws RangeError for a mark that the number cannot hold
 */
export const missingAt = (base: IntegerField | FloatField, mark: number): MissingAtField => {
  const isMark = (value: number): boolean =>
    base.shape.kind === "float" ? Math.fround(value) === mark : value === mark;
  const { shape } = base;
  const isHeld = shape.kind === "float" ? Math.fround(mark) === mark : mark >= shape.min && mark <= shape.max;
  if (!isHeld) throw new RangeError(`missingAt: ${mark} is no ${shape.type}`);
  return {
    shape: { kind: "missingAt", base, mark },
    size: base.size,
    notes: {},
    read: (input) => {
      const value = base.read(input);
      return !input.halted && isMark(value) ? null : value;
    },
    readAt: (bytes, from, to) => {
      const value = base.readAt!(bytes, from, to);
      return value !== undefined && isMark(value) ? null : value;
    },
    sizeOf: () => base.size,
    write: (output, value) => {
      if (value !== null && typeof value !== "number") {
        throw new Misfit("type", `${shape.type} takes a number or null, got ${typeName(value)}`);
      }
      if (value !== null && isMark(value)) throw new Misfit("range", `${value} means that there is no value: say null`);
      base.write(output, value ?? mark);
    },
  };
};
