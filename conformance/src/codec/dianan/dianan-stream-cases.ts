import fc from "fast-check";
import type { Words } from "../../requirement.ts";
import type { CodecCase } from "../ask.ts";
import type { SoundFrame } from "../frames.ts";
import { onInputs } from "../generated.ts";
import { cutAt, ends, feed, joined, type Traffic } from "../stream-cases.ts";
import { anyFrame, RECORDS_MAX } from "./dianan-frames.ts";

const SPEC = "DP";

const stream = (
  name: string,
  polarity: CodecCase["polarity"],
  words: Words,
  traffic: fc.Arbitrary<Traffic>,
): CodecCase => ({
  ...{
    target: "codec",
    kind: "stream",
    needs: ["stream"],
    asks: "full",
    id: `DP/stream/${name}`,
    polarity,
    requirements: ["DP-3.1-03"],
  },
  title: { zh: `字节流:${words.zh}`, en: `stream: ${words.en}` },
  run: (context) => onInputs(context, traffic, (input) => feed(context.seat, input, SPEC)),
});
const frames = fc.array(anyFrame, { minLength: 1, maxLength: 3 });
const whole = (list: readonly SoundFrame[]): Uint8Array => joined(...list.map(({ bytes }) => bytes));
/** Bytes in which no start stands. */
const garbage = fc
  .uint8Array({ minLength: 1, maxLength: 60 })
  .map((bytes) => bytes.map((byte) => (byte === 0xda ? 0xdb : byte)));
const around = (wrong: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Traffic> =>
  fc.tuple(frames, wrong, frames, ends).map(([before, bytes, after, places]) => ({
    pieces: cutAt(joined(whole(before), bytes, whole(after)), places),
    values: [...before, ...after].map(({ value }) => value),
  }));
/** Cases of byte streams. */
export const diananStreamCases: readonly CodecCase[] = [
  stream(
    "split-anywhere",
    "positive",
    { zh: "任意处分段", en: "cut anywhere" },
    fc
      .tuple(frames, ends)
      .map(([list, places]) => ({ pieces: cutAt(whole(list), places), values: list.map(({ value }) => value) })),
  ),
  stream(
    "byte-by-byte",
    "positive",
    { zh: "逐字节到达", en: "byte by byte" },
    anyFrame.map(({ bytes, value }) => ({ pieces: [...bytes].map((byte) => Uint8Array.of(byte)), values: [value] })),
  ),
  stream(
    "again",
    "positive",
    { zh: "重发的帧再次得到同样的消息", en: "a frame that comes again gives its message again" },
    fc.tuple(anyFrame, ends).map(([frame, places]) => ({
      pieces: cutAt(whole([frame, frame, frame]), places),
      values: [frame.value, frame.value, frame.value],
    })),
  ),
  stream("garbage-between", "negative", { zh: "杂字节之后", en: "behind garbage" }, around(garbage)),
  stream(
    "false-start",
    "negative",
    { zh: "选项不对的假起始符之后", en: "behind a false start with options that there are not" },
    around(fc.integer({ min: 3, max: 7 }).map((bit) => Uint8Array.of(0xda, 1 << bit))),
  ),
  stream(
    "lying-length",
    "negative",
    { zh: "长度超限的假起始符之后", en: "behind a false start with a length over the limit" },
    around(
      fc.integer({ min: RECORDS_MAX + 1, max: 65_535 }).map((size) => Uint8Array.of(0xda, 0, size >> 8, size & 0xff)),
    ),
  ),
];
