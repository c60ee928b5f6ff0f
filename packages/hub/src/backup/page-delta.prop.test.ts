import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { applyDelta, createDelta } from "./page-delta.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dianan-delta-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);

/** Puts the delta from `former` to `file` into `delta`; the former bytes come in parts of so many. */
const writeDelta = (former: Uint8Array, file: Uint8Array, part: number): void => {
  rmSync(at("delta"), { force: true });
  writeFileSync(at("file"), file);
  const delta = createDelta(at("file"), at("delta"));
  for (let from = 0; from < former.length; from += part) delta.former(former.subarray(from, from + part));
  delta.finish();
  delta.close();
};

const applied = (former: Uint8Array): Buffer => {
  writeFileSync(at("out"), former);
  applyDelta(at("delta"), at("out"));
  return readFileSync(at("out"));
};

const changed = (former: Uint8Array, length: number, marks: readonly number[]): Buffer => {
  const file = Buffer.alloc(length);
  file.set(former.subarray(0, length));
  for (const mark of marks) if (length > 0) file[mark % length] = 1 + ((file[mark % length] ?? 0) % 255);
  return file;
};

test("SEC-BAK-03: a former file and its delta are the file, whatever was changed, added or cut off", () => {
  const length = fc.oneof(fc.nat(40_000), fc.constantFrom(0, 4_095, 4_096, 4_097, 8_192));
  fc.assert(
    fc.property(
      length,
      length,
      fc.array(fc.nat(), { maxLength: 8 }),
      fc.integer({ min: 1, max: 9_000 }),
      (was, is, marks, part) => {
        const former = Buffer.from(Uint8Array.from({ length: was }, (_, n) => n * 31));
        const file = changed(former, is, marks);
        writeDelta(former, file, part);
        expect(applied(former).equals(file)).toBe(true);
      },
    ),
    { numRuns: 150 },
  );
});

test("what did not change is not in the delta; a run longer than one read is whole", () => {
  const former = Buffer.alloc(3 << 20, 7);
  writeDelta(former, changed(former, former.length, [5, 2 << 20]), 1 << 20);
  expect(statSync(at("delta")).size).toBe(8 + 2 * (8 + 4_096));
  const other = Buffer.alloc((3 << 20) + 100, 8);
  writeDelta(former, other, 1 << 20);
  expect(applied(former).equals(other)).toBe(true);
});

test("a delta that is cut anywhere, or leads out of the file, is refused", () => {
  const former = Buffer.alloc(20_000, 7);
  writeDelta(former, changed(former, 18_000, [3, 9_000, 17_999]), 4_096);
  const whole = readFileSync(at("delta"));
  const refusal = (bytes: Uint8Array): unknown => {
    writeFileSync(at("delta"), bytes);
    try {
      applied(former);
      return "none";
    } catch (error) {
      return (error as { code?: unknown }).code;
    }
  };
  const ends = new Set([8, 8 + 8 + 4_096, 8 + 2 * (8 + 4_096)]);
  for (let end = 0; end < whole.length; end += end < 40 ? 1 : 97)
    if (!ends.has(end)) expect(refusal(whole.subarray(0, end)), `cut at ${end}`).toBe("unsound");
  const outside = Buffer.from(whole);
  outside.writeUInt32BE(5, 8);
  expect(refusal(outside)).toBe("unsound");
  const endless = Buffer.from(whole);
  endless.writeUInt32BE(0xffff_ffff, 12);
  expect(refusal(endless)).toBe("unsound");
});
