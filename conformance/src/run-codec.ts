import { gb26875 } from "@dianan/codec";
import { type AdapterCommand, AdapterError } from "./adapter-process.ts";
import { AdapterSeat } from "./adapter-seat.ts";
import { codecCases } from "./codec/cases.ts";
import type { AdapterInfo } from "./messages.ts";
import { runTarget, type TargetOptions, type TargetRun } from "./run.ts";

export type CodecRunOptions = TargetOptions & {
  readonly adapter: AdapterCommand;
  /** A later answer fails its case, 2 s by default. Milliseconds. */ readonly timeoutMs?: number;
};

const TIMEOUT_MS = 2_000;

/** An adapter that says `dialects` has each of them. */
const withDialects = (info: AdapterInfo): AdapterInfo =>
  info.features.includes("dialects")
    ? { ...info, features: [...info.features, ...Object.keys(gb26875.dialects).map((name) => `dialect/${name}`)] }
    : info;

/**
 * Puts a codec to the test (编解码对象). What the adapter does wrong fails its case and the run goes on.
 *
 * @throws AdapterError when it does not start at all
 */
export const runCodec = async (options: CodecRunOptions): Promise<TargetRun> => {
  const seat = await AdapterSeat.start(options.adapter, options.timeoutMs ?? TIMEOUT_MS);
  try {
    const { prefix } = options.suite.spec;
    if (seat.info.specs?.includes(prefix) === false)
      throw new AdapterError(
        "not-started",
        `适配器没有声明 ${prefix} / its answer to hello does not name ${prefix} in \`specs\``,
      );
    return await runTarget("codec", withDialects(seat.info), codecCases(options.suite), seat, options);
  } finally {
    await seat.close();
  }
};
