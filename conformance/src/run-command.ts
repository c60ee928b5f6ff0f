import { glob } from "node:fs/promises";
import { parseArgs } from "node:util";
import { AdapterError } from "./adapter-process.ts";
import { type Language, resultText, summaryText } from "./report.ts";
import { runVectors } from "./run-vectors.ts";

const help = `dianan-conform: 用测试向量检验一个编解码器 / checks a codec against vectors

  dianan-conform [选项 options] -- <命令 command> [参数 args...]

  --vectors <glob>   向量文件,可重复 / vector files, may be repeated
                     (specs/vectors/**/*.json)
  --timeout <ms>     每项等待应答的时间 / time for one answer (2000)
  --lang <zh|en>     (zh)
  --verbose          也列出通过的项 / list what passed as well

退出码 exit code: 0 全部通过 all passed, 1 有不通过 some failed, 2 用法错误或适配器不能启动 usage, or the adapter does not start`;

export type Terminal = { readonly out: (line: string) => void; readonly err: (line: string) => void };

class UsageError extends Error {}

const optionsOf = (args: readonly string[]) => {
  const split = args.indexOf("--");
  const own = split === -1 ? args : args.slice(0, split);
  const { values } = parseArgs({
    args: [...own],
    options: {
      vectors: { type: "string", multiple: true, default: ["specs/vectors/**/*.json"] },
      timeout: { type: "string", default: "2000" },
      lang: { type: "string", default: "zh" },
      verbose: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const [command, ...rest] = split === -1 ? [] : args.slice(split + 1);
  const timeoutMs = Number(values.timeout);
  if (!Number.isInteger(timeoutMs) || timeoutMs < 1 || timeoutMs > 600_000)
    throw new UsageError("--timeout: 1..600000");
  if (values.lang !== "zh" && values.lang !== "en") throw new UsageError("--lang: zh | en");
  const language: Language = values.lang;
  return { ...values, timeoutMs, language, command, rest };
};

/**
 * The `dianan-conform` command.
 *
 * @param args - what stands behind the program's name
 * @returns exit code: 0 all passed, 1 some failed, 2 usage, no vectors, or an adapter that does not start
 */
export const runCommand = async (args: readonly string[], { out, err }: Terminal): Promise<number> => {
  try {
    const { help: wantsHelp, vectors, timeoutMs, language, verbose, command, rest } = optionsOf(args);
    if (wantsHelp) {
      out(help);
      return 0;
    }
    if (command === undefined) throw new UsageError("缺少适配器命令 / the adapter's command is missing");
    const files: string[] = [];
    for await (const file of glob(vectors)) files.push(file);
    files.sort();
    if (files.length === 0) throw new UsageError(`没有向量文件 / no vector files: ${vectors.join(" ")}`);
    const run = await runVectors({
      files,
      adapter: { command, args: rest },
      timeoutMs,
      onResult: (result) => {
        if (verbose || result.failure !== null) out(resultText(result, language));
      },
    });
    out(summaryText(run, language));
    return run.failed === 0 ? 0 : 1;
  } catch (error) {
    if (error instanceof AdapterError)
      err(`适配器不能启动 / the adapter does not start [${error.code}]: ${error.message}`);
    else if (error instanceof UsageError || isParseError(error)) err(`${(error as Error).message}\n\n${help}`);
    else if (error instanceof TypeError) err(`向量文件有误 / a vector file is wrong: ${error.message}`);
    else throw error;
    return 2;
  }
};

const isParseError = (error: unknown): boolean =>
  error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
