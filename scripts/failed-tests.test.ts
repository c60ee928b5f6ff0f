import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("what failed is named with its file and the head of what it said, a file that did not load too", () => {
  const folder = mkdtempSync(join(tmpdir(), "dianan-failed-"));
  const report = join(folder, "report.json");
  const one = (fullName: string, status: string, ...failureMessages: string[]) => ({
    fullName,
    status,
    failureMessages,
  });
  const testResults = [
    {
      name: "/x/a.test.ts",
      status: "failed",
      message: "",
      assertionResults: [one("holds", "passed"), one("breaks", "failed", `AssertionError: 1\n${"at x\n".repeat(50)}`)],
    },
    { name: "/x/b.test.ts", status: "failed", message: "no such module", assertionResults: [] },
    { name: "/x/c.test.ts", status: "passed", message: "", assertionResults: [one("holds", "passed")] },
  ];
  writeFileSync(report, JSON.stringify({ testResults }));
  const script = fileURLToPath(new URL("./failed-tests.mjs", import.meta.url));
  const said = execFileSync(process.execPath, [script, report], { cwd: "/", encoding: "utf8" });
  rmSync(folder, { recursive: true, force: true });
  expect(said).toMatch(/^x\/a\.test\.ts > breaks\n {4}AssertionError: 1\n/);
  expect(said).toContain("x/b.test.ts\n    no such module\n");
  expect(said).not.toMatch(/holds|c\.test/);
  expect(said.split("\n").length).toBeLessThan(20);
});
