import type { Field } from "./field.ts";
import type { Input } from "./input.ts";
import { type IntegerField, typeName } from "./integers.ts";
import { Misfit } from "./output.ts";

/**
 * Repeated items.
 *
 * @param options - `count`: an integer right in front of the items, the name of an earlier sibling (`countOf`, or an
 *   integer that is in the value itself and must then agree), or `"untilEnd"` for as many as the region holds;
 *   `min` and `max`: allowed number of items, outside is `bad-value` at the count
 */
export const list = <T>(
  item: Field<T>,
  options: { readonly count: IntegerField | string; readonly min?: number; readonly max?: number },
): Field<readonly T[]> => {
  const { count } = options;
  const min = options.min ?? 0;
  const max = options.max ?? (typeof count === "string" ? Number.MAX_SAFE_INTEGER : count.shape.max);
  const untilEnd = count === "untilEnd";

  const readItem = (input: Input, items: T[]): boolean => {
    const before = input.count;
    items.push(item.read(input));
    if (input.count !== before) input.within(before, `[${items.length - 1}]`, "");
    return !input.halted;
  };
  const readUntilEnd = (input: Input, items: T[]): void => {
    while (input.at < input.stop || (Number.isFinite(input.end) && input.at < input.end)) {
      const from = input.at;
      if (items.length === max) {
        input.fail("bad-length", from);
        return;
      }
      if (!readItem(input, items)) return;
    }
    if (items.length < min) input.lack();
  };

  return {
    shape: { kind: "list", item: item as Field<unknown>, count, min, max },
    size: null,
    notes: {},
    read: (input) => {
      const items: T[] = [];
      if (untilEnd) {
        readUntilEnd(input, items);
        return items;
      }
      const from = input.at;
      const announced = typeof count === "string" ? (input.scope?.[count] ?? 0) : count.read(input);
      if (input.halted) return items;
      if (announced < min || announced > max) {
        input.fail("bad-value", from);
        return items;
      }
      for (let i = 0; i < announced; i++) if (!readItem(input, items)) return items;
      return items;
    },
    sizeOf: (value) => {
      if (!Array.isArray(value)) throw new Misfit("type", `a list takes an array, got ${typeName(value)}`);
      let size = typeof count === "string" ? 0 : count.size;
      if (item.size !== null) return size + item.size * value.length;
      for (const [i, one] of value.entries()) size += inItem(i, () => item.sizeOf(one));
      return size;
    },
    write: (output, value) => {
      if (!Array.isArray(value)) throw new Misfit("type", `a list takes an array, got ${typeName(value)}`);
      if (value.length < min || value.length > max) {
        throw new Misfit("range", `${value.length} items, allowed are ${min} to ${max}`);
      }
      if (typeof count !== "string") count.write(output, value.length);
      else if (!untilEnd && output.scope?.[count] !== value.length) {
        throw new Misfit("range", `${value.length} items, but ${count} says ${output.scope?.[count]}`);
      }
      for (const [i, one] of value.entries()) inItem(i, () => item.write(output, one));
    },
  };
};

const inItem = <T>(index: number, act: () => T): T => {
  try {
    return act();
  } catch (error) {
    if (error instanceof Misfit)
      error.path = error.path === "" ? `[${index}]` : `[${index}].${error.path}`.replace("].[", "][");
    throw error;
  }
};
