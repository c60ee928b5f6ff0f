// The guide docs/profiles.md is followed as it stands: its files are written, its commands run, its outputs looked for.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shippedProfiles } from "@dianan/profile/shipped";
import { expect, test } from "vitest";
import { dianan, type Ended, scratchFolder } from "./run-dianan.ts";

const guide = readFileSync(new URL("../../../docs/profiles.md", import.meta.url), "utf8");
const specs = new URL("../../../specs/profiles/", import.meta.url);

type Block = { readonly file: string | null; readonly language: string; readonly text: string };
const blocks: readonly Block[] = [...guide.matchAll(/(?:<!-- file: (\S+) -->\n)?^```(\w+)\n([\s\S]*?)^```/gm)].map(
  ([, file, language = "", text = ""]) => ({ file: file ?? null, language, text }),
);
const LIMIT = { timeout: 120_000 };

/** Runs one line in a folder; only `dianan` and `sed` are known. */
const run = async (line: string, cwd: string): Promise<Ended> => {
  const [command = "", comment = ""] = line.split(" # ");
  if (command.startsWith("sed ")) {
    execFileSync("sh", ["-c", command], { cwd });
    return { code: 0, out: "", err: "" };
  }
  const words = command.split(/\s+/);
  expect(words.shift()).toBe("dianan");
  const ended = await dianan(words, "", {}, cwd);
  expect(ended.code, `${line}\n${ended.out}${ended.err}`).toBe(comment === "exit 1" ? 1 : 0);
  return ended;
};

test("whoever follows the guide reaches a passing profile, and sees what it shows", LIMIT, async () => {
  const folder = scratchFolder();
  try {
    let said = "";
    let commands = 0;
    for (const { file, language, text } of blocks) {
      if (file !== null) writeFileSync(join(folder.path, file), text);
      if (language === "sh") {
        said = "";
        for (const line of text.trim().split("\n")) {
          const { out, err } = await run(line, folder.path);
          said += out + err;
          commands += 1;
        }
      }
      if (language === "text") for (const line of text.trim().split("\n")) expect(said).toContain(line);
    }
    expect(commands).toBeGreaterThanOrEqual(9);
    expect(readFileSync(join(folder.path, "wem3080t.md"), "utf8")).toContain("点表");
  } finally {
    folder.remove();
  }
});

test("the profile that the guide writes is the shipped one, in under 100 lines", () => {
  const [written] = blocks.filter(({ file }) => file === "wem3080t.json");
  const shipped = readFileSync(new URL("wem3080t.json", specs), "utf8");
  expect(written?.text).toBe(shipped);
  expect(shipped.trim().split("\n").length).toBeLessThan(100);
  expect(shippedProfiles.wem3080t).toEqual(JSON.parse(shipped));
});

test("the guide is Chinese first: every heading has both languages", () => {
  for (const [line] of guide.matchAll(/^#+ .*$/gm)) expect(line).toMatch(/^#+ [\d. ]*[\u4e00-\u9fff].*[A-Za-z]{3}/);
});

test("the JSON examples of the guide are JSON", () => {
  for (const { language, text } of blocks) if (language === "json") expect(() => JSON.parse(text), text).not.toThrow();
});
