import type { ReadFunction, ReadPlace } from "./entity-numbers.ts";
import type { ModbusRequest } from "./messages.ts";
import { limits } from "./pdu.ts";

/** Neighbouring registers or coils that one request reads. */
export type ReadBlock = ReadPlace & { readonly quantity: number };

/** What a device can answer at once, and how far apart two places may be that are read together. */
export type ReadPlanOptions = {
  /** Most registers that the device gives at once: 1 to 125, default 125. */ readonly registersMax?: number;
  /** Most coils or inputs that the device gives at once: 1 to 2000, default 2000. */ readonly coilsMax?: number;
  /** Registers or coils between two wanted ones that are read along rather than asked apart. Default 0: some devices refuse a block
   * with an address that they do not have. */
  readonly gapMax?: number;
};

const ADDRESSES = 0x1_0000;
const isBits = (read: ReadFunction): boolean => read === 1 || read === 2;

const whole = (name: string, value: number, min: number, max: number): number => {
  if (!Number.isInteger(value) || value < min || value > max)
    throw new RangeError(`${name}: ${value} is not a whole number from ${min} to ${max}`);
  return value;
};

const checked = (blocks: readonly ReadBlock[]): readonly ReadBlock[] => {
  for (const [i, { function: read, address, quantity }] of blocks.entries()) {
    whole(`wanted[${i}].function`, read, 1, 4);
    whole(`wanted[${i}].address`, address, 0, ADDRESSES - 1);
    whole(`wanted[${i}].quantity`, quantity, 1, ADDRESSES - address);
  }
  return blocks;
};

/** A block in pieces that the device gives at once. */
const pieces = ({ function: read, address, quantity }: ReadBlock, most: number): readonly ReadBlock[] =>
  Array.from({ length: Math.ceil(quantity / most) }, (_, i) => ({
    function: read,
    address: address + i * most,
    quantity: Math.min(most, quantity - i * most),
  }));

const endOf = ({ address, quantity }: ReadBlock): number => address + quantity;

/**
 * The fewest requests that read everything wanted, in the order of function and address. A wanted range is never torn, so that a
 * value in two registers comes out of one answer, unless it is longer than the device gives at once: then it is split into
 * pieces of the most. Ranges that overlap are read together where they fit.
 *
 * @throws RangeError that begins with the path of a range or option that is wrong
 */
export const readPlan = (wanted: readonly ReadBlock[], options: ReadPlanOptions = {}): readonly ReadBlock[] => {
  const registersMax = whole("registersMax", options.registersMax ?? limits.registersRead, 1, limits.registersRead);
  const coilsMax = whole("coilsMax", options.coilsMax ?? limits.coilsRead, 1, limits.coilsRead);
  const gapMax = whole("gapMax", options.gapMax ?? 0, 0, ADDRESSES);
  const mostOf = (read: ReadFunction): number => (isBits(read) ? coilsMax : registersMax);
  const sorted = checked(wanted)
    .flatMap((one) => pieces(one, mostOf(one.function)))
    .sort((a, b) => a.function - b.function || a.address - b.address || a.quantity - b.quantity);
  const plan: ReadBlock[] = [];
  for (const one of sorted) {
    const last = plan.at(-1);
    const end = last === undefined ? 0 : Math.max(endOf(last), endOf(one));
    const isNear = last?.function === one.function && one.address <= endOf(last) + gapMax;
    if (last !== undefined && isNear && end - last.address <= mostOf(one.function))
      plan[plan.length - 1] = { ...last, quantity: end - last.address };
    else plan.push(one);
  }
  return plan;
};

const kinds = {
  1: "readCoils",
  2: "readDiscreteInputs",
  3: "readHoldingRegisters",
  4: "readInputRegisters",
} as const;

/** The request that reads a block. */
export const readMessage = ({ function: read, address, quantity }: ReadBlock): ModbusRequest => ({
  kind: kinds[read],
  address,
  quantity,
});
