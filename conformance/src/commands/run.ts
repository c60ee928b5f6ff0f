import { readFileSync } from "node:fs";
import { classes } from "../case.ts";
import { writeReport } from "../report/report-folder.ts";
import { reportOf } from "../report/report-json.ts";
import { failedRequirements, mostUseful, resultText, summaryText } from "../report/text.ts";
import { countsOf } from "../run.ts";
import { type CodecRun, runCodec } from "../run-codec.ts";
import { loadSuite } from "../suite.ts";
import { keepsOf, type Options, type Terminal, UsageError } from "./options.ts";

/** 0: as asked; 1: something failed; 3: something could not be judged, or the class asked for was not reached; 4: the kit failed. */
export const exitCodeOf = ({ results, reached, mode }: CodecRun, asked: Options["asked"]): number => {
  const counts = countsOf(results);
  if (counts.ERROR > 0) return 4;
  if (counts.FAIL > 0) return 1;
  if (counts.UNMET > 0) return 3;
  if (asked === undefined || mode === "explore") return 0;
  return reached !== null && classes.indexOf(reached) >= classes.indexOf(asked) ? 0 : 3;
};

/** `run codec`: every case, a short account, and with `--out` the report. */
export const runCommandOf = async (options: Options, { out }: Terminal): Promise<number> => {
  const { positionals, adapter, language, verbose, seed, runs, timeoutMs, asked } = options;
  const [, target] = positionals;
  if (target !== "codec")
    throw new UsageError(`run codec: 目前只有 codec 对象 / the codec target is what there is, not ${target ?? "none"}`);
  if (adapter === null)
    throw new UsageError("缺少适配器命令 / the adapter's command is missing: -- python3 my_adapter.py");
  const signKey = options["sign-key"] === undefined ? undefined : readFileSync(options["sign-key"], "utf8");
  const suite = loadSuite("F3");
  const keeps = keepsOf(options);
  const startedAt = new Date().toISOString();
  const started = performance.now();
  const run = await runCodec({
    ...{ suite, adapter, seed, runs, timeoutMs },
    ...(keeps === undefined ? {} : { keeps }),
    onResult: (result) => {
      if (verbose) out(resultText(result, { suite }, language));
    },
  });
  if (run.results.length === 0) throw new UsageError("没有这样的用例 / no such case: dianan-conform list");
  if (!verbose) for (const line of [...failedRequirements(run, language), ...mostUseful(run, language)]) out(line);
  out(summaryText(run, language));
  if (options.out !== undefined) {
    const report = reportOf(run, { startedAt, durationMs: Math.round(performance.now() - started) });
    writeReport(options.out, report, signKey);
    out(language === "zh" ? `报告:${options.out}/report.html` : `report: ${options.out}/report.html`);
  }
  return exitCodeOf(run, asked);
};
