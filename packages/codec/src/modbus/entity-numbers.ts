/** Functions that read, 1 to 4. */
export type ReadFunction = 1 | 2 | 3 | 4;

/** Where something is read: function and wire address. Profiles store this, never an entity number. */
export type ReadPlace = {
  readonly function: ReadFunction;
  /** As on the wire, from 0: 0 to 65535. */ readonly address: number;
};

/** First digit of each area's entity numbers (数据区), by the function that reads it. */
const areas: Readonly<Record<ReadFunction, string>> = { 1: "0", 2: "1", 4: "3", 3: "4" };
const ADDRESS_MAX = 0xffff;
/** Highest number that four digits behind the area's have. */
const SHORT_MAX = 9_999;

/**
 * The entity number (实体编号) of a place, as manuals print it: area digit and number counted from 1. `{ function: 4, address: 8 }` is
 * `30009`. Five digits, six where the number needs them.
 *
 * @throws RangeError for an address that is not 0 to 65535
 */
export const entityNumberOf = ({ function: read, address }: ReadPlace): string => {
  if (!Number.isInteger(address) || address < 0 || address > ADDRESS_MAX)
    throw new RangeError(`address: ${address} is not 0 to ${ADDRESS_MAX}`);
  const area = areas[read];
  if (area === undefined) throw new RangeError(`function: ${read} is not 1 to 4`);
  const number = address + 1;
  return area + String(number).padStart(number > SHORT_MAX ? 5 : 4, "0");
};

/**
 * The place of an entity number of five or six digits: `30009` is function 4, wire address 8 (one less, once: not 30008, and not
 * 9). Null for a text that is no entity number.
 */
export const readPlaceOf = (text: string): ReadPlace | null => {
  const match = /^([0134])(\d{4,5})$/.exec(text);
  const address = Number(match?.[2]) - 1;
  const entry = Object.entries(areas).find(([, digit]) => digit === match?.[1]);
  if (entry === undefined || address < 0 || address > ADDRESS_MAX) return null;
  return { function: Number(entry[0]) as ReadFunction, address };
};
