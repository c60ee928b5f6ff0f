import { ask, type CodecCase, speech } from "./ask.ts";
import { anyFrame, framesOf, type MessageKind, messageKinds, typeRequirement } from "./frames.ts";
import { onInputs } from "./generated.ts";
import { judgeDecoded, judgeEncoded } from "./judge.ts";

const HEAD_REQUIREMENTS = ["F3-6.6-01", "F3-6.6-02", "F3-6.6-04", "F3-6.6-05", "F3-6.6-06", "F3-6.6-07", "F3-6.6-08"];

const common = { target: "codec", polarity: "positive", kind: "generated" } as const;

/** Sound frames of one type, both ways. */
const casesOfKind = (kind: MessageKind): readonly CodecCase[] => {
  const requirements = [typeRequirement(kind), "F3-7-01", ...(kind.typeFlag === 3 ? ["F3-T6-01"] : [])];
  const said = { zh: `类型 ${kind.typeFlag} ${kind.zh}`, en: `type ${kind.typeFlag}, ${kind.en}` };
  return [
    {
      ...common,
      id: `F3/any/decode-type-${kind.typeFlag}`,
      requirements,
      asks: "full",
      title: { zh: `解码任意数据包:${said.zh}`, en: `decode any packet of ${said.en}` },
      needs: [],
      run: (context) =>
        onInputs(context, framesOf(kind), ({ hex, value }) => {
          const request = { op: "decode", ...speech(kind.direction), hex } as const;
          return ask(context.seat, request, (reply) => judgeDecoded(request, value, reply));
        }),
    },
    {
      ...common,
      id: `F3/any/encode-type-${kind.typeFlag}`,
      requirements,
      asks: "full",
      title: { zh: `编码任意数据包:${said.zh}`, en: `encode any packet of ${said.en}` },
      needs: ["encode"],
      run: (context) =>
        onInputs(context, framesOf(kind), ({ hex, value }) => {
          const request = { op: "encode", ...speech(kind.direction), value } as const;
          return ask(context.seat, request, (reply) => judgeEncoded(request, hex, reply));
        }),
    },
  ];
};

/** Each member of the head, whatever message it carries. */
const headCase: CodecCase = {
  ...common,
  id: "F3/any/decode-head",
  requirements: HEAD_REQUIREMENTS,
  asks: "full",
  title: {
    zh: "解码任意控制单元:流水号、版本、时间、地址",
    en: "decode any control unit: serial, versions, time, addresses",
  },
  needs: [],
  run: (context) =>
    onInputs(context, anyFrame, ({ hex, value }) => {
      const request = { op: "decode", ...speech(), hex } as const;
      return ask(context.seat, request, (reply) => judgeDecoded(request, value, reply));
    }),
};

/** What a codec gave is what it takes: its own value back to the same bytes. */
const roundCase: CodecCase = {
  ...common,
  id: "F3/any/round-trip",
  requirements: ["F3-6.6-07", "F3-6.6-08", "F3-7-01"],
  asks: "full",
  title: { zh: "解码所得再编码,字节不变", en: "what was decoded encodes to the same bytes" },
  needs: ["encode"],
  run: (context) =>
    onInputs(context, anyFrame, async ({ hex }) => {
      const answer = await context.seat.ask({ op: "decode", ...speech(), hex });
      if (!answer.ok || answer.reply.ok !== true) return null; // Other cases tell that.
      const request = { op: "encode", ...speech(), value: answer.reply.value } as const;
      return ask(context.seat, request, (reply) => judgeEncoded(request, hex, reply));
    }),
};

/** Cases of sound frames, made from the tables. */
export const frameCases: readonly CodecCase[] = [...messageKinds.flatMap(casesOfKind), headCase, roundCase];
