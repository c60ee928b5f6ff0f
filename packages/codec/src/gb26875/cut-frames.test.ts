import { hexBytes, hexText } from "@dianan/testkit";
import { describe, expect, test } from "vitest";
import type { Cut } from "../stream-cutter.ts";
import { createCut } from "./cut-frames.ts";
import { standardLayouts } from "./standard-layouts.ts";

const cutFrames = createCut(standardLayouts);
const NOTHING = new Uint8Array(0);
const bytesOf = (...parts: readonly (Uint8Array | string)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...(typeof part === "string" ? hexBytes(part) : part)]));

/** A packet put together by hand: head of zeros, these data, the right sum unless `sumOff` says otherwise. */
const packetWith = (data: Uint8Array | string, sumOff = 0): Uint8Array => {
  const adu = bytesOf(data);
  const unit = bytesOf("0100010100000000000000000000000000000000000000000000", adu).slice(0, 25 + adu.length);
  unit[22] = adu.length & 255;
  unit[23] = adu.length >> 8;
  unit[24] = 2;
  unit.set(adu, 25);
  const sum = (unit.reduce((total, byte) => total + byte, 0) + sumOff) & 255;
  return bytesOf("4040", unit, Uint8Array.of(sum), "2323");
};
const plain = packetWith("");
const summary = ({ frames, skipped, carry }: Cut) => ({
  frames: frames.map(hexText),
  skipped: skipped.map(({ bytes, before }) => `${hexText(bytes)} before ${before}`),
  carry: hexText(carry),
});
const cut = (...parts: readonly (Uint8Array | string)[]) => summary(cutFrames(NOTHING, bytesOf(...parts)));

describe("GB/T 26875.3-2011 §6.6: the length says where a frame ends", () => {
  test("end marks inside the data do not end a frame", () => {
    const frame = packetWith("232323232323");
    expect(cut(frame, plain)).toEqual({ frames: [hexText(frame), hexText(plain)], skipped: [], carry: "" });
  });

  test("start marks inside the data do not begin a frame", () => {
    const frame = packetWith("404040404040404040404040404040404040404040404040404040404040");
    expect(cut(frame, plain)).toEqual({ frames: [hexText(frame), hexText(plain)], skipped: [], carry: "" });
  });

  test("a whole sound frame inside the data of a sound frame is data", () => {
    const frame = packetWith(plain);
    expect(cut(frame)).toEqual({ frames: [hexText(frame)], skipped: [], carry: "" });
  });

  test("a frame of 1054 bytes is the longest, and is cut", () => {
    const frame = packetWith(new Uint8Array(1_024).fill(0x40));
    expect(frame.length).toBe(standardLayouts.parts.max);
    expect(cut(frame)).toEqual({ frames: [hexText(frame)], skipped: [], carry: "" });
  });

  test("a wrong checksum is for the decoder to refuse: the frame is cut", () => {
    const frame = packetWith("5b010a", 1);
    expect(cut(frame, plain).frames).toEqual([hexText(frame), hexText(plain)]);
  });
});

describe("what is no frame is skipped, and the next frame is found", () => {
  test.each<readonly [string, Uint8Array]>([
    ["text", bytesOf("474554202f20485454502f312e310d0a")],
    ["a lone start byte", bytesOf("4000")],
    ["a start mark twice, so that the second one is the frame's", bytesOf("4040")],
    ["a frame whose length says 1025", bytesOf(plain.slice(0, 24), "0104", plain.slice(26))],
    ["a frame whose length says 65535", bytesOf(plain.slice(0, 24), "ffff", plain.slice(26))],
    ["a frame whose end mark is wrong", bytesOf(plain.slice(0, -1), "24")],
    ["a 12-byte short packet", bytesOf("404001000101000000002323")],
  ])("%s", (_, garbage) => {
    // Enough frames behind it to show that a false length does not wait for more.
    const stream = [garbage, ...Array.from({ length: 40 }, () => plain)];
    const { frames, skipped, carry } = cut(...stream);
    expect(frames).toEqual(Array.from({ length: 40 }, () => hexText(plain)));
    expect(skipped).toEqual([`${hexText(garbage)} before 0`]);
    expect(carry).toBe("");
  });

  test("a length one too small gives up that frame alone", () => {
    const lying = packetWith("5b010a");
    lying[24] = 2;
    expect(cut(lying, plain)).toEqual({
      frames: [hexText(plain)],
      skipped: [`${hexText(lying)} before 0`],
      carry: "",
    });
  });

  test("a false start whose length and end agree by chance does not swallow the sound frame inside it", () => {
    const inside = bytesOf("00".repeat(7), plain);
    const outer = packetWith(inside, 3);
    const { frames } = cut(outer, plain);
    expect(frames).toEqual([hexText(plain), hexText(plain)]);
  });

  test("runs of garbage are told with the frame that follows them", () => {
    expect(cut("aa", plain, "bbcc", plain, "dd")).toEqual({
      frames: [hexText(plain), hexText(plain)],
      skipped: ["aa before 0", "bbcc before 1", "dd before 2"],
      carry: "",
    });
  });
});

describe("what is not there yet is carried", () => {
  test("no bytes give nothing", () => {
    expect(cut()).toEqual({ frames: [], skipped: [], carry: "" });
  });

  test("half a start mark at the end is kept", () => {
    expect(cut("aa40")).toEqual({ frames: [], skipped: ["aa before 0"], carry: "40" });
  });

  test("a frame split at any byte comes out once, whole", () => {
    const frame = packetWith("4040232340402323");
    for (let at = 0; at <= frame.length; at += 1) {
      const first = cutFrames(NOTHING, frame.slice(0, at));
      const second = cutFrames(first.carry, frame.slice(at));
      expect([...first.frames, ...second.frames].map(hexText)).toEqual([hexText(frame)]);
    }
  });

  test("the caller's buffer may be used again: frames and carry are copies", () => {
    const chunk = bytesOf(plain, plain.slice(0, 10));
    const result = cutFrames(NOTHING, chunk);
    chunk.fill(0);
    expect(summary(result)).toEqual({
      frames: [hexText(plain)],
      skipped: [],
      carry: hexText(plain.slice(0, 10)),
    });
  });
});
