export { type AdapterCommand, AdapterError } from "./adapter-process.ts";
export type { Failure, FailureCode } from "./judge.ts";
export { type AdapterInfo, PROTOCOL_VERSION, type Reply, type Request, specs } from "./messages.ts";
export { type Language, resultText, summaryText } from "./report.ts";
export { type CaseResult, type Run, type RunOptions, runVectors } from "./run-vectors.ts";
