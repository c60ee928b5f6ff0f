/** Where a value and its set point stand on a bar of 100 (测量值条); null: it is not drawn, for there is no set point to compare with. */
export type ValueBar = { readonly value: number; readonly limit: number };

/** A quarter more than the greater of the two is the end of the bar, so that a value over its set point shows by how much. */
const ROOM = 1.25;

/** @param limit - the set point; null: not known */
export const valueBar = (value: number | null, limit: number | null): ValueBar | null => {
  if (value === null || limit === null || limit <= 0 || value < 0) return null;
  const end = Math.max(value, limit) * ROOM;
  return { value: Math.round((value / end) * 1000) / 10, limit: Math.round((limit / end) * 1000) / 10 };
};
