import type { Direction } from "../protocol.ts";

/** How types of a run travel. */
export type TypeRule = {
  readonly first: number;
  readonly last: number;
  readonly direction: Direction;
  /** Commands that carry them, as vendors' worked examples have it; the standard does not print the pairing. */
  readonly commands: readonly number[];
};

const up = (first: number, last: number): TypeRule => ({ first, last, direction: "up", commands: [2, 5] });
const read = (first: number, last: number): TypeRule => ({ first, last, direction: "down", commands: [4] });

/** Type flags that table 3 has, in runs: uploads and replies, reads, controls. GB/T 26875.3-2011 table 3, table 2. */
const rules: readonly TypeRule[] = [
  ...[up(1, 8), up(21, 21), up(24, 26), up(28, 28)],
  ...[read(61, 68), read(81, 81), read(84, 86), read(88, 88)],
  { first: 89, last: 91, direction: "down", commands: [1] },
];
const LAST_RESERVED = 127;
const REPLY_OFFSET = 60;

/** How a type travels; undefined for one that table 3 does not have. */
export const typeRuleOf = (typeFlag: number): TypeRule | undefined =>
  rules.find(({ first, last }) => typeFlag >= first && typeFlag <= last);

/** Whether a type flag is reserved by table 3 (预留). 255 is not listed at all. */
export const isReservedType = (typeFlag: number): boolean =>
  typeFlag <= LAST_RESERVED && typeRuleOf(typeFlag) === undefined;

/** Type of the reply to a read request (读): 60 less. Null for a type that asks for nothing. */
export const replyTypeOf = (typeFlag: number): number | null => {
  const answered = typeFlag - REPLY_OFFSET;
  return typeRuleOf(answered)?.direction === "up" && typeRuleOf(typeFlag)?.direction === "down" ? answered : null;
};
