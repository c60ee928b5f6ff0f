import type { Register } from "./generated/types.ts";

/** Bytes of a 32-bit value in the order that they travel, as places of the value's bytes a (highest) to d. */
const orders = {
  abcd: [0, 1, 2, 3],
  cdab: [2, 3, 0, 1],
  badc: [1, 0, 3, 2],
  dcba: [3, 2, 1, 0],
} as const satisfies { readonly [O in NonNullable<Register["order"]>]: readonly number[] };

/** How many 16-bit registers a type takes. */
export const registersOf = ({ type = "u16" }: Register): number => (type === "u16" || type === "i16" ? 1 : 2);

/**
 * The number in these registers. A float that is no number is null.
 *
 * @param words - as many 16-bit registers as the type takes, in order of their addresses
 */
export const registerValue = ({ type = "u16", order = "abcd" }: Register, words: readonly number[]): number | null => {
  const view = new DataView(new ArrayBuffer(4));
  if (type === "u16" || type === "i16") {
    view.setUint16(0, words[0] ?? 0);
    return type === "u16" ? view.getUint16(0) : view.getInt16(0);
  }
  const travelled = words.flatMap((word) => [word >> 8, word & 0xff]);
  for (const [at, place] of orders[order].entries()) view.setUint8(place, travelled[at] ?? 0);
  if (type === "u32") return view.getUint32(0);
  if (type === "i32") return view.getInt32(0);
  const float = view.getFloat32(0);
  return Number.isFinite(float) ? float : null;
};
