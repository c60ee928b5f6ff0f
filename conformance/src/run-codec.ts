import type { AdapterCommand } from "./adapter-process.ts";
import { AdapterSeat } from "./adapter-seat.ts";
import type { ConformanceClass } from "./case.ts";
import type { CodecCase } from "./codec/ask.ts";
import { codecCases } from "./codec/cases.ts";
import type { AdapterInfo } from "./messages.ts";
import { type CaseResult, classReached, runCases } from "./run.ts";
import type { Suite } from "./suite.ts";

export type CodecRunOptions = {
  readonly suite: Suite;
  readonly adapter: AdapterCommand;
  /** Any whole number; the same one gives the same cases. */ readonly seed: number;
  /** Inputs of each generated case, 50 by default. */ readonly runs?: number;
  /** A later answer fails its case, 2 s by default. Milliseconds. */ readonly timeoutMs?: number;
  /** Cases to leave out, in `explore` only: then no class is given. */ readonly keeps?: (one: CodecCase) => boolean;
  readonly onResult?: (result: CaseResult) => void;
};

export type CodecRun = {
  readonly target: "codec";
  readonly who: AdapterInfo;
  readonly seed: number;
  readonly runs: number;
  readonly suite: Suite;
  readonly results: readonly CaseResult[];
  /** `certify`: every case that there is was run. */ readonly mode: "explore" | "certify";
  /** Null: none reached, or not every case was run. */ readonly reached: ConformanceClass | null;
};

const RUNS = 50;
const TIMEOUT_MS = 2_000;

/**
 * Puts a codec to the test (编解码对象). What the adapter does wrong fails its case and the run goes on.
 *
 * @throws AdapterError when it does not start at all
 */
export const runCodec = async (options: CodecRunOptions): Promise<CodecRun> => {
  const { suite, seed, keeps, runs = RUNS, timeoutMs = TIMEOUT_MS, onResult } = options;
  const seat = await AdapterSeat.start(options.adapter, timeoutMs);
  try {
    const all = codecCases(suite);
    const cases = keeps === undefined ? all : all.filter(keeps);
    const results = await runCases(cases, seat, {
      ...{ features: seat.info.features, seed, runs },
      requirements: new Map(suite.spec.requirements.map((one) => [one.id, one])),
      ...(onResult === undefined ? {} : { onResult }),
    });
    const mode = cases.length === all.length ? "certify" : "explore";
    const reached = mode === "certify" ? classReached(results) : null;
    return { target: "codec", who: seat.info, seed, runs, suite, results, mode, reached };
  } finally {
    await seat.close();
  }
};
