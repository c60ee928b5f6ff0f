import { cutInPieces, hexBytes, hexText, piecesOf } from "@dianan/testkit";
import { expect, test } from "vitest";
import { cutFrames } from "./cut-frames.ts";
import { recogniseSkipped } from "./skipped.ts";

const NOTHING = new Uint8Array(0);
const text = (words: string): Uint8Array => Uint8Array.from([...words].map((char) => char.charCodeAt(0)));
const ICCID = "89860421310180000001";
/** Published register frame. */
const REGISTER = "444e5913003b37ab04b900207e00021421000000e4009104";
const stream = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

test("a card number on connecting and the word link are runs of their own between frames", () => {
  const { frames, skipped, carry } = cutFrames(
    NOTHING,
    stream(text(ICCID), hexBytes(REGISTER), text("link"), text("link"), hexBytes(`00${REGISTER}`)),
  );
  expect(frames.map(hexText)).toEqual([REGISTER, REGISTER]);
  expect(skipped.map(({ bytes, before, name }) => [before, name, hexText(bytes)])).toEqual([
    [0, "iccid", hexText(text(ICCID))],
    [1, "link", "6c696e6b"],
    [1, "link", "6c696e6b"],
    [1, undefined, "00"],
  ]);
  expect(carry).toHaveLength(0);
});

test("split anywhere, the words stay whole", () => {
  const whole = stream(text(ICCID), text("link"), hexBytes(REGISTER), text("link"));
  for (let at = 0; at <= whole.length; at += 1) {
    const names: (string | undefined)[] = [];
    const cut = (carry: Uint8Array, chunk: Uint8Array) => {
      const one = cutFrames(carry, chunk);
      names.push(...one.skipped.map(({ name }) => name));
      return one;
    };
    expect(cutInPieces(cut, piecesOf(whole, [at])).map(hexText), `split at ${at}`).toEqual([REGISTER]);
    expect(names, `split at ${at}`).toEqual(["iccid", "link", "link"]);
  }
});

test("a card number that is cut by a frame is garbage, and the frame is found", () => {
  const { frames, skipped } = cutFrames(NOTHING, stream(text(ICCID.slice(0, 12)), hexBytes(REGISTER)));
  expect(frames.map(hexText)).toEqual([REGISTER]);
  expect(skipped.map(({ name }) => name)).toEqual([undefined]);
});

test("link inside a frame is the frame's", () => {
  // Command 99, data `link`.
  const head = hexBytes("444e590d003b37ab04010099");
  const sum = [...head, ...text("link")].reduce((total, byte) => total + byte, 0);
  const frame = stream(head, text("link"), Uint8Array.of(sum % 256, Math.floor(sum / 256)));
  const { frames, skipped } = cutFrames(NOTHING, frame);
  expect([frames.map(hexText), skipped]).toEqual([[hexText(frame)], []]);
});

test("a card number and link are recognised", () => {
  expect(recogniseSkipped(text(ICCID))).toEqual({ kind: "iccid", iccid: ICCID });
  expect(recogniseSkipped(text("link"))).toEqual({ kind: "link" });
});

test.each([
  ["nothing", ""],
  ["a card number with one digit too few", ICCID.slice(1)],
  ["a card number that is cut", ICCID.slice(0, -1)],
  ["a card number with a digit more", `${ICCID}1`],
  ["a card number of another country", `8901${ICCID.slice(4)}`],
  ["a letter among the digits", `${ICCID.slice(0, -1)}A`],
  ["half of link", "lin"],
  ["link in capitals", "LINK"],
  ["link twice", "linklink"],
  ["something else", "hello"],
])("%s is not recognised", (_, words) => {
  expect(recogniseSkipped(text(words))).toEqual({ kind: "unknown" });
});
