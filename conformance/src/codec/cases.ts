import type { Suite } from "../suite.ts";
import type { CodecCase } from "./ask.ts";
import { brokenCases } from "./broken-cases.ts";
import { diananCodecCases } from "./dianan/dianan-codec-cases.ts";
import { encodeCases } from "./encode-cases.ts";
import { frameCases } from "./frame-cases.ts";
import { hostileCases } from "./hostile-cases.ts";
import { streamCases } from "./stream-cases.ts";
import { vectorCases } from "./vector-cases.ts";

/** Every case of the codec target for the document of a suite: GB/T 26875.3-2011 or the open device protocol. */
export const codecCases = ({ spec, vectors }: Suite): readonly CodecCase[] => [
  ...vectorCases(spec.prefix, vectors),
  ...(spec.prefix === "DP" ? diananCodecCases : standardCases),
];

const standardCases: readonly CodecCase[] = [
  ...frameCases,
  ...brokenCases,
  ...encodeCases,
  ...streamCases,
  ...hostileCases,
];
