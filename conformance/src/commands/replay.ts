import { readFileSync } from "node:fs";
import { claimsOf } from "../claims/read-claims.ts";
import type { Report } from "../report/report-json.ts";
import { resultText, summaryText } from "../report/text.ts";
import { loadSuite } from "../suite.ts";
import { type Options, optionsOf, type Terminal, UsageError } from "./options.ts";
import { exitCodeOf } from "./run.ts";
import { startTarget } from "./start.ts";

/** `replay report.json [case]`: exactly the cases that did not pass, with the seed that they had. */
export const replayCommand = async (given: Options, { out }: Terminal): Promise<number> => {
  const { language } = given;
  const [, file, id] = given.positionals;
  if (file === undefined) throw new UsageError("replay report.json [case] -- <command> | --post-to … | --dir …");
  const report = JSON.parse(readFileSync(file, "utf8")) as Report;
  // What the run was told is in the report, claims included; nothing else is needed but where the target is.
  const options = optionsOf(given.args, given.env, report.settings);
  const suite = loadSuite(report.suite.prefix);
  if (suite.digest !== report.suite.digest)
    out(language === "zh" ? "注意:用例集的版本与报告不同" : "note: the suite is another edition than the report's");
  const wanted = new Set(
    report.cases.filter((one) => (id === undefined ? one.finding !== null : one.id === id)).map((one) => one.id),
  );
  if (wanted.size === 0)
    throw new UsageError(
      id === undefined
        ? "报告中没有未通过的用例 / nothing failed in this report"
        : `报告中没有此用例 / no such case in the report: ${id}`,
    );
  const run = await startTarget(report.target, options, {
    ...{ seed: report.seed, runs: report.runs, say: out, mode: "explore", settings: report.settings },
    ...(report.claims === null ? {} : { claims: claimsOf(report.claims) }),
    keeps: (one) => wanted.has(one.id),
    onResult: (result) => out(resultText(result, { suite }, language)),
  });
  out(summaryText(run, language));
  return exitCodeOf(run, undefined);
};
