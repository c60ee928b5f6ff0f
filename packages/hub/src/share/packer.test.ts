import type { Instant } from "@dianan/model";
import { expect, test } from "vitest";
import { fitting, PUSH_BYTES_MAX, type Ready } from "./packer.ts";

const sized = (id: string, bytes: number): Ready => ({
  row: { destination: "d", kind: "unit", id, version: 1, since: 0 as Instant },
  parcel: { id, version: 1, json: "x".repeat(bytes), isTombstone: false },
  isPersonal: false,
});
const ids = (all: readonly Ready[]) => fitting(all).map(({ parcel }) => parcel.id);
const third = Math.floor(PUSH_BYTES_MAX / 3);

test("SH-6: records go together as far as they fit into one push, and the rest waits", () => {
  expect(ids([sized("a", third - 1), sized("b", third - 1), sized("c", third - 1)])).toEqual(["a", "b", "c"]);
  expect(ids([sized("a", third), sized("b", third), sized("c", third + 5), sized("d", 1)])).toEqual(["a", "b"]);
  expect(ids([])).toEqual([]);
});

test("SH-6: a record that is longer than a push may be goes alone, never with another, and holds up none before it", () => {
  expect(ids([sized("long", PUSH_BYTES_MAX * 2), sized("b", 1)])).toEqual(["long"]);
  expect(ids([sized("a", 1), sized("long", PUSH_BYTES_MAX * 2)])).toEqual(["a"]);
});

test("SH-6: Chinese text is measured as it travels", () => {
  const wide = { ...sized("wide", 0), parcel: { ...sized("wide", 0).parcel, json: "告".repeat(third) } };
  expect(ids([wide, sized("b", third)])).toEqual(["wide"]);
});
