import type { Protocol } from "@dianan/codec";
import type { Field } from "@dianan/layout";
import { parseHex, toHex } from "./hex-text.ts";

/** How a member stands in JSON that JSON itself has no word for. */
type Form = "bytes" | "float" | "plain";

/** Forms of a protocol's members by their names: those of each kind of message, and those outside of any. */
export type MemberForms = {
  readonly inKind: ReadonlyMap<string, ReadonlyMap<string, Form>>;
  readonly outside: ReadonlyMap<string, Form>;
};

/** What is kept of a text, a time, an unknown message or a longer one, in every protocol and dialect. */
const keptForms: ReadonlyMap<string, Form> = new Map([
  ["raw", "bytes"],
  ["bytes", "bytes"],
  ["unparsed", "bytes"],
]);

/** How each member of a protocol's frames stands in JSON, as its tables say. */
export const memberFormsOf = ({ tables }: Pick<Protocol<unknown>, "tables">): MemberForms => {
  const inKind = new Map<string, Map<string, Form>>();
  const outside = new Map<string, Form>();
  const visit = (name: string, { shape }: Field<unknown>, names: Map<string, Form>): void => {
    switch (shape.kind) {
      case "bytes":
      case "float":
        names.set(name, shape.kind);
        return;
      case "struct":
        for (const [inner, field] of Object.entries(shape.fields)) visit(inner, field, names);
        return;
      case "list":
        visit(name, shape.item, names);
        return;
      case "union":
        for (const { kind, layout } of shape.cases) {
          const own = inKind.get(kind) ?? new Map<string, Form>();
          inKind.set(kind, own);
          visit("", layout, own);
        }
        return;
      case "prefixed":
      case "optionalTail":
      case "trailing":
      case "shifted":
        visit(name, shape.inner, names);
        return;
      default:
        if (!names.has(name)) names.set(name, "plain");
    }
  };
  for (const { layout } of tables) visit("", layout, outside);
  return { inKind, outside };
};

/** Numbers that JSON has no word for; only a float can be one. */
const noNumbers: ReadonlyMap<string, number> = new Map([
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
]);

/** `JSON.stringify` writes -0 as 0, which loses a sign that DL/T 645 and floats have on the wire. Node 22 has this, its types not yet. */
const { rawJSON } = JSON as unknown as { readonly rawJSON: (text: string) => unknown };

/** A decoded frame as JSON text: bytes become hex strings, a float that is no number its name, and the sign of -0 stays. */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) => {
    if (member instanceof Uint8Array) return toHex(member);
    if (typeof member !== "number") return member;
    if (Object.is(member, -0)) return rawJSON("-0");
    return Number.isFinite(member) ? member : String(member);
  });

/**
 * JSON back to a frame: the inverse of {@link toJson}.
 *
 * @param forms - as {@link memberFormsOf} gives them for the frame's protocol
 * @throws SyntaxError for text that is no JSON, TypeError for a byte member that is no hex
 */
export const fromJson = (text: string, forms: MemberForms): unknown =>
  opened(JSON.parse(text), "", forms.outside, forms);

/** `names`: forms of the members of the message in which the value lies. */
const opened = (value: unknown, name: string, names: ReadonlyMap<string, Form>, forms: MemberForms): unknown => {
  if (Array.isArray(value)) return value.map((item) => opened(item, name, names, forms));
  if (typeof value === "object" && value !== null) {
    const { kind } = value as { readonly kind?: unknown };
    const inner = (typeof kind === "string" ? forms.inKind.get(kind) : undefined) ?? names;
    return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, opened(own, key, inner, forms)]));
  }
  if (typeof value !== "string") return value;
  const form = names.get(name) ?? forms.outside.get(name) ?? keptForms.get(name);
  if (form === "float") return noNumbers.get(value) ?? value;
  return form === "bytes" ? bytesOf(name, value) : value;
};

const bytesOf = (name: string, text: string): Uint8Array => {
  const hex = parseHex(text);
  if (!hex.ok) throw new TypeError(`${name}: ${hex.why.en}`);
  return hex.bytes;
};
