import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { type Report, runCommand } from "../src/index.ts";
import { pairs } from "../src/loop/selftest.ts";
import { reportErrors } from "./report.ts";

const command = async (...args: readonly string[]) => {
  const said: string[] = [];
  const code = await runCommand(["selftest", "--lang", "en", ...args], {
    out: (line) => said.push(line),
    err: (line) => said.push(line),
    env: {},
  });
  return { code, text: said.join("\n") };
};

/** The site shows the reports (docs/site/reports.ts). */
const kept = fileURLToPath(new URL("../../.cache/conformance", import.meta.url));

test("the kit before itself is robust: as device and platform, as codec and caller, certified, every case passed", {
  timeout: 600_000,
  // Dialogues are about time: on a machine that stood still for a moment they are held once more.
  retry: 1,
}, async () => {
  const { code, text } = await command("--loop", "--seed", "1", "--runs", "10", "--out", kept);
  expect(code, text).toBe(0);
  expect(text).toContain("0 problems");
  for (const { name } of pairs) {
    expect(text).toMatch(new RegExp(`^${name}: [\\s\\S]*class: robust`, "m"));
    const report = JSON.parse(readFileSync(join(kept, name.toLowerCase().replace(" ", "-"), "report.json"), "utf8"));
    expect(reportErrors(report)).toEqual([]);
    expect(report).toMatchObject({ mode: "certify", classReached: "robust", gap: null, isComplete: true });
    const open = (report as Report).cases.filter(({ verdict }) => verdict !== "PASS").map(({ id }) => id);
    expect(open).toEqual([]);
  }
});

test("without the loop: requirements and cases alone; what picks cases is refused", async () => {
  expect(await command()).toMatchObject({ code: 0, text: expect.stringContaining("0 problems") });
  for (const args of [["--only", "F3/*"], ["more"]]) expect(await command(...args)).toMatchObject({ code: 2 });
});
