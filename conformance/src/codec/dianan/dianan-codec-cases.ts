import { hexText } from "@dianan/testkit";
import fc from "fast-check";
import type { Words } from "../../requirement.ts";
import { ask, type CodecCase, type CodecContext, speech } from "../ask.ts";
import type { SoundFrame } from "../frames.ts";
import { onInputs } from "../generated.ts";
import { judgeDecoded, judgeEncoded } from "../judge.ts";
import { ANY, diananBrokenCases, diananUnfitCases, refuses } from "./dianan-broken-cases.ts";
import { framesOf, frameWith, type RecordKind, recordKinds } from "./dianan-frames.ts";
import { diananStreamCases } from "./dianan-stream-cases.ts";

const SPEC = "DP";
const common = { target: "codec", kind: "generated", asks: "full" } as const;

const decodes = (context: CodecContext, frames: fc.Arbitrary<SoundFrame>, direction: "up" | "down" = "up") =>
  onInputs(context, frames, ({ hex, value }) => {
    const request = { op: "decode", ...speech(direction, SPEC), hex } as const;
    return ask(context.seat, request, (reply) => judgeDecoded(request, value, reply));
  });
const encodes = (context: CodecContext, frames: fc.Arbitrary<SoundFrame>, direction: "up" | "down") =>
  onInputs(context, frames, ({ hex, value }) => {
    const request = { op: "encode", ...speech(direction, SPEC), value } as const;
    return ask(context.seat, request, (reply) => judgeEncoded(request, hex, reply));
  });

const casesOfKind = (kind: RecordKind): readonly CodecCase[] => {
  const said = { zh: `标签 ${kind.tag} ${kind.kind}`, en: `tag ${kind.tag}, ${kind.kind}` };
  const one = (
    name: string,
    words: Words,
    needs: readonly string[],
    polarity: CodecCase["polarity"],
    run: CodecCase["run"],
  ): CodecCase => ({
    ...{ ...common, id: `DP/any/${name}-${kind.kind}`, requirements: ["DP-4-01"], polarity, needs, run },
    title: { zh: `${words.zh}:${said.zh}`, en: `${words.en}: ${said.en}` },
  });
  return [
    one("decode", { zh: "解码任意帧", en: "decode any frame" }, [], "positive", (context) =>
      decodes(context, framesOf(kind), kind.direction),
    ),
    one("encode", { zh: "编码任意帧", en: "encode any frame" }, ["encode"], "positive", (context) =>
      encodes(context, framesOf(kind), kind.direction),
    ),
    one("longer", { zh: "记录长于记录区", en: "a record longer than the record area" }, [], "negative", (context) =>
      refuses(
        context,
        fc.nat(200).map((size) => ({
          bytes: frameWith(Uint8Array.of(kind.tag, size + 1, ...new Uint8Array(size))),
          refusal: { codes: ANY },
        })),
      ),
    ),
  ];
};

const kept: CodecCase = {
  ...{ ...common, id: "DP/any/unknown-record", requirements: ["DP-7-01", "DP-4-01"], polarity: "positive", needs: [] },
  title: {
    zh: "未知标签的记录保留字节,其余不变",
    en: "a record with an unknown tag keeps its bytes, and the others stay",
  },
  run: ({ seat, ...context }) =>
    onInputs(
      { seat, ...context },
      fc.tuple(fc.integer({ min: 30, max: 63 }), fc.uint8Array({ maxLength: 200 })),
      ([tag, bytes]) => {
        const hex = hexText(frameWith(Uint8Array.of(tag, bytes.length, ...bytes, 9, 1, 2)));
        const request = { op: "decode", ...speech("up", SPEC), hex } as const;
        return ask(seat, request, (reply) =>
          judgeDecoded(
            request,
            {
              ...{
                options: { secured: false, confirmWanted: false, down: false, reserved: 0 },
                device: 889,
                counter: 7,
                time: 0,
                mac: null,
              },
              records: [
                { content: { kind: "unknown", tag, bytes: hexText(bytes) } },
                { content: { kind: "need", what: 2, unparsed: "" } },
              ],
            },
            reply,
          ),
        );
      },
    ),
};

/** Cases of the codec target for the open device protocol, beside its vectors. */
export const diananCodecCases: readonly CodecCase[] = [
  ...recordKinds.flatMap(casesOfKind),
  kept,
  ...diananBrokenCases,
  ...diananUnfitCases,
  ...diananStreamCases,
];
