/**
 * Prints the failed tests of a vitest JSON report, each with the head of what it said: `node failed-tests.mjs REPORT`.
 * Plain JavaScript: CI runs it with the Node.js of the machine.
 */
import { readFileSync } from "node:fs";
import { relative } from "node:path";

const head = (text) => text.split("\n").slice(0, 12).join("\n    ").slice(0, 1500);

const { testResults } = JSON.parse(readFileSync(process.argv[2], "utf8"));
for (const file of testResults) {
  const where = relative(process.cwd(), file.name);
  const failed = file.assertionResults.filter((test) => test.status === "failed");
  if (file.status === "failed" && failed.length === 0)
    console.log(`${where}\n    ${head(file.message) || "its process ended without a word: a crash, or no memory"}`);
  for (const test of failed) console.log(`${where} > ${test.fullName}\n    ${head(test.failureMessages.join("\n"))}`);
}
