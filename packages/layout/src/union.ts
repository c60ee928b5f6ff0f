import { bytesUntilEnd, copyOf } from "./bytes.ts";
import type { Field } from "./field.ts";
import { type IntegerField, typeName } from "./integers.ts";
import { Misfit } from "./output.ts";
import type { UnionCase } from "./shape.ts";
import type { StructField } from "./struct.ts";

/** A union field; `tagOf` of a sibling asks it for the tag of a value. */
export interface UnionField<T> extends Field<T> {
  tagOfValue(value: T): number;
}

type Cases = Readonly<Record<string, readonly [number, StructField<object>]>>;
type Known<C extends Cases> = {
  [K in keyof C & string]: { readonly kind: K } & (C[K][1] extends StructField<infer T> ? T : never);
}[keyof C & string];
type Unknown<Name extends string> = { readonly kind: "unknown"; readonly bytes: Uint8Array } & {
  readonly [N in Name]: number;
};

/**
 * One of several structs, told apart by a number.
 *
 * `union(u8, { systemStatus: [1, systemStatus], componentStatus: [2, componentStatus] }, { unknown: "typeFlag" })`
 * decodes to `{ kind: "componentStatus", ...fields }`, or, for a number without a case, to
 * `{ kind: "unknown", typeFlag, bytes }` with everything up to the end of the region.
 *
 * @param tag - an integer right in front, or the name of an earlier sibling: `tagOf`, or an integer that is in the
 *   value itself and must then agree
 * @param options - `unknown`: name of the number in an unknown value, `tag` by default; null refuses unknown numbers
 *   as `bad-value`
 */
export const union = <const C extends Cases, const Name extends string | null = "tag">(
  tag: IntegerField | string,
  cases: C,
  options: { readonly unknown?: Name } = {},
): UnionField<Known<C> | (Name extends string ? Unknown<Name> : never)> => {
  const unknownTag: string | null = options.unknown === undefined ? "tag" : options.unknown;
  const rows: UnionCase[] = Object.entries(cases).map(([kind, [number, layout]]) => ({ kind, tag: number, layout }));
  const byTag = new Map<number, { kind: string; layout: StructField<object> }>();
  for (const [kind, [number, layout]] of Object.entries(cases)) {
    if (byTag.has(number) || kind === "unknown") throw new RangeError(`union: case ${kind} (${number}) is taken`);
    if ("kind" in layout.shape.fields) throw new RangeError(`union: case ${kind} has a field named kind`);
    byTag.set(number, { kind, layout });
  }

  const byKind: ReadonlyMap<string, readonly [number, StructField<object>]> = new Map(Object.entries(cases));

  type Value = { readonly kind: string; readonly bytes?: Uint8Array };
  const known = (value: Value): readonly [number, StructField<object>] | undefined => {
    if (typeof value !== "object" || value === null) {
      throw new Misfit("type", `a union takes an object with a kind, got ${typeName(value)}`);
    }
    return byKind.get(value.kind);
  };
  const unknownNumber = (value: Value): number => {
    if (value.kind !== "unknown" || unknownTag === null) {
      throw new Misfit("range", `kind ${JSON.stringify(value.kind)} has no case`);
    }
    const number: unknown = (value as unknown as Record<string, unknown>)[unknownTag];
    if (typeof number !== "number") throw new Misfit("type", `${unknownTag} takes a number, got ${typeName(number)}`);
    if (byTag.has(number)) {
      throw new Misfit("range", `${unknownTag} ${number} is not unknown: it is ${byTag.get(number)?.kind}`);
    }
    return number;
  };
  const tagOfValue = (value: Value): number => known(value)?.[0] ?? unknownNumber(value);

  const field: UnionField<Value> = {
    shape: { kind: "union", tag, cases: rows, unknownTag },
    size: null,
    notes: {},
    tagOfValue,
    read: (input) => {
      const from = input.at;
      const number = typeof tag === "string" ? (input.scope?.[tag] ?? 0) : tag.read(input);
      if (input.halted) return undefined as never;
      const match = byTag.get(number);
      if (match !== undefined) {
        const value = { kind: match.kind };
        const from = input.at;
        match.layout.readInto(input, value);
        if (!input.halted || unknownTag === null || !input.recover(input.stop)) return value;
        return { kind: "unknown", [unknownTag]: number, bytes: copyOf(input.bytes, from, input.at) };
      }
      if (unknownTag === null) {
        input.fail("bad-value", from);
        return undefined as never;
      }
      return { kind: "unknown", [unknownTag]: number, bytes: bytesUntilEnd.read(input) };
    },
    sizeOf: (value) => {
      const front = typeof tag === "string" ? 0 : tag.size;
      const match = known(value);
      if (match !== undefined) return front + match[1].sizeOf(value);
      unknownNumber(value);
      return front + bytesUntilEnd.sizeOf(value.bytes as Uint8Array);
    },
    write: (output, value) => {
      const number = tagOfValue(value);
      if (typeof tag !== "string") tag.write(output, number);
      else if (output.scope?.[tag] !== number) {
        throw new Misfit("range", `${value.kind} needs ${tag} ${number}, the value says ${output.scope?.[tag]}`);
      }
      const match = known(value);
      if (match !== undefined) match[1].write(output, value);
      else bytesUntilEnd.write(output, value.bytes as Uint8Array);
    },
  };
  return field as unknown as UnionField<Known<C> | (Name extends string ? Unknown<Name> : never)>;
};
