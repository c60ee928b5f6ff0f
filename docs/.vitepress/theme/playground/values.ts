import { hexOf, readHex } from "./hex.ts";

export type Plain = boolean | number | string | null | Uint8Array;
export type Keys = readonly (string | number)[];
/** One value of a decoded frame that can be changed. */
export type Leaf = { readonly path: string; readonly keys: Keys; readonly value: Plain };

const isPlain = (value: unknown): value is Plain =>
  value === null || typeof value !== "object" || value instanceof Uint8Array;
export const pathOf = (keys: Keys): string =>
  keys.map((key, index) => (typeof key === "number" ? `[${key}]` : index === 0 ? key : `.${key}`)).join("");

/** The values of a decoded frame in order. */
export const leavesOf = (value: unknown, keys: Keys = []): readonly Leaf[] => {
  if (value === undefined) return [];
  if (isPlain(value)) return [{ path: pathOf(keys), keys, value }];
  const entries = Array.isArray(value) ? value.map((one, at) => [at, one] as const) : Object.entries(value as object);
  return entries.flatMap(([key, one]) => leavesOf(one, [...keys, key]));
};

/** A copy with another value at a place. */
export const withValue = (value: unknown, keys: Keys, next: unknown): unknown => {
  const [key, ...rest] = keys;
  if (key === undefined) return next;
  if (Array.isArray(value)) return value.map((one, at) => (at === key ? withValue(one, rest, next) : one));
  const object = value as Readonly<Record<string, unknown>>;
  return { ...object, [key]: withValue(object[key as string], rest, next) };
};

/** Items of lists that can be repeated or taken away: each item of a list of structures. */
export const itemsOf = (value: unknown, keys: Keys = []): readonly Keys[] => {
  if (value === undefined || isPlain(value)) return [];
  if (Array.isArray(value))
    return value.flatMap((one, at) => (isPlain(one) ? [] : [[...keys, at], ...itemsOf(one, [...keys, at])]));
  return Object.entries(value as object).flatMap(([key, one]) => itemsOf(one, [...keys, key]));
};

const listAt = (value: unknown, keys: Keys): readonly unknown[] =>
  keys.reduce<unknown>(
    (one, key) => (one as Readonly<Record<string | number, unknown>>)[key],
    value,
  ) as readonly unknown[];

/** A copy in which an item of a list stands twice. */
export const withItemTwice = (value: unknown, keys: Keys): unknown => {
  const [list, at] = [listAt(value, keys.slice(0, -1)), Number(keys.at(-1))];
  return withValue(value, keys.slice(0, -1), [...list.slice(0, at + 1), ...list.slice(at)]);
};

/** A copy without an item of a list. */
export const withoutItem = (value: unknown, keys: Keys): unknown => {
  const list = listAt(value, keys.slice(0, -1));
  return withValue(
    value,
    keys.slice(0, -1),
    list.filter((_, at) => at !== keys.at(-1)),
  );
};

export const textOfPlain = (value: Plain): string =>
  value instanceof Uint8Array ? hexOf(value) : value === null ? "" : String(value);

/**
 * What was typed in place of a value, as a value of the same type; of one that was absent: nothing, a number or a text.
 *
 * @throws TypeError that says what is wanted
 */
export const typed = (text: string, old: Plain): Plain => {
  if (old instanceof Uint8Array) {
    const bytes = readHex(text);
    if (bytes instanceof Uint8Array) return bytes;
    throw new TypeError(`${bytes.zh} ${bytes.en}`);
  }
  if (typeof old === "string") return text;
  const number = Number(text);
  if (old === null) return text.trim() === "" ? null : Number.isNaN(number) ? text : number;
  if (text.trim() === "") return typeof old === "number" ? wantsNumber(text) : text;
  return Number.isNaN(number) ? wantsNumber(text) : number;
};

const wantsNumber = (text: string): never => {
  throw new TypeError(
    `“${text}”不是数字:请输入十进制数或 0x 开头的十六进制数。 "${text}" is no number: type a decimal one, or hex after 0x.`,
  );
};
