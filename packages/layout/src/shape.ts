import type { BitField } from "./bit-fields.ts";
import type { Charset } from "./charset.ts";
import type { ChecksumAlgorithm } from "./checksum.ts";
import type { Field } from "./field.ts";
import type { FloatField, IntegerField } from "./integers.ts";
import type { TimeLabelOptions } from "./time-label.ts";

/** One case of a union: value kind, tag on the wire, layout of the body. */
export type UnionCase = { readonly kind: string; readonly tag: number; readonly layout: Field<unknown> };

/** What a field is, as data. Tables, generators and viewers switch over `kind`. */
export type Shape =
  | {
      readonly kind: "integer";
      readonly type: string;
      readonly min: number;
      readonly max: number;
      /** The only numbers allowed, where a document allows but a few. */ readonly only?: readonly number[];
    }
  | { readonly kind: "float"; readonly type: string }
  | { readonly kind: "flags"; readonly base: IntegerField; readonly bits: Readonly<Record<string, number>> }
  | {
      readonly kind: "bitFields";
      readonly base: IntegerField;
      readonly parts: Readonly<Record<string, BitField>>;
    }
  | { readonly kind: "missingAt"; readonly base: IntegerField | FloatField; readonly mark: number }
  | { readonly kind: "repeats"; readonly byte: number; readonly max: number }
  | { readonly kind: "text"; readonly charset: Charset; readonly size: number | null; readonly pad: number }
  | { readonly kind: "series"; readonly countMax: number; readonly widthMax: number }
  /** `count`: name of a sibling, or `untilEnd`. */
  | { readonly kind: "bits"; readonly count: string; readonly min: number }
  /** `size` null: up to the end of the region, without its last `tail` bytes. */
  | { readonly kind: "bytes"; readonly size: number | null; readonly tail?: number }
  | {
      readonly kind: "bcd";
      /** Null: as many as the region holds. */
      readonly digits: number | null;
      readonly lowFirst: boolean;
      /** Byte that stands for any two digits, in the highest places only. */
      readonly wild?: number;
      /** Bytes that are no digits are a value too. */
      readonly keep?: true;
    }
  | { readonly kind: "sizedUint"; readonly widthMax: number }
  | { readonly kind: "cp56Time" }
  | { readonly kind: "bcdNumber"; readonly digits: number; readonly signed: boolean; readonly max: number }
  /** `keep`: six bytes that are no time are a value too. */
  | ({ readonly kind: "timeLabel"; readonly keep: boolean } & Required<TimeLabelOptions>)
  | { readonly kind: "magic"; readonly bytes: Uint8Array }
  | { readonly kind: "reserved"; readonly size: number; readonly value: number }
  | {
      readonly kind: "list";
      readonly item: Field<unknown>;
      /** Integer in front, name of a sibling, or items until the end of the region. */
      readonly count: IntegerField | string;
      readonly min: number;
      readonly max: number;
      /** The rest of the region, shared evenly, is the size of an item. */ readonly even: boolean;
    }
  | { readonly kind: "prefixed"; readonly prefix: IntegerField; readonly inner: Field<unknown>; readonly max: number }
  | {
      readonly kind: "union";
      readonly tag: IntegerField | string;
      readonly cases: readonly UnionCase[];
      /** Name of the tag in the value of an unknown case, or null when unknown tags are refused. */
      readonly unknownTag: string | null;
    }
  | { readonly kind: "shifted"; readonly inner: Field<unknown>; readonly by: number }
  | { readonly kind: "optionalTail"; readonly inner: Field<unknown>; readonly absent: null | undefined }
  | { readonly kind: "trailing"; readonly inner: Field<unknown> }
  | {
      readonly kind: "derived";
      readonly what: "length" | "count" | "tag";
      readonly target: string;
      readonly base: IntegerField;
      readonly plus: number;
      readonly max: number;
    }
  | { readonly kind: "checksum"; readonly algorithm: ChecksumAlgorithm; readonly from: string; readonly to: string }
  | { readonly kind: "struct"; readonly clause: string; readonly fields: Readonly<Record<string, Field<unknown>>> };
