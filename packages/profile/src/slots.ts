import type { Raw, Slot } from "./generated/types.ts";
import { hexBytes } from "./hex.ts";
import { finding, type ProfileError } from "./profile-error.ts";

/** What goes on the wire for a slot's value, or why it does not fit. */
export type Wire =
  | { readonly ok: true; readonly value: Raw | Uint8Array }
  | { readonly ok: false; readonly error: ProfileError };

const TEXT_MAX = 32;
/** A wire value may be off a whole number by so much before it is no number of the scale. */
const ROUNDING = 1e-6;

const shapes = { digits: /^[0-9]*$/, hex: /^[0-9A-Fa-f]*$/, ascii: /^[\x20-\x7e]*$/ } as const;

const refuse = (path: string, slot: Slot, zh: string, en: string): Wire => ({
  ok: false,
  error: finding("bad-slot", path, `${slot.zh}(${path})${zh}`, `${slot.en} (${path}) ${en}`),
});

/**
 * A slot's value as the frame takes it: a number by the inverse of value = a x wire + b, a choice by its name, a text as it is.
 *
 * @param path - of the slot, such as `slots.port`
 */
export const wireValue = (slot: Slot, path: string, given: number | string | undefined): Wire => {
  const value = given ?? slot.default;
  if (value === undefined) return refuse(path, slot, "没有给出。", "is not given.");
  switch (slot.type) {
    case "number":
      return numberWire(slot, path, value);
    case "choice": {
      const { values = {} } = slot;
      if (Object.hasOwn(values, value)) return { ok: true, value: values[value] as Raw };
      const names = Object.keys(values).join(", ");
      return refuse(path, slot, `只能是 ${names}。`, `is one of ${names}, not ${value}.`);
    }
    case "text": {
      const { characters = "ascii", minLength = 0, maxLength = TEXT_MAX } = slot;
      const fits = typeof value === "string" && value.length >= minLength && value.length <= maxLength;
      const wire = fits && shapes[characters].test(value) ? textWire(slot, value) : null;
      if (wire !== null) return { ok: true, value: wire };
      return refuse(
        path,
        slot,
        `要 ${minLength} 到 ${maxLength} 个字符(${characters})的文字。`,
        `takes a text of ${minLength} to ${maxLength} characters (${characters}).`,
      );
    }
  }
};

/** A text as it is, or as bytes of a fixed size; null when it needs more of them, or half a byte. */
const textWire = ({ bytes, characters }: Slot, value: string): string | Uint8Array | null => {
  if (bytes === undefined) return value;
  if (characters === "hex" && value.length % 2 === 1) return null;
  const own = characters === "hex" ? hexBytes(value) : Uint8Array.from(value, (char) => char.charCodeAt(0));
  if (own.length > bytes) return null;
  const padded = new Uint8Array(bytes);
  padded.set(own);
  return padded;
};

const numberWire = (slot: Slot, path: string, value: number | string): Wire => {
  const { a = 1, b = 0, min = -Infinity, max = Infinity, unit = "" } = slot;
  if (typeof value !== "number" || !(value >= min && value <= max))
    return refuse(
      path,
      slot,
      `要 ${min} 到 ${max} ${unit},不能是 ${value}。`,
      `takes ${min} to ${max} ${unit}, not ${value}.`,
    );
  const wire = (value - b) / a;
  const whole = Math.round(wire);
  if (Math.abs(wire - whole) > ROUNDING)
    return refuse(
      path,
      slot,
      `的步长是 ${Math.abs(a)} ${unit},不能是 ${value}。`,
      `goes in steps of ${Math.abs(a)} ${unit}, not ${value}.`,
    );
  return { ok: true, value: whole };
};
