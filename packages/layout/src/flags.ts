import type { Field } from "./field.ts";
import { fixedSize } from "./fixed-size.ts";
import { type IntegerField, readNumber, typeName } from "./integers.ts";
import { Misfit } from "./output.ts";

/** Named bits as booleans, all other bits as the number `reserved`, each at its own weight. */
export type Flags<Name extends string> = { readonly [N in Name]: boolean } & { readonly reserved: number };

/** Distinct words remembered per field: devices repeat a handful, an attacker must not fill memory. */
const REMEMBERED_MAX = 256;

/**
 * A word of bits (状态位): `flags(u16le, { normal: 0, fire: 1 })`.
 *
 * @param base - unsigned integer that carries the bits
 * @param bits - name -> bit number, 0 is the lowest bit; a bit has at most one name
 * @returns booleans by name and `reserved`: the value of the bits without a name, which `encode` puts back
 * @throws RangeError for a bit that is outside the word, named twice, or called `reserved`
 */
export const flags = <const Name extends string>(
  base: IntegerField,
  bits: Readonly<Record<Name, number>>,
): Field<Flags<Name>> => {
  const width = base.size * 8;
  if (base.op === 0) throw new RangeError(`flags: ${base.shape.type} with limits: every bit of a word must be free`);
  if (base.shape.min < 0) throw new RangeError(`flags: ${base.shape.type} is signed`);
  const names = Object.keys(bits) as Name[];
  const weights = names.map((name) => {
    const bit = bits[name];
    if (!Number.isInteger(bit) || bit < 0 || bit >= width) {
      throw new RangeError(`flags: bit ${bit} (${name}) is outside ${base.shape.type}`);
    }
    if (name === "reserved") throw new RangeError("flags: the name reserved is taken by the unnamed bits");
    return 2 ** bit;
  });
  if (new Set(weights).size !== weights.length) throw new RangeError("flags: two names for one bit");
  const isSmall = base.size < 4;
  const isSet = (word: number, weight: number): boolean =>
    isSmall ? (word & weight) !== 0 : Math.floor(word / weight) % 2 === 1;

  const open = (word: number): Flags<Name> => {
    const value: Record<string, boolean | number> = {};
    let reserved = word;
    for (const [i, name] of names.entries()) {
      const weight = weights[i]!;
      const set = isSet(word, weight);
      value[name] = set;
      if (set) reserved -= weight;
    }
    value.reserved = reserved;
    return Object.freeze(value) as Flags<Name>;
  };

  const remembered = new Map<number, Flags<Name>>();
  const readAt = (bytes: Uint8Array, from: number): Flags<Name> => {
    const word = readNumber(base.op, bytes, from);
    const known = remembered.get(word);
    if (known !== undefined) return known;
    const value = open(word);
    if (remembered.size < REMEMBERED_MAX) remembered.set(word, value);
    return value;
  };
  return {
    shape: { kind: "flags", base, bits },
    ...fixedSize(base.size, readAt, undefined as never),
    write: (output, value) => {
      if (typeof value !== "object" || value === null) {
        throw new Misfit("type", `flags take an object of booleans, got ${typeName(value)}`);
      }
      const { reserved } = value;
      if (typeof reserved !== "number") {
        throw new Misfit("type", `reserved takes a number, got ${typeName(reserved)}`);
      }
      if (!Number.isInteger(reserved) || reserved < 0 || reserved > base.shape.max) {
        throw new Misfit("range", `reserved ${reserved} does not fit ${base.shape.type}`);
      }
      let word = reserved;
      for (let i = 0; i < names.length; i++) {
        const name = names[i]!;
        const set: unknown = value[name];
        if (typeof set !== "boolean") throw new Misfit("type", `flag ${name} takes a boolean, got ${typeName(set)}`);
        if (isSet(reserved, weights[i]!)) throw new Misfit("range", `reserved ${reserved} sets the bit of ${name}`);
        if (set) word += weights[i]!;
      }
      base.write(output, word);
    },
  };
};
