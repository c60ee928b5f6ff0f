/**
 * A stream of numbers that a seed decides (xoshiro128**): the same seed gives the same numbers on every machine. Fast, and
 * no cipher.
 */
export class Random {
  #a = 0;
  #b = 0;
  #c = 0;
  #d = 0;

  /** @param seed - any whole number; its low 32 bits count */
  constructor(seed: number) {
    let state = seed | 0;
    // Neighbouring seeds must not begin alike (SplitMix32).
    const part = (): number => {
      state = (state + 0x9e37_79b9) | 0;
      let mixed = Math.imul(state ^ (state >>> 16), 0x21f0_aaad);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a_2d97);
      return mixed ^ (mixed >>> 15);
    };
    this.#a = part();
    this.#b = part();
    this.#c = part();
    this.#d = part();
  }

  /** 0 to 4294967295. */
  next(): number {
    const times5 = Math.imul(this.#b, 5);
    const result = Math.imul((times5 << 7) | (times5 >>> 25), 9) >>> 0;
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result;
  }

  /** 0 to `count - 1`; `count` is 1 to 4294967296. */
  below(count: number): number {
    return Math.floor((this.next() / 0x1_0000_0000) * count);
  }

  /** True once in `times` calls on average. */
  oneIn(times: number): boolean {
    return this.below(times) === 0;
  }

  /** One of them; the list must not be empty. */
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** A byte, every second one at a limit of a signed or unsigned byte. */
  edgeByte(): number {
    const bits = this.next();
    return (bits & 0x100) === 0 ? bits & 0xff : (EDGE_BYTES[(bits >>> 9) & 7] as number);
  }
}

const EDGE_BYTES = [0x00, 0x01, 0x7f, 0x80, 0xff, 0xfe, 0x00, 0xff] as const;
