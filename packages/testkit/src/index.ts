export {
  type ApiCall,
  type ApiDocument,
  type ApiOperation,
  type ApiPart,
  type ApiPools,
  apiAddress,
  createApiCalls,
} from "./api-calls.ts";
export { arbitraryOf, bytesNear } from "./arbitrary-of.ts";
export { createFuzzSource, type FuzzOptions, type FuzzSource } from "./fuzz-source.ts";
export { createGrower } from "./grow.ts";
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
export { valuesNear } from "./near-values.ts";
export { Random } from "./random.ts";
export { type Repair, type Repairs, repairsOf } from "./repair.ts";
export { holdsNaN, sameValue } from "./same-value.ts";
export { type JsonSchema, type SchemaOptions, schemaArbitrary } from "./schema-arbitrary.ts";
export { hexBytes, hexText, parseVectors, type Vector, type VectorFile, vectorValue } from "./vectors.ts";
