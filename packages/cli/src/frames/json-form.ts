import type { Protocol } from "@dianan/codec";
import type { Field } from "@dianan/layout";
import { parseHex, toHex } from "./hex-text.ts";

/** What is kept of a text, a time or an unknown message, in every protocol. */
const keptMembers = ["raw", "bytes"];

/** Names of the members that are bytes in a protocol's tables: in JSON they are hex strings. */
export const byteMembersOf = ({ tables }: Pick<Protocol<unknown>, "tables">): ReadonlySet<string> => {
  const names = new Set(keptMembers);
  const visit = (name: string, { shape }: Field<unknown>): void => {
    switch (shape.kind) {
      case "bytes":
        names.add(name);
        return;
      case "struct":
        for (const [inner, field] of Object.entries(shape.fields)) visit(inner, field);
        return;
      case "list":
        visit("", shape.item);
        return;
      case "union":
        for (const { layout } of shape.cases) visit("", layout);
        return;
      case "prefixed":
      case "optionalTail":
      case "trailing":
      case "shifted":
        visit(name, shape.inner);
    }
  };
  for (const { layout } of tables) visit("", layout);
  return names;
};

/** A decoded frame as JSON text: bytes become hex strings. */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) => (member instanceof Uint8Array ? toHex(member) : member));

/**
 * JSON back to a frame: hex strings of byte members become bytes.
 *
 * @param byteMembers - as {@link byteMembersOf} gives them
 * @throws SyntaxError for text that is no JSON, TypeError for a byte member that is no hex
 */
export const fromJson = (text: string, byteMembers: ReadonlySet<string>): unknown =>
  JSON.parse(text, (name: string, value: unknown) => {
    if (!byteMembers.has(name) || typeof value !== "string") return value;
    const hex = parseHex(value);
    if (!hex.ok) throw new TypeError(`${name}: ${hex.why.en}`);
    return hex.bytes;
  });
