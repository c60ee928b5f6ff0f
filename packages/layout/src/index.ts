export { bcd } from "./bcd.ts";
export { bcdKeeping } from "./bcd-keeping.ts";
export { bcdNumber } from "./bcd-number.ts";
export { bcdWildcard } from "./bcd-wildcard.ts";
export { type BitField, type BitFields, bitFields } from "./bit-fields.ts";
export { type BitSeries, bitSeries, firstBits } from "./bit-series.ts";
export { bytes, bytesUntilEnd, type KeptBytes, magic, rawOf, reserved } from "./bytes.ts";
export { bytesBefore } from "./bytes-before.ts";
export type { Charset } from "./charset.ts";
export {
  type ChecksumAlgorithm,
  type ChecksumField,
  checksum,
  crc16modbus,
  crc16modbusEnd,
  putChecksum,
  sum8,
  sum16,
} from "./checksum.ts";
export { type DecodeOptions, decode, decodeLenient, encode, type LenientReading, valueAt } from "./codec.ts";
export { type Cp56Time, cp56Time } from "./cp56-time.ts";
export { decoderSource } from "./decoder-source.ts";
export { countOf, type DerivedField, lengthOf, tagOf } from "./derived.ts";
export { describeLayout, type LayoutRow, typeText } from "./describe.ts";
export { explain } from "./explain.ts";
export { type WrittenDecoder, withDecoder } from "./fast.ts";
export { type Code, type Field, type FieldNotes, type HiddenField, named, type TypeOf } from "./field.ts";
export { type Flags, flags } from "./flags.ts";
export { frameTree, type TreeNode } from "./frame-tree.ts";
export type { Input } from "./input.ts";
export { type IntSeries, intSeries, widthOf } from "./int-series.ts";
export {
  type FloatField,
  f32be,
  f32le,
  type IntegerField,
  i8,
  i16be,
  i16le,
  i32be,
  i32le,
  u8,
  u16be,
  u16le,
  u24be,
  u24le,
  u32be,
  u32le,
  u40le,
  u48be,
  u48le,
} from "./integers.ts";
export { type Limits, limited } from "./limited.ts";
export { list } from "./list.ts";
export { type MissingAtField, missingAt } from "./missing-at.ts";
export type { Output } from "./output.ts";
export { lengthPrefixed, omittableTail, optionalTail } from "./prefixed.ts";
export { repeats } from "./repeats.ts";
export type { DecodeError, DecodeErrorCode, Result } from "./result.ts";
export type { Shape, UnionCase } from "./shape.ts";
export { shifted } from "./shifted.ts";
export { type SizedUint, uintUntilEnd } from "./sized-uint.ts";
export { type Fields, type StructField, type StructValue, struct } from "./struct.ts";
export { type RawText, type Text, text, textOf, textUntilEnd } from "./text.ts";
export {
  type KeptTimeLabel,
  type TimeLabel,
  type TimeLabelOptions,
  timeLabel,
  timeLabelBcd,
  timeLabelKeeping,
  timeLabelOf,
} from "./time-label.ts";
export { trailing } from "./trailing.ts";
export { type UnionField, union } from "./union.ts";
