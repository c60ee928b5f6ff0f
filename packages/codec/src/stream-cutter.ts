/** Bytes that belong to no frame. */
export type SkippedRun = {
  readonly bytes: Uint8Array;
  /** Index of the frame that follows it; the number of frames when none does yet. */ readonly before: number;
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

/** How a protocol's frames stand in a stream. */
export type CutRules = {
  /** Place of the next byte, from `from` on, where a frame may begin; the number of bytes when there is none. */
  readonly nextStart: (bytes: Uint8Array, from: number) => number;
  /** What stands at that place. */
  readonly lookAt: (bytes: Uint8Array, at: number) => Look;
};

const NOTHING = new Uint8Array(0);

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
export const createCutter = ({ nextStart, lookAt }: CutRules) => {
  const soundInside = (bytes: Uint8Array, from: number): boolean => {
    for (let at = nextStart(bytes, from); at < bytes.length; at = nextStart(bytes, at + 1)) {
      const look = lookAt(bytes, at);
      if (look.kind === "frame" && look.isSound) return true;
    }
    return false;
  };

  return (carry: Uint8Array, chunk: Uint8Array): Cut => {
    const bytes = carry.length === 0 ? chunk : joined(carry, chunk);
    const frames: Uint8Array[] = [];
    const skipped: SkippedRun[] = [];
    let garbageFrom = 0;
    let at = 0;
    const skipTo = (end: number): void => {
      if (end > garbageFrom) skipped.push({ bytes: bytes.slice(garbageFrom, end), before: frames.length });
    };
    for (;;) {
      at = nextStart(bytes, at);
      const look: Look = at < bytes.length ? lookAt(bytes, at) : { kind: "short" };
      if (look.kind === "short") break;
      if (look.kind === "none" || (!look.isSound && soundInside(bytes.subarray(0, at + look.size), at + 1))) {
        at += 1;
        continue;
      }
      skipTo(at);
      frames.push(bytes.slice(at, at + look.size));
      at += look.size;
      garbageFrom = at;
    }
    skipTo(at);
    return { frames, skipped, carry: at < bytes.length ? bytes.slice(at) : NOTHING };
  };
};

const joined = (a: Uint8Array, b: Uint8Array): Uint8Array => {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
};
