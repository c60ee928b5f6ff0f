// The vectors of a protocol, and what a decoder is told beside their bytes.
import { readdirSync, readFileSync } from "node:fs";
import { hexBytes, parseVectors, type Vector } from "@dianan/testkit";
import type { FrameContext, Protocol } from "../src/protocol.ts";

/** Vectors of a protocol, from specs/vectors. */
export const vectorsOf = (id: string): readonly Vector[] => {
  const folder = new URL(`../../../specs/vectors/${id}/`, import.meta.url);
  return readdirSync(folder)
    .sort()
    .flatMap((name) => parseVectors(readFileSync(new URL(name, folder), "utf8")).vectors);
};

/** What a decoder is told beside a vector's bytes. @throws TypeError for a dialect that the protocol does not name */
export const contextOf = <F>({ dialects }: Protocol<F>, { direction, request, dialect }: Vector): FrameContext => {
  const named = dialect === undefined ? undefined : dialects[dialect];
  if (dialect !== undefined && named === undefined) throw new TypeError(`there is no dialect ${dialect}`);
  return {
    direction,
    ...(request === undefined ? {} : { request: hexBytes(request) }),
    ...(named === undefined ? {} : { dialect: named.options }),
  };
};
