import type { DecodeError, DecodeErrorCode, Field } from "@dianan/layout";

/** Something wrong that no table can say; its place and clause come from the table. */
export type Fault = {
  readonly code: DecodeErrorCode;
  readonly path: string;
  /** Another clause than the field's own. */ readonly clause?: string;
  /** It is the request that the field contradicts. */ readonly isMismatch?: true;
  /** In words, for the one who encodes. */ readonly why: string;
};

export const NO_FAULTS: readonly Fault[] = [];

type Place = { readonly offset: number; readonly clause: string };

/** Where a field stands in a layout: every field before it has a fixed size. */
const placeOf = (layout: Field<unknown>, path: readonly string[], kind: string): Place => {
  const [name, ...rest] = path;
  const { shape } = layout;
  if (shape.kind === "union") {
    const match = shape.cases.find((one) => one.kind === kind);
    return match === undefined ? { offset: 0, clause: "" } : placeOf(match.layout, path, kind);
  }
  if (shape.kind !== "struct" || name === undefined) return { offset: 0, clause: "" };
  let offset = 0;
  for (const [own, field] of Object.entries(shape.fields)) {
    if (own === name) {
      const inner = rest.length === 0 ? { offset: 0, clause: "" } : placeOf(field, rest, kind);
      return { offset: offset + inner.offset, clause: inner.clause || (field.notes.clause ?? shape.clause) };
    }
    offset += field.size ?? 0;
  }
  return { offset: 0, clause: shape.clause };
};

/** A fault as a decoder tells it. `kind`: which case of the layout's union the frame is. */
export const errorOf = (layout: Field<unknown>, kind: string, fault: Fault): DecodeError => {
  const { code, path, clause, isMismatch } = fault;
  const place = placeOf(layout, path.split("."), kind);
  const own = clause ?? place.clause;
  return { code, offset: place.offset, path, clause: isMismatch ? `${own} (请求 request)` : own };
};

/** Findings as one error, in the order of their bytes; null when there are none. */
export const oneError = (findings: readonly DecodeError[]): DecodeError | null => {
  const apart = findings.flatMap((one) => [one, ...(one.also ?? [])].map(({ also: _, ...finding }) => finding));
  const [first, ...also] = apart
    .filter((one, i) => apart.findIndex(({ offset, path }) => offset === one.offset && path === one.path) === i)
    .sort((a, b) => a.offset - b.offset);
  if (first === undefined) return null;
  return also.length === 0 ? first : { ...first, also };
};
