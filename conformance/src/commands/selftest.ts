import { join } from "node:path";
import { pairs } from "../loop/selftest.ts";
import { writeReport } from "../report/report-folder.ts";
import { reportOf } from "../report/report-json.ts";
import { resultText, summaryText } from "../report/text.ts";
import { lintCommand } from "./list.ts";
import { keepsOf, type Options, type Terminal, UsageError } from "./options.ts";

/**
 * `selftest [--loop]`: the kit before itself. Without `--loop` requirements and cases against each other; with it also every pair of what the
 * kit plays: one that does not come to `robust` fails, and with `--out` each has its report in a folder of its own.
 */
export const selftestCommand = async (options: Options, terminal: Terminal): Promise<number> => {
  const { out } = terminal;
  const { language, seed, runs, loop, positionals } = options;
  if (positionals.length > 1 || keepsOf(options) !== undefined)
    throw new UsageError("selftest [--loop] [--seed n] [--runs n] [--out folder]");
  if (lintCommand(options, terminal) !== 0) return 1;
  if (!loop) return 0;
  let isRight = true;
  for (const { name, run } of pairs) {
    const startedAt = new Date();
    const done = await run(seed, runs);
    const report = reportOf(done, {
      startedAt: startedAt.toISOString(),
      durationMs: Date.now() - startedAt.getTime(),
    });
    if (options.out !== undefined) writeReport(join(options.out, name.toLowerCase().replace(" ", "-")), report);
    for (const result of done.results) if (result.finding !== null) out(resultText(result, done, language));
    out(`${name}: ${summaryText(done, language)}`);
    isRight = isRight && done.reached === "robust";
  }
  return isRight ? 0 : 1;
};
