import { type Instant, tenantId } from "@dianan/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { StoreError } from "../ports/store-error.ts";
import type { Write } from "../ports/write.ts";
import { createArena } from "./arena.ts";
import { isLightBatch, putLightBatch, readLightBatch } from "./light-batch.ts";
import type { PackedWrite } from "./message.ts";
import { packBatch } from "./packed-batch.ts";
import { createRowKinds } from "./row-kinds.ts";

const instant = fc.integer({ min: -1e12, max: 4e12 }).map((ms) => ms as Instant);
/** Plain letters mostly, and what needs more than one byte. */
const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.constantFrom("", "部件 1/2/3", "a\u0000b", "half \ud800", "😀"),
);
const frame = fc
  .record({
    ...{
      id: fc.uuid(),
      protocol: fc.constantFrom("gb26875", "协议"),
      wireAddress: text,
      deviceId: fc.option(fc.constantFrom("d-1", "设备")),
      receivedAt: instant,
      remote: fc.ipV4(),
    },
    bytes: fc.uint8Array({ maxLength: 300 }),
  })
  .map((row): Write => ({ kind: "frame", frame: row }));
const reading = fc
  .record({
    ...{
      deviceId: fc.oneof(text, fc.constantFrom("d-1", "设备")),
      at: instant,
      part: fc.nat(70_000),
      receivedAt: instant,
    },
    values: fc.array(
      fc.record({
        component: fc.option(text),
        quantity: fc.constantFrom("temperature", "residualCurrent"),
        value: fc.oneof(fc.maxSafeInteger(), fc.integer(), fc.double()),
        quality: fc.constantFrom("good", "bad"),
      }),
      { maxLength: 4 },
    ),
  })
  .map((row): Write => ({ kind: "reading", row: row as Extract<Write, { kind: "reading" }>["row"] }));
const writes = fc.array(fc.oneof(frame, reading), { maxLength: 6 });

/** The same with the bytes themselves instead of their places. */
const resolved = (all: readonly PackedWrite[], bytes: Uint8Array): unknown =>
  all.map((write) =>
    write.map((part, n) =>
      (write[0] === "frame" && n === 7) || (write[0] === "reading" && n === 6)
        ? Buffer.from(
            bytes.subarray(
              (part as [number, number])[0],
              (part as [number, number])[0] + (part as [number, number])[1],
            ),
          ).toString("hex")
        : part,
    ),
  );

test("light batches reach the writer as any other batch would, and what cannot be stored is refused alike", () => {
  let refused = 0;
  let taken = 0;
  fc.assert(
    fc.property(fc.array(writes, { maxLength: 6 }), (batches) => {
      const [light, plain] = [createArena(), createArena()];
      const [lightKinds, plainKinds] = [createRowKinds(), createRowKinds()];
      const places: { readonly at: number; readonly wanted: unknown }[] = [];
      for (const own of batches) {
        const batch = { tenant: tenantId("t"), writes: own };
        expect(isLightBatch(batch)).toBe(true);
        let wanted: unknown = null;
        try {
          const job = packBatch(batch, plain, plainKinds);
          wanted = job.kind === "batch" ? job.writes : null;
        } catch (error) {
          expect(error).toBeInstanceOf(StoreError);
          expect(() => putLightBatch(batch, light, lightKinds)).toThrow(StoreError);
          refused += 1;
          // Which rows were called newest before the refusal is nobody's business: both forget.
          return;
        }
        places.push({ at: putLightBatch(batch, light, lightKinds), wanted });
        taken += 1;
      }
      const plainBytes = plain.take();
      const bytes = light.take();
      for (const { at, wanted } of places) {
        const { tenant, writes: own } = readLightBatch(bytes, at);
        expect(tenant).toBe("t");
        expect(resolved(own, bytes)).toEqual(resolved(wanted as PackedWrite[], plainBytes));
      }
    }),
    { numRuns: 500 },
  );
  expect(Math.min(refused, taken)).toBeGreaterThan(20);
});

test("a batch that is refused leaves nothing behind: the one after it is whole", () => {
  const arena = createArena();
  const kinds = createRowKinds();
  const row = (wireAddress: string): Write => ({
    kind: "frame",
    frame: {
      ...{ id: "0197f3a2-7c1e-7000-8000-000000000001", protocol: "p", wireAddress, deviceId: "d" },
      ...{ receivedAt: 1 as Instant, remote: "r", bytes: Uint8Array.of(1, 2, 3) },
    },
  });
  const batch = (...all: Write[]) => ({ tenant: tenantId("t"), writes: all });
  putLightBatch(batch(row("first")), arena, kinds);
  const before = arena.end();
  expect(() => putLightBatch(batch(row("good"), row("b\u0000d")), arena, kinds)).toThrow("frame.wireAddress");
  expect(arena.end()).toBe(before);
  const at = putLightBatch(batch(row("next")), arena, kinds);
  expect(at).toBe(before);
  expect(readLightBatch(arena.take(), at).writes[0]?.[3]).toBe("next");
});

test("a batch with anything else in it is none", () => {
  const other: Write = { kind: "dropState", key: "k" };
  expect(isLightBatch({ tenant: tenantId("t"), writes: [other] })).toBe(false);
});
