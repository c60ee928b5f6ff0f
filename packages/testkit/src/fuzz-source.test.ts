import { checksum, decode, type Field, list, struct, u8, u16le } from "@dianan/layout";
import { expect, test } from "vitest";
import { frame, rest } from "../test/every-kind.ts";
import { createFuzzSource } from "./fuzz-source.ts";
import { createGrower } from "./grow.ts";
import { Random } from "./random.ts";
import { repairsOf } from "./repair.ts";
import { hexText } from "./vectors.ts";

const share = (many: number, holds: () => boolean): number => {
  let count = 0;
  for (let i = 0; i < many; i++) if (holds()) count += 1;
  return count / many;
};

test.each([
  ["of every kind", frame],
  ["whose sizes the region decides", rest],
] as const)("what is grown from a table %s without lies decodes by it", (_, layout) => {
  const grow = createGrower(layout, 1);
  for (let i = 0; i < 5_000; i++) {
    const bytes = grow(false);
    const result = decode(layout as Field<unknown>, bytes);
    if (!result.ok) expect(`${hexText(bytes)} ${JSON.stringify(result.error)}`).toBe("");
  }
});

test("what is grown reaches both limits, every case, both forms of a tail, and lists of every size", () => {
  const grow = createGrower(frame, 2);
  const values = Array.from({ length: 3_000 }, () => decode(frame, grow(false))).flatMap((one) =>
    one.ok ? [one.value.body] : [],
  );
  expect(new Set(values.map(({ one }) => one.kind))).toEqual(new Set(["first", "unknown"]));
  expect(new Set(values.map(({ items }) => items.length))).toEqual(new Set([0, 1, 2, 3, 4, 9]));
  expect(values.some(({ tail }) => tail === null) && values.some(({ tail }) => tail !== null)).toBe(true);
  expect(values.some(({ device }) => device === 0) && values.some(({ device }) => device === 2 ** 48 - 1)).toBe(true);
  expect(values.some(({ address }) => address.startsWith("AA"))).toBe(true);
  expect(values.some(({ note }) => typeof note !== "string") && values.some(({ note }) => note === "")).toBe(true);
  expect(values.some(({ energy }) => energy === null) && values.some(({ energy }) => (energy ?? 0) < 0)).toBe(true);
});

test("with lies most is refused, and for every reason that there is", () => {
  const grow = createGrower(frame, 3);
  const codes = new Set<string>();
  const decoded = share(5_000, () => {
    const result = decode(frame, grow(true));
    if (!result.ok) for (const { code } of [result.error, ...(result.error.also ?? [])]) codes.add(code);
    return result.ok;
  });
  expect(decoded).toBeLessThan(0.6);
  expect(codes).toEqual(new Set(["truncated", "bad-magic", "bad-length", "bad-checksum", "bad-value"]));
});

const validFrames = (): readonly Uint8Array[] => {
  const grow = createGrower(frame, 4);
  return Array.from({ length: 20 }, () => grow(false));
};

test("of what the source gives at least a fifth decodes and at least a fifth is refused", () => {
  const source = createFuzzSource({ seed: 5, valid: validFrames(), layouts: [frame], sizeMax: 912 });
  const decoded = share(20_000, () => {
    const bytes = source.next();
    const { ok } = decode(frame, bytes);
    if (ok) source.keep(bytes);
    return ok;
  });
  expect(decoded).toBeGreaterThan(0.2);
  expect(decoded).toBeLessThan(0.8);
});

test("the same seed gives the same inputs, another seed others", () => {
  const inputs = (seed: number): string => {
    const source = createFuzzSource({ seed, valid: validFrames(), layouts: [frame], sizeMax: 912 });
    return Array.from({ length: 200 }, () => hexText(source.next())).join(" ");
  };
  expect(inputs(6)).toBe(inputs(6));
  expect(inputs(6)).not.toBe(inputs(7));
});

test("a decoder that throws at one value of one field behind the check is found within 20 000 inputs", () => {
  const read = (bytes: Uint8Array): void => {
    const result = decode(frame, bytes);
    if (result.ok && result.value.body.energy === 0 && result.value.body.bits.hot) throw new Error("found");
  };
  const source = createFuzzSource({ seed: 8, valid: validFrames(), layouts: [frame], sizeMax: 912 });
  expect(() => {
    for (let i = 0; i < 20_000; i++) {
      const bytes = source.next();
      read(bytes);
      if (decode(frame, bytes).ok) source.keep(bytes);
    }
  }).toThrow("found");
});

test("a source without a table changes what it was given, with the caller's repair", () => {
  const repaired: number[] = [];
  const source = createFuzzSource({
    seed: 9,
    valid: [Uint8Array.of(1, 2, 3)],
    layouts: [],
    sizeMax: 3,
    repair: (bytes) => repaired.push(bytes.length),
  });
  expect(share(2_000, () => source.next().length > 0)).toBeGreaterThan(0.5);
  expect(repaired.length).toBeGreaterThan(500);
  expect(() => createFuzzSource({ seed: 1, valid: [], layouts: [], sizeMax: 1 })).toThrow(RangeError);
});

test("a length and a check value are put right after a change", () => {
  const { lengths, checks } = repairsOf(frame as Field<unknown>);
  const grow = createGrower(frame, 10);
  for (let i = 0; i < 200; i++) {
    const bytes = grow(false);
    const broken = bytes.slice();
    broken.fill(0x55, 2, 4);
    broken.fill(0x55, bytes.length - 3, bytes.length - 1);
    checks(broken);
    expect(decode(frame, broken)).toMatchObject({ ok: false });
    lengths(broken);
    checks(broken);
    expect(hexText(broken)).toBe(hexText(bytes));
  }
  const short = Uint8Array.of(0x68);
  lengths(short);
  checks(short);
  expect(hexText(short)).toBe("68");
});

test("of a layout that is no struct, or varies in two places, nothing is put right", () => {
  for (const layout of [
    u16le,
    struct("test §5", {
      a: list(u8, { count: u8 }),
      b: list(u8, { count: u8 }),
      c: checksum("sum8", { from: "a", to: "b" }),
    }),
  ]) {
    const bytes = Uint8Array.of(1, 2, 3, 4);
    repairsOf(layout as Field<unknown>).lengths(bytes);
    repairsOf(layout as Field<unknown>).checks(bytes);
    expect([...bytes]).toEqual([1, 2, 3, 4]);
  }
});

test("numbers are spread evenly and repeat by the seed only", () => {
  const random = new Random(11);
  const counts = new Array<number>(10).fill(0);
  for (let i = 0; i < 100_000; i++) counts[random.below(10)]! += 1;
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  const [a, b, other] = [new Random(12), new Random(12), new Random(13)];
  const runs = [a, b, other].map((one) => Array.from({ length: 8 }, () => one.next()).join());
  expect(runs[0]).toBe(runs[1]);
  expect(runs[0]).not.toBe(runs[2]);
});
