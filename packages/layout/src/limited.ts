import type { IntegerField } from "./integers.ts";
import { Misfit } from "./output.ts";

/** Which numbers of an integer a document allows. */
export type Limits = {
  readonly min?: number;
  readonly max?: number;
  /** The only numbers allowed, such as 0 and FF00H of a Modbus coil. */ readonly only?: readonly number[];
};

/**
 * The same integer with fewer numbers: `limited(u16be, { min: 1, max: 125 })`. Any other is `bad-value`, and reading goes on
 * behind it; `encode` refuses it.
 *
 * @throws RangeError for limits that the integer itself does not have
 */
export const limited = (base: IntegerField, limits: Limits): IntegerField => {
  const { type } = base.shape;
  const { only } = limits;
  const min = limits.min ?? (only === undefined ? base.shape.min : Math.min(...only));
  const max = limits.max ?? (only === undefined ? base.shape.max : Math.max(...only));
  if (!(min >= base.shape.min && max <= base.shape.max && min <= max))
    throw new RangeError(`limited: ${min} to ${max} is not inside ${type}`);
  const allows = (value: number): boolean => value >= min && value <= max && (only?.includes(value) ?? true);
  return {
    ...base,
    shape: { kind: "integer", type, min, max, ...(only === undefined ? {} : { only }) },
    // No instruction: `struct` must call `read`, which looks at the limits.
    op: 0,
    read: (input) => {
      const from = input.at;
      const value = base.read(input);
      if (!input.halted && !allows(value)) input.note("bad-value", from);
      return value;
    },
    readAt: (bytes, from, to) => {
      const value = base.readAt!(bytes, from, to);
      return value !== undefined && allows(value) ? value : undefined;
    },
    write: (output, value) => {
      if (typeof value === "number" && !allows(value))
        throw new Misfit("range", `${value} is not ${only === undefined ? `${min} to ${max}` : only.join(" or ")}`);
      base.write(output, value);
    },
  };
};
