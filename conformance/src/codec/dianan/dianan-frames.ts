import { type DiananFrame, dianan } from "@dianan/codec";
import { crc16modbus, type Field } from "@dianan/layout";
import { arbitraryOf, hexText, vectorValue } from "@dianan/testkit";
import fc from "fast-check";
import type { SoundFrame } from "../frames.ts";

/** A kind of record: its tag, and which way it travels. */
export type RecordKind = { readonly kind: string; readonly tag: number; readonly direction: "up" | "down" };

/** Places inside of a frame, DianAn DP V1 §3.1. Bytes from its start. */
export const at = { options: 1, length: 2, device: 4, counter: 10, time: 14, records: 18 } as const;
export const RECORDS_MAX = 1_024;
const FROM_PLATFORM = 64;
const FROM_BOTH = 128;

/** The same bytes with the check value that they should have: what is wrong about them is something else. */
export const checked = (bytes: Uint8Array): Uint8Array => {
  const crc = crc16modbus(bytes, 0, bytes.length - 2);
  return bytes.with(bytes.length - 2, crc & 0xff).with(bytes.length - 1, crc >> 8);
};

/** A frame with this record area, whatever it is. */
export const frameWith = (records: Uint8Array, announced = records.length): Uint8Array =>
  checked(
    Uint8Array.of(
      0xda,
      0,
      announced >> 8,
      announced & 0xff,
      0,
      0,
      0,
      0,
      3,
      0x79,
      0,
      0,
      0,
      7,
      0,
      0,
      0,
      0,
      ...records,
      0,
      0,
    ),
  );

const [plain] = dianan.tables.map(({ layout }) => layout);
const fieldsOf = (field: Field<unknown> | undefined) => {
  const shape = field?.shape;
  return (shape?.kind === "struct" ? shape.fields : {}) as Readonly<Record<string, Field<unknown>>>;
};
const list = fieldsOf(plain).records?.shape;
const union = list?.kind === "list" ? fieldsOf(list.item).content?.shape : undefined;
const cases = union?.kind === "union" ? union.cases : [];

export const recordKinds: readonly RecordKind[] = cases.map(({ kind, tag }) => ({
  ...{ kind, tag, direction: tag >= FROM_PLATFORM && tag < FROM_BOTH ? "down" : "up" },
}));
const layoutOf = new Map(cases.map(({ kind, layout }) => [kind, layout] as const));

const sound = (frame: DiananFrame): SoundFrame | null => {
  try {
    const bytes = dianan.encodeFrame(frame);
    return { bytes, hex: hexText(bytes), value: vectorValue(frame) };
  } catch {
    // Records that are too long for their length byte.
    return null;
  }
};
const heads = fc.tuple(
  arbitraryOf(plain as Field<unknown>) as fc.Arbitrary<DiananFrame>,
  fc.boolean(),
  fc.uint8Array({ minLength: 8, maxLength: 8 }),
);
const framed = (
  content: fc.Arbitrary<readonly DiananFrame["records"][number]["content"][]> | null,
  direction: "up" | "down",
): fc.Arbitrary<SoundFrame> =>
  fc
    .tuple(heads, content ?? fc.constant(null))
    .map(([[head, isSecured, mac], contents]) =>
      sound({
        ...head,
        options: { ...head.options, secured: isSecured, down: direction === "down", reserved: 0 },
        records: contents === null ? head.records : contents.map((one) => ({ content: one })),
        mac: isSecured ? { bytes: mac } : null,
      }),
    )
    .filter((frame) => frame !== null);

/** Sound frames with one record of a kind, every field of it up to its limits. */
export const framesOf = ({ kind, direction }: RecordKind): fc.Arbitrary<SoundFrame> =>
  framed(
    (arbitraryOf(layoutOf.get(kind) as Field<object>) as fc.Arbitrary<object>).map((content) => [
      { kind, ...content } as DiananFrame["records"][number]["content"],
    ]),
    direction,
  );

/** Sound frames of any records, with a code or without. */
export const anyFrame: fc.Arbitrary<SoundFrame> = framed(null, "up");
