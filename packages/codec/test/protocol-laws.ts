// What every protocol must hold, whatever its bytes: used by the tests of each protocol's folder.
import type { Field } from "@dianan/layout";
import {
  bytesNear,
  cutInPieces,
  hexBytes,
  hexText,
  holdsNaN,
  type Repair,
  streamLaw,
  vectorValue,
} from "@dianan/testkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FrameContext, Protocol } from "../src/protocol.ts";
import { fuzz, fuzzLine } from "./fuzz.ts";
import { contextOf, vectorsOf } from "./protocol-vectors.ts";

export { contextOf, vectorsOf } from "./protocol-vectors.ts";

const NOTHING = new Uint8Array(0);

const RECEIVED_AT = 0;
/** Texts and words seen before are remembered, up to so much; nothing else may stay. */
const HEAP_GROWTH_MAX = 8 * 2 ** 20;

/** What a stream says, in the model's words and in refusals, when it comes in these pieces. */
const eventsOf = <F>(protocol: Protocol<F>, pieces: readonly Uint8Array[], context: FrameContext): readonly unknown[] =>
  cutInPieces((carry, chunk) => protocol.cutFrames(carry, chunk, context), pieces).flatMap(
    (bytes): readonly unknown[] => {
      const frame = protocol.decodeFrame(bytes, context);
      if (!frame.ok) return [frame.error];
      return protocol.normalise(frame.value, { receivedAt: RECEIVED_AT, utcOffsetMinutes: 480, ...context });
    },
  );

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
      const events = protocol.normalise(result.value, { receivedAt: RECEIVED_AT, utcOffsetMinutes: 480, ...context });
      if (vector.normalised !== undefined) expect(vectorValue(events)).toEqual(vector.normalised);
      expect(eventsOf(protocol, [bytes], context)).toEqual(events);
    });

    test.each(vectors)("split at every byte, the same events: $name ($clause)", (vector) => {
      const context = contextOf(protocol, vector);
      const bytes = hexBytes(vector.hex);
      const whole = JSON.stringify(eventsOf(protocol, [bytes], context));
      for (let at = 1; at < bytes.length; at += 1) {
        const pieces = [bytes.slice(0, at), bytes.slice(at)];
        expect(JSON.stringify(eventsOf(protocol, pieces, context)), `split at byte ${at}`).toBe(whole);
      }
      const single = [...bytes].map((byte) => Uint8Array.of(byte));
      expect(JSON.stringify(eventsOf(protocol, single, context)), "byte by byte").toBe(whole);
    });
  });
};

export type ByteLawOptions = {
  /** Direction or request by which the frames decode. */ readonly context?: FrameContext;
  /** First byte, or bytes, of every frame: noise without them cannot swallow a frame. Null: any byte may begin one. */
  readonly startByte: number | readonly number[] | null;
  /** Puts right a check value that the layouts do not describe, so that changed frames are read to their end. */
  readonly repair?: Repair;
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
  { context = {}, startByte, repair }: ByteLawOptions,
): void => {
  const cut = (carry: Uint8Array, chunk: Uint8Array) => protocol.cutFrames(carry, chunk, context);
  const name = `${protocol.id} ${context.direction ?? "up"}`;
  const starts: ReadonlySet<number> = new Set(startByte === null ? [] : [startByte].flat());
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
      .map((bytes) => bytes.map((byte) => (starts.has(byte) ? byte ^ 1 : byte)));
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
        // The payload of a NaN is not kept.
        if (!frame.ok || holdsNaN(frame.value)) return;
        expect(hexText(protocol.encodeFrame(frame.value, context))).toBe(hexText(bytes));
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
  test(`${name}: ${inputs} inputs near to frames never throw, are quick, and leave memory flat`, {
    timeout: 60_000 + inputs,
  }, async () => {
    const report = await fuzz({ protocol, frames, context, inputs, ...(repair === undefined ? {} : { repair }) });
    console.log(`fuzz: ${name}: ${fuzzLine(report)}`);
    expect(report.wrong).toEqual([]);
    expect(report.slow).toEqual([]);
    expect(report.heapGrowthBytes).toBeLessThan(HEAP_GROWTH_MAX);
    expect(report.decoded / report.inputs).toBeGreaterThan(0.2);
    expect(report.refused / report.inputs).toBeGreaterThan(0.2);
  });
};

/** Every layout of a protocol's specification page, with a name for its tests. */
export const layoutsOf = <F>({ tables }: Protocol<F>): readonly (readonly [string, Field<unknown>])[] =>
  tables.map(({ en, layout }) => [en, layout] as const);
