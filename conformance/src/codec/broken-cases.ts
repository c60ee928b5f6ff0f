import { hexText } from "@dianan/testkit";
import fc from "fast-check";
import type { Finding } from "../case.ts";
import type { Words } from "../requirement.ts";
import { ask, type CodecCase, type CodecContext, speech } from "./ask.ts";
import {
  anyFrame,
  DATA_MAX,
  framesOf,
  type MessageKind,
  messageKinds,
  OVERHEAD,
  packet,
  places,
  type SoundFrame,
  summed,
  TAIL,
  typeRequirement,
} from "./frames.ts";
import { onInputs } from "./generated.ts";
import { judgeRefused, type Refusal } from "./judge.ts";

const common = { target: "codec", polarity: "negative", kind: "generated", needs: [] } as const;

type Broken = { readonly bytes: Uint8Array; readonly refusal: Refusal };

const refuses = (
  context: CodecContext,
  inputs: fc.Arbitrary<Broken>,
  direction: "up" | "down" = "up",
): Promise<Finding | null> =>
  onInputs(context, inputs, ({ bytes, refusal }) => {
    const request = { op: "decode", ...speech(direction), hex: hexText(bytes) } as const;
    return ask(context.seat, request, (reply) => judgeRefused(request, refusal, reply));
  });

/** One bit changed somewhere in a part of a sound frame. */
const flipped = (from: number, to: (bytes: Uint8Array) => number): fc.Arbitrary<Uint8Array> =>
  fc.tuple(anyFrame, fc.nat(), fc.nat(7)).map(([{ bytes }, place, bit]) => {
    const changed = bytes.slice();
    const at = from + (place % (to(bytes) - from));
    changed[at] = (bytes[at] as number) ^ (1 << bit);
    return changed;
  });

/** Any error: which one comes first is told by the vectors. */
const ANY = ["bad-magic", "bad-length", "bad-checksum", "bad-value", "truncated"];

const flipCase = (
  name: string,
  words: Words,
  from: number,
  size: number,
  requirements: readonly string[],
): CodecCase => ({
  ...common,
  id: `F3/broken/bit-in-${name}`,
  requirements,
  asks: "full",
  title: { zh: `${words.zh}中一位出错:应拒绝`, en: `one bit wrong in ${words.en}: refused` },
  run: (context) =>
    refuses(
      context,
      flipped(from, () => from + size).map((bytes) => ({ bytes, refusal: { codes: ANY } })),
    ),
});

const SUM = ["F3-6.6-08", "F3-6.5.3-01"];
const flips: readonly CodecCase[] = [
  flipCase("start", { zh: "启动符", en: "the start mark" }, places.start, 2, ["F3-6.6-01", "F3-6.5.3-04"]),
  flipCase("serial", { zh: "业务流水号", en: "the serial" }, places.serial, 2, SUM),
  flipCase("version", { zh: "版本号", en: "the version" }, places.version, 2, SUM),
  flipCase("time", { zh: "时间标签", en: "the time label" }, places.time, 6, SUM),
  flipCase("source", { zh: "源地址", en: "the source address" }, places.source, 6, SUM),
  flipCase("destination", { zh: "目的地址", en: "the destination address" }, places.destination, 6, SUM),
  flipCase("length", { zh: "长度", en: "the length" }, places.length, 2, ["F3-6.6-07"]),
  flipCase("command", { zh: "命令字节", en: "the command" }, places.command, 1, SUM),
  {
    ...common,
    id: "F3/broken/bit-in-data",
    requirements: SUM,
    asks: "full",
    title: { zh: "应用数据单元中一位出错:应拒绝", en: "one bit wrong in the application data: refused" },
    run: (context) =>
      refuses(
        context,
        flipped(places.data, (bytes) => bytes.length - TAIL).map((bytes) => ({ bytes, refusal: { codes: ANY } })),
      ),
  },
  {
    ...common,
    id: "F3/broken/bit-in-end",
    requirements: ["F3-6.6-01", "F3-6.5.3-04"],
    asks: "full",
    title: { zh: "结束符中一位出错:应拒绝", en: "one bit wrong in the end mark: refused" },
    run: (context) =>
      refuses(
        context,
        fc.tuple(anyFrame, fc.nat(15)).map(([{ bytes }, bit]) => {
          const changed = bytes.slice();
          const at = bytes.length - 2 + (bit >> 3);
          changed[at] = (bytes[at] as number) ^ (1 << (bit & 7));
          return { bytes: changed, refusal: { codes: ["bad-magic"] } };
        }),
      ),
  },
];

const cutAnywhere = (frames: fc.Arbitrary<SoundFrame>): fc.Arbitrary<Broken> =>
  fc.tuple(frames, fc.nat()).map(([{ bytes }, at]) => ({
    bytes: bytes.slice(0, at % bytes.length),
    refusal: { codes: ["truncated"] },
  }));

/** The same packet with other application data: everything around them is right. */
const withData = (bytes: Uint8Array, change: (data: Uint8Array) => readonly number[]): Uint8Array => {
  const data = change(bytes.subarray(places.data, bytes.length - TAIL));
  const packed = Uint8Array.of(...bytes.subarray(0, places.data), ...data, 0, 0x23, 0x23);
  packed[places.length] = data.length & 0xff;
  packed[places.length + 1] = data.length >> 8;
  return summed(packed);
};

const LENGTH = { codes: ["bad-length", "bad-value", "truncated"] };

/** What can be wrong about the data of a type while the packet around them is right. */
const casesOfKind = (kind: MessageKind): readonly CodecCase[] => {
  const { typeFlag, direction, max } = kind;
  const requirements = [typeRequirement(kind), "F3-7-01"];
  const one = (name: string, words: Words, inputs: fc.Arbitrary<Broken>, ids = requirements): CodecCase => ({
    ...common,
    id: `F3/broken/${name}-type-${typeFlag}`,
    requirements: ids,
    asks: "full",
    title: { zh: `类型 ${typeFlag}:${words.zh}`, en: `type ${typeFlag}: ${words.en}` },
    run: (context) => refuses(context, inputs, direction),
  });
  const changed = (change: (data: Uint8Array) => readonly number[]): fc.Arbitrary<Broken> =>
    framesOf(kind).map(({ bytes }) => ({ bytes: withData(bytes, change), refusal: LENGTH }));
  const count = max === null ? ["F3-7-01", typeRequirement(kind)] : [`F3-COUNT-${String(typeFlag).padStart(2, "0")}`];
  return [
    one("cut", { zh: "在任意字节处截断", en: "cut at any byte" }, cutAnywhere(framesOf(kind)), ["DP-CUT-01"]),
    one(
      "short",
      { zh: "数据少一个字节", en: "a byte of data too few" },
      changed((data) => [...data.slice(0, -1)]),
    ),
    one(
      "long",
      { zh: "数据多一个字节", en: "a byte of data too many" },
      changed((data) => [...data, 0]),
    ),
    one(
      "none",
      { zh: "信息对象数目为 0", en: "no object" },
      changed((data) => [data[0] as number, 0]),
      count,
    ),
    one(
      "count",
      { zh: "信息对象数目多报一个", en: "a count of one more than there are" },
      changed((data) => [data[0] as number, ((data[1] as number) + 1) & 0xff, ...data.slice(2)]),
      max === null ? requirements : ["F3-7-01"],
    ),
  ];
};

const others: readonly CodecCase[] = [
  {
    ...common,
    id: "F3/broken/trailing",
    requirements: ["F3-6.6-07"],
    asks: "full",
    title: { zh: "数据包之后多出字节:应拒绝", en: "bytes behind the packet: refused" },
    run: (context) =>
      refuses(
        context,
        fc.tuple(anyFrame, fc.uint8Array({ minLength: 1, maxLength: 40 })).map(([{ bytes }, more]) => ({
          bytes: Uint8Array.of(...bytes, ...more),
          refusal: { codes: ["bad-length"] },
        })),
      ),
  },
  {
    ...common,
    id: "F3/broken/reserved-command",
    requirements: ["F3-T2-01", "F3-6.5.3-02"],
    asks: "full",
    title: { zh: "保留的命令字节 0、7~127:应拒绝", en: "reserved commands 0 and 7 to 127: refused" },
    run: (context) =>
      refuses(
        context,
        fc.tuple(anyFrame, fc.oneof(fc.constant(0), fc.integer({ min: 7, max: 127 }))).map(([{ bytes }, command]) => {
          const changed = bytes.slice();
          changed[places.command] = command;
          return { bytes: summed(changed), refusal: { codes: ["bad-value"], path: "command" } };
        }),
      ),
  },
  {
    ...common,
    id: "F3/broken/over-limit",
    requirements: ["F3-6.6-07", "F3-6.5.3-03"],
    asks: "full",
    title: { zh: `应用数据单元超过 ${DATA_MAX} 字节:应拒绝`, en: `more than ${DATA_MAX} bytes of data: refused` },
    run: (context) =>
      refuses(
        context,
        fc.integer({ min: DATA_MAX + 1, max: DATA_MAX + 1000 }).map((size) => ({
          bytes: packet(2, new Uint8Array(size).fill(200)),
          refusal: { codes: ["bad-length"] },
        })),
      ),
  },
  {
    ...common,
    id: "F3/broken/noise",
    requirements: ["F3-6.6-01", "DP-HOSTILE-01"],
    asks: "robust",
    title: { zh: "随机字节:应拒绝,不退出", en: "random bytes: refused, and nothing ends" },
    run: (context) =>
      refuses(
        context,
        fc.uint8Array({ maxLength: OVERHEAD + DATA_MAX + 10 }).map((bytes) => ({ bytes, refusal: { codes: ANY } })),
      ),
  },
];

/** Saying where is not asked for by the standard; who is to find the mistake is glad of it. */
const placeCase: CodecCase = {
  ...common,
  id: "F3/broken/place",
  requirements: ["DP-PLACE-01"],
  asks: "full",
  title: { zh: "拒绝时指明出错的字节与字段", en: "a refusal says at which byte and member" },
  run: (context) =>
    onInputs(context, anyFrame, ({ bytes }) => {
      const sumAt = bytes.length - TAIL;
      const hex = hexText(bytes.with(sumAt, (bytes[sumAt] as number) ^ 0xff));
      const request = { op: "decode", ...speech(), hex } as const;
      return ask(context.seat, request, (reply) => {
        const isTold = reply.offset === sumAt && typeof reply.path === "string" && reply.path !== "";
        const got = JSON.stringify({ offset: reply.offset ?? null, path: reply.path ?? null });
        return isTold ? null : { code: "wrong-place", expected: `offset: ${sumAt}, path`, got, input: [request] };
      });
    }),
};

/** Cases of frames that must be refused, each broken in one way. */
export const brokenCases: readonly CodecCase[] = [...flips, ...messageKinds.flatMap(casesOfKind), ...others, placeCase];
