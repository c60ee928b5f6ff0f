export { arbitraryOf, bytesNear } from "./arbitrary-of.ts";
export {
  checkCanonical,
  checkPrefixes,
  checkRoundTrip,
  codecLaws,
  cutInPieces,
  type LawOptions,
  piecesOf,
  type Runner,
  type StreamCut,
  streamLaw,
} from "./laws.ts";
export { hexBytes, hexText, parseVectors, type Vector, type VectorFile, vectorValue } from "./vectors.ts";
