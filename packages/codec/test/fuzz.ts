// Many inputs near to frames through everything that takes bytes from outside: used by the laws of each protocol.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { DecodeError, Field } from "@dianan/layout";
import { createFuzzSource, hexBytes, hexText, holdsNaN, Random, type Repair } from "@dianan/testkit";
import fc from "fast-check";
import type { FrameContext, Protocol } from "../src/protocol.ts";
import { contextOf, vectorsOf } from "./protocol-vectors.ts";

const NOTHING = new Uint8Array(0);
const RECEIVED_AT = 0;
const SEED = 20_261_125;
/** Frames made by fast-check as seeds; the source changes and multiplies them. */
const SEED_FRAMES = 400;
const LAYOUTS_MAX = 64;
const SLOW_MS = 5;
/** A machine that is busy with other things makes a quick input look slow, not a slow one quick. */
const RERUNS = 50;
/** What is kept of what went wrong. */
const KEPT_MAX = 5;
const SLOW_KEPT_MAX = 64;
/** The test runner must be able to speak to its workers in between. */
const INPUTS_AT_ONCE = 20_000;
/** Of the inputs, one of so many is read in another context of the protocol. */
const OTHER_CONTEXT_ONE_IN = 4;
/** Of the frames that decode, one of so many is encoded again. */
const ENCODE_ONE_IN = 8;

export type FuzzPlan<F> = {
  readonly protocol: Protocol<F>;
  readonly frames: fc.Arbitrary<Uint8Array>;
  readonly context: FrameContext;
  readonly inputs: number;
  readonly repair?: Repair;
};

export type FuzzReport = {
  readonly inputs: number;
  readonly decoded: number;
  readonly refused: number;
  readonly framesCut: number;
  /** Of processor time: other work on the machine does not count. */ readonly microsecondsPerInput: number;
  /** Slowest input that was over 5 ms once, by its reruns: the fastest of them, or the first within 5 ms. */ readonly slowestMs: number;
  /** Inputs over 5 ms in every rerun, as hex. */ readonly slow: readonly string[];
  /** Between a fifth of the inputs and the last. */ readonly heapGrowthBytes: number;
  /** Broken laws, with the input. */ readonly wrong: readonly string[];
};

/** Figures of a run in one line. */
export const fuzzLine = ({ inputs, decoded, refused, framesCut, ...report }: FuzzReport): string =>
  [
    `${inputs} inputs`,
    `${decoded} decoded (${((decoded / inputs) * 100).toFixed(0)} %)`,
    `${refused} refused`,
    `${framesCut} frames cut`,
    `${report.microsecondsPerInput.toFixed(1)} µs an input`,
    `slowest ${report.slowestMs.toFixed(1)} ms`,
    `heap ${(report.heapGrowthBytes / 2 ** 20).toFixed(1)} MiB more`,
  ].join(", ");

let collect: (() => void) | undefined;
/** Bytes in use when nothing is left to collect. */
const heapBytes = (): number => {
  if (collect === undefined) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/** What is wrong with a refusal, or null: each finding has a place in the input and a clause of the document, in byte order. */
const faultOf = (error: DecodeError, size: number, document: string): string | null => {
  let last = 0;
  for (const { offset, clause } of [error, ...(error.also ?? [])]) {
    if (offset < 0 || offset > size) return "an offset outside of the input";
    if (!clause.includes(document)) return "a clause that is not of the document";
    if (offset < last) return "findings out of order";
    last = offset;
  }
  return null;
};

/** Contexts in which frames of this direction are read: the given one first, then those of dialects and vectors. */
const contextsOf = <F>(protocol: Protocol<F>, context: FrameContext): readonly FrameContext[] => {
  const direction = context.direction ?? "up";
  const others = [
    ...Object.values(protocol.dialects).map(({ options }) => ({ ...context, dialect: options })),
    ...vectorsOf(protocol.id)
      .filter((vector) => vector.direction === direction)
      .map((vector) => contextOf(protocol, vector)),
  ];
  const byText = new Map(
    [context, ...others].map((one) => [
      JSON.stringify({ ...one, request: one.request === undefined ? null : hexText(one.request) }),
      one,
    ]),
  );
  return [...byText.values()];
};

/** Runs the inputs through cutting, decoding, encoding, normalising and the lenient reading. */
export const fuzz = async <F>({ protocol, frames, context, inputs, repair }: FuzzPlan<F>): Promise<FuzzReport> => {
  const contexts = contextsOf(protocol, context);
  const layouts = new Set<Field<unknown>>();
  const seeds = [
    ...fc.sample(frames, { numRuns: SEED_FRAMES, seed: SEED }),
    ...vectorsOf(protocol.id).map(({ hex }) => hexBytes(hex)),
  ];
  const valid = seeds.filter((bytes) =>
    contexts.some((one) => {
      if (!protocol.decodeFrame(bytes, one).ok) return false;
      if (layouts.size < LAYOUTS_MAX) layouts.add(protocol.layoutOf(bytes, one));
      return true;
    }),
  );
  const source = createFuzzSource({
    seed: SEED,
    valid,
    layouts: [...layouts],
    sizeMax: protocol.frameMax,
    ...(repair === undefined ? {} : { repair }),
  });
  const random = new Random(SEED);
  const wrong: string[] = [];
  const say = (what: string, bytes: Uint8Array): void => {
    if (wrong.length < KEPT_MAX) wrong.push(`${what}: ${hexText(bytes)}`);
  };
  const suspects: { readonly bytes: Uint8Array; readonly carry: Uint8Array; readonly context: FrameContext }[] = [];
  let carry: Uint8Array = NOTHING;
  let decoded = 0;
  let framesCut = 0;

  const cutBoth = (bytes: Uint8Array, one: FrameContext, at: number): void => {
    let seen = 0;
    const before = carry.length;
    for (const piece of [bytes.subarray(0, at), bytes.subarray(at)]) {
      const cut = protocol.cutFrames(carry, piece, one);
      carry = cut.carry;
      framesCut += cut.frames.length;
      for (const { length } of cut.frames) seen += length;
      for (const run of cut.skipped) seen += run.bytes.length;
      if (carry.length >= protocol.frameMax) say("the carry is as long as a frame", bytes);
    }
    if (seen + carry.length !== before + bytes.length) say("bytes of the stream are lost or doubled", bytes);
  };

  const checkEncoding = (frame: F, bytes: Uint8Array, one: FrameContext): void => {
    const again = protocol.encodeFrame(frame, one);
    // The payload of a NaN is not kept.
    if (hexText(again) !== hexText(bytes) && !holdsNaN(frame)) say(`encodes to ${hexText(again)}`, bytes);
  };

  const work = (bytes: Uint8Array, one: FrameContext, cutAt: number, encodes: boolean): boolean => {
    cutBoth(bytes, one, cutAt);
    protocol.layoutOf(bytes, one);
    const frame = protocol.decodeFrame(bytes, one);
    if (frame.ok) {
      protocol.normalise(frame.value, { receivedAt: RECEIVED_AT, ...one });
      if (encodes) checkEncoding(frame.value, bytes, one);
      return true;
    }
    const fault = faultOf(frame.error, bytes.length, protocol.document);
    if (fault !== null) say(`${fault}, ${JSON.stringify(frame.error)}`, bytes);
    if (encodes) protocol.decodeLenient?.(bytes, one);
    return false;
  };

  const runOne = (): void => {
    const bytes = source.next();
    const one = random.oneIn(OTHER_CONTEXT_ONE_IN) ? random.pick(contexts) : context;
    const cutAt = random.below(bytes.length + 1);
    const encodes = random.oneIn(ENCODE_ONE_IN);
    const carryBefore = carry;
    const started = performance.now();
    try {
      if (work(bytes, one, cutAt, encodes)) {
        decoded += 1;
        source.keep(bytes);
      }
    } catch (error) {
      say(`throws ${String(error)}`, bytes);
      carry = NOTHING;
    }
    if (performance.now() - started > SLOW_MS && suspects.length < SLOW_KEPT_MAX)
      suspects.push({ bytes, carry: carryBefore, context: one });
  };

  let heapBefore = 0;
  const started = process.cpuUsage();
  for (let done = 0; done < inputs; done += 1) {
    if (done === Math.floor(inputs / 5)) heapBefore = heapBytes();
    if (done % INPUTS_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
    runOne();
  }
  const { user, system } = process.cpuUsage(started);

  const confirmed = suspects.map((suspect) => {
    let ms = Number.POSITIVE_INFINITY;
    for (let rerun = 0; rerun < RERUNS && ms > SLOW_MS; rerun += 1) {
      carry = suspect.carry;
      const from = performance.now();
      work(suspect.bytes, suspect.context, suspect.bytes.length >> 1, true);
      ms = Math.min(ms, performance.now() - from);
    }
    return { ms, hex: hexText(suspect.bytes) };
  });
  suspects.length = 0;
  return {
    inputs,
    decoded,
    refused: inputs - decoded,
    framesCut,
    microsecondsPerInput: (user + system) / inputs,
    slowestMs: Math.max(0, ...confirmed.map(({ ms }) => ms)),
    slow: confirmed.filter(({ ms }) => ms > SLOW_MS).map(({ ms, hex }) => `${ms.toFixed(1)} ms: ${hex}`),
    heapGrowthBytes: heapBytes() - heapBefore,
    wrong,
  };
};
