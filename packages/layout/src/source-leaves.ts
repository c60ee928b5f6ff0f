import type { Field } from "./field.ts";
import type { IntegerField } from "./integers.ts";
import { numberTexts } from "./number-texts.ts";
import type { Shape } from "./shape.ts";
import { type Place, placeOf, plus, type SourceWriter, textOfPlace } from "./source-writer.ts";

type Of<K extends Shape["kind"]> = Extract<Shape, { readonly kind: K }>;

/** A value as program text, and the place behind its bytes. */
export type Read = { readonly value: string; readonly after: Place };

/** Where and how a field is read. */
export type Reading = {
  readonly out: SourceWriter;
  /** Variable that holds the bytes. */ readonly bytes: string;
  /** The end of the region. */ readonly end: string;
  /** Variables of earlier siblings that later fields follow. */ readonly scope: ReadonlyMap<string, string>;
  /** Its bytes are known to be there. */ readonly isChecked: boolean;
};

/** A condition that holds for numbers outside a field's own limits. */
const unlessAllowed = ({ shape: { min, max, only } }: IntegerField, value: string): string =>
  only === undefined ? `${value} < ${min} || ${value} > ${max}` : only.map((one) => `${value} !== ${one}`).join(" && ");

/** Reads an integer; its bytes are there. */
export const number = ({ out, bytes }: Reading, field: IntegerField, at: Place): string => {
  const pattern = numberTexts[field.shape.type];
  if (pattern === undefined) throw new TypeError(`decoderSource: no text for ${field.shape.type}`);
  const byteAt = (index: string): string => `${bytes}[${textOfPlace(plus(at, Number(index)))}]`;
  const value = out.keep(pattern.replace(/\$(\d)/g, (_, index: string) => byteAt(index)));
  // Limits of its own.
  if (field.op === 0) out.refuseIf(unlessAllowed(field, value));
  return value;
};

/** Reads a single; its bytes are there. */
const float = ({ out, bytes }: Reading, type: string, at: Place): string =>
  out.keep(`floatAt(${bytes}, ${textOfPlace(at)}, ${type.endsWith("le")})`);

/** Words up to this size fit the machine's bit operations. */
const WORD_BYTES = 4;
const hex = (word: number): string => `0x${word.toString(16)}`;

const flagsText = (word: string, { bits }: Of<"flags">): string => {
  const names = Object.entries(bits).map(
    ([name, bit]) => `${JSON.stringify(name)}: (${word} & ${hex(2 ** bit)}) !== 0`,
  );
  const free = Object.values(bits).reduce((rest, bit) => rest - 2 ** bit, 0xffff_ffff);
  return `{ ${[...names, `reserved: (${word} & ${hex(free)}) >>> 0`].join(", ")} }`;
};

const bitFieldsText = (word: string, { parts }: Of<"bitFields">): string => {
  const names = Object.entries(parts).map(
    ([name, { low, width }]) => `${JSON.stringify(name)}: (${word} >>> ${low}) & ${hex(2 ** width - 1)}`,
  );
  const free = Object.values(parts).reduce((rest, { low, width }) => rest - (2 ** width - 1) * 2 ** low, 0xffff_ffff);
  return `{ ${[...names, `reserved: (${word} & ${hex(free)}) >>> 0`].join(", ")} }`;
};

/** Reads by the field's own code: directly where it can, else through an Input. */
const byOwnCode = (reading: Reading, field: Field<unknown>, self: string, at: Place, to: Place | null): Read => {
  const { out, bytes, end } = reading;
  if (field.readAt !== undefined && to !== null) {
    const readAt = out.constant(`${self}.readAt`);
    const value = out.keep(`${readAt}(${bytes}, ${textOfPlace(at)}, ${textOfPlace(to)})`);
    out.refuseIf(`${value} === undefined`);
    return { value, after: to };
  }
  const leaf = out.constant(self);
  const input = out.keep(`inputAt(${bytes}, ${textOfPlace(at)}, ${end})`);
  const value = out.keep(`${leaf}.read(${input})`);
  out.refuseIf(`${input}.count !== 0`);
  return { value, after: to !== null && field.size !== null ? to : placeOf(out.keep(`${input}.at`)) };
};

const readSeries = (reading: Reading, field: Field<unknown>, self: string, at: Place): Read => {
  const { out, bytes, end } = reading;
  out.need(at, "1", end);
  const head = out.keep(`${bytes}[${textOfPlace(at)}]`);
  const to = placeOf(out.keep(`${textOfPlace(plus(at, 1))} + ((${head} >> 4) + 1) * (${head} & 15)`));
  out.refuseIf(`${textOfPlace(to)} > ${end}`);
  return byOwnCode(reading, field, self, at, to);
};

const readBits = ({ out, bytes, end, scope }: Reading, { count, min }: Of<"bits">, at: Place): Read => {
  const place = textOfPlace(at);
  const many = count === "untilEnd" ? out.keep(`8 * (${end} - ${place})`) : (scope.get(count) as string);
  const to = placeOf(out.keep(`${place} + Math.ceil(${many} / 8)`));
  out.refuseIf(`${many} < ${min} || ${textOfPlace(to)} > ${end}`);
  return { value: out.keep(`bitsAt(${bytes}, ${place}, ${many})`), after: to };
};

const readRepeats = ({ out, bytes, end }: Reading, { byte, max }: Of<"repeats">, at: Place): Read => {
  const value = out.fresh("n");
  const next = `${textOfPlace(at)} + ${value}`;
  out.say(
    `let ${value} = 0; while (${value} < ${max} && ${next} < ${end} && ${bytes}[${next}] === ${byte}) ${value}++;`,
  );
  return { value, after: placeOf(out.keep(next)) };
};

const NO_VALUE = "undefined";

/** Reads a field that has no fields inside. */
export const readLeaf = (reading: Reading, field: Field<unknown>, self: string, at: Place): Read => {
  const { out, bytes, end } = reading;
  const { shape, size } = field;
  if (size !== null && !reading.isChecked) out.need(at, String(size), end);
  const after = size === null ? placeOf(end) : plus(at, size);
  switch (shape.kind) {
    case "integer":
      return { value: number(reading, field as IntegerField, at), after };
    case "float":
      return { value: float(reading, shape.type, at), after };
    case "missingAt": {
      const { base, mark } = shape;
      const isFloat = base.shape.kind === "float";
      const value = isFloat ? float(reading, base.shape.type, at) : number(reading, base as IntegerField, at);
      return { value: out.keep(`${value} === ${mark} ? null : ${value}`), after };
    }
    case "flags":
    case "bitFields": {
      if (shape.base.size > WORD_BYTES) return byOwnCode(reading, field, self, at, after);
      const word = number(reading, shape.base, at);
      return { value: out.keep(shape.kind === "flags" ? flagsText(word, shape) : bitFieldsText(word, shape)), after };
    }
    case "magic":
      for (const [i, byte] of shape.bytes.entries()) out.refuseIf(`${bytes}[${textOfPlace(plus(at, i))}] !== ${byte}`);
      return { value: NO_VALUE, after };
    case "reserved": {
      const i = out.fresh("i");
      const [from, to] = [textOfPlace(at), textOfPlace(after)];
      out.say(
        `for (let ${i} = ${from}; ${i} < ${to}; ${i}++) if (${bytes}[${i}] !== ${shape.value}) return undefined;`,
      );
      return { value: NO_VALUE, after };
    }
    case "bytes": {
      const to = size === null ? plus(after, -(shape.tail ?? 0)) : after;
      if (size === null) out.refuseIf(`${textOfPlace(at)} > ${textOfPlace(to)}`);
      return { value: out.keep(`copy(${bytes}, ${textOfPlace(at)}, ${textOfPlace(to)})`), after: to };
    }
    case "series":
      return readSeries(reading, field, self, at);
    case "bits":
      return readBits(reading, shape, at);
    case "repeats":
      return readRepeats(reading, shape, at);
    // Up to the end of the region, when they have no size.
    case "text":
    case "bcd":
    case "sizedUint":
      return byOwnCode(reading, field, self, at, after);
    default:
      return byOwnCode(reading, field, self, at, size === null ? null : after);
  }
};
