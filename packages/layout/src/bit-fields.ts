import type { Code, Field } from "./field.ts";
import { fixedSize } from "./fixed-size.ts";
import { type IntegerField, readNumber, typeName } from "./integers.ts";
import { Misfit } from "./output.ts";

/** Where a number lies in a word: its lowest bit, and how many bits it has. */
export type BitField = {
  readonly low: number;
  readonly width: number;
  readonly codes?: Readonly<Record<string, Code>>;
};

/** Numbers by name, all other bits as the number `reserved`, each at its own weight. */
export type BitFields<Name extends string> = { readonly [N in Name]: number } & { readonly reserved: number };

/**
 * Small numbers that share a word (位段): `bitFields(u8, { grade: { low: 4, width: 4 }, delay: { low: 2, width: 2 } })`.
 *
 * @param base - unsigned integer that carries them
 * @returns numbers by name and `reserved`: the value of the bits without a name, which `encode` puts back
 * @throws RangeError for bits that are outside the word, belong to two names, or are called `reserved`
 */
export const bitFields = <const Name extends string>(
  base: IntegerField,
  parts: Readonly<Record<Name, BitField>>,
): Field<BitFields<Name>> => {
  const rows = (Object.entries(parts) as [Name, BitField][]).map(([name, { low, width }]) => {
    if (name === "reserved") throw new RangeError("bitFields: the name reserved is taken by the unnamed bits");
    return { name, weight: 2 ** low, span: 2 ** width, end: low + width, low };
  });
  const total = base.size * 8;
  let free = 0;
  for (const { name, low, end, span } of [...rows].sort((a, b) => a.low - b.low)) {
    if (!Number.isInteger(low) || !(span > 1) || low < free || end > total) {
      throw new RangeError(`bitFields: ${name} is outside ${base.shape.type} or overlaps its neighbour`);
    }
    free = end;
  }
  if (base.op === 0)
    throw new RangeError(`bitFields: ${base.shape.type} with limits: every bit of a word must be free`);
  if (base.shape.min < 0) throw new RangeError(`bitFields: ${base.shape.type} is signed`);
  const partOf = (word: number, { weight, span }: { readonly weight: number; readonly span: number }): number =>
    Math.floor(word / weight) % span;

  const readAt = (bytes: Uint8Array, from: number): BitFields<Name> => {
    const word = readNumber(base.op, bytes, from);
    const value: Record<string, number> = {};
    let reserved = word;
    for (const row of rows) {
      const part = partOf(word, row);
      value[row.name] = part;
      reserved -= part * row.weight;
    }
    value.reserved = reserved;
    return value as BitFields<Name>;
  };

  return {
    shape: { kind: "bitFields", base, parts },
    ...fixedSize(base.size, readAt, undefined as never),
    write: (output, value) => {
      if (typeof value !== "object" || value === null) {
        throw new Misfit("type", `bit fields take an object of numbers, got ${typeName(value)}`);
      }
      const { reserved } = value;
      if (!Number.isInteger(reserved) || reserved < 0 || reserved > base.shape.max) {
        throw new Misfit("range", `reserved ${reserved} does not fit ${base.shape.type}`);
      }
      let word: number = reserved;
      for (const row of rows) {
        const part: unknown = value[row.name];
        if (typeof part !== "number") throw new Misfit("type", `${row.name} takes a number, got ${typeName(part)}`);
        if (!Number.isInteger(part) || part < 0 || part >= row.span) {
          throw new Misfit("range", `${row.name} ${part} is not a whole number from 0 to ${row.span - 1}`);
        }
        if (partOf(reserved, row) !== 0) throw new Misfit("range", `reserved ${reserved} sets a bit of ${row.name}`);
        word += part * row.weight;
      }
      base.write(output, word);
    },
  };
};
