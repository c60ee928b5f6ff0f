/** What people did of alarms (处理情况): counts, and how long it took them. */
export type FigureSum = {
  readonly raised: number;
  readonly acknowledged: number;
  readonly rectified: number;
  readonly closed: number;
  readonly overdue: number;
  /** Closed as false. */ readonly asFalse: number;
  readonly acknowledgedInTime: number;
  /** By when it was due; what was never due is neither. */ readonly rectifiedInTime: number;
  /** From receipt to acknowledgement, of those acknowledged. */ readonly acknowledgeMs: number;
  readonly rectifyMs: number;
  /** So long nine of ten took at most (nearest rank, of all of them); null: none was. */ readonly acknowledgeP90Ms:
    | number
    | null;
  readonly rectifyP90Ms: number | null;
};

/** What is so of an alarm, as bits of one number: it is read of each alarm of a year. */
export const figureBits = { overdue: 1, closed: 2, asFalse: 4, acknowledgedInTime: 8, rectifiedInTime: 16 } as const;

export type FigureFold = {
  /** @param acknowledgeMs - null: it was not */
  add(bits: number, acknowledgeMs: number | null, rectifyMs: number | null): void;
  sum(): FigureSum;
};

const NINE_OF_TEN = 0.9;

/** The least value that so many of ten do not exceed; null of nothing. */
const p90 = (all: readonly number[]): number | null =>
  all.length === 0 ? null : (Float64Array.from(all).sort()[Math.ceil(all.length * NINE_OF_TEN) - 1] ?? null);
const total = (all: readonly number[]): number => {
  let sum = 0;
  for (const one of all) sum += one;
  return sum;
};

/** Adds alarms one by one. Exact: times are kept until they are summed. */
export const createFigureFold = (): FigureFold => {
  const acknowledge: number[] = [];
  const rectify: number[] = [];
  /** How often each combination of bits came. */ const counts = new Uint32Array(32);
  const withBit = (bit: number): number => {
    let sum = 0;
    for (let bits = 0; bits < counts.length; bits += 1) if ((bits & bit) !== 0) sum += counts[bits] ?? 0;
    return sum;
  };
  return {
    add: (bits, acknowledgeMs, rectifyMs) => {
      counts[bits] = (counts[bits] ?? 0) + 1;
      if (acknowledgeMs !== null) acknowledge.push(acknowledgeMs);
      if (rectifyMs !== null) rectify.push(rectifyMs);
    },
    sum: () => ({
      ...{ raised: counts.reduce((sum, one) => sum + one, 0), acknowledged: acknowledge.length },
      ...{ rectified: rectify.length, closed: withBit(figureBits.closed), overdue: withBit(figureBits.overdue) },
      asFalse: withBit(figureBits.asFalse),
      acknowledgedInTime: withBit(figureBits.acknowledgedInTime),
      rectifiedInTime: withBit(figureBits.rectifiedInTime),
      ...{ acknowledgeMs: total(acknowledge), rectifyMs: total(rectify) },
      ...{ acknowledgeP90Ms: p90(acknowledge), rectifyP90Ms: p90(rectify) },
    }),
  };
};
