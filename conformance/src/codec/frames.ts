import { gb26875 } from "@dianan/codec";
import type { Field } from "@dianan/layout";
import { arbitraryOf, hexText, vectorValue } from "@dianan/testkit";
import fc from "fast-check";

type Frame = Parameters<typeof gb26875.encodeFrame>[0];

/** A kind of message of the standard: its type flag, which way it travels, under which command. */
export type MessageKind = {
  readonly kind: string;
  readonly typeFlag: number;
  readonly direction: "up" | "down";
  readonly command: number;
  /** Most objects that there may be; null for a type with exactly one. */ readonly max: number | null;
  readonly zh: string;
  readonly en: string;
};

/** A sound frame: its bytes, and the value that they stand for as vectors write it. */
export type SoundFrame = { readonly bytes: Uint8Array; readonly hex: string; readonly value: unknown };

/** Places inside of a packet, §6.6 table 1. Bytes from its start. */
export const places = {
  ...{ start: 0, serial: 2, version: 4, time: 6, source: 12, destination: 18, length: 24, command: 26, data: 27 },
} as const;
/** Bytes of a packet without application data, of checksum and end mark, and the most bytes of data. */
export const OVERHEAD = 30;
export const TAIL = 3;
export const DATA_MAX = 1024;

/** The same bytes with the checksum that they should have: what is wrong about them is something else. §6.6 */
export const summed = (bytes: Uint8Array): Uint8Array => {
  const repaired = bytes.slice();
  const sumAt = bytes.length - TAIL;
  repaired[sumAt] = bytes.subarray(places.serial, sumAt).reduce((sum, byte) => (sum + byte) & 0xff, 0);
  return repaired;
};

const HEAD = [0x40, 0x40, 1, 0, 1, 1, 3, 5, 8, 20, 11, 26, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

/** A packet with these application data, whatever they are. `announced`: what its length says of them. */
export const packet = (command: number, data: Uint8Array, announced = data.length): Uint8Array =>
  summed(Uint8Array.of(...HEAD, announced & 0xff, announced >> 8, command, ...data, 0, 0x23, 0x23));

const asRecord = (value: unknown) => value as Readonly<Record<string, Field<unknown>>>;
const packetFields = asRecord(gb26875.layout.shape.kind === "struct" ? gb26875.layout.shape.fields : {});
const tail = packetFields.message?.shape;
const unit = tail?.kind === "optionalTail" ? tail.inner.shape : undefined;
const cases = unit?.kind === "union" ? unit.cases : [];

/** Every kind of message that table 3 has, in the order of its numbers. */
export const messageKinds: readonly MessageKind[] = cases
  .map(({ kind, tag, layout }) => {
    const rule = gb26875.typeRuleOf(tag);
    const flag = Object.values(gb26875.typeFlags).find(({ code }) => code === tag);
    const items = layout.shape.kind === "struct" ? asRecord(layout.shape.fields).items?.shape : undefined;
    return {
      kind,
      typeFlag: tag,
      direction: rule?.direction ?? "up",
      command: rule?.commands[0] ?? 2,
      max: items?.kind === "list" ? items.max : null,
      zh: flag?.zh ?? kind,
      en: flag?.en ?? kind,
    } as const;
  })
  .sort((a, b) => a.typeFlag - b.typeFlag);

const layoutOf = new Map(cases.map(({ kind, layout }) => [kind, layout] as const));
const heads = arbitraryOf(gb26875.layout) as fc.Arbitrary<Frame>;

/** Sound frames of one kind of message, every field of it up to its limits. */
export const framesOf = ({ kind, command }: MessageKind): fc.Arbitrary<SoundFrame> => {
  const messages = arbitraryOf(layoutOf.get(kind) as Field<object>);
  return fc.tuple(heads, messages).map(([head, message]) => {
    const frame = { ...head, command, message: { kind, ...message } } as Frame;
    const bytes = gb26875.encodeFrame(frame);
    return { bytes, hex: hexText(bytes), value: vectorValue(frame) };
  });
};

/** Sound frames of any kind that a device sends. */
export const anyFrame: fc.Arbitrary<SoundFrame> = fc.oneof(
  ...messageKinds.filter(({ direction }) => direction === "up").map(framesOf),
);

/** The same frame with another serial. */
export const withSerial = ({ bytes, value }: SoundFrame, serial: number): SoundFrame => {
  const own = summed(bytes.with(places.serial, serial & 0xff).with(places.serial + 1, serial >> 8));
  return { bytes: own, hex: hexText(own), value: { ...(value as object), serial } };
};

/** Id of a kind's requirement: `F3-T3-02`. */
export const typeRequirement = ({ typeFlag }: MessageKind): string => `F3-T3-${String(typeFlag).padStart(2, "0")}`;
