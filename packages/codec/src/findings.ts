import type { DecodeError, Result } from "@dianan/layout";

/** One thing that is wrong, without those beside it. */
export type Finding = Omit<DecodeError, "also">;

/** Everything that a refusal says, each by itself; nothing when it is none. */
export const findingsOf = (result: Result<unknown, DecodeError>): readonly Finding[] =>
  result.ok ? [] : [result.error, ...(result.error.also ?? [])].map(({ also: _, ...finding }) => finding);

/** Findings as one error in the order of the bytes; what was found twice is told once, as it was told first. */
export const inByteOrder = (findings: readonly [Finding, ...Finding[]]): DecodeError => {
  const [first, ...also] = findings
    .filter((one, i) => findings.findIndex(({ offset, code }) => offset === one.offset && code === one.code) === i)
    .sort((a, b) => a.offset - b.offset) as [Finding, ...Finding[]];
  return also.length === 0 ? first : { ...first, also };
};
