import { cutInPieces, hexBytes, hexText, piecesOf } from "@dianan/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cut, type CutRules, createCutter, type SkippedRun, startsWith } from "./stream-cutter.ts";

const NOTHING = new Uint8Array(0);
const FRAME_MAX = 40;

/** `fe`, size of the frame, content, sum of all before it. */
const rules: CutRules = {
  nextStart: startsWith(Uint8Array.of(0xfe)),
  lookAt: (bytes, at) => {
    const size = bytes[at + 1];
    if (size === undefined) return { kind: "short" };
    if (size < 3 || size > FRAME_MAX) return { kind: "none" };
    if (at + size > bytes.length) return { kind: "short" };
    const sum = bytes.subarray(at, at + size - 1).reduce((total, byte) => (total + byte) & 0xff, 0);
    return { kind: "frame", size, isSound: sum === bytes[at + size - 1] };
  },
  wordAt: (bytes, at) => {
    if (bytes[at] !== 0x6c) return null;
    if (at + 1 === bytes.length) return "short";
    return bytes[at + 1] === 0x6b ? { name: "lk", size: 2 } : null;
  },
};
const cut = createCutter(rules);
const runText = ({ bytes, before, name }: SkippedRun): string => `${before} ${name ?? "?"} ${hexText(bytes)}`;
const sumOf = (bytes: readonly number[]): number => bytes.reduce((total, byte) => (total + byte) & 0xff, 0);
const frameOf = (content: readonly number[]): readonly number[] => {
  const head = [0xfe, content.length + 3, ...content];
  return [...head, sumOf(head)];
};

test("words between frames are runs of their own, garbage beside them has no name", () => {
  const frame = hexText(Uint8Array.from(frameOf([1])));
  const { frames, skipped, carry } = cut(NOTHING, hexBytes(`016c6b6c6b02${frame}6c6b6c`));
  expect(frames.map(hexText)).toEqual([frame]);
  expect(skipped.map(runText)).toEqual(["0 ? 01", "0 lk 6c6b", "0 lk 6c6b", "0 ? 02", "1 lk 6c6b"]);
  expect(hexText(carry)).toBe("6c");
});

test("a word that does not come true is garbage, also right before a frame", () => {
  const frame = hexText(Uint8Array.from(frameOf([1])));
  expect(cut(hexBytes("6c"), hexBytes("01")).skipped.map(runText)).toEqual(["0 ? 6c01"]);
  expect(cut(NOTHING, hexBytes(`6c${frame}`)).skipped.map(runText)).toEqual(["0 ? 6c"]);
  // A frame is coming: what stands before it can no longer become a word.
  const open = cut(NOTHING, hexBytes("6cfe05"));
  expect([open.skipped.map(runText), hexText(open.carry)]).toEqual([["0 ? 6c"], "fe05"]);
});

test("the runs with a name do not depend on the chunks", () => {
  const part = fc.constantFrom<readonly number[]>([0x6c], [0x6b], [0x6c, 0x6b], [0], [0xfe], [0xfe, 4], frameOf([7]));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), fc.array(fc.nat(), { maxLength: 8 }), (parts, places) => {
      const stream = Uint8Array.from(parts.flat());
      const named = (pieces: readonly Uint8Array[]): readonly string[] => {
        let done = 0;
        const all: string[] = [];
        const step = (carry: Uint8Array, chunk: Uint8Array): Cut => {
          const one = cut(carry, chunk);
          for (const run of one.skipped)
            if (run.name !== undefined) all.push(runText({ ...run, before: done + run.before }));
          done += one.frames.length;
          return one;
        };
        cutInPieces(step, pieces);
        return all;
      };
      expect(named(piecesOf(stream, places))).toEqual(named([stream]));
    }),
    { numRuns: 500 },
  );
});

/** The rule in its plainest form: a start whose check value is wrong is false when a sound frame lies wholly inside it. */
const plainFrames = (bytes: Uint8Array): readonly string[] => {
  const frames: string[] = [];
  const hasSoundInside = (from: number, end: number): boolean => {
    for (let at = from + 1; at < end; at += 1) {
      if (bytes[at] !== 0xfe) continue;
      const look = rules.lookAt(bytes, at);
      if (look.kind === "frame" && look.isSound && at + look.size <= end) return true;
    }
    return false;
  };
  for (let at = 0; at < bytes.length; ) {
    const look = bytes[at] === 0xfe ? rules.lookAt(bytes, at) : ({ kind: "none" } as const);
    if (look.kind === "short") break;
    if (look.kind === "none" || (!look.isSound && hasSoundInside(at, at + look.size))) at += 1;
    else {
      frames.push(hexText(bytes.subarray(at, at + look.size)));
      at += look.size;
    }
  }
  return frames;
};

test("nested starts are judged as the plain rule judges them", () => {
  const byte = fc.constantFrom(0xfe, 0xfe, 3, 4, 5, 8, 13, 20, 0x6c, 0xff, 1);
  const sound = fc.array(byte, { maxLength: 6 }).map(frameOf);
  const part = fc.oneof(fc.array(byte, { maxLength: 6 }), sound);
  let withFrames = 0;
  fc.assert(
    fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
      const stream = Uint8Array.from(parts.flat());
      const frames = cut(NOTHING, stream).frames.map(hexText);
      expect(frames).toEqual(plainFrames(stream));
      if (frames.length > 0) withFrames += 1;
    }),
    { numRuns: 3_000 },
  );
  expect(withFrames).toBeGreaterThan(1_000);
});

test("starts inside starts, with one sound frame at the end of each, are gone through once", () => {
  let looks = 0;
  const counted = createCutter({
    ...rules,
    lookAt: (bytes, at) => {
      looks += 1;
      return rules.lookAt(bytes, at);
    },
  });
  // Every start claims 38 bytes that hold a sound frame, which makes all of them false.
  const nest = [...Array.from({ length: 17 }, () => [0xfe, 38]).flat(), ...frameOf([])];
  const behind = Array.from({ length: 40 }, () => 0);
  const stream = Uint8Array.from([...Array.from({ length: 200 }, () => nest).flat(), ...behind]);
  expect(cut(NOTHING, stream).frames.length).toBe(200);
  counted(NOTHING, stream);
  expect(looks).toBeLessThan(200 * 18 * 2);
});
