import type { Input } from "./input.ts";
import type { Output } from "./output.ts";
import type { Shape } from "./shape.ts";

/** One entry of a code table. */
export type Code = { readonly code: number; readonly zh: string; readonly en?: string; readonly clause?: string };

/** What people read about a field: titles, clause, unit, code table. Has no influence on bytes. */
export type FieldNotes = {
  /** Chinese title (中文名称), such as `系统类型`. */
  readonly zh?: string;
  readonly en?: string;
  readonly clause?: string;
  readonly unit?: string;
  /** A number that people read in hexadecimal, such as a data identifier (数据标识). */
  readonly isHex?: boolean;
  readonly codes?: Readonly<Record<string, Code>>;
};

/** A piece of a layout that turns bytes into a `T` and back. Made by the functions of this package, never by hand. */
export interface Field<T> {
  /** What the field is, as data: for tables, generators and viewers. */
  readonly shape: Shape;
  /** Size in bytes, or null when it depends on the value. */
  readonly size: number | null;
  readonly notes: FieldNotes;
  /** A decoder of whole inputs that was written out for this layout; `undefined` for what it does not read. */
  readonly fast?: (bytes: Uint8Array) => unknown;
  /**
   * Reads from bytes that are all there, up to `to`, without an Input; `undefined` when `read` would report a fault. For
   * written decoders: a field that changes `read` must change this too, or leave it out.
   */
  readonly readAt?: (bytes: Uint8Array, from: number, to: number) => T | undefined;
  /** Reads at `input.at` and moves it. After a fault the returned value means nothing. */
  read(input: Input): T;
  /** Size in bytes of this value; throws a Misfit for a value of the wrong type. */
  sizeOf(value: T): number;
  /** Writes at `output.at` and moves it; throws a Misfit for a value that does not fit. */
  write(output: Output, value: T): void;
}

/** A field that has bytes but no place in the value: start marks, checksums, lengths, reserved bytes. */
export interface HiddenField extends Field<undefined> {
  readonly hidden: true;
}

/** The value that a field or layout decodes to and encodes from. */
export type TypeOf<F> = F extends HiddenField ? never : F extends Field<infer T> ? T : never;

/**
 * The same field with titles for people: `named(u8, { zh: "系统类型", en: "system type", codes: systemTypes })`.
 * Bytes and value type do not change.
 */
export const named = <F extends Field<unknown>>(field: F, notes: FieldNotes): F => ({
  ...field,
  notes: { ...field.notes, ...notes },
});
