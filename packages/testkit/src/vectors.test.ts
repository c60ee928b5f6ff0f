import { expect, test } from "vitest";
import { hexBytes, hexText, parseVectors, vectorValue } from "./vectors.ts";

const good = { name: "one", layout: "frame", clause: "§1", hex: "00ff", value: { a: 1 } };
const file = (...vectors: readonly object[]): string =>
  JSON.stringify({ protocol: "p", count: vectors.length, vectors });

test("a vector file is read; direction is up where it says none", () => {
  expect(parseVectors(file(good)).vectors).toMatchObject([{ name: "one", direction: "up", value: { a: 1 } }]);
});

test.each([
  ["no vectors", JSON.stringify({ protocol: "p" }), /protocol/],
  ["a wrong count", JSON.stringify({ protocol: "p", count: 2, vectors: [good] }), /count says 2/],
  ["odd hex", file({ ...good, hex: "0" }), /"one": hex/],
  ["upper case hex", file({ ...good, hex: "FF" }), /hex/],
  ["no clause", file({ ...good, clause: undefined }), /clause/],
  ["value and error", file({ ...good, error: { code: "truncated", offset: 0, path: "" } }), /exactly one/],
  ["neither", file({ ...good, value: undefined }), /exactly one/],
  ["an error without offset", file({ ...good, value: undefined, error: { code: "truncated", path: "" } }), /error/],
  ["a name twice", file(good, good), /taken/],
  ["a direction that is none", file({ ...good, direction: "left" }), /direction/],
  ["a vector that is no object", file(5 as never), /vectors\[0\]/],
])("%s is refused and named", (_, text, message) => {
  expect(() => parseVectors(text)).toThrow(message);
});

test("hex and bytes, both ways; values with bytes as hex", () => {
  expect(hexText(hexBytes("00ff10"))).toBe("00ff10");
  expect(vectorValue({ a: Uint8Array.of(1, 2), b: [null] })).toEqual({ a: "0102", b: [null] });
});
