import type { Field, HiddenField } from "./field.ts";
import type { FloatField, IntegerField } from "./integers.ts";

/** A struct worked out once: parallel arrays, so that reading is one loop. */
export type Plan = {
  readonly keys: readonly string[];
  readonly fields: readonly Field<unknown>[];
  readonly count: number;
  /** Instruction of `readNumber` for plain numbers, 0 for all else. */
  readonly ops: Uint8Array;
  readonly widths: Uint8Array;
  readonly visible: readonly boolean[];
  /** Start marks, reserved bytes and check values: nothing else depends on them. */ readonly isMark: readonly boolean[];
  /** Needs its siblings to be read. */
  readonly special: readonly boolean[];
  readonly clauses: readonly string[];
  /** Index of the field that derived field i follows, or -1. */
  readonly targets: Int32Array;
  /** Index of the length field that bounds field i, or -1. */
  readonly lengthFields: Int32Array;
  /** First and last field covered by checksum i. */
  readonly spans: readonly (readonly [number, number] | undefined)[];
  readonly hasReferences: boolean;
  readonly hasChecksum: boolean;
  readonly size: number | null;
  readonly fixedSize: number;
  /** Index of the first trailing field; `count` when there is none. */
  readonly trailingFrom: number;
  /** Fields whose size depends on the value. */
  readonly variable: readonly number[];
};

const isHidden = (field: Field<unknown>): boolean => (field as Partial<HiddenField>).hidden === true;

const unshifted = (field: Field<unknown>): Field<unknown> =>
  field.shape.kind === "shifted" ? field.shape.inner : field;

const opOf = (field: Field<unknown>): number => {
  const { kind } = field.shape;
  return kind === "integer" || kind === "float" ? (field as unknown as IntegerField | FloatField).op : 0;
};

/** Checks a table of fields against itself and lays it out for reading. */
export const compileFields = (clause: string, table: Readonly<Record<string, Field<unknown>>>): Plan => {
  const keys = Object.keys(table);
  const fields = keys.map((key) => table[key]!);
  const refuse = (why: string): never => {
    throw new TypeError(`struct ${clause}: ${why}`);
  };
  const indexOf = (name: string, at: number, side: "before" | "behind"): number => {
    const index = keys.indexOf(name);
    if (index < 0) refuse(`${keys[at]} refers to ${name}, which is not a field`);
    if (side === "before" ? index >= at : index <= at) refuse(`${name} must stand ${side} ${keys[at]}`);
    return index;
  };
  const targets = new Int32Array(keys.length).fill(-1);
  const lengthFields = new Int32Array(keys.length).fill(-1);
  const spans: (readonly [number, number] | undefined)[] = keys.map(() => undefined);
  let hasReferences = false;
  for (const [i, field] of fields.entries()) {
    const { shape } = field;
    if (/^\d+$/.test(keys[i]!)) refuse(`the name ${keys[i]} is a number`);
    if (shape.kind === "derived") {
      hasReferences = true;
      const target = indexOf(shape.target, i, "behind");
      targets[i] = target;
      const targetKind = fields[target]!.shape.kind;
      if (shape.what === "count" && targetKind !== "list" && targetKind !== "bits")
        refuse(`${keys[i]} counts ${shape.target}, which is no list`);
      if (shape.what === "tag" && unshifted(fields[target]!).shape.kind !== "union")
        refuse(`${keys[i]} tags ${shape.target}, which is no union`);
      if (shape.what === "length") {
        if (isHidden(fields[target]!)) refuse(`${keys[i]} measures ${shape.target}, which has no value`);
        lengthFields[target] = i;
      }
    } else if (shape.kind === "checksum") {
      const first = indexOf(shape.from, i, "before");
      const last = indexOf(shape.to, i, "before");
      if (first > last) refuse(`${keys[i]} covers ${shape.from} to ${shape.to}, which is backwards`);
      spans[i] = [first, last];
    } else {
      const open = unshifted(field).shape;
      const reference =
        open.kind === "list" || open.kind === "bits" ? open.count : open.kind === "union" ? open.tag : undefined;
      if (typeof reference === "string" && reference !== "untilEnd") {
        hasReferences = true;
        const { kind } = fields[indexOf(reference, i, "before")]!.shape;
        if (kind !== "integer" && kind !== "derived") refuse(`${keys[i]} refers to ${reference}, which is no integer`);
      }
    }
  }
  const trailingFrom = trailingRun(keys, fields, refuse);
  const variable = fields.flatMap((field, i) => (field.size === null ? [i] : []));
  const fixedSize = fields.reduce((sum, field) => sum + (field.size ?? 0), 0);
  return {
    keys,
    fields,
    count: keys.length,
    ops: Uint8Array.from(fields.map((field, i) => (lengthFields[i]! < 0 ? opOf(field) : 0))),
    widths: Uint8Array.from(fields.map((field) => (opOf(field) === 0 ? 0 : field.size!))),
    visible: fields.map((field) => !isHidden(field)),
    isMark: fields.map(({ shape }) => shape.kind === "magic" || shape.kind === "reserved" || shape.kind === "checksum"),
    special: fields.map(
      ({ shape: { kind } }, i) =>
        kind === "derived" || kind === "checksum" || kind === "trailing" || lengthFields[i]! >= 0,
    ),
    clauses: fields.map((field) => field.notes.clause ?? clause),
    targets,
    lengthFields,
    spans,
    hasReferences,
    hasChecksum: spans.some((span) => span !== undefined),
    size: variable.length === 0 ? fixedSize : null,
    fixedSize,
    trailingFrom,
    variable,
  };
};

/** Trailing fields stand last; only bytes up to the end may follow. */
const trailingRun = (
  keys: readonly string[],
  fields: readonly Field<unknown>[],
  refuse: (why: string) => never,
): number => {
  const from = fields.findIndex(({ shape }) => shape.kind === "trailing");
  if (from < 0) return fields.length;
  for (let i = from + 1; i < fields.length; i++) {
    const { shape, size } = fields[i]!;
    const isRest = shape.kind === "bytes" && size === null && i === fields.length - 1;
    if (shape.kind !== "trailing" && !isRest) refuse(`${keys[i]} stands behind ${keys[from]}, which may be absent`);
  }
  return from;
};
