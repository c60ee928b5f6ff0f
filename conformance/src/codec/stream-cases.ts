import { hexBytes, hexText } from "@dianan/testkit";
import fc from "fast-check";
import type { AdapterSeat } from "../adapter-seat.ts";
import type { Finding } from "../case.ts";
import type { CodecRequest, Reply } from "../messages.ts";
import type { Polarity, Words } from "../requirement.ts";
import { type CodecCase, speech } from "./ask.ts";
import { anyFrame, DATA_MAX, OVERHEAD, packet, places, type SoundFrame, withSerial } from "./frames.ts";
import { onInputs } from "./generated.ts";
import { judgeValue } from "./judge.ts";

/** Bytes as they arrive, and the messages that must come out of them, in order. */
export type Traffic = { readonly pieces: readonly Uint8Array[]; readonly values: readonly unknown[] };

const eventsOf = (reply: Reply): readonly Reply[] | null =>
  reply.ok === true &&
  Array.isArray(reply.events) &&
  reply.events.every((one) => typeof one === "object" && one !== null && ("value" in one || "error" in one))
    ? (reply.events as readonly Reply[])
    : null;

/** Feeds a stream and holds the messages that came against those that must. What was reported as broken is not compared. */
export const feed = async (seat: AdapterSeat, { pieces, values }: Traffic, spec = "F3"): Promise<Finding | null> => {
  const input: CodecRequest[] = [
    { op: "open", ...speech("up", spec) },
    ...pieces.map((piece) => ({ op: "feed", hex: hexText(piece) }) as const),
  ];
  const got: unknown[] = [];
  for (const request of input) {
    const answer = await seat.ask(request);
    const wanted = { expected: "the events of the stream", input };
    if (!answer.ok) return { ...wanted, code: answer.error.code, got: answer.error.message };
    if (request.op === "open") {
      if (answer.reply.ok !== true) return { ...wanted, code: "malformed-reply", got: JSON.stringify(answer.reply) };
      continue;
    }
    const events = eventsOf(answer.reply);
    if (events === null) return { ...wanted, code: "malformed-reply", got: JSON.stringify(answer.reply) };
    got.push(...events.flatMap((one) => ("value" in one ? [one.value] : [])));
  }
  await seat.ask({ op: "close" });
  if (got.length !== values.length)
    return { code: "lost-or-invented", expected: `${values.length} messages`, got: `${got.length} messages`, input };
  return judgeValue(values, got, input);
};

const valuesOf = (frames: readonly SoundFrame[]): readonly unknown[] => frames.map(({ value }) => value);
export const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

/** The stream in pieces that end at these places. */
export const cutAt = (stream: Uint8Array, ends: readonly number[]): readonly Uint8Array[] => {
  const places = [...new Set(ends.map((at) => at % (stream.length + 1)))].sort((a, b) => a - b);
  return [...places, stream.length].map((end, i) => stream.slice(places[i - 1] ?? 0, end));
};

const frames = fc.array(anyFrame, { minLength: 1, maxLength: 4 });
export const ends = fc.array(fc.nat(), { maxLength: 8 });

/** Bytes in which no start mark begins or stands. */
const garbage = fc
  .uint8Array({ minLength: 1, maxLength: 60 })
  .map((bytes) => bytes.map((byte) => (byte === 0x40 ? 0x41 : byte)));

const one = (
  name: string,
  polarity: Polarity,
  requirement: string,
  words: Words,
  traffic: fc.Arbitrary<Traffic>,
  asks: "full" | "robust" = "full",
): CodecCase => ({
  target: "codec",
  kind: "stream",
  needs: ["stream"],
  id: `F3/stream/${name}`,
  polarity,
  requirements: [requirement],
  asks,
  title: { zh: `字节流:${words.zh}`, en: `stream: ${words.en}` },
  run: (context) => onInputs(context, traffic, (input) => feed(context.seat, input)),
});

const split: readonly CodecCase[] = [
  one(
    "split-anywhere",
    "positive",
    "DP-STREAM-01",
    { zh: "任意处分段,消息不变", en: "cut anywhere, the same messages" },
    fc
      .tuple(frames, ends)
      .map(([list, at]) => ({ pieces: cutAt(joined(...list.map(({ bytes }) => bytes)), at), values: valuesOf(list) })),
  ),
  one(
    "byte-by-byte",
    "positive",
    "DP-STREAM-01",
    { zh: "逐字节到达", en: "byte by byte" },
    anyFrame.map((frame) => ({ pieces: [...frame.bytes].map((byte) => Uint8Array.of(byte)), values: [frame.value] })),
  ),
  one(
    "first-byte-alone",
    "positive",
    "DP-STREAM-01",
    { zh: "首字节单独到达", en: "the first byte alone" },
    anyFrame.map((frame) => ({ pieces: [frame.bytes.slice(0, 1), frame.bytes.slice(1)], values: [frame.value] })),
  ),
  one(
    "joined",
    "positive",
    "DP-STREAM-01",
    { zh: "多个数据包一次到达", en: "many packets at once" },
    fc
      .array(anyFrame, { minLength: 2, maxLength: 12 })
      .map((list) => ({ pieces: [joined(...list.map(({ bytes }) => bytes))], values: valuesOf(list) })),
  ),
  one(
    "again",
    "positive",
    "DP-STREAM-01",
    { zh: "重发的数据包再次得到同样的消息", en: "a packet that comes again gives its message again" },
    fc.tuple(anyFrame, ends).map(([frame, at]) => ({
      pieces: cutAt(joined(frame.bytes, frame.bytes, frame.bytes), at),
      values: [frame.value, frame.value, frame.value],
    })),
  ),
  one(
    "serial-turns",
    "positive",
    "DP-SERIAL-01",
    { zh: "流水号 65535 之后为 0", en: "after serial 65535 comes 0" },
    fc.tuple(fc.array(anyFrame, { minLength: 4, maxLength: 4 }), ends).map(([list, at]) => {
      const turned = list.map((frame, i) => withSerial(frame, (65_534 + i) % 65_536));
      return { pieces: cutAt(joined(...turned.map(({ bytes }) => bytes)), at), values: valuesOf(turned) };
    }),
  ),
  one(
    "largest",
    "positive",
    "DP-STREAM-01",
    { zh: "最大的数据包,任意处分段", en: "the largest packet, cut anywhere" },
    fc
      .tuple(fc.uint8Array({ minLength: DATA_MAX - 1, maxLength: DATA_MAX - 1 }), ends, anyFrame)
      .map(([data, at, next]) => {
        const large = packet(200, Uint8Array.of(200, ...data));
        return { pieces: cutAt(joined(large, next.bytes), at), values: [largeValue(large), next.value] };
      }),
  ),
  one(
    "marks-inside",
    "positive",
    "DP-STREAM-02",
    { zh: "数据中有 40 40 与 23 23", en: "40 40 and 23 23 inside of data" },
    fc
      .tuple(fc.array(fc.constantFrom(0x40, 0x23, 0), { minLength: 4, maxLength: 40 }), ends, anyFrame)
      .map(([data, at, next]) => {
        const marked = packet(200, Uint8Array.of(0x23, 0x23, 0x40, 0x40, ...data));
        return { pieces: cutAt(joined(marked, next.bytes), at), values: [largeValue(marked), next.value] };
      }),
  ),
];

/** The value of a user-defined command whose head is that of {@link packet}: its data are kept as bytes. */
const largeValue = (bytes: Uint8Array): unknown => ({
  serial: 1,
  version: { main: 1, user: 1 },
  time: { year: 2026, month: 11, day: 20, hour: 8, minute: 5, second: 3 },
  source: 1,
  destination: 0,
  command: 200,
  message: { kind: "unknown", typeFlag: bytes[places.data], bytes: hexText(bytes.slice(places.data + 1, -3)) },
});

/** A sound frame, then what breaks, then sound ones again: those must come out, whatever is in between. */
const around = (broken: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Traffic> =>
  fc.tuple(anyFrame, broken, frames, ends).map(([before, wrong, after, at]) => ({
    pieces: cutAt(joined(before.bytes, wrong, ...after.map(({ bytes }) => bytes)), at),
    values: [before.value, ...valuesOf(after)],
  }));

const changedAt = (at: (bytes: Uint8Array) => number): fc.Arbitrary<Uint8Array> =>
  anyFrame.map(({ bytes }) => {
    const changed = bytes.slice();
    const place = at(bytes);
    changed[place] = (bytes[place] as number) ^ 0x01;
    return changed;
  });

const broken: readonly CodecCase[] = [
  one(
    "garbage-in-front",
    "negative",
    "DP-STREAM-02",
    { zh: "杂字节之后的数据包应被识别", en: "a packet behind garbage is recognised" },
    around(garbage),
  ),
  one(
    "bad-checksum-between",
    "negative",
    "DP-STREAM-02",
    { zh: "校验和错误的数据包之后", en: "behind a packet with a wrong checksum" },
    around(changedAt((bytes) => bytes.length - 3)),
  ),
  one(
    "bad-end-between",
    "negative",
    "DP-STREAM-02",
    { zh: "结束符错误的数据包之后", en: "behind a packet with a wrong end mark" },
    around(changedAt((bytes) => bytes.length - 1)),
  ),
  one(
    "bad-command-between",
    "negative",
    "DP-STREAM-02",
    { zh: "保留命令的数据包之后", en: "behind a packet with a reserved command" },
    around(fc.integer({ min: 7, max: 127 }).map((command) => packet(command, new Uint8Array(0)))),
  ),
  one(
    "bad-data-between",
    "negative",
    "DP-STREAM-02",
    { zh: "数据有误的数据包之后", en: "behind a packet whose data are wrong" },
    around(fc.uint8Array({ maxLength: 20 }).map((data) => packet(2, Uint8Array.of(2, 0, ...data)))),
  ),
  one(
    "lying-length",
    "negative",
    "DP-STREAM-02",
    { zh: "长度超限的假启动符不应吞掉其后的数据包", en: "a false start with a length over the limit swallows nothing" },
    around(
      fc
        .integer({ min: DATA_MAX + 1, max: 65_535 })
        .map((size) => packet(2, new Uint8Array(0), size).slice(0, places.command)),
    ),
  ),
  one(
    "start-mark-alone",
    "negative",
    "DP-STREAM-02",
    { zh: "孤立的启动符", en: "a start mark alone" },
    around(
      fc
        .constant(Uint8Array.of(0x40, 0x40, 0xff, 0xff))
        .map((mark) => joined(mark, new Uint8Array(OVERHEAD).fill(0xff))),
    ),
  ),
  one(
    "other-protocol",
    "negative",
    "DP-STREAM-02",
    { zh: "另一种协议的数据包之后", en: "behind a frame of another protocol" },
    around(fc.constantFrom("68123456789012684300000016", "7b7b01020304050607080d0a", "4d510a0b0c0d0e0f").map(hexBytes)),
  ),
  one(
    "text-between",
    "negative",
    "DP-STREAM-02",
    { zh: "文字之后", en: "behind text" },
    around(
      fc
        .constantFrom("GET / HTTP/1.1\r\n\r\n", "+CSQ: 23,99\r\nOK\r\n", "hello")
        .map((text) => new TextEncoder().encode(text)),
    ),
  ),
];

/** Whatever came before, a connection that is opened again begins anew. */
const anew: CodecCase = {
  target: "codec",
  kind: "stream",
  needs: ["stream"],
  id: "F3/stream/opened-again",
  polarity: "negative",
  requirements: ["DP-STREAM-01"],
  asks: "full",
  title: {
    zh: "字节流:重新连接后,上次未完的字节不再有效",
    en: "stream: after a new connection the rest of the old one is forgotten",
  },
  run: ({ seat, seed, runs }) =>
    onInputs({ seat, seed, runs }, fc.tuple(anyFrame, anyFrame, fc.nat()), async ([old, next, at]) => {
      await seat.ask({ op: "open", ...speech() });
      await seat.ask({ op: "feed", hex: hexText(old.bytes.slice(0, at % old.bytes.length)) });
      return feed(seat, { pieces: [next.bytes], values: [next.value] });
    }),
};

/** Cases of byte streams, for adapters that have them. */
export const streamCases: readonly CodecCase[] = [...split, ...broken, anew];
