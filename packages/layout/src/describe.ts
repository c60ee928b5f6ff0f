import type { Code, Field, FieldNotes } from "./field.ts";
import { joinPath } from "./result.ts";
import type { Shape } from "./shape.ts";

/** One row of a specification table. */
export type LayoutRow = {
  /** Field path, `[]` for the items of a list, `<kind>` for a case of a union. */ readonly path: string;
  /** How deep the field lies inside others; 0 for the fields of the layout itself. */ readonly depth: number;
  /** Bytes from the start of the layout, or of the item or case it lies in; null when it varies. */ readonly offset:
    | number
    | null;
  /** Bytes; null when it varies. */ readonly size: number | null;
  /** Such as `u16le`, `text 31 gb18030`, `flags u16le`. */ readonly type: string;
  readonly zh: string;
  readonly en: string;
  readonly clause: string;
  readonly unit: string;
  /** Bits of a flags field, lowest first. */ readonly bits: Readonly<Record<string, number>>;
  /** Code table of an integer. */ readonly codes: Readonly<Record<string, Code>>;
};

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");

const integerText = ({ type, min, max, only }: Extract<Shape, { kind: "integer" }>): string => {
  if (only !== undefined) return `${type} ${only.join(" or ")}`;
  const span = 2 ** Number(/\d+/.exec(type)?.[0]);
  const isWhole = max - min === span - 1;
  return isWhole ? type : `${type} ${min}..${max}`;
};

const countText = ({ count, min, max }: Extract<Shape, { kind: "list" }>): string =>
  typeof count === "string" ? `list of ${count}` : `list ${min}..${max}`;

/** A field's type in a few words. */
export const typeText = (shape: Shape): string => {
  switch (shape.kind) {
    case "integer":
      return integerText(shape);
    case "float":
      return shape.type;
    case "bits":
      return shape.count === "untilEnd" ? "bits" : `bits, ${shape.count} of them`;
    case "flags":
      return `flags ${shape.base.shape.type}`;
    case "bitFields":
      return `bits ${shape.base.shape.type}: ${Object.entries(shape.parts)
        .map(([name, { low, width }]) => `${name} ${low + width - 1}-${low}`)
        .join(", ")}`;
    case "missingAt":
      return `${shape.base.shape.type}, ${shape.mark}: none`;
    case "repeats":
      return `${hex(Uint8Array.of(shape.byte))}, 0 to ${shape.max} times`;
    case "text":
      return shape.size === null ? `text ${shape.charset}` : `text ${shape.size} ${shape.charset}`;
    case "bytes":
      return shape.size === null ? "bytes" : `bytes ${shape.size}`;
    case "series":
      return `1 to ${shape.countMax} integers of 1 to ${shape.widthMax} bytes`;
    case "bcd":
      return shape.digits === null ? "bcd" : `bcd ${shape.digits}`;
    case "sizedUint":
      return `unsigned of 1 to ${shape.widthMax} bytes`;
    case "cp56Time":
      return "CP56Time2a";
    case "bcdNumber":
      return `bcd ${shape.digits} low first${shape.signed ? ", signed" : ""}`;
    case "timeLabel":
      return shape.digits === "bcd" ? "time label bcd" : "time label";
    case "magic":
      return hex(shape.bytes);
    case "reserved":
      return `reserved ${shape.size} x ${shape.value}`;
    case "list":
      if (shape.count === "untilEnd") return "list";
      return `${countText(shape)}${shape.even ? " of even size" : ""}`;
    case "prefixed":
      return `${shape.prefix.shape.type} length and content`;
    case "union":
      return "one of";
    case "shifted":
      return `each byte + ${shape.by}`;
    case "optionalTail":
      return "may be absent";
    case "trailing":
      return `${typeText(shape.inner.shape)}, may be absent`;
    case "derived":
      return `${integerText(shape.base.shape)} ${shape.what} of ${shape.target}`;
    case "checksum":
      return `${shape.algorithm} of ${shape.from}..${shape.to}`;
    case "struct":
      return "struct";
  }
};

/** Size of a field; of one that may be absent: when it is there. */
const sizeWhenThere = ({ shape, size }: Field<unknown>): number | null =>
  shape.kind === "trailing" ? shape.inner.size : size;

const plus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);

/**
 * The rows of a layout in wire order: for specification tables, generators and viewers. A list is followed by the fields
 * of one item, a union by the fields of each case; their offsets begin again at 0.
 */
export const describeLayout = (layout: Field<unknown>): readonly LayoutRow[] => {
  const rows: LayoutRow[] = [];
  const add = (field: Field<unknown>, path: string, depth: number, offset: number | null, clause: string): void => {
    const { shape, notes } = field;
    rows.push(rowOf(field, path, depth, offset, notes.clause ?? clause));
    inside(shape, path, depth, offset, notes.clause ?? clause);
  };
  const fieldsOf = (
    shape: Extract<Shape, { kind: "struct" }>,
    path: string,
    depth: number,
    from: number | null,
  ): void => {
    let at = from;
    for (const [name, field] of Object.entries(shape.fields)) {
      add(field, joinPath(path, name), depth, at, shape.clause);
      at = plus(at, sizeWhenThere(field));
    }
  };
  const body = (field: Field<unknown>, path: string, depth: number, clause: string): void => {
    if (field.shape.kind === "struct") fieldsOf(field.shape, path, depth, 0);
    else add(field, path, depth, 0, clause);
  };
  const inside = (shape: Shape, path: string, depth: number, offset: number | null, clause: string): void => {
    if (shape.kind === "struct") fieldsOf(shape, path, depth + 1, offset);
    else if (shape.kind === "list") body(shape.item, `${path}[]`, depth + 1, clause);
    else if (shape.kind === "trailing") {
      inside(shape.inner.shape, path, depth, offset, clause);
    } else if (shape.kind === "prefixed" || shape.kind === "optionalTail" || shape.kind === "shifted") {
      if (shape.inner.shape.kind === "union") inside(shape.inner.shape, path, depth, offset, clause);
      else body(shape.inner, path, depth + 1, clause);
    } else if (shape.kind === "union")
      for (const { kind, layout: one } of shape.cases) body(one, `${path}<${kind}>`, depth + 1, clause);
  };
  if (layout.shape.kind === "struct") fieldsOf(layout.shape, "", 0, 0);
  else add(layout, "", 0, 0, "");
  return rows;
};

const rowOf = (
  field: Field<unknown>,
  path: string,
  depth: number,
  offset: number | null,
  clause: string,
): LayoutRow => {
  const { shape, notes } = field;
  const inner = shape.kind === "trailing" ? shape.inner.shape : shape;
  return {
    path,
    depth,
    offset,
    size: sizeWhenThere(field),
    type: typeText(shape),
    ...words(notes),
    clause,
    unit: notes.unit ?? "",
    bits: inner.kind === "flags" ? inner.bits : {},
    codes: notes.codes ?? {},
  };
};

/** Titles, empty where there are none. */
export const words = (notes: FieldNotes): { readonly zh: string; readonly en: string } => ({
  zh: notes.zh ?? "",
  en: notes.en ?? "",
});
