import { readFileSync } from "node:fs";
import { classes } from "../case.ts";
import { writeReport } from "../report/report-folder.ts";
import { reportOf } from "../report/report-json.ts";
import { failedRequirements, mostUseful, resultText, summaryText } from "../report/text.ts";
import { countsOf, type TargetRun } from "../run.ts";
import { settingsOf, withClaims } from "./claimed.ts";
import { keepsOf, type Options, type Terminal, UsageError } from "./options.ts";
import { startTarget } from "./start.ts";

/** 0: as asked; 1: something failed; 3: something could not be judged, or the class asked for was not reached; 4: the kit failed. */
export const exitCodeOf = ({ results, reached, isComplete }: TargetRun, asked: Options["asked"]): number => {
  const counts = countsOf(results);
  if (counts.ERROR > 0) return 4;
  if (counts.FAIL > 0) return 1;
  if (counts.UNMET > 0) return 3;
  if (asked === undefined || !isComplete) return 0;
  return reached !== null && classes.indexOf(reached) >= classes.indexOf(asked) ? 0 : 3;
};

/** `run <target>`: every case, a short account, and with `--out` the report. */
export const runCommandOf = async (given: Options, { out }: Terminal): Promise<number> => {
  const { options, claims } = withClaims(given, given.positionals[1]);
  const { positionals, language, verbose, seed, runs, asked, mode } = options;
  const signKey = options["sign-key"] === undefined ? undefined : readFileSync(options["sign-key"], "utf8");
  const keeps = keepsOf(options);
  const startedAt = new Date().toISOString();
  const started = performance.now();
  const told: Parameters<typeof resultText>[0][] = [];
  const run = await startTarget(positionals[1], options, {
    ...{ seed, runs, say: out, onResult: (result) => void told.push(result) },
    ...{ mode, settings: settingsOf(options) },
    ...(keeps === undefined ? {} : { keeps }),
    ...(claims === null ? {} : { claims }),
  });
  if (verbose) for (const result of told) out(resultText(result, run, language));
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
