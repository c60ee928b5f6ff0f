import type { Field } from "./field.ts";
import type { Input } from "./input.ts";
import { type IntegerField, typeName } from "./integers.ts";
import { Misfit } from "./output.ts";

/**
 * Repeated items.
 *
 * @param options - `count`: an integer right in front of the items, the name of an earlier sibling (`countOf`, or an
 *   integer that is in the value itself and must then agree), or `"untilEnd"` for as many as the region holds;
 *   `min` and `max`: allowed number of items, outside is `bad-value` at the count; `even`: the items share the rest of
 *   the region evenly, whatever their own size; a rest that cannot be shared is `bad-length`
 */
export const list = <T>(
  item: Field<T>,
  options: {
    readonly count: IntegerField | string;
    readonly min?: number;
    readonly max?: number;
    readonly even?: boolean;
  },
): Field<readonly T[]> => {
  const { count } = options;
  const min = options.min ?? 0;
  const max = options.max ?? (typeof count === "string" ? Number.MAX_SAFE_INTEGER : count.shape.max);
  const untilEnd = count === "untilEnd";
  const even = options.even ?? false;
  if (even && untilEnd) throw new TypeError("list: even items need a count");

  const readItem = (input: Input, items: T[]): boolean => {
    const before = input.count;
    items.push(item.read(input));
    if (input.count !== before) input.within(before, `[${items.length - 1}]`, "");
    if (!input.halted) return true;
    // The whole items in front of a cut one are worth having.
    if (input.recover(input.stop)) items.pop();
    return false;
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

  const readEven = (input: Input, items: T[], announced: number): void => {
    const size = evenSize(input, announced);
    if (size === null) input.lack();
    for (let i = 0; i < announced && !input.halted; i++) {
      const outer = input.enter(size as number);
      readItem(input, items);
      const before = input.count;
      input.leave(outer);
      if (input.count !== before) input.within(before, `[${i}]`, "");
    }
  };

  return {
    shape: { kind: "list", item: item as Field<unknown>, count, min, max, even },
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
        input.reject("bad-value", from);
        if (input.halted) return items;
      }
      if (even) readEven(input, items, announced);
      else for (let i = 0; i < announced; i++) if (!readItem(input, items)) return items;
      return items;
    },
    sizeOf: (value) => {
      if (!Array.isArray(value)) throw new Misfit("type", `a list takes an array, got ${typeName(value)}`);
      let size = typeof count === "string" ? 0 : count.size;
      if (item.size !== null) return size + item.size * value.length;
      let first: number | null = null;
      for (const [i, one] of value.entries()) {
        const own = inItem(i, () => item.sizeOf(one));
        first ??= own;
        if (even && own !== first) inItem(i, () => misfitSize(own, first as number));
        size += own;
      }
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

const misfitSize = (own: number, first: number): never => {
  throw new Misfit("range", `${own} bytes, the items before it have ${first}`);
};

/** Size of each of so many items that share the rest of the region; null when it cannot be shared. */
export const evenSize = (input: Input, count: number): number | null => {
  const rest = (Number.isFinite(input.end) ? input.end : input.stop) - input.at;
  return count === 0 ? 0 : rest % count === 0 ? rest / count : null;
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
