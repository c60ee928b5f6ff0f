// What every protocol must hold, whatever its bytes: used by the tests of each protocol's folder.
import { readdirSync, readFileSync } from "node:fs";
import type { Field } from "@dianan/layout";
import {
  bytesNear,
  cutInPieces,
  hexBytes,
  hexText,
  parseVectors,
  streamLaw,
  type Vector,
  vectorValue,
} from "@dianan/testkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FrameContext, Protocol } from "../src/protocol.ts";

const NOTHING = new Uint8Array(0);
const FUZZ_SHARE = 2_000;

/** Vectors of a protocol, from specs/vectors. */
export const vectorsOf = (id: string): readonly Vector[] => {
  const folder = new URL(`../../../specs/vectors/${id}/`, import.meta.url);
  return readdirSync(folder)
    .sort()
    .flatMap((name) => parseVectors(readFileSync(new URL(name, folder), "utf8")).vectors);
};

/** What a decoder is told beside a vector's bytes. @throws TypeError for a dialect that the protocol does not name */
export const contextOf = <F>({ dialects }: Protocol<F>, { direction, request, dialect }: Vector): FrameContext => {
  const named = dialect === undefined ? undefined : dialects[dialect];
  if (dialect !== undefined && named === undefined) throw new TypeError(`there is no dialect ${dialect}`);
  return {
    direction,
    ...(request === undefined ? {} : { request: hexBytes(request) }),
    ...(named === undefined ? {} : { dialect: named.options }),
  };
};

const RECEIVED_AT = 0;

/** Registers the vectors of a protocol as tests: at least `least` of them, at least 40 % refusals. */
export const vectorLaws = <F>(protocol: Protocol<F>, least: number): void => {
  const vectors = vectorsOf(protocol.id);

  test(`there are at least ${least} vectors, and at least 40 % of them expect a refusal`, () => {
    expect(vectors.length).toBeGreaterThanOrEqual(least);
    expect(vectors.filter(({ error }) => error).length / vectors.length).toBeGreaterThanOrEqual(0.4);
  });

  describe(`${protocol.document} vectors`, () => {
    test.each(vectors.filter(({ error }) => error))("refused: $name ($clause)", (vector) => {
      const result = protocol.decodeFrame(hexBytes(vector.hex), contextOf(protocol, vector));
      expect(result).toMatchObject({ ok: false, error: vector.error });
      if (!result.ok) expect(result.error.clause).toContain(protocol.document);
    });

    test.each(vectors.filter(({ error }) => !error))("$name ($clause)", (vector) => {
      const context = contextOf(protocol, vector);
      const bytes = hexBytes(vector.hex);
      const result = protocol.decodeFrame(bytes, context);
      expect(result.ok ? vectorValue(result.value) : result.error).toEqual(vector.value);
      if (!result.ok) return;
      expect(hexText(protocol.encodeFrame(result.value, context))).toBe(vector.hex);
      expect(protocol.cutFrames(NOTHING, bytes, context).frames.map(hexText)).toEqual([vector.hex]);
      if (vector.normalised !== undefined) {
        const told = { receivedAt: RECEIVED_AT, utcOffsetMinutes: 480, ...context };
        expect(vectorValue(protocol.normalise(result.value, told))).toEqual(vector.normalised);
      }
      for (let at = 0; at <= bytes.length; at += 1) {
        const pieces = [bytes.slice(0, at), bytes.slice(at)];
        const cut = (carry: Uint8Array, chunk: Uint8Array) => protocol.cutFrames(carry, chunk, context);
        expect(cutInPieces(cut, pieces).map(hexText), `split at byte ${at}`).toEqual([vector.hex]);
      }
    });
  });
};

export type ByteLawOptions = {
  /** Direction or request by which the frames decode. */ readonly context?: FrameContext;
  /** First byte of every frame: noise without it cannot swallow a frame. Null: any byte may begin one. */
  readonly startByte: number | null;
};

/**
 * Registers what must hold for any bytes: nothing throws, frames come out whole whatever the chunks and the garbage
 * between them, and what decodes encodes to itself.
 *
 * @param frames - bytes of frames that decode
 */
export const byteLaws = <F>(
  protocol: Protocol<F>,
  frames: fc.Arbitrary<Uint8Array>,
  { context = {}, startByte }: ByteLawOptions,
): void => {
  const cut = (carry: Uint8Array, chunk: Uint8Array) => protocol.cutFrames(carry, chunk, context);
  const name = `${protocol.id} ${context.direction ?? "up"}`;
  const garbage = fc.uint8Array({ minLength: 1, maxLength: 64 });
  streamLaw(`${name} stream`, cut, fc.array(fc.oneof(frames, garbage), { maxLength: 6 }), { test });

  test(`${name}: a frame comes out once, whole, when it comes byte by byte`, () => {
    fc.assert(
      fc.property(frames, (bytes) => {
        const pieces = [...bytes].map((byte) => Uint8Array.of(byte));
        expect(cutInPieces(cut, pieces).map(hexText)).toEqual([hexText(bytes)]);
      }),
      { numRuns: 100 },
    );
  });

  test(`${name}: every proper prefix of a frame is refused`, () => {
    fc.assert(
      fc.property(frames, fc.nat(), (bytes, at) => {
        const prefix = bytes.subarray(0, at % bytes.length);
        expect(protocol.decodeFrame(prefix, context).ok, hexText(prefix)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test(`${name}: nothing of a stream is lost, and the carry is shorter than a frame can be`, () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(frames, bytesNear(frames)), { maxLength: 5 }), (parts) => {
        const stream = Uint8Array.from(parts.flatMap((part) => [...part]));
        const { frames: found, skipped, carry } = cut(NOTHING, stream);
        const all: number[] = [];
        for (let index = 0; index <= found.length; index += 1) {
          for (const run of skipped) if (run.before === index) all.push(...run.bytes);
          all.push(...(found[index] ?? []));
        }
        expect(hexText(Uint8Array.from([...all, ...carry]))).toBe(hexText(stream));
        expect(carry.length).toBeLessThan(protocol.frameMax);
      }),
      { numRuns: 200 },
    );
  });

  test.skipIf(startByte === null)(`${name}: frames are found again behind noise of up to 4 KiB`, () => {
    const noise = fc
      .uint8Array({ maxLength: 4_096 })
      .map((bytes) => bytes.map((byte) => (byte === startByte ? byte ^ 1 : byte)));
    fc.assert(
      fc.property(fc.array(fc.tuple(noise, frames), { minLength: 1, maxLength: 3 }), noise, (list, last) => {
        const stream = Uint8Array.from([...list.flatMap(([before, frame]) => [...before, ...frame]), ...last]);
        expect(cut(NOTHING, stream).frames.map(hexText)).toEqual(list.map(([, frame]) => hexText(frame)));
      }),
      { numRuns: 40 },
    );
  });

  test(`${name}: what decodes encodes to the same bytes`, () => {
    fc.assert(
      fc.property(fc.oneof(frames, bytesNear(frames)), (bytes) => {
        const frame = protocol.decodeFrame(bytes, context);
        if (frame.ok) expect(hexText(protocol.encodeFrame(frame.value, context))).toBe(hexText(bytes));
      }),
      { numRuns: 1_000 },
    );
  });

  test(`${name}: every generated frame decodes`, () => {
    fc.assert(
      fc.property(frames, (bytes) => {
        const frame = protocol.decodeFrame(bytes, context);
        expect(frame.ok ? null : frame.error).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  const inputs = Number(process.env.DIANAN_FUZZ_INPUTS ?? 100_000);
  test(`${name}: random, mutated and cut input never throws`, { timeout: 60_000 + inputs }, () => {
    let decoded = 0;
    let refused = 0;
    const sample = bytesNear(frames);
    const places: string[] = [];
    for (let done = 0; done < inputs; done += FUZZ_SHARE)
      for (const bytes of fc.sample(sample, { numRuns: Math.min(FUZZ_SHARE, inputs - done), seed: done + 1 })) {
        const frame = protocol.decodeFrame(bytes, context);
        protocol.cutFrames(NOTHING, bytes, context);
        protocol.layoutOf(bytes, context);
        if (frame.ok) {
          protocol.normalise(frame.value, { receivedAt: RECEIVED_AT });
          decoded += 1;
          continue;
        }
        refused += 1;
        const { offset, clause } = frame.error;
        if (offset < 0 || offset > bytes.length || !clause.includes(protocol.document))
          places.push(`${hexText(bytes)}: ${JSON.stringify(frame.error)}`);
      }
    console.log(`fuzz: ${name}: ${inputs} inputs, ${decoded} decoded, ${refused} refused`);
    expect(places.slice(0, 3)).toEqual([]);
    expect(decoded + refused).toBe(inputs);
    expect(refused).toBeGreaterThan(inputs / 4);
  });
};

/** Every layout of a protocol's specification page, with a name for its tests. */
export const layoutsOf = <F>({ tables }: Protocol<F>): readonly (readonly [string, Field<unknown>])[] =>
  tables.map(({ en, layout }) => [en, layout] as const);
