import { readFile } from "node:fs/promises";
import { parseVectors, type Vector } from "@dianan/testkit";
import { type AdapterCommand, AdapterProcess } from "./adapter-process.ts";
import { AdapterSeat, START_TIMEOUT_MS } from "./adapter-seat.ts";
import { type Failure, judgeDecode, judgeEncode } from "./judge.ts";
import { type AdapterInfo, type Request, specs } from "./messages.ts";

/** One vector in one direction: bytes to value, or value to bytes. */
export type CaseResult = {
  readonly file: string;
  readonly name: string;
  /** Clause that the vector shows, such as `§6.6 table 1`. */ readonly clause: string;
  readonly op: "decode" | "encode";
  /** Null: passed. */ readonly failure: Failure | null;
};

export type Run = {
  readonly adapter: AdapterInfo;
  readonly results: readonly CaseResult[];
  readonly passed: number;
  readonly failed: number;
};

export type RunOptions = {
  /** Vector files (specs/vectors), paths. */ readonly files: readonly string[];
  readonly adapter: AdapterCommand;
  /** A later answer fails the case, 2 s by default. Milliseconds. */ readonly timeoutMs?: number;
  readonly onResult?: (result: CaseResult) => void;
};

type Case = { readonly file: string; readonly spec: string; readonly vector: Vector };

const TIMEOUT_MS = 2_000;

/**
 * Runs every frame vector against an adapter: decoding always, encoding of good vectors when the adapter has it. A
 * crash, silence or garbage fails its case; the adapter is then started again and the run goes on.
 *
 * @throws AdapterError when the adapter cannot be started at all; TypeError for a vector file that is wrong
 */
export const runVectors = async (options: RunOptions): Promise<Run> => {
  const cases = (await Promise.all(options.files.map(casesOf))).flat();
  if (cases.length === 0) throw new TypeError("there is no frame vector in these files");
  const started = await AdapterProcess.start(options.adapter, START_TIMEOUT_MS);
  const { info } = started;
  const seat = new AdapterSeat(options.adapter, started.adapter, options.timeoutMs ?? TIMEOUT_MS);
  const results: CaseResult[] = [];
  try {
    for (const { file, spec, vector } of cases)
      for (const op of opsOf(vector, info)) {
        const { name, clause, direction, hex, value } = vector;
        const dialect = vector.dialect === undefined ? {} : { dialect: vector.dialect };
        const ask = (id: number): Request =>
          op === "decode"
            ? { op, id, spec, direction, ...dialect, hex }
            : { op, id, spec, direction, ...dialect, value };
        const judge = op === "decode" ? judgeDecode : judgeEncode;
        const result: CaseResult = { file, name, clause, op, failure: await seat.try(ask, (r) => judge(vector, r)) };
        results.push(result);
        options.onResult?.(result);
      }
  } finally {
    await seat.close();
  }
  const failed = results.filter(({ failure }) => failure !== null).length;
  return { adapter: info, results, passed: results.length - failed, failed };
};

const casesOf = async (file: string): Promise<readonly Case[]> => {
  const { protocol, vectors } = read(file, await readFile(file, "utf8"));
  const spec = specs[protocol];
  if (spec === undefined) throw new TypeError(`${file}: no specification is known for the protocol ${protocol}`);
  return vectors.filter(({ layout }) => layout === "frame").map((vector) => ({ file, spec, vector }));
};

const read = (file: string, text: string): ReturnType<typeof parseVectors> => {
  try {
    return parseVectors(text);
  } catch (cause) {
    throw new TypeError(`${file}: ${(cause as Error).message}`, { cause });
  }
};

const opsOf = (vector: Vector, { features }: AdapterInfo): readonly CaseResult["op"][] => {
  // A dialect never loosens the standard: who speaks none is judged by the standard alone.
  if (vector.dialect !== undefined && !features.includes("dialects")) return [];
  return vector.error === undefined && features.includes("encode") ? ["decode", "encode"] : ["decode"];
};
