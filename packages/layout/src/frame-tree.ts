import { checksumMatches } from "./checksum.ts";
import { words } from "./describe.ts";
import type { Field } from "./field.ts";
import { Input } from "./input.ts";
import { evenSize } from "./list.ts";
import { joinPath } from "./result.ts";
import { readShifted } from "./shifted.ts";
import { hasRoomFor } from "./trailing.ts";
import { valueText } from "./value-text.ts";

/** One line of a frame that is shown byte by byte. */
export type TreeNode = {
  readonly path: string;
  readonly depth: number;
  /** Bytes from the start of the frame. */ readonly offset: number;
  readonly bytes: Uint8Array;
  readonly zh: string;
  readonly en: string;
  readonly clause: string;
  /** What the bytes say; empty for a heading. */ readonly value: string;
};

type Place = { readonly path: string; readonly depth: number; readonly clause: string };

/**
 * The bytes of one frame in order, field by field, as far as they can be read; every byte of the frame is in exactly one
 * node that is no heading. Bytes that no field claims come last, under the path `?`.
 */
export const frameTree = (layout: Field<unknown>, bytes: Uint8Array): readonly TreeNode[] => {
  const nodes: TreeNode[] = [];
  const input = new Input(bytes);
  const put = (
    field: Field<unknown>,
    { path, depth, clause }: Place,
    from: number,
    to: number,
    value: string,
  ): void => {
    const own = field.notes.clause ?? clause;
    nodes.push({ path, depth, offset: from, bytes: bytes.slice(from, to), ...words(field.notes), clause: own, value });
  };

  const leaf = (field: Field<unknown>, place: Place): unknown => {
    const from = input.at;
    const value = field.read(input);
    // What is cut is shown as far as it goes.
    const to = input.halted ? Math.min(bytes.length, from + (field.size ?? 0)) : input.at;
    // "The rest" says nothing when nothing is left.
    const isNothing = field.shape.kind === "bytes" && to === from;
    if (!isNothing && (to > from || !input.halted))
      put(field, place, from, to, input.halted ? "✗" : valueText(field, value, bytes.slice(from, to)));
    if (input.halted) input.at = Math.max(input.at, to);
    return value;
  };

  const struct = (fields: Readonly<Record<string, Field<unknown>>>, place: Place): void => {
    const outerScope = input.scope;
    const scope: Record<string, number> = {};
    input.scope = scope;
    const starts = new Map<string, number>();
    const regions = new Map<string, number>();
    let isPastAbsent = false;
    for (const [name, field] of Object.entries(fields)) {
      if (input.halted) break;
      starts.set(name, input.at);
      const own = { path: joinPath(place.path, name), depth: place.depth, clause: place.clause };
      const { shape } = field;
      if (shape.kind === "derived") {
        const value = Number(leaf({ ...shape.base, notes: field.notes }, own));
        scope[name] = value;
        if (shape.what === "length") regions.set(shape.target, value - shape.plus);
      } else if (shape.kind === "checksum") {
        const from = input.at;
        if (!input.has(field.size ?? 0)) break;
        input.at += field.size ?? 0;
        const right = checksumMatches(shape.algorithm, bytes, from, starts.get(shape.from) ?? 0, from);
        put(field, own, from, input.at, right ? "✓" : "✗");
      } else if (shape.kind === "trailing") {
        isPastAbsent ||= !hasRoomFor(shape.inner, input);
        if (!isPastAbsent) walk({ ...shape.inner, notes: field.notes }, own);
      } else {
        const region = regions.get(name);
        const outer = region === undefined ? 0 : input.enter(Math.max(0, region));
        const value = walk(field, own);
        if (region !== undefined) input.leave(outer);
        if (typeof value === "number") scope[name] = value;
      }
    }
    input.scope = outerScope;
  };

  const walk = (field: Field<unknown>, place: Place): unknown => {
    const { shape } = field;
    const inner = { ...place, depth: place.depth + 1 };
    switch (shape.kind) {
      case "struct":
        put(field, place, input.at, input.at, "");
        struct(shape.fields, { ...inner, clause: shape.clause });
        return undefined;
      case "list": {
        const { count } = shape;
        const from = input.at;
        const many =
          typeof count === "string" ? (input.scope?.[count] ?? Number.POSITIVE_INFINITY) : Number(count.read(input));
        if (typeof count !== "string")
          put(field, place, from, Math.min(input.at, bytes.length), input.halted ? "✗" : String(many));
        else put(field, place, from, from, "");
        const size = shape.even ? evenSize(input, many) : null;
        if (shape.even && size === null) input.halted = true;
        for (let i = 0; i < many && !input.halted && input.at < input.stop; i += 1) {
          const outer = size === null ? 0 : input.enter(size);
          walk(shape.item, { ...inner, path: `${place.path}[${i}]` });
          if (size !== null) input.leave(outer);
        }
        return undefined;
      }
      case "union": {
        const { tag } = shape;
        const number = typeof tag === "string" ? input.scope?.[tag] : Number(leaf(tag as Field<unknown>, inner));
        if (input.halted) return undefined;
        const match = shape.cases.find((one) => one.tag === number);
        if (match?.layout.shape.kind === "struct") {
          struct(match.layout.shape.fields, { ...inner, clause: match.layout.shape.clause });
          return undefined;
        }
        const from = input.at;
        input.at = input.stop;
        put(field, place, from, input.at, `${input.at - from} bytes`);
        return undefined;
      }
      case "prefixed": {
        const size = Number(leaf(shape.prefix as Field<unknown>, place));
        if (input.halted) return undefined;
        const outer = input.enter(size);
        walk(shape.inner, inner);
        input.leave(outer);
        return undefined;
      }
      case "shifted":
        return readShifted(input, shape.by, () => walk(shape.inner, place));
      case "optionalTail":
        return input.at < input.stop
          ? walk({ ...shape.inner, notes: { ...shape.inner.notes, ...field.notes } }, place)
          : undefined;
      default:
        return leaf(field, place);
    }
  };

  if (layout.shape.kind === "struct") struct(layout.shape.fields, { path: "", depth: 0, clause: layout.shape.clause });
  else walk(layout, { path: "", depth: 0, clause: "" });
  if (input.at < bytes.length)
    nodes.push({
      path: "?",
      depth: 0,
      offset: input.at,
      bytes: bytes.slice(input.at),
      zh: "未能解读的字节",
      en: "bytes that could not be read",
      clause: "",
      value: "",
    });
  return nodes;
};
