/** Digits of a level of the administrative divisions (GB/T 2260, GB/T 10114): province, city, county, town, village. */
const LEVELS = [2, 4, 6, 9, 12] as const;

/**
 * What the codes of a region and of all that lies in it begin with (区划代码前缀). A code is filled up with zeros below its own
 * level: `350500` is the city `3505`, `350582101000` the town `350582101`.
 *
 * @param code - 6, 9 or 12 digits
 * @returns 2, 4, 6, 9 or 12 digits
 */
export const regionPrefix = (code: string): string => {
  const level = LEVELS.find((digits) => /^0*$/.test(code.slice(digits))) ?? 12;
  return code.slice(0, level);
};
