import type { FiledVector, SuiteVector } from "../suite.ts";
import { ask, type CodecCase } from "./ask.ts";
import { judgeDecoded, judgeEncoded, judgeRefused } from "./judge.ts";

/** Letters and digits of a name, for an id that a command line can hold. */
const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");

const speechOf = ({ direction, dialect }: SuiteVector, spec: string) => ({
  spec,
  direction,
  ...(dialect === undefined ? {} : { dialect }),
});

/** One vector as cases: its bytes decode to its value or are refused for its reason; its value encodes to its bytes. */
const casesOf = (spec: string, { file, vector }: FiledVector): readonly CodecCase[] => {
  const speech = speechOf(vector, spec);
  const { hex, value, error, name, clause } = vector;
  const needs = vector.dialect === undefined ? [] : [`dialect/${vector.dialect}`];
  const common = {
    target: "codec",
    requirements: vector.requirements ?? [],
    kind: "vector",
    // A dialect is asked of who claims it, and is no part of the standard's core.
    asks: vector.dialect === undefined ? "core" : "full",
  } as const;
  const decoding: CodecCase = {
    ...common,
    id: `${spec}/decode/${file}/${slug(name)}`,
    polarity: error === undefined ? "positive" : "negative",
    title: { zh: `解码 ${name}(${clause})`, en: `decode ${name} (${clause})` },
    needs,
    run: ({ seat }) => {
      const request = { op: "decode", ...speech, hex } as const;
      return ask(seat, request, (reply) => {
        if (error !== undefined)
          return judgeRefused(request, { codes: [error.code], offset: error.offset, path: error.path }, reply);
        const wrong = judgeDecoded(request, value, reply);
        if (wrong === null || vector.result !== "acceptable") return wrong;
        return judgeRefused(request, { codes: ["bad-value"] }, reply) === null ? null : wrong;
      });
    },
  };
  if (error !== undefined) return [decoding];
  const encoding: CodecCase = {
    ...common,
    id: `${spec}/encode/${file}/${slug(name)}`,
    polarity: "positive",
    title: { zh: `编码 ${name}(${clause})`, en: `encode ${name} (${clause})` },
    needs: [...needs, "encode"],
    run: ({ seat }) => {
      const request = { op: "encode", ...speech, value } as const;
      return ask(seat, request, (reply) => {
        const wrong = judgeEncoded(request, hex, reply);
        if (wrong === null || vector.result !== "acceptable") return wrong;
        return judgeRefused(request, { codes: ["bad-value"] }, reply) === null ? null : wrong;
      });
    },
  };
  return [decoding, encoding];
};

/** Cases of frame vectors: exact bytes, exact value or exact error. */
export const vectorCases = (spec: string, vectors: readonly FiledVector[]): readonly CodecCase[] =>
  vectors.filter(({ vector }) => vector.layout === "frame").flatMap((one) => casesOf(spec, one));
