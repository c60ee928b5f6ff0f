import { hexText } from "@dianan/testkit";
import fc from "fast-check";
import type { Finding } from "../../case.ts";
import type { Words } from "../../requirement.ts";
import { ask, type CodecCase, type CodecContext, speech } from "../ask.ts";
import { onInputs } from "../generated.ts";
import { judgeRefused, type Refusal } from "../judge.ts";
import { anyFrame, at, checked, frameWith, RECORDS_MAX } from "./dianan-frames.ts";

const SPEC = "DP";
export const ANY = ["bad-magic", "bad-length", "bad-checksum", "bad-value", "truncated"];
const common = { target: "codec", kind: "generated", asks: "full" } as const;

type Broken = { readonly bytes: Uint8Array; readonly refusal: Refusal };
/** Whether bytes are refused as they must be. */
export const refuses = (context: CodecContext, inputs: fc.Arbitrary<Broken>): Promise<Finding | null> =>
  onInputs(context, inputs, ({ bytes, refusal }) => {
    const request = { op: "decode", ...speech("up", SPEC), hex: hexText(bytes) } as const;
    return ask(context.seat, request, (reply) => judgeRefused(request, refusal, reply));
  });

const broken = (
  name: string,
  requirement: string,
  words: Words,
  inputs: fc.Arbitrary<Broken>,
  asks: CodecCase["asks"] = "full",
): CodecCase => ({
  ...{ ...common, id: `DP/broken/${name}`, requirements: [requirement], polarity: "negative", needs: [], asks },
  title: { zh: `${words.zh}:应拒绝`, en: `${words.en}: refused` },
  run: (context) => refuses(context, inputs),
});
const flipped = (from: number, to: (bytes: Uint8Array) => number, codes = ANY): fc.Arbitrary<Broken> =>
  fc.tuple(anyFrame, fc.nat(), fc.nat(7)).map(([{ bytes }, place, bit]) => {
    const where = from + (place % Math.max(1, to(bytes) - from));
    return { bytes: bytes.with(where, (bytes[where] as number) ^ (1 << bit)), refusal: { codes } };
  });
const series = (widths: readonly number[]): fc.Arbitrary<Broken> =>
  fc.tuple(fc.constantFrom(...widths), fc.nat(15)).map(([width, count]) => {
    const content = [3, 0x20, (count << 4) | width, ...new Uint8Array(width * (count + 1))];
    return {
      bytes: frameWith(Uint8Array.of(1, content.length, ...content)),
      refusal: { codes: ["bad-value", "bad-length"] },
    };
  });

/** Cases of frames that must be refused, each broken in one way. */
export const diananBrokenCases: readonly CodecCase[] = [
  broken(
    "bit-in-device",
    "DP-3.1-02",
    { zh: "设备地址中一位出错", en: "one bit wrong in the device address" },
    flipped(at.device, () => at.counter, ["bad-checksum"]),
  ),
  broken(
    "bit-in-counter",
    "DP-3.1-02",
    { zh: "计数器中一位出错", en: "one bit wrong in the counter" },
    flipped(at.counter, () => at.time, ["bad-checksum"]),
  ),
  broken(
    "bit-in-time",
    "DP-3.1-02",
    { zh: "发送时间中一位出错", en: "one bit wrong in the time" },
    flipped(at.time, () => at.records, ["bad-checksum"]),
  ),
  broken(
    "bit-in-records",
    "DP-3.1-02",
    { zh: "记录区或其后一位出错", en: "one bit wrong in the records or behind" },
    flipped(at.records, (bytes) => bytes.length),
  ),
  broken(
    "bit-in-length",
    "DP-3.1-01",
    { zh: "长度中一位出错", en: "one bit wrong in the length" },
    flipped(at.length, () => at.device),
  ),
  broken(
    "bit-in-start",
    "DP-3.1-01",
    { zh: "起始符中一位出错", en: "one bit wrong in the start" },
    flipped(0, () => 1, ["bad-magic"]),
  ),
  broken(
    "reserved-bit",
    "DP-3.2-02",
    { zh: "保留的选项位为 1", en: "a reserved option bit is set" },
    fc.tuple(anyFrame, fc.integer({ min: 3, max: 7 })).map(([{ bytes }, bit]) => ({
      ...{
        bytes: checked(bytes.with(at.options, (bytes[at.options] as number) | (1 << bit))),
        refusal: { codes: ["bad-value"] },
      },
    })),
  ),
  broken(
    "cut",
    "DP-3.1-01",
    { zh: "在任意字节处截断", en: "cut at any byte" },
    fc.tuple(anyFrame, fc.nat()).map(([{ bytes }, place]) => ({
      bytes: bytes.slice(0, place % bytes.length),
      refusal: { codes: ["truncated"] },
    })),
  ),
  broken(
    "trailing",
    "DP-3.1-01",
    { zh: "帧之后多出字节", en: "bytes behind the frame" },
    fc
      .tuple(anyFrame, fc.uint8Array({ minLength: 1, maxLength: 20 }))
      .map(([{ bytes }, more]) => ({ bytes: Uint8Array.of(...bytes, ...more), refusal: { codes: ["bad-length"] } })),
  ),
  broken(
    "over-limit",
    "DP-3.1-01",
    { zh: `记录区超过 ${RECORDS_MAX} 字节`, en: `more than ${RECORDS_MAX} bytes of records` },
    fc.integer({ min: RECORDS_MAX + 1, max: 60_000 }).map((size) => ({
      bytes: frameWith(new Uint8Array(Math.min(size, 2_000)), size),
      refusal: { codes: ["bad-length"] },
    })),
  ),
  broken("width", "DP-4.2-01", { zh: "宽度为 0 或大于 6", en: "a width of 0 or over 6" }, series([0, 7, 8, 11, 15])),
  broken(
    "noise",
    "DP-3.1-01",
    { zh: "随机字节", en: "random bytes" },
    fc.uint8Array({ maxLength: 1_100 }).map((bytes) => ({ bytes, refusal: { codes: ANY } })),
    "robust",
  ),
];

const unfit = (
  name: string,
  requirement: string,
  words: Words,
  change: (value: { readonly [name: string]: unknown }) => unknown,
): CodecCase => ({
  ...{ ...common, id: `DP/unfit/${name}`, requirements: [requirement], polarity: "negative", needs: ["encode"] },
  title: { zh: `编码:${words.zh},应拒绝`, en: `encode: ${words.en} is refused` },
  run: (context) =>
    onInputs(context, anyFrame, ({ value }) => {
      const request = {
        op: "encode",
        ...speech("up", SPEC),
        value: change(value as { readonly [name: string]: unknown }),
      } as const;
      return ask(context.seat, request, (reply) =>
        judgeRefused(request, { codes: ["bad-value", "bad-length"] }, reply),
      );
    }),
});
const secured = (value: { readonly [name: string]: unknown }, isSecured: boolean) => ({
  ...(value.options as object),
  secured: isSecured,
});
/** Cases of values that an encoder must refuse. */
export const diananUnfitCases: readonly CodecCase[] = [
  unfit("counter-above", "DP-3.1-01", { zh: "计数器 2³²", en: "a counter of 2^32" }, (value) => ({
    ...value,
    counter: 2 ** 32,
  })),
  unfit("counter-minus", "DP-3.1-01", { zh: "计数器 -1", en: "a counter of -1" }, (value) => ({
    ...value,
    counter: -1,
  })),
  unfit("device-above", "DP-3.1-01", { zh: "地址超过 6 字节", en: "an address above 6 bytes" }, (value) => ({
    ...value,
    device: 2 ** 48,
  })),
  unfit("time-half", "DP-3.1-01", { zh: "时间 0.5", en: "a time of 0.5" }, (value) => ({ ...value, time: 0.5 })),
  unfit("reserved", "DP-3.2-02", { zh: "保留的选项位", en: "a reserved option bit" }, (value) => ({
    ...value,
    options: { ...(value.options as object), reserved: 8 },
  })),
  unfit("no-code", "DP-3.1-01", { zh: "带认证码却没有认证码", en: "secured without a code" }, (value) => ({
    ...value,
    options: secured(value, true),
    mac: null,
  })),
  unfit(
    "code-unasked",
    "DP-3.1-01",
    { zh: "有认证码却未声明", en: "a code that the options do not tell" },
    (value) => ({ ...value, options: secured(value, false), mac: { bytes: "0001020304050607" } }),
  ),
  unfit("short-code", "DP-3.1-01", { zh: "认证码 7 字节", en: "a code of 7 bytes" }, (value) => ({
    ...value,
    options: secured(value, true),
    mac: { bytes: "00010203040506" },
  })),
  unfit("wide", "DP-4.2-01", { zh: "宽度 7", en: "a width of 7" }, (value) => ({
    ...value,
    records: [
      { content: { kind: "readings", series: [{ quantity: 3, place: 32, values: { width: 7, values: [1] } }] } },
    ],
  })),
  unfit("too-long", "DP-4-01", { zh: "记录超过 255 字节", en: "a record over 255 bytes" }, (value) => ({
    ...value,
    records: [{ content: { kind: "unknown", tag: 200, bytes: "00".repeat(256) } }],
  })),
];
