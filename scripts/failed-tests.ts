/** Prints the failed tests of a vitest JSON report, each with the head of what it said: `node failed-tests.ts REPORT`. */
import { readFileSync } from "node:fs";
import { relative } from "node:path";

type Report = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
};

const head = (text: string): string => text.split("\n").slice(0, 12).join("\n    ").slice(0, 1500);

const report = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Report;
for (const file of report.testResults) {
  const where = relative(process.cwd(), file.name);
  const failed = file.assertionResults.filter((t) => t.status === "failed");
  if (file.status === "failed" && failed.length === 0) console.log(`${where}\n    ${head(file.message)}`);
  for (const test of failed) console.log(`${where} > ${test.fullName}\n    ${head(test.failureMessages.join("\n"))}`);
}
