import { readCells } from "@dianan/sharing/table";
import fc from "fast-check";
import { expect, test } from "vitest";
import { columnName } from "./column-name.ts";
import { type WrittenCell, workbookBytes } from "./workbook.ts";

const bytesOf = async (rows: readonly (readonly WrittenCell[])[]): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of workbookBytes([{ name: "A & B", widths: [10], rows }])) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
};
/** What XML and the reader of the test leave as it is: no control characters, no space at an end. */
const kept = fc
  .string({ unit: "binary", minLength: 1, maxLength: 40 })
  .filter((text) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text) && text.trim() === text && text !== "");

test("ECMA-376: what is written into a workbook another reader reads out of it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(kept, fc.integer(), fc.boolean()), { minLength: 1, maxLength: 20 }),
      async (rows) => {
        expect(await readCells(await bytesOf(rows))).toEqual(rows);
      },
    ),
    { numRuns: 60 },
  );
});

test("no text breaks a workbook: what XML cannot hold is shown as what it is, a character that is lost", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 30 }), async (text) => {
      expect((await readCells(await bytesOf([["id", `x${text}\u0001\ufffe`]])))[0]?.[1]).toMatch(
        /^x[\s\S]*\ufffd\ufffd$/,
      );
    }),
    { numRuns: 60 },
  );
});

test("a failing row fails the workbook, and does not end it as if it were whole", async () => {
  function* rows() {
    yield ["id"];
    throw new RangeError("the store is closed");
  }
  const read = async () => {
    for await (const _ of workbookBytes([{ name: "x", widths: [], rows: rows() }]));
  };
  await expect(read()).rejects.toThrow("the store is closed");
});

test.each([
  [1, "A"],
  [26, "Z"],
  [27, "AA"],
  [702, "ZZ"],
  [703, "AAA"],
  [16_384, "XFD"],
])("column %i is %s", (column, name) => expect(columnName(column)).toBe(name));
