// Packets of GB/T 26875.3-2011 of every type, most of them right, the others wrong in the ways that devices and lines make them.
// Built from the figures' sizes alone, by a generator with a seed.

/** Numbers from 0 up to `below`, the same for the same seed. */
export type Pick = (below: number) => number;
export const pickFrom = (seed: number): Pick => {
  let state = seed >>> 0;
  return (below) => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

const of = (pick: Pick, size: number): number[] => Array.from({ length: size }, () => pick(256));
/** A date, mostly; zeros and nonsense now and then. */
const time = (pick: Pick): number[] => {
  const kind = pick(12);
  if (kind === 0) return [0, 0, 0, 0, 0, 0];
  if (kind === 1) return of(pick, 6);
  return [pick(60), pick(60), pick(24), 1 + pick(31), 1 + pick(12), pick(100)];
};
const gb = [
  [0xc5, 0xe4],
  [0xb5, 0xe7],
  [0xcf, 0xe4],
  [0x41],
  [0x7e],
  [0x20],
  [0x81, 0x30, 0x81, 0x30],
  [0x95, 0x34, 0x8c, 0x34],
  [0xa3, 0xa0],
  [0xa1, 0xa1],
  [0xff],
  [0x80],
  [0],
];
/** Text that a field of this size can hold: Chinese, spaces, codes that no text is written with, cut characters. */
const text = (pick: Pick, size: number): number[] => {
  const said: number[] = [];
  // Half of the texts keep to the five plain characters in front.
  const letters = pick(2) === 0 ? 5 : gb.length;
  while (said.length < size && pick(9) !== 0) said.push(...(gb[pick(letters)] as number[]));
  return said.slice(0, size);
};
const note = (pick: Pick): number[] => {
  const front = pick(6) === 0 ? Array.from({ length: pick(9) }, () => 0) : [];
  const said = [...front, ...text(pick, 31 - front.length)];
  const pad = pick(5) === 0 ? 0x20 : 0;
  return [...said, ...Array.from({ length: 31 - said.length }, () => pad)];
};
const described = (pick: Pick): number[] => {
  const said = text(pick, pick(4) === 0 ? 255 : 40);
  return [said.length, ...said];
};

type Object = (pick: Pick) => number[];
const plain =
  (size: number): Object =>
  (pick) =>
    of(pick, size);
const timed =
  (size: number): Object =>
  (pick) => [...of(pick, size), ...time(pick)];
/** Types with several objects: most of them, and one object. */
const several: readonly (readonly [number, number, Object])[] = [
  [1, 102, timed(4)],
  [2, 22, (pick) => [...of(pick, 9), ...note(pick), ...time(pick)]],
  [3, 63, timed(10)],
  [4, 102, timed(4)],
  [6, 3, (pick) => [...of(pick, 2), ...described(pick)]],
  [7, 26, (pick) => [...of(pick, 7), ...note(pick)]],
  [24, 127, timed(2)],
  [61, 102, plain(2)],
  [62, 22, plain(6)],
  [63, 63, plain(6)],
  [66, 3, plain(2)],
  [67, 26, plain(6)],
];
const zero: Object = () => [0];
const single: readonly (readonly [number, Object])[] = [
  [5, plain(4)],
  [8, timed(2)],
  [21, timed(1)],
  [25, plain(2)],
  [26, described],
  [28, timed(0)],
  [64, (pick) => [...of(pick, 2), pick(106), ...time(pick)]],
  [65, plain(2)],
  [68, plain(2)],
  [81, zero],
  [84, (pick) => [pick(106), ...time(pick)]],
  [85, zero],
  [86, zero],
  [88, zero],
  [89, zero],
  [90, timed(0)],
  [91, plain(1)],
];
/** Every type of table 3. */
export const typesOfInputs: readonly number[] = [...several.map(([type]) => type), ...single.map(([type]) => type)];

const dataOf = (pick: Pick): number[] => {
  const kind = pick(several.length + single.length + 2);
  if (kind === 0) return [];
  if (kind === 1) return of(pick, 1 + pick(40));
  const many = several[kind - 2];
  if (many !== undefined) {
    const [type, most, object] = many;
    const limits = [1, 1, 2, 3, most, 1 + pick(most)];
    const count = limits[pick(limits.length)] as number;
    return [type, count, ...Array.from({ length: count }, () => object(pick)).flat()];
  }
  const [type, object] = single[kind - 2 - several.length] as (typeof single)[number];
  return [type, 1, ...object(pick)];
};

const HEAD = 27;
const sumOf = (frame: readonly number[], end: number): number =>
  frame.slice(2, end).reduce((total, byte) => total + byte, 0) % 256;

/** A packet that its receiver takes. */
const packet = (pick: Pick): number[] => {
  const data = dataOf(pick);
  const command = pick(8) === 0 ? 128 + pick(128) : 1 + pick(6);
  const unit = [...of(pick, 4), ...time(pick), ...of(pick, 12), data.length % 256, data.length >> 8, command, ...data];
  const sum = unit.reduce((total, byte) => total + byte, 0) % 256;
  return [0x40, 0x40, ...unit, sum, 0x23, 0x23];
};

/** One of the ways in which a packet goes wrong. Half of them keep the checksum right, so that it hides nothing. */
const spoil = (pick: Pick, frame: number[]): number[] => {
  const dataEnd = frame.length - 3;
  const set = (at: number, byte: number): void => {
    if (at < frame.length) frame[at] = byte;
  };
  const resum = (): number[] => {
    const end = Math.max(HEAD, frame.length - 3);
    if (pick(4) !== 0) set(end, sumOf(frame, end));
    return frame;
  };
  /** Announces what is there. */
  const measured = (): number[] => {
    const size = frame.length - HEAD - 3;
    set(24, size % 256);
    set(25, size >> 8);
    return resum();
  };
  switch (pick(10)) {
    case 0:
      set(pick(frame.length), pick(256));
      return frame;
    case 1:
      set(HEAD + pick(Math.max(1, dataEnd - HEAD)), pick(256));
      return resum();
    case 2:
      // Type flag or count.
      set(HEAD + pick(2), pick(3) === 0 ? pick(256) : pick(130));
      return resum();
    case 3:
      set(26, pick(256));
      return resum();
    case 4:
      set(24, pick(256));
      if (pick(3) === 0) set(25, pick(6));
      return resum();
    case 5:
      return frame.slice(0, pick(frame.length + 1));
    case 6:
      return [...frame, ...of(pick, 1 + pick(4))];
    case 7:
      // Bytes of the data are missing, and the length says so.
      frame.splice(HEAD + pick(Math.max(1, dataEnd - HEAD)), 1 + pick(3));
      return frame.length < HEAD + 3 ? frame : measured();
    case 8:
      frame.splice(HEAD + pick(Math.max(1, dataEnd - HEAD + 1)), 0, ...of(pick, 1 + pick(3)));
      return measured();
    default:
      return of(pick, pick(80));
  }
};

/** The next input: a sound packet three times out of five. */
export const nextInput = (pick: Pick): Uint8Array => {
  const frame = packet(pick);
  return Uint8Array.from(pick(5) < 3 ? frame : spoil(pick, frame));
};
