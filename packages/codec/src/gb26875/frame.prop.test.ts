import type { Field } from "@dianan/layout";
import { arbitraryOf, bytesNear, codecLaws, hexText } from "@dianan/testkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byteLaws } from "../../test/protocol-laws.ts";
import { dialectOf } from "../dialect.ts";
import type { DialectOptions } from "../protocol.ts";
import { dialectOptions, type GbDialect } from "./dialect.ts";
import { facilityObjects } from "./facility.ts";
import { fieldsOf } from "./fields.ts";
import type { Message } from "./message.ts";
import { type Frame, layoutsOf } from "./packet.ts";
import { gb26875 } from "./protocol.ts";
import { standardLayouts } from "./standard-layouts.ts";

const { cutFrames, decodeFrame, decodeLenient, encodeFrame, normalise } = gb26875;

/** Every case of the data of a dialect, and every object of its lists, by name. */
const tablesOf = (dialect: GbDialect): readonly (readonly [string, Field<unknown>])[] => {
  const { shape } = layoutsOf(dialect).applicationDataUnit;
  if (shape.kind !== "union") throw new Error("the data are no union");
  return shape.cases.flatMap(({ kind, layout }) => {
    const items = layout.shape.kind === "struct" ? layout.shape.fields.items?.shape : undefined;
    return items?.kind === "list"
      ? [[kind, layout] as const, [`${kind}[]`, items.item] as const]
      : [[kind, layout] as const];
  });
};

const standardTables = tablesOf(standardLayouts.dialect);
test("every type of table 3 has a table", () => {
  const kinds = standardTables.map(([kind]) => kind).filter((kind) => !kind.endsWith("[]"));
  expect(kinds.toSorted()).toEqual(Object.keys(gb26875.typeFlags).toSorted());
});

for (const [name, table] of standardTables) codecLaws(name, table, { test, numRuns: 60 });
// The packet's length says where its data ends, so that a cut is never a shorter frame.
codecLaws("packet", standardLayouts.packet, { test });

const command = fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 128, max: 255 }));
/** Any frame that can be sent in a dialect. */
const framesOf = (dialect: GbDialect): fc.Arbitrary<Frame> => {
  const { packet, applicationDataUnit } = layoutsOf(dialect);
  const message: fc.Arbitrary<Message> = fc.oneof(
    { weight: 4, arbitrary: arbitraryOf(applicationDataUnit) },
    { weight: 1, arbitrary: fc.constant({ kind: "empty" } as const) },
  );
  return fc
    .tuple(arbitraryOf(packet), command, message)
    .map(([head, code, content]) => ({ ...head, command: code, message: content }));
};
const frames = framesOf(standardLayouts.dialect);
const bytesOfFrames = frames.map((frame) => encodeFrame(frame));

byteLaws(gb26875, bytesOfFrames, { startByte: 0x40 });
byteLaws(gb26875, bytesOfFrames, { context: { direction: "down" }, startByte: 0x40 });

test("decode(encode(frame)) = frame for every standard command", () => {
  fc.assert(
    fc.property(
      frames.filter((frame) => frame.command < 128),
      (frame) => {
        expect(decodeFrame(encodeFrame(frame))).toEqual({ ok: true, value: frame });
      },
    ),
    { numRuns: 500 },
  );
});

/** Any combination of options that change how a frame is written. */
const dialect: fc.Arbitrary<DialectOptions> = fc.record(
  Object.fromEntries(
    Object.entries(dialectOptions)
      // These refuse frames that can be written.
      .filter(([name]) => !["mainVersion", "pairing", "reservedTypes"].includes(name))
      .map(([name, { oneOf }]) => [name, fc.constantFrom<string | number | boolean>(...oneOf)]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<DialectOptions>;

/** Tables are made anew for each combination of options. */
const LIMIT = { timeout: 60_000 };

describe("dialects compose: whatever options are chosen together", () => {
  const framed = dialect.chain((options) =>
    framesOf(dialectOf(dialectOptions, options)).map((frame) => [options, frame] as const),
  );

  test("decode(encode(frame)) = frame, cut at any byte", LIMIT, () => {
    fc.assert(
      fc.property(framed, fc.nat(), ([options, frame], place) => {
        const bytes = encodeFrame(frame, { dialect: options });
        // What a user-defined command carries is bytes, whatever it was written from.
        if (frame.command < 128) expect(decodeFrame(bytes, { dialect: options })).toEqual({ ok: true, value: frame });
        const at = place % (bytes.length + 1);
        const first = cutFrames(new Uint8Array(0), bytes.slice(0, at), { dialect: options });
        const second = cutFrames(first.carry, bytes.slice(at), { dialect: options });
        expect([...first.frames, ...second.frames].map(hexText)).toEqual([hexText(bytes)]);
      }),
      { numRuns: 400 },
    );
  });

  test("nothing throws, what decodes encodes to the same bytes, and what is read has events", LIMIT, () => {
    const near = framed.chain(([options, frame]) =>
      bytesNear(fc.constant(encodeFrame(frame, { dialect: options }))).map((bytes) => [options, bytes] as const),
    );
    fc.assert(
      fc.property(near, fc.constantFrom("up", "down"), ([options, bytes], direction) => {
        const context = { dialect: options, direction } as const;
        const decoded = decodeFrame(bytes, context);
        cutFrames(new Uint8Array(0), bytes, context);
        decodeLenient(bytes, context);
        if (!decoded.ok) return;
        normalise(decoded.value, { receivedAt: 0, ...context });
        expect(hexText(encodeFrame(decoded.value, context))).toBe(hexText(bytes));
      }),
      { numRuns: 600 },
    );
  });
});

test("lenient: what the strict reading takes has nothing odd; what it refuses has", LIMIT, () => {
  fc.assert(
    fc.property(bytesNear(bytesOfFrames), (bytes) => {
      const strict = decodeFrame(bytes);
      const { frame, odd } = decodeLenient(bytes);
      if (strict.ok) expect({ frame, odd }).toEqual({ frame: strict.value, odd: [] });
      else {
        expect(odd.length).toBeGreaterThan(0);
        for (const { offset, clause } of odd) {
          expect(offset).toBeLessThanOrEqual(bytes.length);
          expect(clause).toContain(gb26875.document);
        }
        const offsets = odd.map(({ offset }) => offset);
        expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
        if (frame !== null) normalise(frame, { receivedAt: 0 });
      }
    }),
    { numRuns: 3_000 },
  );
});

test("whatever the bytes, the carry stays below the largest frame and every byte is accounted for", () => {
  const noise = fc
    .array(fc.constantFrom(0x40, 0x23, 0, 1, 4, 255), { maxLength: 3_000 })
    .map((list) => Uint8Array.from(list));
  fc.assert(
    fc.property(noise, fc.array(fc.nat(3_000), { maxLength: 6 }), (stream, places) => {
      let carry: Uint8Array = new Uint8Array(0);
      let seen = 0;
      for (const [from, to] of [...places, stream.length]
        .sort((a, b) => a - b)
        .map((end, i, all) => [all[i - 1] ?? 0, end])) {
        const cut = cutFrames(carry, stream.slice(from, to));
        carry = cut.carry;
        expect(carry.length).toBeLessThan(standardLayouts.parts.max);
        for (const { length } of [...cut.frames, ...cut.skipped.map(({ bytes }) => bytes)]) seen += length;
      }
      expect(seen + carry.length).toBe(stream.length);
    }),
  );
});

test("four megabytes of start marks are gone through and leave a carry below one frame", () => {
  const cut = cutFrames(new Uint8Array(0), new Uint8Array(4 * 1024 * 1024).fill(0x40));
  expect(cut.frames).toEqual([]);
  expect(cut.carry.length).toBeLessThan(standardLayouts.parts.max);
});

test("bit 0 (test or normal) changes no condition: an alarm is never suppressed by it", () => {
  fc.assert(
    fc.property(frames, (frame) => {
      const { message: content } = frame;
      if (content.kind !== "componentStatus") return;
      const flip = (normal: boolean): Frame => ({
        ...frame,
        message: { ...content, items: content.items.map((item) => ({ ...item, status: { ...item.status, normal } })) },
      });
      expect(normalise(flip(true), { receivedAt: 0 })).toEqual(normalise(flip(false), { receivedAt: 0 }));
    }),
    { numRuns: 300 },
  );
});

test("every fire bit becomes a present condition of class alarm, every clear one a condition that is gone", () => {
  const { dialect: standard } = standardLayouts;
  fc.assert(
    fc.property(arbitraryOf(facilityObjects(standard, fieldsOf(standard)).componentStatus), (item) => {
      const frame: Frame = {
        serial: 1,
        version: { main: 1, user: 1 },
        time: null,
        source: 1,
        destination: 0,
        command: 2,
        message: { kind: "componentStatus", items: [item] },
      };
      const conditions = normalise(frame, { receivedAt: 0 }).filter((event) => event.kind === "condition");
      expect(conditions.map(({ present }) => present)).toEqual([
        item.status.fire,
        item.status.fault,
        item.status.powerFault,
      ]);
    }),
  );
});
