import { decode, encode, type FloatField, f32be, type IntegerField, i16be, i32be, u16be, u32be } from "@dianan/layout";

/**
 * How four bytes of a number stand in two registers, from the first byte on the wire: `A` is the highest byte of the number. `ABCD` is
 * plain high byte first, `CDAB` has its words swapped, `BADC` the bytes of each word, `DCBA` both. One register: `BADC` and
 * `DCBA` swap its bytes.
 */
export type WordOrder = "ABCD" | "CDAB" | "BADC" | "DCBA";

/** How registers make a number (寄存器取值方式). */
export type RegisterType = {
  /** Unsigned and signed (two's complement) of 16 and 32 bits, IEEE 754 single. */
  readonly type: "u16" | "i16" | "u32" | "i32" | "f32";
  /** Default `ABCD`. */ readonly order?: WordOrder;
  /** Some bits only: `from` 0 is the lowest. With a signed type they are signed too. Not of `f32`. {@link highByte}, {@link lowByte}. */
  readonly bits?: { readonly from: number; readonly count: number };
  /** The number x `multiplier` / `divisor` + `offset` is the value; 1, 1 and 0 when not given. */
  readonly multiplier?: number;
  readonly divisor?: number;
  readonly offset?: number;
  /** Numbers, before scaling, that say that there is no value, such as 65535. */ readonly sentinels?: readonly number[];
};

/** What registers say: a value, or that there is none. `raw` is the number before scaling. */
export type RegisterValue =
  | { readonly quality: "good"; readonly value: number; readonly raw: number }
  /** The device's mark for "no value". */
  | { readonly quality: "sentinel"; readonly raw: number }
  /** A float that is no number. */
  | { readonly quality: "missing" };

/** High byte of a register that packs two numbers (高字节): bits 8 to 15. */
export const highByte = { from: 8, count: 8 } as const;
/** Low byte of a register that packs two numbers (低字节): bits 0 to 7. */
export const lowByte = { from: 0, count: 8 } as const;

type NumberField = IntegerField | FloatField;
const fields: Readonly<Record<RegisterType["type"], { readonly field: NumberField; readonly unsigned: NumberField }>> =
  {
    u16: { field: u16be, unsigned: u16be },
    i16: { field: i16be, unsigned: u16be },
    u32: { field: u32be, unsigned: u32be },
    i32: { field: i32be, unsigned: u32be },
    f32: { field: f32be, unsigned: f32be },
  };

/** Registers that a number takes: 1 or 2. */
export const registerCount = ({ type }: RegisterType): 1 | 2 => (type === "u16" || type === "i16" ? 1 : 2);

/** For each byte of the number, highest first: its place on the wire. */
const placesOf = (type: RegisterType): readonly number[] => {
  const letters = "ABCD".slice(0, registerCount(type) * 2);
  const wire = [...(type.order ?? "ABCD")].filter((letter) => letters.includes(letter));
  return [...letters].map((letter) => wire.indexOf(letter));
};

const checkType = ({ type, order, bits, divisor, multiplier }: RegisterType): void => {
  if (!Object.hasOwn(fields, type)) throw new RangeError(`type: there is no ${JSON.stringify(type)}`);
  if (order !== undefined && !/^(?:ABCD|CDAB|BADC|DCBA)$/.test(order))
    throw new RangeError(`order: there is no ${JSON.stringify(order)}`);
  if (divisor === 0 || multiplier === 0) throw new RangeError(`${divisor === 0 ? "divisor" : "multiplier"}: 0`);
  if (bits === undefined) return;
  const width = fields[type].field.size * 8;
  const { from, count } = bits;
  if (
    type === "f32" ||
    !Number.isInteger(from) ||
    !Number.isInteger(count) ||
    from < 0 ||
    count < 1 ||
    from + count > width
  )
    throw new RangeError(`bits: ${count} from ${from} are not inside ${type}`);
};

const rawOf = (wire: Uint8Array, type: RegisterType): number => {
  const { field, unsigned } = fields[type.type];
  const bytes = Uint8Array.from(placesOf(type), (place) => wire[place] as number);
  const number = decode<number>(type.bits === undefined ? field : unsigned, bytes);
  const raw = number.ok ? number.value : Number.NaN;
  if (type.bits === undefined) return raw;
  const { from, count } = type.bits;
  const part = Math.floor(raw / 2 ** from) % 2 ** count;
  return field !== unsigned && part >= 2 ** (count - 1) ? part - 2 ** count : part;
};

/**
 * The number in one or two registers.
 *
 * @param registers - as an answer has them, each 0 to 65535
 * @param index - of the first: the wire address of the number less the answer's `address`
 * @returns the scaled value, or why there is none; never a number that is not finite
 * @throws RangeError when the type is wrong, or a register is not there
 */
export const registerValue = (registers: readonly number[], index: number, type: RegisterType): RegisterValue => {
  checkType(type);
  const own = registers.slice(index, index + registerCount(type));
  if (index < 0 || !Number.isInteger(index) || own.length < registerCount(type))
    throw new RangeError(
      `registers[${index}]: ${type.type} needs ${registerCount(type)}, there are ${registers.length}`,
    );
  const raw = rawOf(Uint8Array.from(own.flatMap((register) => [...encode(u16be, register)])), type);
  if (type.sentinels?.includes(raw)) return { quality: "sentinel", raw };
  const { multiplier = 1, divisor = 1, offset = 0 } = type;
  const value = (raw * multiplier) / divisor + offset;
  return Number.isFinite(value) ? { quality: "good", value, raw } : { quality: "missing" };
};

/**
 * Registers that say this value: for writes. Rounded to the nearest number that the type has.
 *
 * @throws RangeError when the value does not fit, would be read as a sentinel, or fills only some bits of a register (those must be
 *   read first)
 */
export const registersOf = (value: number, type: RegisterType): readonly number[] => {
  checkType(type);
  if (type.bits !== undefined) throw new RangeError("bits: the other bits of the register are not known");
  const { multiplier = 1, divisor = 1, offset = 0 } = type;
  const exact = ((value - offset) * divisor) / multiplier;
  const raw = type.type === "f32" ? exact : Math.round(exact);
  if (!Number.isFinite(raw) || type.sentinels?.includes(raw)) throw new RangeError(`value: ${value} cannot be said`);
  const bytes = encode<number>(fields[type.type].field, raw);
  const wire = new Uint8Array(bytes.length);
  for (const [i, place] of placesOf(type).entries()) wire[place] = bytes[i] as number;
  return Array.from({ length: registerCount(type) }, (_, i) => {
    const register = decode(u16be, wire.subarray(i * u16be.size, (i + 1) * u16be.size));
    return register.ok ? register.value : 0;
  });
};
