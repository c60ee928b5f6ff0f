/** Bytes that belong to no frame. */
export type SkippedRun = {
  readonly bytes: Uint8Array;
  /** Index of the frame that follows it; the number of frames when none does yet. */ readonly before: number;
  /** What they are, when the protocol knows: `iccid`, `link`. */ readonly name?: string;
};

/** What became of the bytes of a stream. */
export type Cut = {
  /** In order of arrival; start and length agree, the check value may be wrong. */ readonly frames: readonly Uint8Array[];
  readonly skipped: readonly SkippedRun[];
  /** For the next call: shorter than the protocol's largest frame. */ readonly carry: Uint8Array;
};

/** What stands at a possible start of a frame. */
export type Look =
  /** A whole frame; `isSound`: its check value is right. */
  | { readonly kind: "frame"; readonly size: number; readonly isSound: boolean }
  /** It may become a frame when more bytes come. Bounded: must not be said of more bytes than the largest frame has. */
  | { readonly kind: "short" }
  | { readonly kind: "none" };

/** Bytes that are no frame and have a meaning of their own, such as a card number that is sent on connecting. */
type Word = { readonly name: string; readonly size: number };

/** How a protocol's frames stand in a stream. */
export type CutRules = {
  /** Place of the next byte, from `from` on, where a frame may begin; the number of bytes when there is none. */
  readonly nextStart: (bytes: Uint8Array, from: number) => number;
  /** What stands at that place. */
  readonly lookAt: (bytes: Uint8Array, at: number) => Look;
  /**
   * The word at that place; `short` when more bytes are needed to say, which must not be said of more bytes than the
   * largest frame has. No word contains the first byte of a frame.
   */
  readonly wordAt?: (bytes: Uint8Array, at: number) => Word | "short" | null;
};

const NOTHING = new Uint8Array(0);
const SHORT: Look = { kind: "short" };

type SoundSearch = {
  readonly looked: ReadonlyMap<number, Look>;
  isFalseStart(from: number, end: number): boolean;
};

/** Places where these first bytes of a frame stand, or could stand when more bytes come. */
export const startsWith =
  (mark: Uint8Array): CutRules["nextStart"] =>
  (bytes, from) => {
    const [first] = mark;
    for (let at = bytes.indexOf(first as number, from); at !== -1; at = bytes.indexOf(first as number, at + 1)) {
      let same = 1;
      while (same < mark.length && at + same < bytes.length && bytes[at + same] === mark[same]) same += 1;
      if (same === mark.length || at + same === bytes.length) return at;
    }
    return bytes.length;
  };

/**
 * Makes a cutter. Marks may stand inside a frame, so only a frame's length says where it ends; where that lies, cutting
 * goes on at the next start behind the false one. A frame whose check value is wrong is given all the same, for the
 * decoder to refuse, unless a sound frame lies wholly inside it: then it was a start in garbage. Bytes behind a frame
 * are never looked at to judge it, so that the answer does not depend on how the stream was chunked.
 */
export const createCutter =
  (rules: CutRules) =>
  (carry: Uint8Array, chunk: Uint8Array): Cut => {
    const { nextStart, lookAt } = rules;
    const bytes = carry.length === 0 ? chunk : joined(carry, chunk);
    const frames: Uint8Array[] = [];
    const skipped: SkippedRun[] = [];
    /** Made when something is not sound. */ let search: SoundSearch | null = null;
    let garbageFrom = 0;
    let at = 0;
    for (;;) {
      at = nextStart(bytes, at);
      const look: Look = at < bytes.length ? (search?.looked.get(at) ?? lookAt(bytes, at)) : SHORT;
      if (look.kind === "short") break;
      if (look.kind === "frame" && !look.isSound) search ??= soundSearch(rules, bytes);
      if (look.kind === "none" || (!look.isSound && search?.isFalseStart(at, at + look.size))) {
        at += 1;
        continue;
      }
      if (at > garbageFrom) skipped.push(...runsOf(rules, bytes, garbageFrom, at, frames.length).runs);
      frames.push(bytes.slice(at, at + look.size));
      at += look.size;
      garbageFrom = at;
    }
    if (garbageFrom === bytes.length) return { frames, skipped, carry: NOTHING };
    const { runs, end } = runsOf(rules, bytes, garbageFrom, at, frames.length);
    skipped.push(...runs);
    return { frames, skipped, carry: end < bytes.length ? bytes.slice(end) : NOTHING };
  };

/**
 * Whether a sound frame lies wholly inside a stretch of bytes. Asked of stretches with rising starts. What it found is kept
 * for the next question: nothing sound that ends inside an earlier stretch stands before it. So no place is searched twice,
 * however starts are nested; `looked` gets what stands at each of them.
 */
const soundSearch = ({ nextStart, lookAt }: CutRules, bytes: Uint8Array): SoundSearch => {
  const looked = new Map<number, Look>();
  let found: { readonly at: number; readonly end: number } | null = null;
  const isFalseStart = (from: number, end: number): boolean => {
    if (found !== null && found.at <= from) found = null;
    if (found !== null && found.end <= end) return true;
    const first = nextStart(bytes, (found?.at ?? from) + 1);
    for (let at = first; at < end; at = nextStart(bytes, at + 1)) {
      const look = looked.get(at) ?? lookAt(bytes, at);
      looked.set(at, look);
      if (look.kind !== "frame" || !look.isSound || at + look.size > end) continue;
      found = { at, end: at + look.size };
      return true;
    }
    return false;
  };
  return { looked, isFalseStart };
};

/** The bytes between frames: runs of garbage and words. `end` is before `to` where a word may still be coming. */
const runsOf = (
  { wordAt }: CutRules,
  bytes: Uint8Array,
  from: number,
  to: number,
  before: number,
): { readonly runs: readonly SkippedRun[]; readonly end: number } => {
  const runs: SkippedRun[] = [];
  const put = (start: number, end: number, name?: string): void => {
    if (end > start) runs.push({ bytes: bytes.slice(start, end), before, ...(name === undefined ? {} : { name }) });
  };
  let garbageFrom = from;
  let at = from;
  while (wordAt !== undefined && at < to) {
    const word = wordAt(bytes, at);
    if (word === "short" && to === bytes.length) break;
    if (word === "short" || word === null) {
      at += 1;
      continue;
    }
    put(garbageFrom, at);
    put(at, at + word.size, word.name);
    at += word.size;
    garbageFrom = at;
  }
  const end = wordAt === undefined ? to : at;
  put(garbageFrom, end);
  return { runs, end };
};

const joined = (a: Uint8Array, b: Uint8Array): Uint8Array => {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
};
